//! A tile server on the loopback address that can be as bad as one likes, and what it was asked.
#![allow(
    dead_code,
    clippy::indexing_slicing,
    reason = "each test uses some of it, and may panic"
)]

use std::io::{Cursor, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// How it answers.
#[derive(Clone, Debug)]
pub(crate) enum Manner {
    /// With this picture, which may be kept for ten minutes.
    Picture(Vec<u8>),
    /// With this picture, which has to be confirmed each time it is used again.
    Confirmed(Vec<u8>),
    /// With a picture that tells by its colours which tile it is.
    Own,
    /// Says nothing, ever.
    Silent,
    /// Half of a picture, then the line is cut.
    HalfOf(Vec<u8>),
    /// Cuts the line at once.
    Cut,
    Status(u16),
    /// Points elsewhere.
    Redirect(String),
    /// This, called a picture.
    Called(Vec<u8>),
    /// A picture that is said to be shorter than it is.
    ShortLength(Vec<u8>),
    /// Zeros without an end.
    Flood,
    /// What is no HTTP at all.
    Garbage,
}

#[derive(Default)]
struct Log {
    requests: Mutex<Vec<String>>,
    connections: AtomicUsize,
    unanswered: AtomicUsize,
    most_unanswered: AtomicUsize,
    is_closed: AtomicBool,
}

pub(crate) struct Server {
    pub(crate) address: String,
    manner: Arc<Mutex<Manner>>,
    log: Arc<Log>,
}

impl Server {
    pub(crate) fn start(manner: Manner) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let manner = Arc::new(Mutex::new(manner));
        let log = Arc::<Log>::default();
        let (manner_there, log_there) = (manner.clone(), log.clone());
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if log_there.is_closed.load(Ordering::SeqCst) {
                    return;
                }
                let (manner, log) = (manner_there.clone(), log_there.clone());
                std::thread::spawn(move || serve(stream, &manner, &log));
            }
        });
        Self {
            address,
            manner,
            log,
        }
    }

    pub(crate) fn change_to(&self, manner: Manner) {
        *self.manner.lock().unwrap() = manner;
    }

    pub(crate) fn connections(&self) -> usize {
        self.log.connections.load(Ordering::SeqCst)
    }

    /// How many requests waited for an answer together.
    pub(crate) fn most_at_a_time(&self) -> usize {
        self.log.most_unanswered.load(Ordering::SeqCst)
    }

    /// The requests as they came, headers and all, in small letters.
    pub(crate) fn requests(&self) -> Vec<String> {
        self.log.requests.lock().unwrap().clone()
    }

    /// The paths that were asked for.
    pub(crate) fn paths(&self) -> Vec<String> {
        let path = |request: &String| request.split(' ').nth(1).unwrap().to_owned();
        self.requests().iter().map(path).collect()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.log.is_closed.store(true, Ordering::SeqCst);
        let _ = TcpStream::connect(self.address.trim_start_matches("http://"));
    }
}

/// Answers the requests of a connection, one after the other.
fn serve(mut stream: TcpStream, manner: &Mutex<Manner>, log: &Log) {
    log.connections.fetch_add(1, Ordering::SeqCst);
    while let Some(request) = request(&mut stream) {
        let path = request.split(' ').nth(1).unwrap_or_default().to_owned();
        log.requests.lock().unwrap().push(request.clone());
        let unanswered = log.unanswered.fetch_add(1, Ordering::SeqCst) + 1;
        log.most_unanswered.fetch_max(unanswered, Ordering::SeqCst);
        // So that those that come together are together here. It is over before the answer is
        // heard: who hears it may ask for the next at once.
        std::thread::sleep(Duration::from_millis(3));
        log.unanswered.fetch_sub(1, Ordering::SeqCst);
        let manner = manner.lock().unwrap().clone();
        let answered = match &manner {
            Manner::Confirmed(body) => confirm(&mut stream, body, &request),
            _ => answer(&mut stream, &manner, &path, log),
        };
        if answered.is_none() {
            break;
        }
    }
}

fn request(stream: &mut TcpStream) -> Option<String> {
    let mut request = Vec::new();
    let mut byte = [0];
    while !request.ends_with(b"\r\n\r\n") {
        if stream.read(&mut byte).ok()? == 0 {
            return None;
        }
        request.push(byte[0]);
    }
    Some(String::from_utf8_lossy(&request).to_lowercase())
}

fn send(stream: &mut TcpStream, length: usize, body: &[u8]) -> Option<()> {
    let head = format!(
        "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nCache-Control: max-age=600\r\n\
         Content-Length: {length}\r\n\r\n"
    );
    stream.write_all(head.as_bytes()).ok()?;
    stream.write_all(body).ok()
}

