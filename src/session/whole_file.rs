//! Files that are whole at any moment: written beside, flushed, renamed.
//!
//! In: the bytes and the name. Out: what stands in them (see `saving`, and `content::save`).

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

/// What is written beside goes by the name of the file and this.
const BESIDE: &str = "passage-new";

/// Writes a file so that a crash leaves the old one or the new one. A link to a file stays one, and
/// what may not be written is not: a rename alone would not ask.
pub fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let target = target_of(path)?;
    let permissions = permissions_of(&target)?;
    let mut name = target.file_name().unwrap_or_default().to_owned();
    name.push(".");
    name.push(BESIDE);
    let beside = target.with_file_name(name);
    // Of a program that was killed. What else goes by that name, such as a link, is not followed.
    let _ = fs::remove_file(&beside);
    let write = || {
        let mut file = OpenOptions::new()
            .write(true)
            .create_new(true)
            .open(&beside)?;
        file.write_all(bytes)?;
        if let Some(permissions) = permissions {
            file.set_permissions(permissions)?;
        }
        file.sync_all()?;
        drop(file);
        fs::rename(&beside, &target)
    };
    write().inspect_err(|_| {
        let _ = fs::remove_file(&beside);
    })?;
    // So that the new name outlives a loss of power too, where a folder can be flushed.
    if let Some(folder) = target.parent() {
        let _ = File::open(folder).and_then(|folder| folder.sync_all());
    }
    Ok(())
}

/// Why a file is not written, as the rest of a sentence that begins with its name.
pub fn why_not_written(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
            "may not be written: it or its folder is read-only".to_owned()
        }
        io::ErrorKind::NotFound => "can not be written: its folder is not there".to_owned(),
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
            "can not be written: the disk is full".to_owned()
        }
        io::ErrorKind::IsADirectory => "is a folder".to_owned(),
        _ => format!("can not be written: {error}"),
    }
}

/// The file a link leads to, or the path itself.
fn target_of(path: &Path) -> io::Result<PathBuf> {
    match fs::symlink_metadata(path) {
        Ok(facts) if facts.is_symlink() => fs::canonicalize(path),
        _ => Ok(path.to_owned()),
    }
}

/// Those of the file that is there; an error where it may not be replaced.
fn permissions_of(target: &Path) -> io::Result<Option<fs::Permissions>> {
    let facts = match fs::metadata(target) {
        Ok(facts) => facts,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    if facts.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    if !facts.is_file() {
        return Err(io::Error::other("it is no ordinary file"));
    }
    if facts.permissions().readonly() {
        return Err(io::ErrorKind::PermissionDenied.into());
    }
    OpenOptions::new().write(true).open(target)?;
    Ok(Some(facts.permissions()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("passage-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        folder
    }

    fn names_in(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        let name = |entry: io::Result<fs::DirEntry>| entry.unwrap().file_name();
        let mut names: Vec<String> = entries
            .map(|entry| name(entry).to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn a_file_is_made_or_replaced_and_nothing_is_left_beside_it() {
        let folder = folder("made");
        let path = folder.join("a.json");
        fs::write(folder.join("a.json.passage-new"), "of a crash").unwrap();
        for text in ["first", "2"] {
            write_whole(&path, text.as_bytes()).unwrap();
            assert_eq!(fs::read_to_string(&path).unwrap(), text);
        }
        assert_eq!(names_in(&folder), ["a.json"]);
    }

    #[test]
    fn what_may_not_be_written_stays_as_it_is() {
        let folder = folder("read-only");
        let path = folder.join("a.json");
        fs::write(&path, "old").unwrap();
        let mut permissions = fs::metadata(&path).unwrap().permissions();
        permissions.set_readonly(true);
        fs::set_permissions(&path, permissions).unwrap();
        let error = write_whole(&path, b"new").unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::PermissionDenied);
        assert_eq!(fs::read_to_string(&path).unwrap(), "old");
        assert!(write_whole(&folder, b"new").is_err());
        let nowhere = folder.join("no").join("a.json");
        let error = write_whole(&nowhere, b"new").unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::NotFound);
        assert_eq!(names_in(&folder), ["a.json"]);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_one_and_who_may_read_the_file_stays_so() {
        use std::os::unix::fs::{PermissionsExt as _, symlink};
        let folder = folder("link");
        fs::create_dir(folder.join("far")).unwrap();
        let (path, link) = (folder.join("far/a.json"), folder.join("link.json"));
        fs::write(&path, "old").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        symlink("far/a.json", &link).unwrap();
        write_whole(&link, b"new").unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read_to_string(&path).unwrap(), "new");
        let mode = fs::metadata(&path).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o640);
        // One that leads nowhere is not taken for a free name.
        symlink("gone.json", folder.join("lost.json")).unwrap();
        assert!(write_whole(&folder.join("lost.json"), b"new").is_err());
    }
}
