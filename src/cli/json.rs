//! What every JSON of the command line shares: how numbers are rounded and how text comes out.

use serde::Serialize;

use super::CliError;

/// A number without the noise of its single precision: a thousandth of a u is a third of a millimetre.
pub fn rounded(number: f32) -> f64 {
    (f64::from(number) * 1000.0).round() / 1000.0
}

/// A value as JSON text, indented, with a line's end.
pub fn text(value: &impl Serialize) -> Result<String, CliError> {
    let broken = |error: serde_json::Error| CliError::own_fault(error.to_string());
    let text = serde_json::to_string_pretty(value).map_err(broken)?;
    Ok(text + "\n")
}
