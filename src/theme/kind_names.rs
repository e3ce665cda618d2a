//! What themes are called in arguments and files.

use std::str::FromStr;

use super::ThemeKind;

impl ThemeKind {
    /// What it is called in arguments and files.
    pub fn key(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Contrast => "contrast",
        }
    }
}

impl FromStr for ThemeKind {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let mut all = Self::ALL.into_iter();
        all.find(|kind| kind.key() == text).ok_or_else(|| {
            let known = Self::ALL.map(Self::key).join(", ");
            format!("no theme is called \"{text}\"; there are {known}")
        })
    }
}
