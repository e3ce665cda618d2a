//! What lies over a scene, and what goes when another one comes.

use super::{Resume, Show, Timer, Tool};
use crate::session::{CameraGoal, ShowCommand};
use crate::world::Stage;

/// A pen draws no more points than these before the scene is left.
const MOST_INK: usize = 20_000;

impl Show {
    /// A briefing that begins with a scene.
    pub(in crate::session) fn new(scene: usize, resume: Resume, now_secs: f64) -> Self {
        Self {
            scene,
            step: 0,
            put_on: (Stage::default(), CameraGoal::Frame(Vec::new())),
            resume,
            blank: None,
            all_scenes: None,
            typed: None,
            answer: None,
            is_frozen: false,
            tool: Tool::Hand,
            spotlight: None,
            ink: Vec::new(),
            timer: Timer::default(),
            scene_since_secs: now_secs,
            waits_since_secs: None,
        }
    }

    /// Another scene or step: what was drawn on the last one goes with it.
    pub(in crate::session) fn enter(&mut self, scene: usize, step: usize, now_secs: f64) {
        if scene != self.scene {
            self.timer.start(now_secs);
            self.ink.clear();
            self.spotlight = None;
            self.tool = Tool::Hand;
        }
        (self.scene, self.step) = (scene, step);
        self.scene_since_secs = now_secs;
        (self.blank, self.all_scenes, self.typed, self.answer) = (None, None, None, None);
    }

    /// Takes the cover off the screen. Whether there was one.
    pub(in crate::session) fn uncover(&mut self) -> bool {
        self.blank.take().is_some()
    }

    /// Goes on among the small pictures, if they are there.
    pub(in crate::session) fn move_choice(&mut self, by: isize, count: usize) -> bool {
        let Some(chosen) = &mut self.all_scenes else {
            return false;
        };
        let last = count.saturating_sub(1);
        *chosen = chosen.saturating_add_signed(by).min(last);
        true
    }

    /// What lies over the map, or has to do with the pointer.
    pub(in crate::session) fn lay_over(&mut self, command: ShowCommand, now_secs: f64) {
        match command {
            ShowCommand::Type(digit) => {
                let typed = self.typed.unwrap_or(0) * 10 + usize::from(digit);
                // So many scenes there never are.
                self.typed = Some(typed % 10_000);
            }
            ShowCommand::ToggleAllScenes => {
                self.all_scenes = match self.all_scenes {
                    Some(_) => None,
                    None => Some(self.scene),
                };
            }
            ShowCommand::Blank(blank) => {
                self.blank = (self.blank != Some(blank)).then_some(blank);
            }
            ShowCommand::ToggleFreeze => self.is_frozen = !self.is_frozen,
            ShowCommand::Take(tool) => {
                self.tool = if self.tool == tool { Tool::Hand } else { tool };
                if self.tool != Tool::Spotlight {
                    self.spotlight = None;
                }
            }
            ShowCommand::SetSpotlight(area) => self.spotlight = area,
            ShowCommand::BeginStroke(at) if self.has_ink_left() => self.ink.push(vec![at]),
            ShowCommand::Draw(at) if self.has_ink_left() => {
                if let Some(stroke) = self.ink.last_mut() {
                    stroke.push(at);
                }
            }
            ShowCommand::ClearInk => self.ink.clear(),
            ShowCommand::ResetTimer => self.timer.reset(now_secs),
            _ => {}
        }
    }

    fn has_ink_left(&self) -> bool {
        self.ink.iter().map(Vec::len).sum::<usize>() < MOST_INK
    }

    /// Closes what lies on top of the scene, one thing at a time. Whether there was any.
    pub(in crate::session) fn close_top(&mut self) -> bool {
        if self.all_scenes.take().is_some() || self.uncover() || self.typed.take().is_some() {
            return true;
        }
        if self.tool != Tool::Hand {
            self.tool = Tool::Hand;
            self.spotlight = None;
            return true;
        }
        false
    }
}
