//! Towns that had another name in January 2011, when the bundled story's article appeared; the
//! source has the names of today.
//!
//! The dates are general knowledge: Karnataka renamed its cities in November 2014, Gurgaon and
//! Dnipropetrovsk changed in 2016, Allahabad in 2018, Rajahmundry in 2015, Osmanabad in 2023.

const FORMER_NAMES: &[(&str, &str)] = &[
    ("Ballari", "Bellary"),
    ("Belagavi", "Belgaum"),
    ("Bengaluru", "Bangalore"),
    ("Dharashiv", "Osmanabad"),
    ("Dnipro", "Dnipropetrovsk"),
    ("Gurugram", "Gurgaon"),
    ("Hubballi", "Hubli"),
    ("Kalaburagi", "Gulbarga"),
    ("Mangaluru", "Mangalore"),
    ("Mysuru", "Mysore"),
    ("Prayagraj", "Allahabad"),
    ("Rajamahendravaram", "Rajahmundry"),
    ("Shivamogga", "Shimoga"),
    ("Vijayapura", "Bijapur"),
];

/// A town's name as of January 2011.
pub(crate) fn former_name(name: String) -> String {
    let known = FORMER_NAMES.iter().find(|(today, _)| *today == name);
    known.map_or(name, |&(_, former)| former.to_owned())
}
