//! The hill shade, made on another thread once the first map is on show.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};

use crate::picture::ReliefPicture;
use crate::session::Background;

/// Asks for the hill shade once, and takes it.
#[derive(Default)]
pub(super) struct Hills {
    coming: Option<Receiver<ReliefPicture>>,
    is_asked: bool,
}

impl Hills {
    /// The picture in the frame in which it has come. The first frame has other things to do.
    pub(super) fn take(
        &mut self,
        context: &egui::Context,
        background: Background,
    ) -> Option<Arc<ReliefPicture>> {
        if background == Background::Relief && !self.is_asked && context.cumulative_frame_nr() > 0 {
            self.is_asked = true;
            self.coming = ask(context.clone());
        }
        let picture = self.coming.as_ref()?.try_recv().ok()?;
        self.coming = None;
        Some(Arc::new(picture))
    }
}

/// None when the system has no thread to spare: the map does without hills then.
fn ask(context: egui::Context) -> Option<Receiver<ReliefPicture>> {
    let (sender, receiver) = channel();
    let make = move || match ReliefPicture::make() {
        Ok(picture) => {
            // The window may be gone by now.
            if sender.send(picture).is_ok() {
                context.request_repaint();
            }
        }
        Err(error) => log::error!("{error}"),
    };
    let thread = std::thread::Builder::new().name("hills".to_owned());
    match thread.spawn(make) {
        Ok(_) => Some(receiver),
        Err(error) => {
            log::error!("the hills are left out: {error}");
            None
        }
    }
}
