//! The hill shade on the GPU: one grey picture, laid over the land as shade and light.
//!
//! Not an egui mesh: that would take four bytes for each pixel of a grey picture, and move every
//! corner of the net in every frame.

use std::ops::Range;
use std::sync::{Arc, OnceLock};

use eframe::egui_wgpu::wgpu::util::DeviceExt as _;
use eframe::egui_wgpu::{
    Callback, CallbackResources, CallbackTrait, RenderState, ScreenDescriptor, wgpu,
};
use egui::{Color32, PaintCallbackInfo, Rect, Rgba, Shape};

use crate::geography::MapProjection;
use crate::picture::{ReliefPicture, View};
use crate::theme::{ReliefLook, Theme};

const SHADER: &str = "
struct Place {
    scale: vec2<f32>,
    offset: vec2<f32>,
    shade: vec4<f32>,
    light: vec4<f32>,
};
@group(0) @binding(0) var<uniform> place: Place;
@group(0) @binding(1) var greys: texture_2d<f32>;
@group(0) @binding(2) var smooth_sampler: sampler;

struct Corner {
    @builtin(position) position: vec4<f32>,
    @location(0) uv: vec2<f32>,
};

@vertex
fn corner(@location(0) at: vec4<f32>) -> Corner {
    var out: Corner;
    out.position = vec4<f32>(at.xy * place.scale + place.offset, 0.0, 1.0);
    out.uv = at.zw;
    return out;
}

@fragment
fn slope(in: Corner) -> @location(0) vec4<f32> {
    let slope = (textureSample(greys, smooth_sampler, in.uv).r * 255.0 - 128.0) / 127.0;
    let side = select(place.light, place.shade, slope < 0.0);
    let alpha = min(abs(slope), 1.0) * side.a;
    return vec4<f32>(side.rgb * alpha, alpha);
}
";

/// What a frame draws of it.
#[derive(Clone)]
pub(super) struct ReliefFill {
    picture: Arc<ReliefPicture>,
    projection: MapProjection,
    pieces: Vec<Range<u32>>,
    rect: Rect,
    /// From the net's positions into the viewport.
    place: [f32; 4],
    look: ReliefLook,
}

impl ReliefFill {
    /// Nothing where there is nothing to see.
    pub(super) fn of(
        picture: &Arc<ReliefPicture>,
        projection: MapProjection,
        view: &View,
        theme: &Theme,
    ) -> Option<Self> {
        let look = theme.relief(view.zoom())?;
        let net = picture.net(projection)?;
        let pieces = net.in_view(view);
        if pieces.is_empty() {
            return None;
        }
        let right = view.scale * 2.0 / f64::from(view.rect.width());
        let up = view.scale * 2.0 / f64::from(view.rect.height());
        let place = [
            right,
            -up,
            (net.origin.x - view.center.x) * right,
            (view.center.y - net.origin.y) * up,
        ];
        Some(Self {
            picture: picture.clone(),
            projection,
            pieces,
            rect: view.rect,
            place: place.map(|part| part as f32),
            look,
        })
    }

    pub(super) fn shape(self) -> Shape {
        Callback::new_paint_callback(self.rect, self).into()
    }

    /// As the shader has it.
    fn uniform(&self, format: wgpu::TextureFormat) -> Vec<u8> {
        let color = |color: Color32, strength: f32| {
            let [red, green, blue, _] = if format.is_srgb() {
                Rgba::from(color).to_array()
            } else {
                color.to_array().map(|part| f32::from(part) / 255.0)
            };
            [red, green, blue, strength]
        };
        let shade = color(self.look.shade, self.look.shade_strength);
        let light = color(self.look.light, self.look.light_strength);
        bytes_of([self.place, shade, light].as_flattened())
    }
}

/// Remembers the adapter's way of writing colours; all else is made when there is a picture.
pub fn install_relief_fill(render: &RenderState) {
    install(render, Arc::default());
}

/// The same for a renderer beside the window's, on the same device: the hill shade is large, so
/// the two draw from one copy of it, whichever of them needs it first.
pub(super) fn install_shared_relief_fill(render: &RenderState, window: &RenderState) {
    let window = window.renderer.read();
    let target = window.callback_resources.get::<ReliefTarget>();
    let shared = target.map_or_else(Default::default, |target| target.shared.clone());
    drop(window);
    install(render, shared);
}

