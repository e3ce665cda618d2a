//! Commands that have more to say than a few lines, each with its arguments.

mod export;
mod relink;

pub(crate) use export::ExportArguments;
pub(crate) use relink::RelinkArguments;
