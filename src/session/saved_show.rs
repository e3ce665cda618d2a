//! How briefings are given, as the next start finds it.

use serde::{Deserialize, Serialize};

use super::ShowSettings;
use super::lenient::or_default;
use super::show::{MOST_MINUTES, SCENE_SECS, TEXT_PERCENTS};

/// [`ShowSettings`] as a file keeps them. A value that is none, or no good one, has its default.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SavedShow {
    #[serde(deserialize_with = "or_default")]
    pub text_percent: Option<u16>,
    #[serde(deserialize_with = "or_default")]
    pub has_presenter: bool,
    #[serde(deserialize_with = "or_default")]
    pub planned_minutes: Option<u32>,
    #[serde(deserialize_with = "or_default")]
    pub runs_by_itself: bool,
    #[serde(deserialize_with = "or_default")]
    pub scene_secs: Option<u32>,
}

impl SavedShow {
    pub(super) fn of(settings: ShowSettings) -> Self {
        Self {
            text_percent: Some(settings.text_percent),
            has_presenter: settings.has_presenter,
            planned_minutes: settings.planned_minutes,
            runs_by_itself: settings.runs_by_itself,
            scene_secs: Some(settings.scene_secs),
        }
    }

    pub(super) fn settings(&self) -> ShowSettings {
        let default = ShowSettings::default();
        let percent = self.text_percent.filter(|it| TEXT_PERCENTS.contains(it));
        let (least, most) = SCENE_SECS;
        let secs = self.scene_secs.filter(|it| (least..=most).contains(it));
        let minutes = self.planned_minutes;
        ShowSettings {
            text_percent: percent.unwrap_or(default.text_percent),
            has_presenter: self.has_presenter,
            planned_minutes: minutes.filter(|it| (1..=MOST_MINUTES).contains(it)),
            runs_by_itself: self.runs_by_itself,
            scene_secs: secs.unwrap_or(default.scene_secs),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_comes_back_and_a_bad_value_costs_that_value_only() {
        let settings = ShowSettings {
            text_percent: 150,
            has_presenter: true,
            planned_minutes: Some(25),
            runs_by_itself: true,
            scene_secs: 45,
        };
        let text = serde_json::to_string(&SavedShow::of(settings)).unwrap();
        let kept: SavedShow = serde_json::from_str(&text).unwrap();
        assert_eq!(kept.settings(), settings);
        for (bad, expected) in [
            (
                text.replace("150", "\"large\""),
                ShowSettings {
                    text_percent: 100,
                    ..settings
                },
            ),
            (
                text.replace("150", "151"),
                ShowSettings {
                    text_percent: 100,
                    ..settings
                },
            ),
            (
                text.replace("45", "0"),
                ShowSettings {
                    scene_secs: 20,
                    ..settings
                },
            ),
            (
                text.replace("25", "-3"),
                ShowSettings {
                    planned_minutes: None,
                    ..settings
                },
            ),
        ] {
            let kept: SavedShow = serde_json::from_str(&bad).unwrap();
            assert_eq!(kept.settings(), expected, "{bad}");
        }
    }
}
