//! KML 2.2 for globes: a folder and a style for each overlay, and for each feature a note with what
//! the story says of it and where; a folder for each kind of thing that an article names.
//!
//! Colours and widths are those of the light theme. KML knows no dashes, so these are told in words.
//! It knows times, but periods are left to the words too: they are vague, and a globe would hide
//! what lies outside of the one it happens to show.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::kml_note::{note_of, paragraphs};
use super::named::Group;
use super::shape::{Part, Position};
use super::{DataChoice, Row, StoryData};
use crate::theme::{FeatureLook, Theme, ThemeKind};
use crate::world::{Basis, Id, Overlay, Status};

const NAMESPACE: &str = "http://www.opengis.net/kml/2.2";

/// How much of an area's colour covers the ground.
const FILL_PERCENT: u32 = 35;

/// What a note of the whole file does not say: it is said beside it, or in other words there.
const UNTOLD: [&str; 3] = ["title", "as_of", "worldview"];

/// Parts the entries of a list.
const BETWEEN: &str = " | ";

type Xml = Writer<Vec<u8>>;
type Written = std::io::Result<()>;

pub(super) fn write(
    story: &StoryData<'_>,
    choice: DataChoice,
    rows: &[Row<'_>],
) -> Result<Vec<u8>, String> {
    let mut xml = Writer::new_with_indent(Vec::new(), b' ', 1);
    document(&mut xml, story, choice, rows).map_err(|error| error.to_string())?;
    let mut bytes = xml.into_inner();
    bytes.push(b'\n');
    Ok(bytes)
}

fn document(xml: &mut Xml, story: &StoryData<'_>, choice: DataChoice, rows: &[Row<'_>]) -> Written {
    let overlays: Vec<(Id<Overlay>, &Overlay)> = story
        .world
        .overlays
        .iter()
        .filter(|(id, _)| rows.iter().any(|row| is_of_overlay(row, *id)))
        .collect();
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let kml = xml
        .create_element("kml")
        .with_attribute(("xmlns", NAMESPACE));
    kml.write_inner_content(|xml| {
        within(xml, "Document", |xml| {
            let about = story.about(choice);
            text(xml, "name", &story.world.title)?;
            text(xml, "open", "1")?;
            let told = about.iter().filter(|(name, _)| !UNTOLD.contains(name));
            let told = paragraphs(told.map(|(_, words)| words));
            text(xml, "description", &told)?;
            for &(id, overlay) in &overlays {
                styles(xml, id, overlay)?;
            }
            extended(
                xml,
                about.iter().map(|(name, words)| (*name, words.clone())),
            )?;
            for &(id, overlay) in &overlays {
                let own = rows.iter().filter(|row| is_of_overlay(row, id));
                let told = [&overlay.about, &overlay.limits].into_iter();
                let told = paragraphs(told.filter(|words| !words.is_empty()));
                folder(xml, (&overlay.name, &told), story, own)?;
            }
            for group in Group::ALL {
                let is_own = |row: &&Row<'_>| Group::of(row.subject) == Some(group);
                let mut own = rows.iter().filter(is_own).peekable();
                if own.peek().is_some() {
                    folder(xml, (group.name(), ""), story, own)?;
                }
            }
            Ok(())
        })
    })?;
    Ok(())
}

fn is_of_overlay(row: &Row<'_>, overlay: Id<Overlay>) -> bool {
    row.feature
        .is_some_and(|feature| feature.overlay == overlay)
}

fn folder<'a>(
    xml: &mut Xml,
    (name, told): (&str, &str),
    story: &StoryData<'_>,
    rows: impl Iterator<Item = &'a Row<'a>>,
) -> Written {
    within(xml, "Folder", |xml| {
        text(xml, "name", name)?;
        if !told.is_empty() {
            text(xml, "description", told)?;
        }
        for row in rows {
            placemark(xml, story, row)?;
        }
        Ok(())
    })
}

fn placemark(xml: &mut Xml, story: &StoryData<'_>, row: &Row<'_>) -> Written {
    within(xml, "Placemark", |xml| {
        text(xml, "name", row.name)?;
        text(xml, "description", &note_of(story, row))?;
        if let Some(feature) = row.feature {
            let style = if feature.is_afterwards {
                since_name(feature.overlay)
            } else {
                style_name(feature.overlay)
            };
            text(xml, "styleUrl", &format!("#{style}"))?;
        }
        let values = row.named_values();
        extended(
            xml,
            values.map(|(name, value)| (name, value.to_text(BETWEEN))),
        )?;
        shape(xml, &row.shape.parts())
    })
}

/// A name that holds in any story, whose keys may be anything.
fn style_name(overlay: Id<Overlay>) -> String {
    format!("overlay-{}", overlay.index() + 1)
}

