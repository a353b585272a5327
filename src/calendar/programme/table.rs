//! A pasted table cut into cells, whatever separates its columns.

/// A line with the cells it holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct TableRow {
    /// The line, counted from 1.
    pub line: usize,
    /// Its text.
    pub text: String,
    /// Its cells, each with the column of characters it begins at.
    pub cells: Vec<(usize, String)>,
}

/// A line of the pasted text, counted from 1.
struct NumberedLine<'t> {
    number: usize,
    text: &'t str,
}

/// What separates columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ColumnSeparator {
    Tab,
    Bar,
    Semicolon,
    Comma,
    Spaces,
    /// Not at all: every line is one cell.
    None,
}

/// Cuts a text into rows; empty and drawn lines are left out. The second value is whether the columns are
/// aligned, so that the place of a cell shows its column.
pub(super) fn rows(text: &str) -> (Vec<TableRow>, bool) {
    let lines: Vec<NumberedLine<'_>> = text
        .lines()
        .enumerate()
        .map(|(at, line)| NumberedLine { number: at + 1, text: line.trim_end() })
        .filter(|line| line.text.chars().any(char::is_alphanumeric))
        .collect();
    let separator = separator(&lines);
    let row = |line: &NumberedLine<'_>| TableRow {
        line: line.number,
        text: line.text.trim().to_owned(),
        cells: cells(line.text, separator).into_iter().map(|(at, cell)| (at, clean(&cell))).collect(),
    };
    (lines.iter().map(row).collect(), separator == ColumnSeparator::Spaces)
}

/// What sets the columns of most lines apart; a comma only where all lines have the same number of columns.
fn separator(lines: &[NumberedLine<'_>]) -> ColumnSeparator {
    let most = |separator: ColumnSeparator| {
        let with = lines.iter().filter(|line| cells(line.text, separator).len() > 1).count();
        with > 0 && with * 2 >= lines.len()
    };
    let found =
        [ColumnSeparator::Tab, ColumnSeparator::Bar, ColumnSeparator::Semicolon, ColumnSeparator::Spaces];
    if let Some(found) = found.into_iter().find(|separator| most(*separator)) {
        return found;
    }
    let counts: Vec<usize> =
        lines.iter().map(|line| cells(line.text, ColumnSeparator::Comma).len()).collect();
    let even = counts.first().is_some_and(|first| *first > 2 && counts.iter().all(|count| count == first));
    if even && counts.len() > 1 { ColumnSeparator::Comma } else { ColumnSeparator::None }
}

fn cells(line: &str, separator: ColumnSeparator) -> Vec<(usize, String)> {
    match separator {
        ColumnSeparator::Tab => quoted(line, '\t'),
        ColumnSeparator::Semicolon => quoted(line, ';'),
        ColumnSeparator::Comma => quoted(line, ','),
        ColumnSeparator::Bar => bars(line),
        ColumnSeparator::Spaces => spaced(line),
        ColumnSeparator::None => vec![(0, line.to_owned())],
    }
}

/// Cells between separators; one in quotation marks may hold the separator, and a mark written twice.
fn quoted(line: &str, separator: char) -> Vec<(usize, String)> {
    let mut cells = vec![(0, String::new())];
    let (mut inside, mut fresh) = (false, true);
    let mut rest = line.chars().enumerate().peekable();
    while let Some((at, c)) = rest.next() {
        let cell = cells.last_mut().expect("there is always a cell");
        match c {
            '"' if inside && rest.peek().is_some_and(|(_, next)| *next == '"') => {
                cell.1.push('"');
                rest.next();
            }
            '"' if inside || fresh => inside = !inside,
            c if c == separator && !inside => {
                cells.push((at + 1, String::new()));
                fresh = true;
                continue;
            }
            c => cell.1.push(c),
        }
        fresh = fresh && c == ' ';
    }
    cells
}

/// Cells of a Markdown table, without the bars at its sides.
fn bars(line: &str) -> Vec<(usize, String)> {
    if !line.contains('|') {
        return vec![(0, line.to_owned())];
    }
    let inner = line.trim().trim_start_matches('|').trim_end_matches('|');
    inner.split('|').enumerate().map(|(at, cell)| (at, cell.to_owned())).collect()
}

/// Cells at least two spaces apart, with their columns.
fn spaced(line: &str) -> Vec<(usize, String)> {
    let mut cells: Vec<(usize, String)> = Vec::new();
    let mut gap = 2;
    for (at, c) in line.chars().enumerate() {
        if matches!(c, ' ' | '\u{a0}') && (c == ' ' || gap > 0) {
            gap += 1;
            continue;
        }
        match cells.last_mut().filter(|_| gap < 2) {
            Some((_, cell)) => {
                cell.extend((gap > 0).then_some(' '));
                cell.push(c);
            }
            None => cells.push((at, c.to_string())),
        }
        gap = 0;
    }
    cells
}

/// A cell without the marks that make words bold and without spaces around it.
fn clean(cell: &str) -> String {
    let bold = |c: char| c.is_whitespace() || c == '*' || c == '_' || c == '`';
    cell.trim_matches(bold).replace("<br>", " ").replace("<br/>", " ").replace("**", "")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<Vec<String>> {
        let cells = |row: TableRow| row.cells.into_iter().map(|(_, cell)| cell).collect();
        rows(text).0.into_iter().map(cells).collect()
    }

    #[test]
    fn every_way_of_setting_columns_apart_gives_the_same_cells() {
        let expected = [["Date", "Time", "Items"], ["6 March", "10:00", "5 (a), (b)"]];
        for text in [
            "Date\tTime\tItems\r\n6 March\t10:00\t5 (a), (b)\r\n",
            "Date;Time;Items\n6 March;10:00;\"5 (a), (b)\"",
            "Date,Time,Items\n6 March,10:00,\"5 (a), (b)\"",
            "| Date | Time | Items |\n|------|:----:|---|\n| **6 March** | 10:00 | 5 (a), (b) |\n",
            "Date      Time   Items\n6 March   10:00  5 (a), (b)\n",
        ] {
            assert_eq!(cut(text), expected, "{text}");
        }
    }

    #[test]
    fn running_text_is_one_cell_a_line() {
        assert_eq!(
            cut("Monday, 6 March\n\n10 a.m., item 5 (a), (b)\n"),
            [["Monday, 6 March"], ["10 a.m., item 5 (a), (b)"]]
        );
        assert_eq!(cut("a \"quoted\" word;b\n"), [["a \"quoted\" word", "b"]]);
        assert_eq!(cut(""), Vec::<Vec<String>>::new());
    }
}
