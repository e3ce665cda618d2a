//! Commands that have more to say than a few lines, each with its arguments.

mod export;
mod link;
mod relink;

pub(crate) use export::ExportArguments;
pub(crate) use link::LinkArguments;
pub(crate) use relink::RelinkArguments;
