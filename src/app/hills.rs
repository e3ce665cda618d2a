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
            self.coming = Some(ask(context.clone()));
        }
        let picture = self.coming.as_ref()?.try_recv().ok()?;
        self.coming = None;
        Some(Arc::new(picture))
    }
}

fn ask(context: egui::Context) -> Receiver<ReliefPicture> {
    let (sender, receiver) = channel();
    std::thread::spawn(move || match ReliefPicture::make() {
        Ok(picture) => {
            // The window may be gone by now.
            if sender.send(picture).is_ok() {
                context.request_repaint();
            }
        }
        Err(error) => log::error!("{error}"),
    });
    receiver
}
