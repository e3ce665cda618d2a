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
use stand::{
    BUSIEST, CITY, COUNTRY, FrameMade, REGION, Stand, WINDOW_PX, WORLD, drag, print_row, spread,
};

const FRAMES: u32 = 120;

fn main() {
    let only = std::env::var("ONLY").unwrap_or_default();
    for view in [WORLD, REGION, BUSIEST, COUNTRY, CITY] {
        if !view.0.contains(&only) {
            continue;
        }
        let render = create_render_state(default_wgpu_setup(), RendererOptions::default());
        let adapter = render.adapter.get_info();
        let mut stand = Stand::open(view, Some(&render));
        let target = target(&render);
        for step in 0..10 {
            let made = stand.step(drag(step));
            draw(
                &render,
                &target,
                &made,
                &std::mem::take(&mut stand.textures),
            );
        }
        let samples = (10..10 + FRAMES).map(|step| {
            let start = Instant::now();
            let made = stand.step(drag(step));
            draw(
                &render,
                &target,
                &made,
                &std::mem::take(&mut stand.textures),
            );
            start.elapsed()
        });
        let (median, last) = spread(samples.collect());
        let rate = |time: Duration| 1.0 / time.as_secs_f64();
        print_row(
            &format!("dragging, {} ({})", view.0, adapter.name),
            &format!(
                "{:5.1} a second, 99 in 100 above {:5.1}",
                rate(median),
                rate(last)
            ),
        );
    }
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
    let screen = ScreenDescriptor {
        size_in_pixels: [WINDOW_PX.x as u32, WINDOW_PX.y as u32],
        pixels_per_point: 1.0,
    };
    let mut encoder = device.create_command_encoder(&wgpu::CommandEncoderDescriptor::default());
    let uploads = renderer.update_buffers(device, queue, &mut encoder, &made.primitives, &screen);
    let mut pass = encoder
        .begin_render_pass(&wgpu::RenderPassDescriptor {
            label: Some("frame"),
            color_attachments: &[Some(wgpu::RenderPassColorAttachment {
                view: target,
                resolve_target: None,
                ops: wgpu::Operations {
                    load: wgpu::LoadOp::Clear(wgpu::Color::TRANSPARENT),
                    store: wgpu::StoreOp::Store,
                },
                depth_slice: None,
            })],
            ..Default::default()
        })
        .forget_lifetime();
    renderer.render(&mut pass, &made.primitives, &screen);
    drop(pass);
    queue.submit(uploads.into_iter().chain([encoder.finish()]));
    for id in &textures.free {
        renderer.free_texture(id);
    }
    device
        .poll(wgpu::PollType::Wait {
            submission_index: None,
            timeout: Some(Duration::from_secs(10)),
        })
        .unwrap();
}
