//! Which server tiles come from.

use std::time::Duration;

/// A tile server: one host, and no other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TileServer {
    pub name: &'static str,
    /// Scheme and host; below it lie the tiles, as zoom, column and row.
    pub address: String,
    /// How long an answer may take, to its last byte.
    pub patience: Duration,
}

impl Default for TileServer {
    /// The tiles of the OpenStreetMap Foundation.
    fn default() -> Self {
        Self {
            name: "OpenStreetMap",
            address: "https://tile.openstreetmap.org".to_owned(),
            patience: Duration::from_secs(15),
        }
    }
}

impl TileServer {
    /// How many requests there are at a time, at most.
    pub(super) const PARALLEL: usize = 4;

    /// The host as a person is told it.
    pub fn host(&self) -> &str {
        let (_, host) = self.address.split_once("://").unwrap_or_default();
        host
    }

    pub(super) fn is_secure(&self) -> bool {
        self.address.starts_with("https://")
    }

    pub(super) fn url(&self, zoom: u8, x: u32, y: u32) -> String {
        format!("{}/{zoom}/{x}/{y}.png", self.address)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_host_that_is_shown_is_the_one_that_is_asked() {
        let server = TileServer::default();
        assert_eq!(server.host(), "tile.openstreetmap.org");
        assert_eq!(
            server.url(3, 5, 2),
            "https://tile.openstreetmap.org/3/5/2.png"
        );
    }
}
