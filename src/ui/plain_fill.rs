//! Large areas of one colour, drawn without egui's shader.
//!
//! egui samples a texture for each pixel of a rectangle. Where there is no graphics card that
//! takes longer than all the rest of a frame, so the ground of panels and the sea go this way.

use eframe::egui_wgpu::{CallbackResources, CallbackTrait, RenderState, wgpu};
use egui::{Color32, PaintCallbackInfo, Painter, Rect, Rgba};

/// Fills a rectangle of the screen with one opaque colour.
pub fn fill_plain(painter: &Painter, rect: Rect, color: Color32) {
    let callback = eframe::egui_wgpu::Callback::new_paint_callback(rect, PlainFill(color));
    painter.add(callback);
}

/// Makes what [`fill_plain`] needs on a graphics adapter.
pub fn install_plain_fill(render: &RenderState) {
    let pipeline = PlainPipeline::new(&render.device, render.target_format);
    let mut renderer = render.renderer.write();
    renderer.callback_resources.insert(pipeline);
}

/// A triangle over the whole viewport, white; the blend constant gives it its colour.
const SHADER: &str = "
@vertex
fn corner(@builtin(vertex_index) index: u32) -> @builtin(position) vec4<f32> {
    let x = f32(index & 1u) * 4.0 - 1.0;
    let y = f32(index >> 1u) * 4.0 - 1.0;
    return vec4<f32>(x, y, 0.0, 1.0);
}

@fragment
fn white() -> @location(0) vec4<f32> {
    return vec4<f32>(1.0);
}
";

struct PlainPipeline {
    pipeline: wgpu::RenderPipeline,
    /// Whether the target takes linear light rather than the values of a picture file.
    is_linear: bool,
}

impl PlainPipeline {
    fn new(device: &wgpu::Device, format: wgpu::TextureFormat) -> Self {
        let shader = device.create_shader_module(wgpu::ShaderModuleDescriptor {
            label: Some("plain fill"),
            source: wgpu::ShaderSource::Wgsl(SHADER.into()),
        });
        let by_constant = wgpu::BlendComponent {
            src_factor: wgpu::BlendFactor::Constant,
            dst_factor: wgpu::BlendFactor::Zero,
            operation: wgpu::BlendOperation::Add,
        };
        let targets = [Some(wgpu::ColorTargetState {
            format,
            blend: Some(wgpu::BlendState {
                color: by_constant,
                alpha: by_constant,
            }),
            write_mask: wgpu::ColorWrites::ALL,
        })];
        let pipeline = device.create_render_pipeline(&wgpu::RenderPipelineDescriptor {
            label: Some("plain fill"),
            layout: None,
            vertex: wgpu::VertexState {
                module: &shader,
                entry_point: Some("corner"),
                compilation_options: wgpu::PipelineCompilationOptions::default(),
                buffers: &[],
            },
            primitive: wgpu::PrimitiveState::default(),
            depth_stencil: None,
            multisample: wgpu::MultisampleState::default(),
            fragment: Some(wgpu::FragmentState {
                module: &shader,
                entry_point: Some("white"),
                compilation_options: wgpu::PipelineCompilationOptions::default(),
                targets: &targets,
            }),
            multiview_mask: None,
            cache: None,
        });
        Self {
            pipeline,
            is_linear: format.is_srgb(),
        }
    }
}

struct PlainFill(Color32);

impl CallbackTrait for PlainFill {
    fn paint(
        &self,
        _info: PaintCallbackInfo,
        render_pass: &mut wgpu::RenderPass<'static>,
        resources: &CallbackResources,
    ) {
        let Some(plain) = resources.get::<PlainPipeline>() else {
            return;
        };
        let [red, green, blue, alpha] = if plain.is_linear {
            Rgba::from(self.0).to_array()
        } else {
            self.0.to_array().map(|part| f32::from(part) / 255.0)
        };
        render_pass.set_pipeline(&plain.pipeline);
        render_pass.set_blend_constant(wgpu::Color {
            r: red.into(),
            g: green.into(),
            b: blue.into(),
            a: alpha.into(),
        });
        render_pass.draw(0..3, 0..1);
    }
}
