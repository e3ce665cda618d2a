//! Reading a kept file so that one value that is not what it should be costs that value and no
//! other.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer};
use serde_json::Value;

use super::opacity::{FULL_OPACITY_PERCENT, LEAST_OPACITY_PERCENT};

/// A value, or the default of its kind.
pub(super) fn or_default<'de, D: Deserializer<'de>, T: Default + DeserializeOwned>(
    deserializer: D,
) -> Result<T, D::Error> {
    let value = Value::deserialize(deserializer)?;
    Ok(serde_json::from_value(value).unwrap_or_default())
}

/// Those of a list that are what they should be.
pub(super) fn each_that_fits<'de, D: Deserializer<'de>, T: DeserializeOwned>(
    deserializer: D,
) -> Result<Vec<T>, D::Error> {
    let Value::Array(rows) = Value::deserialize(deserializer)? else {
        return Ok(Vec::new());
    };
    let fitting = rows.into_iter();
    Ok(fitting
        .filter_map(|row| serde_json::from_value(row).ok())
        .collect())
}

/// Opacities by key, as far as they are any.
pub(super) fn percents<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<BTreeMap<String, u8>, D::Error> {
    let Value::Object(rows) = Value::deserialize(deserializer)? else {
        return Ok(BTreeMap::new());
    };
    let percent = |value: &Value| {
        let percent = u8::try_from(value.as_u64()?).ok()?;
        let is_one = (LEAST_OPACITY_PERCENT..FULL_OPACITY_PERCENT).contains(&percent);
        is_one.then_some(percent)
    };
    let rows = rows.into_iter();
    Ok(rows
        .filter_map(|(key, value)| Some((key, percent(&value)?)))
        .collect())
}
