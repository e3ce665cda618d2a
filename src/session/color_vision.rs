//! Which eyes the picture is previewed with.

/// A kind of colour vision, for a preview. A sitting begins with one's own eyes: a preview that
/// came back by itself would puzzle, so it is not saved.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ColorVision {
    /// No preview.
    #[default]
    Full,
    Deuteranopia,
    Protanopia,
    Tritanopia,
    Greyscale,
}

impl ColorVision {
    pub const ALL: [Self; 5] = [
        Self::Full,
        Self::Deuteranopia,
        Self::Protanopia,
        Self::Tritanopia,
        Self::Greyscale,
    ];

    /// As a badge has it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Full => "full colour vision",
            Self::Deuteranopia => "deuteranopia",
            Self::Protanopia => "protanopia",
            Self::Tritanopia => "tritanopia",
            Self::Greyscale => "greyscale",
        }
    }

    /// What it is, for those who do not know the word.
    pub fn about(self) -> &'static str {
        match self {
            Self::Full => "No preview: the colours as they are",
            Self::Deuteranopia => "Red and green look alike: the commonest colour blindness",
            Self::Protanopia => "Red and green look alike, and red is dark",
            Self::Tritanopia => "Blue and green look alike, and yellow and pink: rare",
            Self::Greyscale => "By lightness alone, as a black and white printer has it",
        }
    }

    /// The one after it; after the last the first.
    pub fn next(self) -> Self {
        let mut after = Self::ALL.into_iter().skip_while(|&other| other != self);
        after.nth(1).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_after_the_other_each_comes_up_and_then_the_first_again() {
        let mut seen = vec![ColorVision::Full];
        for _ in 1..ColorVision::ALL.len() {
            seen.push(seen[seen.len() - 1].next());
        }
        assert_eq!(seen, ColorVision::ALL);
        assert_eq!(seen[4].next(), ColorVision::Full);
    }
}
