//! Reading the files as another program would.

use std::collections::BTreeMap;

use quick_xml::Reader;
use quick_xml::events::Event;
use serde_json::Value;

/// Parts the entries of a list where a format has none.
const BETWEEN: &str = " | ";

/// A feature as a file has it: what is said of it, without what is not known, and its points in
/// rows: one for each site, line and ring.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Told {
    pub words: BTreeMap<String, String>,
    pub rows: Vec<Vec<[f64; 2]>>,
}

pub(crate) fn from_geojson(bytes: &[u8]) -> Vec<Told> {
    let json: Value = serde_json::from_slice(bytes).unwrap();
    assert_eq!(json["type"], "FeatureCollection");
    let features = json["features"].as_array().unwrap().iter();
    let told = features.map(|feature| {
        assert_eq!(feature["type"], "Feature");
        let words = feature["properties"].as_object().unwrap().iter();
        let words = words.map(|(name, value)| (name.clone(), words_of(value)));
        let mut rows = Vec::new();
        rows_of(&feature["geometry"], &mut rows);
        Told {
            words: words.filter(|(_, words)| !words.is_empty()).collect(),
            rows,
        }
    });
    told.collect()
}

fn words_of(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(entries) => {
            let words: Vec<String> = entries.iter().map(words_of).collect();
            words.join(BETWEEN)
        }
        other => other.to_string(),
    }
}

pub(crate) fn rows_of(geometry: &Value, rows: &mut Vec<Vec<[f64; 2]>>) {
    if let Some(parts) = geometry["geometries"].as_array() {
        for part in parts {
            rows_of(part, rows);
        }
    } else if geometry["type"] == "MultiPoint" {
        let points = geometry["coordinates"].as_array().unwrap().iter();
        rows.extend(points.map(|point| vec![position(point)]));
    } else {
        add_rows(&geometry["coordinates"], rows);
    }
}

fn position(entry: &Value) -> [f64; 2] {
    [entry[0].as_f64().unwrap(), entry[1].as_f64().unwrap()]
}

fn add_rows(coordinates: &Value, rows: &mut Vec<Vec<[f64; 2]>>) {
    let Some(entries) = coordinates.as_array() else {
        return;
    };
    if entries[0].is_number() {
        rows.push(vec![position(coordinates)]);
    } else if entries[0][0].is_number() {
        rows.push(entries.iter().map(position).collect());
    } else {
        for entry in entries {
            add_rows(entry, rows);
        }
    }
}

pub(crate) fn from_csv(bytes: &[u8]) -> Vec<Told> {
    let mut table = csv::Reader::from_reader(bytes);
    let names = table.headers().unwrap().clone();
    let told = table.records().map(|record| {
        let record = record.unwrap();
        let mut told = Told::default();
        for (name, cell) in names.iter().zip(&record) {
            if name == "WKT" {
                told.rows = rows_of_wkt(cell);
            } else if !cell.is_empty() {
                told.words.insert(name.to_owned(), cell.to_owned());
            }
        }
        told
    });
    told.collect()
}

/// Each pair of innermost brackets is a row.
fn rows_of_wkt(text: &str) -> Vec<Vec<[f64; 2]>> {
    let rows = text.split(')').filter_map(|part| {
        let row = part.rsplit('(').next().unwrap();
        let row: Vec<[f64; 2]> = row.split(',').filter_map(pair).collect();
        (!row.is_empty()).then_some(row)
    });
    rows.collect()
}

fn pair(words: &str) -> Option<[f64; 2]> {
    let mut numbers = words.split_whitespace().map(str::parse);
    match (numbers.next(), numbers.next()) {
        (Some(Ok(lon)), Some(Ok(lat))) => Some([lon, lat]),
        _ => None,
    }
}

/// A file that is not well-formed is refused on the way.
pub(crate) fn from_kml(bytes: &[u8]) -> Vec<Told> {
    let mut reader = Reader::from_reader(bytes);
    let mut told: Vec<Told> = Vec::new();
    let (mut path, mut text, mut name) = (Vec::new(), String::new(), String::new());
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) => {
                let tag = String::from_utf8(start.name().as_ref().to_vec()).unwrap();
                if tag == "Placemark" {
                    told.push(Told::default());
                }
                if let Some(attribute) = start.try_get_attribute("name").unwrap() {
                    name = String::from_utf8(attribute.value.to_vec()).unwrap();
                }
                path.push(tag);
                text.clear();
            }
            Event::Text(words) => text.push_str(&words.decode().unwrap()),
            Event::GeneralRef(entity) => {
                let entity = format!("&{};", entity.decode().unwrap());
                text.push_str(&quick_xml::escape::unescape(&entity).unwrap());
            }
            Event::End(_) => {
                let tag = path.pop().unwrap();
                let is_inside = path.iter().any(|tag| tag == "Placemark");
                if let Some(last) = told.last_mut().filter(|_| is_inside) {
                    match tag.as_str() {
                        "value" => _ = last.words.insert(name.clone(), text.clone()),
                        "coordinates" => {
                            let positions = text.split(' ');
                            let positions = positions.filter_map(|it| pair(&it.replace(',', " ")));
                            last.rows.push(positions.collect());
                        }
                        _ => {}
                    }
                }
            }
            Event::Eof => break,
            _ => {}
        }
    }
    assert!(path.is_empty());
    told
}