fn install(render: &RenderState, shared: Arc<OnceLock<Option<OnDevice>>>) {
    let target = ReliefTarget {
        format: render.target_format,
        shared,
        made: None,
    };
    render.renderer.write().callback_resources.insert(target);
}

struct ReliefTarget {
    format: wgpu::TextureFormat,
    /// None inside if the adapter does not take the picture.
    shared: Arc<OnceLock<Option<OnDevice>>>,
    made: Option<Made>,
}

/// A net's corners and indices.
type NetBuffers = (MapProjection, wgpu::Buffer, wgpu::Buffer);

/// What all renderers of a device share.
struct OnDevice {
    texture: wgpu::Texture,
    nets: Vec<NetBuffers>,
}

/// What each has to have of its own.
struct Made {
    pipeline: wgpu::RenderPipeline,
    bind_group: wgpu::BindGroup,
    uniform: wgpu::Buffer,
}

impl CallbackTrait for ReliefFill {
    fn prepare(
        &self,
        device: &wgpu::Device,
        queue: &wgpu::Queue,
        _screen: &ScreenDescriptor,
        _encoder: &mut wgpu::CommandEncoder,
        resources: &mut CallbackResources,
    ) -> Vec<wgpu::CommandBuffer> {
        if let Some(target) = resources.get_mut::<ReliefTarget>() {
            let shared = &target.shared;
            let shared = shared.get_or_init(|| OnDevice::of(&self.picture, device, queue));
            if target.made.is_none() {
                let texture = shared.as_ref().map(|shared| &shared.texture);
                target.made = texture.map(|texture| Made::of(texture, device, target.format));
            }
            if let Some(made) = &target.made {
                let bytes = self.uniform(target.format);
                queue.write_buffer(&made.uniform, 0, &bytes);
            }
        }
        Vec::new()
    }

    fn paint(
        &self,
        _info: PaintCallbackInfo,
        render_pass: &mut wgpu::RenderPass<'static>,
        resources: &CallbackResources,
    ) {
        let Some(target) = resources.get::<ReliefTarget>() else {
            return;
        };
        let (Some(made), Some(Some(shared))) = (&target.made, target.shared.get()) else {
            return;
        };
        let net = shared.nets.iter().find(|net| net.0 == self.projection);
        let Some((_, corners, indices)) = net else {
            return;
        };
        render_pass.set_pipeline(&made.pipeline);
        render_pass.set_bind_group(0, &made.bind_group, &[]);
        render_pass.set_vertex_buffer(0, corners.slice(..));
        render_pass.set_index_buffer(indices.slice(..), wgpu::IndexFormat::Uint32);
        for piece in &self.pieces {
            render_pass.draw_indexed(piece.clone(), 0, 0..1);
        }
    }
}

impl OnDevice {
    fn of(picture: &ReliefPicture, device: &wgpu::Device, queue: &wgpu::Queue) -> Option<Self> {
        let texture = texture(picture, device, queue)?;
        let buffer = |contents: &[u8], usage| {
            device.create_buffer_init(&wgpu::util::BufferInitDescriptor {
                label: Some("relief"),
                contents,
                usage,
            })
        };
        let nets = picture.nets().iter().map(|net| {
            let corners = bytes_of(net.corners.as_flattened());
            let indices: Vec<u8> = net.indices.iter().flat_map(|n| n.to_ne_bytes()).collect();
            (
                net.projection,
                buffer(&corners, wgpu::BufferUsages::VERTEX),
                buffer(&indices, wgpu::BufferUsages::INDEX),
            )
        });
        let nets = nets.collect();
        Some(Self { texture, nets })
    }
}

