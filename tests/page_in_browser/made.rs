//! The page of the bundled story, exported as a person does it.

use std::path::{Path, PathBuf};
use std::process::Command;

/// Writes it, for one test.
pub(crate) fn written(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("page-in-browser");
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join(format!("{name}.html"));
    let status = Command::new(env!("CARGO_BIN_EXE_passage"))
        .args(["export", "--force", "--to"])
        .arg(&path)
        .status()
        .unwrap();
    assert!(status.success());
    path
}
