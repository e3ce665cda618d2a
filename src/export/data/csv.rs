//! A table (RFC 4180), one row a feature, the shape last as well-known text.
//!
//! It begins with a byte order mark: without one, Excel takes UTF-8 for the machine's own letters.
//! All text is quoted and guarded: a cell that a spreadsheet would take for a formula begins with an
//! apostrophe instead (OWASP, CSV Injection).

use csv::{QuoteStyle, Terminator, WriterBuilder};

use super::Row;
use super::columns::{COLUMNS, Value};
use super::wkt::wkt;

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// Parts the entries of a list. No spreadsheet takes it for the end of a cell.
const BETWEEN: &str = " | ";

/// What GDAL and QGIS look for.
const SHAPE_COLUMN: &str = "WKT";

/// What makes a cell a formula where it begins with it: signs, as wide as Latin letters and as wide
/// as Chinese ones, and white space that is taken off before one looks.
const FORMULA_STARTS: [char; 11] = [
    '=', '+', '-', '@', '\t', '\r', '\n', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}',
];

pub(super) fn write(rows: &[Row<'_>]) -> Result<Vec<u8>, String> {
    let mut table = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .quote_style(QuoteStyle::NonNumeric)
        .from_writer(BYTE_ORDER_MARK.to_vec());
    let names = COLUMNS.iter().map(|(name, _)| *name);
    let names = names.chain([SHAPE_COLUMN]);
    table.write_record(names).map_err(words)?;
    for row in rows {
        let cells = row.values.iter().map(cell);
        let cells = cells.chain([wkt(&row.shape)]);
        table.write_record(cells).map_err(words)?;
    }
    table.into_inner().map_err(words)
}

fn words(error: impl std::fmt::Display) -> String {
    error.to_string()
}

fn cell(value: &Value) -> String {
    let text = value.to_text(BETWEEN);
    match value {
        Value::Text(_) | Value::Texts(_) if text.starts_with(FORMULA_STARTS) => format!("'{text}"),
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_that_would_be_a_formula_is_not_one_and_numbers_stay_numbers() {
        for text in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\u{ff1d}1"] {
            assert_eq!(cell(&Value::Text(text.to_owned())), format!("'{text}"));
            let list = Value::Texts(vec![text.to_owned(), "b".to_owned()]);
            assert_eq!(cell(&list), format!("'{text} | b"));
        }
        assert_eq!(cell(&Value::Text("a=1".to_owned())), "a=1");
        assert_eq!(cell(&Value::Year(-500)), "-500");
    }
}