impl Made {
    fn of(texture: &wgpu::Texture, device: &wgpu::Device, format: wgpu::TextureFormat) -> Self {
        let pipeline = pipeline(device, format);
        let uniform = device.create_buffer_init(&wgpu::util::BufferInitDescriptor {
            label: Some("relief"),
            contents: &[0; 48],
            usage: wgpu::BufferUsages::UNIFORM | wgpu::BufferUsages::COPY_DST,
        });
        let view = texture.create_view(&wgpu::TextureViewDescriptor::default());
        let sampler = device.create_sampler(&wgpu::SamplerDescriptor {
            label: Some("relief"),
            mag_filter: wgpu::FilterMode::Linear,
            min_filter: wgpu::FilterMode::Linear,
            ..Default::default()
        });
        let entry = |binding, resource| wgpu::BindGroupEntry { binding, resource };
        let bind_group = device.create_bind_group(&wgpu::BindGroupDescriptor {
            label: Some("relief"),
            layout: &pipeline.get_bind_group_layout(0),
            entries: &[
                entry(0, uniform.as_entire_binding()),
                entry(1, wgpu::BindingResource::TextureView(&view)),
                entry(2, wgpu::BindingResource::Sampler(&sampler)),
            ],
        });
        Self {
            pipeline,
            bind_group,
            uniform,
        }
    }
}

/// The pixels in all their sizes, but for those an adapter finds too large.
fn texture(
    picture: &ReliefPicture,
    device: &wgpu::Device,
    queue: &wgpu::Queue,
) -> Option<wgpu::Texture> {
    let most = device.limits().max_texture_dimension_2d as usize;
    let mut sizes = picture.take_pixels();
    sizes.retain(|pixels| pixels.width.max(pixels.height) <= most);
    let largest = sizes.first()?;
    let extent = |width: usize, height: usize| wgpu::Extent3d {
        width: width as u32,
        height: height as u32,
        depth_or_array_layers: 1,
    };
    let texture = device.create_texture(&wgpu::TextureDescriptor {
        label: Some("relief"),
        size: extent(largest.width, largest.height),
        mip_level_count: sizes.len() as u32,
        sample_count: 1,
        dimension: wgpu::TextureDimension::D2,
        format: wgpu::TextureFormat::R8Unorm,
        usage: wgpu::TextureUsages::TEXTURE_BINDING | wgpu::TextureUsages::COPY_DST,
        view_formats: &[],
    });
    for (level, pixels) in sizes.iter().enumerate() {
        queue.write_texture(
            wgpu::TexelCopyTextureInfo {
                texture: &texture,
                mip_level: level as u32,
                origin: wgpu::Origin3d::ZERO,
                aspect: wgpu::TextureAspect::All,
            },
            &pixels.greys,
            wgpu::TexelCopyBufferLayout {
                offset: 0,
                bytes_per_row: Some(pixels.width as u32),
                rows_per_image: None,
            },
            extent(pixels.width, pixels.height),
        );
    }
    Some(texture)
}

fn pipeline(device: &wgpu::Device, format: wgpu::TextureFormat) -> wgpu::RenderPipeline {
    let shader = device.create_shader_module(wgpu::ShaderModuleDescriptor {
        label: Some("relief"),
        source: wgpu::ShaderSource::Wgsl(SHADER.into()),
    });
    device.create_render_pipeline(&wgpu::RenderPipelineDescriptor {
        label: Some("relief"),
        layout: None,
        vertex: wgpu::VertexState {
            module: &shader,
            entry_point: Some("corner"),
            compilation_options: wgpu::PipelineCompilationOptions::default(),
            buffers: &[Some(wgpu::VertexBufferLayout {
                array_stride: 16,
                step_mode: wgpu::VertexStepMode::Vertex,
                attributes: &wgpu::vertex_attr_array![0 => Float32x4],
            })],
        },
        primitive: wgpu::PrimitiveState::default(),
        depth_stencil: None,
        multisample: wgpu::MultisampleState::default(),
        fragment: Some(wgpu::FragmentState {
            module: &shader,
            entry_point: Some("slope"),
            compilation_options: wgpu::PipelineCompilationOptions::default(),
            targets: &[Some(wgpu::ColorTargetState {
                format,
                blend: Some(wgpu::BlendState::PREMULTIPLIED_ALPHA_BLENDING),
                write_mask: wgpu::ColorWrites::ALL,
            })],
        }),
        multiview_mask: None,
        cache: None,
    })
}

fn bytes_of(numbers: &[f32]) -> Vec<u8> {
    numbers.iter().flat_map(|n| n.to_ne_bytes()).collect()
}
