//! Frames a second of the whole program on the graphics adapter there is, drawn to a texture:
//! input, egui, upload, drawing, and the wait until it is drawn. With `WGPU_BACKEND=vulkan` and
//! no graphics card that is Mesa's lavapipe.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    clippy::iter_over_hash_type,
    reason = "a bench may panic and reads the clock; the order of textures does not matter"
)]

mod stand;

use std::time::{Duration, Instant};

use eframe::egui_wgpu::{RenderState, RendererOptions, ScreenDescriptor, wgpu};
use egui::TexturesDelta;
use egui_kittest::wgpu::{create_render_state, default_wgpu_setup};
use passage::ui::paint_onto;
use stand::{
    BUSIEST, CITY, COUNTRY, FrameMade, REGION, Stand, WINDOW_PX, WORLD, drag, print_row, spread,
};

const FRAMES: u32 = 120;

/// Half zoom levels from the farthest view to the nearest, over the middle of the story.
const SWEEP: std::ops::RangeInclusive<u32> = 5..=24;
const SWEEP_FRAMES: u32 = 40;

fn main() {
    let render = create_render_state(default_wgpu_setup(), RendererOptions::default());
    let adapter = render.adapter.get_info();
    print_row(&format!("frames a second, {}", adapter.name), "");
    drop(render);
    for view in [WORLD, REGION, BUSIEST, COUNTRY, CITY] {
        let (median, last) = spread(frames(view, FRAMES));
        print_rate(&format!("dragging, {}", view.0), median, last);
    }
    let slowest = SWEEP.map(|half| {
        let zoom = f64::from(half) / 2.0;
        let (median, last) = spread(frames(("a zoom", [68.0, 31.0, zoom]), SWEEP_FRAMES));
        (median, last, half)
    });
    if let Some((median, last, half)) = slowest.max() {
        let zoom = f64::from(half) / 2.0;
        print_rate(
            &format!("the slowest of all half zoom levels: {zoom}"),
            median,
            last,
        );
    }
}

/// How long each frame of a drag takes at a view.
fn frames(view: stand::View, count: u32) -> Vec<Duration> {
    let render = create_render_state(default_wgpu_setup(), RendererOptions::default());
    let mut stand = Stand::open(view, Some(&render));
    let target = target(&render);
    let mut step = |step: u32| {
        let start = Instant::now();
        let made = stand.step(drag(step));
        let textures = std::mem::take(&mut stand.textures);
        draw(&render, &target, &made, &textures);
        start.elapsed()
    };
    for warm_up in 0..10 {
        step(warm_up);
    }
    (10..10 + count).map(step).collect()
}

fn print_rate(what: &str, median: Duration, last: Duration) {
    let rate = |time: Duration| 1.0 / time.as_secs_f64();
    let (median, last) = (rate(median), rate(last));
    print_row(
        what,
        &format!("{median:5.1} a second, 99 in 100 above {last:5.1}"),
    );
}

fn target(render: &RenderState) -> wgpu::TextureView {
    let texture = render.device.create_texture(&wgpu::TextureDescriptor {
        label: Some("window"),
        size: wgpu::Extent3d {
            width: WINDOW_PX.x as u32,
            height: WINDOW_PX.y as u32,
            depth_or_array_layers: 1,
        },
        mip_level_count: 1,
        sample_count: 1,
        dimension: wgpu::TextureDimension::D2,
        format: render.target_format,
        usage: wgpu::TextureUsages::RENDER_ATTACHMENT,
        view_formats: &[],
    });
    texture.create_view(&wgpu::TextureViewDescriptor::default())
}

/// Draws a frame as eframe does, and waits for it.
fn draw(
    render: &RenderState,
    target: &wgpu::TextureView,
    made: &FrameMade,
    textures: &TexturesDelta,
) {
    let (device, queue) = (&render.device, &render.queue);
    let mut renderer = render.renderer.write();
    for (id, images) in &textures.set {
        for image in images {
            renderer.update_texture(device, queue, *id, image);
        }
    }
    drop(renderer);
    let screen = ScreenDescriptor {
        size_in_pixels: [WINDOW_PX.x as u32, WINDOW_PX.y as u32],
        pixels_per_point: 1.0,
    };
    paint_onto(render, target, &made.primitives, &screen);
    let mut renderer = render.renderer.write();
    for id in &textures.free {
        renderer.free_texture(id);
    }
    drop(renderer);
    device
        .poll(wgpu::PollType::Wait {
            submission_index: None,
            timeout: Some(Duration::from_secs(10)),
        })
        .unwrap();
}