/// The picture, or only that it has not changed where it is known already.
fn confirm(stream: &mut TcpStream, body: &[u8], request: &str) -> Option<()> {
    let terms = "Content-Type: image/png\r\nCache-Control: max-age=0\r\nETag: \"one\"";
    let (status, length, body) = if request.contains("if-none-match") {
        ("304 Not Modified", String::new(), &[][..])
    } else {
        let length = format!("Content-Length: {}\r\n", body.len());
        ("200 OK", length, body)
    };
    let head = format!("HTTP/1.1 {status}\r\n{terms}\r\n{length}\r\n");
    stream.write_all(head.as_bytes()).ok()?;
    stream.write_all(body).ok()
}

/// None when the connection is over.
fn answer(stream: &mut TcpStream, manner: &Manner, path: &str, log: &Log) -> Option<()> {
    match manner {
        Manner::Picture(body) | Manner::Called(body) | Manner::Confirmed(body) => {
            send(stream, body.len(), body)
        }
        Manner::Own => {
            let body = own(path);
            send(stream, body.len(), &body)
        }
        Manner::Silent => {
            while !log.is_closed.load(Ordering::SeqCst) && is_open(stream) {
                std::thread::sleep(Duration::from_millis(20));
            }
            None
        }
        Manner::HalfOf(body) => {
            send(stream, body.len(), &body[..body.len() / 2]);
            None
        }
        Manner::Cut => None,
        Manner::Status(status) => {
            let head = format!("HTTP/1.1 {status} So\r\nContent-Length: 0\r\n\r\n");
            stream.write_all(head.as_bytes()).ok()
        }
        Manner::Redirect(to) => {
            let head = format!("HTTP/1.1 302 So\r\nLocation: {to}\r\nContent-Length: 0\r\n\r\n");
            stream.write_all(head.as_bytes()).ok()
        }
        Manner::ShortLength(body) => {
            send(stream, body.len() / 3, body);
            None
        }
        Manner::Flood => {
            send(stream, usize::MAX >> 2, &[]);
            while stream.write_all(&[0; 4_096]).is_ok() {}
            None
        }
        Manner::Garbage => {
            stream.write_all(b"\x00\xffwhat is this\r\n\r\n").ok();
            None
        }
    }
}

fn is_open(stream: &TcpStream) -> bool {
    let _ = stream.set_nonblocking(true);
    let gone = matches!(stream.peek(&mut [0]), Ok(0));
    let _ = stream.set_nonblocking(false);
    !gone
}

/// A square of one colour.
pub(crate) fn png(side: u32, color: [u8; 3]) -> Vec<u8> {
    written(&image::RgbImage::from_pixel(side, side, image::Rgb(color)))
}

fn written(image: &image::RgbImage) -> Vec<u8> {
    let mut bytes = Vec::new();
    let format = image::ImageFormat::Png;
    image
        .write_to(&mut Cursor::new(&mut bytes), format)
        .unwrap();
    bytes
}

/// The zoom, column and row a path asks for.
pub(crate) fn tile_at(path: &str) -> Option<[u32; 3]> {
    let numbers = path.trim_end_matches(".png").split('/');
    let numbers: Vec<u32> = numbers.filter_map(|part| part.parse().ok()).collect();
    numbers.try_into().ok()
}

/// Red goes up with the column, blue with the row; a dark edge, and a disc in the middle.
fn own(path: &str) -> Vec<u8> {
    let Some([zoom, x, y]) = tile_at(path) else {
        return Vec::new();
    };
    let part = |at: u32| ((at * 180) >> zoom) as u8 + 60;
    let color = image::Rgb([part(x), 170, part(y)]);
    let image = image::RgbImage::from_fn(256, 256, |across, down| {
        let (right, low) = (across.abs_diff(128), down.abs_diff(128));
        if right > 126 || low > 126 {
            image::Rgb([60, 60, 60])
        } else if right * right + low * low < 900 {
            image::Rgb([255, 255, 255])
        } else {
            color
        }
    });
    written(&image)
}

/// A picture that states to be larger than any machine.
pub(crate) fn bomb() -> Vec<u8> {
    let mut bytes = png(256, [9, 9, 9]);
    let sides = [0x00, 0x0f, 0xff, 0xff, 0x00, 0x0f, 0xff, 0xff];
    bytes[16..24].copy_from_slice(&sides);
    let check = crc(&bytes[12..29]).to_be_bytes();
    bytes[29..33].copy_from_slice(&check);
    bytes
}

/// The checksum of a chunk, so that only its sides are wrong.
fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |mut sum, &byte| {
        sum ^= u32::from(byte);
        for _ in 0..8 {
            sum = (sum >> 1) ^ (0xedb8_8320 & (sum & 1).wrapping_neg());
        }
        sum
    })
}
