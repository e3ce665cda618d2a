//! Tiles from a server, one request each, by the server's rules.
//!
//! The rules are those of <https://operations.osmfoundation.org/policies/tiles/>: a name of our own
//! in each request, no more at a time than a browser asks for, what may be kept is kept and asked
//! for again only when it is out of date, nothing is fetched that nobody looks at.

use std::path::Path;
use std::time::SystemTime;

use http::{HeaderMap, StatusCode};
use http_cache_semantics::{AfterResponse, BeforeRequest, CacheOptions, CachePolicy};
use reqwest::redirect;
use walkers::{Tile, TileId};

use super::disk::{Disk, KeptTile};
use super::picture::raster;
use super::{Facts, TileServer, Trouble};
use crate::theme::Sight;

/// No tile is so large.
const MOST_BYTES: usize = 2 << 20;

/// Says who asks, as the rules want it.
const USER_AGENT: &str = concat!(
    "Passage/",
    env!("CARGO_PKG_VERSION"),
    " (",
    env!("CARGO_PKG_DESCRIPTION"),
    ") ",
    env!("CARGO_PKG_REPOSITORY"),
);

/// Fetches tiles.
pub(super) struct Download {
    client: reqwest::Client,
    /// Without them nobody's name can be checked, and a secure connection comes to nothing.
    has_certificates: bool,
    server: TileServer,
    disk: Option<Disk>,
    sight: Sight,
    context: egui::Context,
}

impl Download {
    /// Makes no connection yet.
    pub(super) fn new(
        server: TileServer,
        folder: Option<&Path>,
        sight: Sight,
        context: egui::Context,
    ) -> Result<Self, Trouble> {
        // Another part of the program may have chosen already; that is as good.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let plain = || {
            reqwest::Client::builder()
                .user_agent(USER_AGENT.trim())
                // No host but the one that was named to the person.
                .redirect(redirect::Policy::none())
                .timeout(server.patience)
        };
        let with_certificates = plain().build();
        let has_certificates = with_certificates.is_ok();
        let client = with_certificates.or_else(|error| {
            log::warn!("{error:?}");
            let nobody = rustls::ClientConfig::builder()
                .with_root_certificates(rustls::RootCertStore::empty())
                .with_no_client_auth();
            plain().tls_backend_preconfigured(nobody).build()
        });
        let client = client.map_err(|error| {
            log::warn!("{error:?}");
            Trouble::source("this machine lacks what a connection needs")
        })?;
        Ok(Self {
            client,
            has_certificates,
            server,
            disk: folder.and_then(Disk::open),
            sight,
            context,
        })
    }

    pub(super) fn facts(&self) -> Facts {
        Facts {
            tile_size: 256,
            min_zoom: 0,
            max_zoom: 19,
            credit: format!("\u{00a9} {} contributors", self.server.name),
        }
    }

    pub(super) async fn tile(&self, id: TileId) -> Result<Tile, Trouble> {
        let url = self.server.url(id.zoom, id.x, id.y);
        let request = http::Request::get(&url).body(()).map_err(|error| {
            log::warn!("{url}: {error}");
            Trouble::source("its address is none")
        })?;
        let mut conditions = HeaderMap::new();
        let kept = self.kept(id);
        if let Some((tile, kept)) = &kept {
            match kept.policy.before_request(&request, now()) {
                BeforeRequest::Fresh(_) => return Ok(tile.clone()),
                BeforeRequest::Stale { request, .. } => conditions = request.headers,
            }
        }
        let (response, body) = self.ask(&url, conditions).await?;
        let now = now();
        if let (StatusCode::NOT_MODIFIED, Some((tile, kept))) = (response.status(), kept) {
            if let AfterResponse::NotModified(policy, _) =
                kept.policy.after_response(&request, &response, now)
            {
                self.keep(id, &policy, &kept.body);
            }
            return Ok(tile);
        }
        check_status(response.status())?;
        let tile = raster(&body, self.sight, &self.context)?;
        let own = CacheOptions {
            shared: false,
            ..CacheOptions::default()
        };
        let policy = CachePolicy::new_options(&request, &response, now, own);
        if policy.is_storable() {
            self.keep(id, &policy, &body);
        }
        Ok(tile)
    }

    /// What is kept of a tile. A picture that can not be used is as good as none: were the server
    /// asked whether it has changed, it would say no for ever.
    fn kept(&self, id: TileId) -> Option<(Tile, KeptTile)> {
        let kept = self.disk.as_ref()?.read(id)?;
        let tile = raster(&kept.body, self.sight, &self.context).ok()?;
        Some((tile, kept))
    }

    fn keep(&self, id: TileId, policy: &CachePolicy, body: &[u8]) {
        if let Some(disk) = &self.disk {
            disk.write(id, policy, body);
        }
    }

    /// One request; no more is read of the answer than a tile can be long.
    async fn ask(
        &self,
        url: &str,
        conditions: HeaderMap,
    ) -> Result<(http::Response<()>, Vec<u8>), Trouble> {
        let request = self.client.get(url).headers(conditions);
        let mut answer = request
            .send()
            .await
            .map_err(|error| self.in_words(&error))?;
        let mut response = http::Response::new(());
        *response.status_mut() = answer.status();
        *response.headers_mut() = answer.headers().clone();
        let mut body = Vec::new();
        while let Some(chunk) = answer
            .chunk()
            .await
            .map_err(|error| self.in_words(&error))?
        {
            if body.len() + chunk.len() > MOST_BYTES {
                return Err(Trouble::tile("it sends more than a tile can be"));
            }
            body.extend_from_slice(&chunk);
        }
        Ok((response, body))
    }

    fn in_words(&self, error: &reqwest::Error) -> Trouble {
        log::warn!("{error:?}");
        if error.is_connect() && !self.has_certificates && self.server.is_secure() {
            return Trouble::source("this machine has no certificates to check its name by");
        }
        Trouble::tile(if error.is_timeout() {
            "it takes too long"
        } else if error.is_connect() {
            "there is no connection to it"
        } else {
            "its answer breaks off"
        })
    }
}

