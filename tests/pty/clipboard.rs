//! The clipboard of an X display: no connection over the network, whatever its socket answers.

use std::io::ErrorKind;
use std::net::TcpListener;
use std::os::linux::net::SocketAddrExt;
use std::os::unix::net::{SocketAddr, UnixListener};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::Duration;

use crate::support::home::Home;

use super::drawn;
use super::terminal::{Exit, Terminal};

/// A display that takes so many connections, ends each at once and says so; before it says so of the last one it leaves its
/// socket, so that nobody listens there.
fn display(number: u16, connections: usize) -> Receiver<()> {
    let name = SocketAddr::from_abstract_name(format!("/tmp/.X11-unix/X{number}")).expect("a name");
    let socket = UnixListener::bind_addr(&name).expect("the display is free");
    let (sender, accepted) = mpsc::channel();
    thread::spawn(move || {
        let mut socket = Some(socket);
        for left in (0..connections).rev() {
            drop(socket.as_ref().map(UnixListener::accept));
            if left == 0 {
                socket = None;
            }
            let _ = sender.send(());
        }
    });
    accepted
}

#[test]
fn a_display_that_refuses_is_not_looked_for_on_the_network() {
    for connections in [1, 2] {
        // On the network a display is at port 6000 and its number.
        let network = TcpListener::bind("127.0.0.1:0").expect("a port is free");
        let number = network.local_addr().expect("it has an address").port() - 6000;
        let accepted = display(number, connections);
        let home = Home::new();
        let program = env!("CARGO_BIN_EXE_plenary");
        let order = format!("DISPLAY=:{number} exec '{program}' --today 2023-03-07 --at E.2");
        let mut terminal = Terminal::run(&home, "sh", &["-c", &order], 120, 30);
        terminal.wait_for(drawn, "the desk");
        for _ in 0..connections {
            terminal.press("y").sees("Copied:").press("Esc").sees_no_more("Copied:");
            // Texts copied before the program connects are one connection, the newest is kept: so each is waited for.
            accepted.recv_timeout(Duration::from_secs(30)).expect("the program connects to the socket");
        }
        terminal.press("y").sees("Copied:").press("q");
        assert_eq!(terminal.wait_exit(), Exit::Code(0));
        network.set_nonblocking(true).expect("a socket can be asked without waiting");
        assert_eq!(network.accept().map_err(|error| error.kind()).err(), Some(ErrorKind::WouldBlock));
    }
}
