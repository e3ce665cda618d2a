//! The rules that give each disputed area its owner.

/// Whose view of the borders is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Worldview {
    #[default]
    Neutral,
    DeFacto,
    Indian,
    Pakistani,
    Chinese,
    Russian,
}

/// Who owns an area under a worldview.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    /// One country, undisputed in this view.
    Country(super::CountryId),
    /// Held by one and claimed by others: drawn in the holder's tint, hatched.
    Disputed { holder: super::CountryId },
}
