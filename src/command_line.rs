//! Commands that have more to say than a few lines, each with its arguments.

mod export;

pub(crate) use export::ExportArguments;
