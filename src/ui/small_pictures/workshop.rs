//! Draws a map off screen: an egui of its own, a renderer of its own on the window's device, and one
//! map whose view goes from picture to picture.
//!
//! A picture is drawn at twice its width and height and then brought down, so that lines thinner
//! than a pixel stay whole.

use eframe::egui_wgpu::{RenderState, Renderer, RendererOptions, ScreenDescriptor, wgpu};
use egui::epaint::Primitive;
use egui::mutex::RwLock;
use egui::{
    ClippedPrimitive, Color32, Context, Mesh, Pos2, RawInput, Rect, TextureId, TexturesDelta, Vec2,
    ViewportId, pos2,
};
use std::sync::Arc;

use super::shelf::Drawn;
use super::{Order, REDUCTION};
use crate::theme::{Theme, fonts};
use crate::ui::map::{MapState, map_ui};
use crate::ui::relief_fill::install_shared_relief_fill;
use crate::ui::{Outbox, UiContext, install_plain_fill, paint_onto};

/// What egui samples textures in.
const FORMAT: wgpu::TextureFormat = wgpu::TextureFormat::Rgba8Unorm;

/// A picture in the device's memory.
pub(super) struct Picture {
    pub texture: wgpu::Texture,
    view: wgpu::TextureView,
    /// What the window's renderer knows it by.
    pub id: TextureId,
}

pub(super) struct Workshop {
    window: RenderState,
    own: RenderState,
    context: Context,
    pub map: MapState,
    /// Not yet handed to the renderer.
    textures: TexturesDelta,
    /// What a picture is drawn on at first.
    sheet: Option<Picture>,
}

impl Workshop {
    pub(super) fn new(window: &RenderState) -> Self {
        let options = RendererOptions {
            dithering: false,
            ..RendererOptions::default()
        };
        let renderer = Renderer::new(&window.device, FORMAT, options);
        let own = RenderState {
            target_format: FORMAT,
            renderer: Arc::new(RwLock::new(renderer)),
            ..window.clone()
        };
        walkers::install_renderer(Some(&own));
        install_plain_fill(&own);
        install_shared_relief_fill(&own, window);
        let context = Context::default();
        fonts::install(&context);
        Self {
            window: window.clone(),
            own,
            context,
            map: MapState::bare(),
            textures: TexturesDelta::default(),
            sheet: None,
        }
    }

    pub(super) fn change_look(&mut self, theme: &Theme) {
        self.map.forget_looks();
        fonts::apply_style(&self.context, theme);
    }

    /// Draws a picture, over an older one if there is one. While it is not complete, the older one
    /// is as it was.
    pub(super) fn draw(
        &mut self,
        context: UiContext<'_>,
        order: &Order,
        old: Option<Picture>,
    ) -> Drawn<Picture> {
        let primitives = self.run(context, order);
        self.hand_over_textures();
        if !self.map.is_complete() {
            return Drawn::InPart(old);
        }
        let picture = made(old, order.size_px, &self.window);
        let sheet_px = order.size_px.map(|side| side * REDUCTION as u32);
        let sheet = made(self.sheet.take(), sheet_px, &self.own);
        self.paint(&sheet.view, &primitives, sheet_px, order.pixels_per_point);
        let reduced = [covering(sheet.id, order.size_px)];
        self.paint(&picture.view, &reduced, order.size_px, 1.0);
        self.sheet = Some(sheet);
        Drawn::Complete(picture)
    }

    /// One frame of the map.
    fn run(&mut self, context: UiContext<'_>, order: &Order) -> Vec<ClippedPrimitive> {
        let mut input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, order.screen())),
            ..RawInput::default()
        };
        let window = input.viewports.entry(ViewportId::ROOT).or_default();
        window.native_pixels_per_point = Some(order.pixels_per_point);
        let (map, mut camera) = (&mut self.map, order.camera());
        let mut outbox = Outbox::default();
        let output = self.context.run_ui(input, |ui| {
            map_ui(ui, context, map, &mut camera, &mut outbox);
        });
        self.textures.append(output.textures_delta);
        self.context
            .tessellate(output.shapes, output.pixels_per_point)
    }

    #[expect(
        clippy::iter_over_hash_type,
        reason = "the order of textures does not matter"
    )]
    fn hand_over_textures(&mut self) {
        let mut renderer = self.own.renderer.write();
        let (device, queue) = (&self.own.device, &self.own.queue);
        for (id, images) in self.textures.set.drain() {
            for image in images {
                renderer.update_texture(device, queue, id, &image);
            }
        }
        for id in self.textures.free.drain() {
            renderer.free_texture(&id);
        }
    }

    /// Has the device draw.
    fn paint(
        &self,
        target: &wgpu::TextureView,
        primitives: &[ClippedPrimitive],
        size_in_pixels: [u32; 2],
        pixels_per_point: f32,
    ) {
        let screen = ScreenDescriptor {
            size_in_pixels,
            pixels_per_point,
        };
        paint_onto(&self.own, target, primitives, &screen);
    }
}

/// A picture of that size, known to a renderer; the old one if it is of that size.
fn made(old: Option<Picture>, [width, height]: [u32; 2], render: &RenderState) -> Picture {
    let is_of_size =
        |picture: &Picture| (picture.texture.width(), picture.texture.height()) == (width, height);
    let old = match old {
        Some(old) if is_of_size(&old) => return old,
        old => old.map(|old| old.id),
    };
    let texture = render.device.create_texture(&wgpu::TextureDescriptor {
        label: Some("small picture"),
        size: wgpu::Extent3d {
            width,
            height,
            depth_or_array_layers: 1,
        },
        mip_level_count: 1,
        sample_count: 1,
        dimension: wgpu::TextureDimension::D2,
        format: FORMAT,
        usage: wgpu::TextureUsages::RENDER_ATTACHMENT
            | wgpu::TextureUsages::TEXTURE_BINDING
            | wgpu::TextureUsages::COPY_SRC,
        view_formats: &[],
    });
    let view = texture.create_view(&wgpu::TextureViewDescriptor::default());
    let (device, smooth) = (&render.device, wgpu::FilterMode::Linear);
    let mut renderer = render.renderer.write();
    let id = if let Some(id) = old {
        renderer.update_egui_texture_from_wgpu_texture(device, &view, smooth, id);
        id
    } else {
        renderer.register_native_texture(device, &view, smooth)
    };
    drop(renderer);
    Picture { texture, view, id }
}

/// A texture over a whole target of a size in pixels.
fn covering(texture: TextureId, size_px: [u32; 2]) -> ClippedPrimitive {
    let size = Vec2::from(size_px.map(|side| side as f32));
    let rect = Rect::from_min_size(Pos2::ZERO, size);
    let whole = Rect::from_min_max(Pos2::ZERO, pos2(1.0, 1.0));
    let mut mesh = Mesh::with_texture(texture);
    mesh.add_rect_with_uv(rect, whole, Color32::WHITE);
    ClippedPrimitive {
        clip_rect: rect,
        primitive: Primitive::Mesh(mesh),
    }
}
