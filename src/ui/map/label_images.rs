//! Names as pictures: letters and halo composed once, then drawn as one rectangle each.
//!
//! A halo laid under letters by drawing them several times costs a frame several times the text,
//! and without a graphics card the text of a map is what a frame spends most on.

use std::collections::{HashMap, HashSet};

use egui::epaint::{TextOptions, TextureAtlas, Vertex};
use egui::{Color32, Context, Mesh, Pos2, Rect, TextureHandle, TextureOptions, Vec2, pos2, vec2};

use super::font_coverage::FontCoverage;
use super::name_picture::{Lettering, Picture, WIDEST, are_known, compose};
use crate::picture::Setting;

/// How high a page of pictures is, in pixels, if nothing higher must be on it. Pages do not grow: a
/// texture that does is sent anew as a whole.
const PAGE_HEIGHT: usize = 256;

/// With more rows than this on all pages, everything is begun anew.
const MOST_ROWS: usize = 2048;

/// Where a name's picture is, and where it goes.
#[derive(Clone, Copy)]
struct Placed {
    page: usize,
    /// In pixels of the page.
    source: [usize; 2],
    size: [usize; 2],
    /// From the upper left corner of the text to that of its picture, in pixels.
    offset: Vec2,
}

/// What stands for a name: its source, and how it is set.
pub(super) type Key = (usize, Setting);

/// Pictures of names, until they are forgotten. All of them are begun anew when their pages are too
/// many, so their memory is bounded without counting who is still on show.
#[derive(Default)]
pub(super) struct LabelImages {
    pages: Vec<Page>,
    /// `None` for a name that has no picture: nothing to see, or too large for a page.
    placed: HashMap<Key, Option<Placed>>,
    /// Names whose letters were not known when they first came.
    waited: HashSet<Key>,
    pixels_per_point: f32,
}

impl LabelImages {
    /// Begins a frame's names.
    pub(super) fn begin(&mut self, context: &Context) {
        let pixels_per_point = context.pixels_per_point();
        let rows: usize = self.pages.iter().map(|page| page.atlas.size()[1]).sum();
        if rows > MOST_ROWS || (self.pixels_per_point - pixels_per_point).abs() > f32::EPSILON {
            self.forget();
        }
        self.pixels_per_point = pixels_per_point;
        for page in &mut self.pages {
            page.mesh = Mesh::default();
        }
    }

    pub(super) fn forget(&mut self) {
        self.placed.clear();
        self.waited.clear();
        self.pages.clear();
    }

    pub(super) fn has(&self, key: Key) -> bool {
        self.placed.contains_key(&key)
    }

    /// Makes the pictures of names that are new. Those with letters that are new as well wait for
    /// the next frame, once.
    pub(super) fn make(&mut self, context: &Context, new: &[(Key, Lettering)]) {
        if new.is_empty() {
            return;
        }
        FontCoverage::follow(context);
        let options = context.fonts(|fonts| *fonts.options());
        context.with_plugin(|fonts: &mut FontCoverage| {
            for (key, lettering) in new {
                if !self.waited.contains(key) && !are_known(&lettering.galley, fonts) {
                    self.waited.insert(*key);
                    continue;
                }
                let picture = compose(lettering, fonts, self.pixels_per_point);
                let placed = picture.map(|picture| self.put(&picture, options));
                self.placed.insert(*key, placed);
            }
        });
        if new.iter().any(|(key, _)| !self.has(*key)) {
            context.request_repaint();
        }
    }

    /// Puts a picture onto the last page, or onto a new one.
    fn put(&mut self, picture: &Picture, options: TextOptions) -> Placed {
        let [_, height] = picture.size;
        let has_room = self.pages.last().is_some_and(|page| page.has_room(height));
        if !has_room {
            self.pages.push(Page::new(height, options));
        }
        let source = self.pages.last_mut().map(|page| page.put(picture));
        Placed {
            page: self.pages.len().saturating_sub(1),
            source: source.unwrap_or_default(),
            size: picture.size,
            offset: picture.offset,
        }
    }

    /// Adds a name with its text's upper left corner at a position. Whether it has a picture.
    pub(super) fn add(&mut self, key: Key, at: Pos2, tint: Color32) -> bool {
        let Some(&Some(placed)) = self.placed.get(&key) else {
            return false;
        };
        let corner = (at.to_vec2() * self.pixels_per_point).round() + placed.offset;
        let size = vec2(placed.size[0] as f32, placed.size[1] as f32);
        let on_screen = Rect::from_min_size(
            (corner / self.pixels_per_point).to_pos2(),
            size / self.pixels_per_point,
        );
        let in_texture =
            Rect::from_min_size(pos2(placed.source[0] as f32, placed.source[1] as f32), size);
        if let Some(page) = self.pages.get_mut(placed.page) {
            page.mesh.add_rect_with_uv(on_screen, in_texture, tint);
        }
        true
    }

    /// All names that were added, a mesh for each page.
    pub(super) fn finish(&mut self, context: &Context) -> impl Iterator<Item = Mesh> {
        self.pages.iter_mut().map(|page| page.finish(context))
    }
}

/// A texture with pictures of names, and those of this frame's names that are on it.
struct Page {
    atlas: TextureAtlas,
    texture: Option<TextureHandle>,
    mesh: Mesh,
}

impl Page {
    /// An empty page with room for a picture so high.
    fn new(height: usize, options: TextOptions) -> Self {
        // An atlas begins with rows of its own.
        let rows = PAGE_HEIGHT.max(height + 64);
        Self {
            atlas: TextureAtlas::new([WIDEST, rows], options),
            texture: None,
            mesh: Mesh::default(),
        }
    }

    /// Whether one more picture finds room without the atlas growing.
    fn has_room(&self, height: usize) -> bool {
        let [width, rows] = self.atlas.size();
        // The atlas tells how far down it is filled as a part of its longer side.
        let filled = self.atlas.fill_ratio() * rows.max(width) as f32;
        filled.ceil() as usize + height + 2 < rows
    }

    /// Where a picture came to lie.
    fn put(&mut self, picture: &Picture) -> [usize; 2] {
        let [width, height] = picture.size;
        let ((left, upper), image) = self.atlas.allocate((width, height));
        for (index, &pixel) in picture.pixels.iter().enumerate() {
            image[(left + index % width, upper + index / width)] = pixel;
        }
        [left, upper]
    }

    fn finish(&mut self, context: &Context) -> Mesh {
        let mut mesh = std::mem::take(&mut self.mesh);
        if let Some(mut delta) = self.atlas.take_delta() {
            let options = TextureOptions::NEAREST;
            delta.options = options;
            if let Some(texture) = &self.texture {
                context.tex_manager().write().set(texture.id(), delta);
            } else {
                let name = "names on the map";
                self.texture = Some(context.load_texture(name, delta.image, options));
            }
        }
        let [width, height] = self.atlas.size();
        for Vertex { uv, .. } in &mut mesh.vertices {
            *uv = pos2(uv.x / width as f32, uv.y / height as f32);
        }
        if let Some(texture) = &self.texture {
            mesh.texture_id = texture.id();
        }
        mesh
    }
}
