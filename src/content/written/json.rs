//! JSON objects put together member by member, in the order a reader of the file would want them.
//!
//! Each way of putting a text has its like among the ways of reading one (see `texts`): what would
//! be refused there is not written here.

use crate::content::letters::{is_hidden, is_hidden_in_lines, strip};
use crate::geography::LonLat;

/// The members of an object so far.
#[derive(Default)]
pub(in crate::content) struct Members {
    json: String,
}

impl Members {
    pub(in crate::content) fn json(mut self, key: &str, json: &str) -> Self {
        if self.has_any() {
            self.json.push(',');
        }
        self.json.push_str(&quoted(key));
        self.json.push(':');
        self.json.push_str(json);
        self
    }

    pub(in crate::content) fn json_if(self, key: &str, json: Option<String>) -> Self {
        match json {
            Some(json) => self.json(key, &json),
            None => self,
        }
    }

    /// A list that is left out when nothing is in it.
    pub(in crate::content) fn rows(self, key: &str, list: &str) -> Self {
        if list == "[]" {
            self
        } else {
            self.json(key, list)
        }
    }

    /// A text of one line.
    pub(in crate::content) fn name(self, key: &str, text: &str) -> Self {
        let shown = strip(text.to_owned(), is_hidden).0;
        self.json(key, &quoted(&shown))
    }

    pub(super) fn name_if(self, key: &str, text: Option<&str>) -> Self {
        match text {
            Some(text) => self.name(key, text),
            None => self,
        }
    }

    /// A text that may have lines.
    pub(in crate::content) fn prose(self, key: &str, text: &str) -> Self {
        let shown = strip(text.to_owned(), is_hidden_in_lines).0;
        self.json(key, &quoted(&shown))
    }

    /// The same where there is any.
    pub(in crate::content) fn prose_if(self, key: &str, text: &str) -> Self {
        if text.is_empty() {
            self
        } else {
            self.prose(key, text)
        }
    }

    pub(super) fn year_if(self, key: &str, year: Option<i32>) -> Self {
        self.json_if(key, year.map(|year| year.to_string()))
    }

    pub(in crate::content) fn has_any(&self) -> bool {
        !self.json.is_empty()
    }

    pub(in crate::content) fn object(self) -> String {
        format!("{{{}}}", self.json)
    }
}

pub(super) fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

pub(in crate::content) fn list(items: impl Iterator<Item = String>) -> String {
    format!("[{}]", items.collect::<Vec<_>>().join(","))
}

/// Whole degrees as people write them: without a point.
pub(super) fn number(value: f64) -> String {
    let json = serde_json::Value::from(value).to_string();
    match json.strip_suffix(".0") {
        // A zero below zero is another number without its point.
        Some(whole) if whole != "-0" => whole.to_owned(),
        _ => json,
    }
}

pub(super) fn position(at: LonLat) -> String {
    list([at.lon_deg, at.lat_deg].into_iter().map(number))
}
