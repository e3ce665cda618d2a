//! Has the device draw what egui made, onto a texture instead of a window.

use eframe::egui_wgpu::{RenderState, ScreenDescriptor, wgpu};
use egui::ClippedPrimitive;

/// Draws onto a target that is cleared before. The textures that are drawn with are known to the
/// renderer already.
pub fn paint_onto(
    render: &RenderState,
    target: &wgpu::TextureView,
    primitives: &[ClippedPrimitive],
    screen: &ScreenDescriptor,
) {
    let (device, queue) = (&render.device, &render.queue);
    let mut renderer = render.renderer.write();
    let mut encoder = device.create_command_encoder(&wgpu::CommandEncoderDescriptor::default());
    let uploads = renderer.update_buffers(device, queue, &mut encoder, primitives, screen);
    let mut pass = encoder
        .begin_render_pass(&wgpu::RenderPassDescriptor {
            label: Some("onto a texture"),
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
    renderer.render(&mut pass, primitives, screen);
    drop(pass);
    queue.submit(uploads.into_iter().chain([encoder.finish()]));
}