/// The wall clock, which a server's terms are dated by.
#[expect(
    clippy::disallowed_methods,
    reason = "terms end at a date, not after a time"
)]
fn now() -> SystemTime {
    SystemTime::now()
}

fn check_status(status: StatusCode) -> Result<(), Trouble> {
    let number = status.as_u16();
    match status {
        StatusCode::OK => Ok(()),
        // Then it has to be left alone, not asked for the next tile.
        StatusCode::FORBIDDEN | StatusCode::TOO_MANY_REQUESTS => Err(Trouble::source(format!(
            "it refuses to serve this program (status {number})"
        ))),
        _ if status.is_redirection() => Err(Trouble::tile(format!(
            "it points to another address, which is not followed (status {number})"
        ))),
        _ => Err(Trouble::tile(format!("it answers with status {number}"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_says_which_program_asks() {
        let version = env!("CARGO_PKG_VERSION");
        assert!(USER_AGENT.starts_with(&format!("Passage/{version} (A desktop map explorer")));
    }

    #[test]
    fn a_server_that_refuses_is_left_alone_and_one_that_fails_is_not_given_up_at_once() {
        for refusal in [StatusCode::FORBIDDEN, StatusCode::TOO_MANY_REQUESTS] {
            assert!(matches!(check_status(refusal), Err(Trouble::Source(_))));
        }
        for failure in [
            StatusCode::NOT_FOUND,
            StatusCode::FOUND,
            StatusCode::BAD_GATEWAY,
        ] {
            assert!(matches!(check_status(failure), Err(Trouble::Tile(_))));
        }
        assert_eq!(check_status(StatusCode::OK), Ok(()));
    }
}
