//! Made-up stories with a great many features: half of them lines through a few waypoints, half
//! sites, spread over Eurasia, in a few overlays. The same count is always the same story.

use std::fmt::Write as _;

/// Numbers that look thrown and are always the same.
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// From 0 to 1. (A linear congruential generator with D. Knuth's constants for MMIX.)
    pub(crate) fn throw(&mut self) -> f64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn between(&mut self, from: f64, to: f64) -> f64 {
        from + (to - from) * self.throw()
    }
}

/// Overlays and the kinds of their features.
const OVERLAYS: [(&str, &str, &str); 5] = [
    ("pipelines", "pipelines", "pipeline"),
    ("routes", "drug-routes", "drug-route"),
    ("ties", "alliances", "allied"),
    ("arms", "arms", "supplied-arms"),
    ("groups", "militancy", "presence"),
];

/// Who takes part, by turns.
const ENDS: [&str; 7] = ["PAK", "RUS", "IND", "AFG", "IRN", "CHN", "USA"];

/// The text of such a story; all its overlays are on, and it opens on Eurasia.
pub(crate) fn story(count: usize) -> String {
    let mut dice = Dice::new(7);
    let mut text = String::from(
        r#"{"format": 1, "title": "Many",
 "article": {"publisher": "p", "title": "t", "date": "1 January 2011"},
 "opening": {"overlays": ["pipelines", "routes", "ties", "arms", "groups"],
  "frame": [20, 5, 120, 60]},
 "overlays": ["#,
    );
    for (index, (key, style, _)) in OVERLAYS.iter().enumerate() {
        let comma = if index == 0 { "" } else { "," };
        let _ = write!(
            text,
            r#"{comma}{{"key": "{key}", "name": "{key}", "about": "a", "style": "{style}"}}"#
        );
    }
    text.push_str("],\n \"features\": [");
    for index in 0..count {
        let Some((overlay, _, kind)) = OVERLAYS.get(index % OVERLAYS.len()) else {
            continue;
        };
        let (mut lon, mut lat) = (dice.between(0.0, 140.0), dice.between(5.0, 65.0));
        let geometry = if index % 2 == 0 {
            let mut points = String::new();
            for point in 0..3 + index % 3 {
                let comma = if point == 0 { "" } else { "," };
                let _ = write!(points, "{comma}[{lon:.4}, {lat:.4}]");
                lon += dice.between(-3.0, 3.0);
                lat = (lat + dice.between(-2.0, 2.0)).clamp(0.0, 75.0);
            }
            format!(r#"{{"type": "LineString", "coordinates": [{points}]}}"#)
        } else {
            format!(r#"{{"type": "Point", "coordinates": [{lon:.4}, {lat:.4}]}}"#)
        };
        let comma = if index == 0 { "" } else { "," };
        let end = |index: usize| ENDS.get(index % ENDS.len()).unwrap_or(&"PAK");
        let (from, to) = (end(index), end(index + 1));
        let _ = write!(
            text,
            r#"{comma}
  {{"key": "f{index}", "name": "Feature number {index}", "short_name": "No. {index}",
   "overlay": "{overlay}", "kind": "{kind}", "direction": "forward",
   "from": ["country:{from}"], "to": ["country:{to}"], "geometry": {geometry},
   "period": {{"text": "2001", "from": 2001}}, "basis": "stated", "status": "in-force",
   "confidence": "high", "about": "One of many."}}"#
        );
    }
    text.push_str("\n ],\n \"passages\": [{\"number\": 1, \"text\": \"[One](feature:f0).\"}]\n}\n");
    text
}