/// The style of what has happened since the article.
fn since_name(overlay: Id<Overlay>) -> String {
    format!("{}-since", style_name(overlay))
}

/// Of the article's time, and of what has happened since.
fn styles(xml: &mut Xml, id: Id<Overlay>, overlay: &Overlay) -> Written {
    let theme = Theme::new(ThemeKind::Light);
    let own = theme.feature(overlay.style, None, Status::InForce, Basis::Stated);
    style(xml, &style_name(id), own)?;
    style(xml, &since_name(id), theme.afterwards(own))
}

fn style(xml: &mut Xml, name: &str, look: FeatureLook) -> Written {
    let style = xml.create_element("Style").with_attribute(("id", name));
    style.write_inner_content(|xml| {
        let color = color_of(look, 100);
        within(xml, "IconStyle", |xml| text(xml, "color", &color))?;
        within(xml, "LineStyle", |xml| {
            text(xml, "color", &color)?;
            text(xml, "width", &look.line.width.to_string())
        })?;
        within(xml, "PolyStyle", |xml| {
            text(xml, "color", &color_of(look, FILL_PERCENT))
        })
    })?;
    Ok(())
}

/// KML has the parts of a colour the other way round.
fn color_of(look: FeatureLook, percent: u32) -> String {
    let [red, green, blue, _] = look.line.color.to_array();
    let alpha = 255 * percent / 100;
    format!("{alpha:02x}{blue:02x}{green:02x}{red:02x}")
}

fn shape(xml: &mut Xml, parts: &[Part<'_>]) -> Written {
    match parts {
        [] => Ok(()),
        [Part::Point(_) | Part::Line(_) | Part::Polygon(_)] => geometries(xml, parts),
        _ => within(xml, "MultiGeometry", |xml| geometries(xml, parts)),
    }
}

fn geometries(xml: &mut Xml, parts: &[Part<'_>]) -> Written {
    for part in parts {
        match *part {
            Part::Point(at) => point(xml, at)?,
            Part::Points(points) => points.iter().try_for_each(|at| point(xml, at))?,
            Part::Line(of) => line(xml, of)?,
            Part::Lines(lines) => lines.iter().try_for_each(|of| line(xml, of))?,
            Part::Polygon(rings) => polygon(xml, rings)?,
            Part::Polygons(all) => all.iter().try_for_each(|rings| polygon(xml, rings))?,
        }
    }
    Ok(())
}

fn point(xml: &mut Xml, at: &Position) -> Written {
    within(xml, "Point", |xml| {
        coordinates(xml, std::slice::from_ref(at))
    })
}

/// Along the ground: without it, a globe draws long lines through the Earth.
fn line(xml: &mut Xml, points: &[Position]) -> Written {
    within(xml, "LineString", |xml| {
        text(xml, "tessellate", "1")?;
        coordinates(xml, points)
    })
}

fn polygon(xml: &mut Xml, rings: &[Vec<Position>]) -> Written {
    within(xml, "Polygon", |xml| {
        text(xml, "tessellate", "1")?;
        for (index, ring) in rings.iter().enumerate() {
            let boundary = if index == 0 {
                "outerBoundaryIs"
            } else {
                "innerBoundaryIs"
            };
            within(xml, boundary, |xml| {
                within(xml, "LinearRing", |xml| coordinates(xml, ring))
            })?;
        }
        Ok(())
    })
}

fn coordinates(xml: &mut Xml, points: &[Position]) -> Written {
    let words = points
        .iter()
        .map(|[lon_deg, lat_deg]| format!("{lon_deg},{lat_deg}"));
    text(
        xml,
        "coordinates",
        &words.collect::<Vec<String>>().join(" "),
    )
}

/// Values by name, for a GIS. What is not known is left out.
fn extended<'a>(xml: &mut Xml, values: impl Iterator<Item = (&'a str, String)>) -> Written {
    within(xml, "ExtendedData", |xml| {
        for (name, value) in values.filter(|(_, value)| !value.is_empty()) {
            let data = xml.create_element("Data").with_attribute(("name", name));
            data.write_inner_content(|xml| text(xml, "value", &value))?;
        }
        Ok(())
    })
}

fn within(xml: &mut Xml, name: &str, content: impl FnOnce(&mut Xml) -> Written) -> Written {
    xml.create_element(name).write_inner_content(content)?;
    Ok(())
}

fn text(xml: &mut Xml, name: &str, words: &str) -> Written {
    // Letters that XML has no way to write.
    let is_sound =
        |letter: &char| matches!(letter, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..);
    let words: String = words.chars().filter(is_sound).collect();
    let element = xml.create_element(name);
    element.write_text_content(BytesText::new(&words))?;
    Ok(())
}
