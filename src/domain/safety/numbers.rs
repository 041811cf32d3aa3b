//! Whom to call, by country.

use super::super::words::{Text, Words};

/// Every number hegu knows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Numbers(pub Vec<Number>);

/// One telephone number.
#[derive(Clone, Debug, PartialEq)]
pub struct Number {
    /// Where it is called.
    pub country: Country,
    /// What it is for.
    pub kind: NumberKind,
    /// The number as it is dialled, with spaces.
    pub number: Text,
    /// What it is called.
    pub name: Words,
    /// The part of the country.
    pub area: Words,
    /// Whether it was read in a source, and not only known.
    pub verified: bool,
    /// When it was last looked at: `2026-11`.
    pub checked: Text,
}

/// A country hegu knows numbers of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Country {
    /// Denmark.
    Dk,
    /// The United Kingdom.
    Uk,
    /// The United States.
    Us,
    /// Another country of the EU.
    Eu,
    /// Anywhere else, or not known: "your local emergency number".
    #[default]
    Other,
}

/// What a number is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NumberKind {
    /// Danger to life.
    Emergency,
    /// A doctor in the evening, at night, at weekends.
    OutOfHours,
    /// Someone to talk to.
    Crisis,
}

impl NumberKind {
    /// Every kind.
    pub const ALL: [NumberKind; 3] = [NumberKind::Emergency, NumberKind::OutOfHours, NumberKind::Crisis];

    /// The id used in data and JSON.
    pub fn id(self) -> &'static str {
        match self {
            NumberKind::Emergency => "emergency",
            NumberKind::OutOfHours => "out-of-hours",
            NumberKind::Crisis => "crisis",
        }
    }
}

impl Country {
    /// Every country.
    pub const ALL: [Country; 5] = [Country::Dk, Country::Uk, Country::Us, Country::Eu, Country::Other];

    /// The id used in data and settings.
    pub fn id(self) -> &'static str {
        match self {
            Country::Dk => "dk",
            Country::Uk => "uk",
            Country::Us => "us",
            Country::Eu => "eu",
            Country::Other => "other",
        }
    }

    /// The country an id names.
    pub fn from_id(id: &str) -> Option<Country> {
        Country::ALL.into_iter().find(|country| country.id() == id)
    }

    /// The country a locale such as `da_DK.UTF-8` names. The language alone says nothing of the country,
    /// except that Danish is spoken in Denmark.
    pub fn from_locale(locale: &str) -> Country {
        let name = locale.split(['.', '@']).next().unwrap_or_default();
        let (language, territory) = match name.split_once(['_', '-']) {
            Some((language, territory)) => (language, territory.to_ascii_uppercase()),
            None => (name, String::new()),
        };
        match territory.as_str() {
            "DK" => Country::Dk,
            "GB" | "UK" => Country::Uk,
            "US" => Country::Us,
            // The member states, in the codes of ISO 3166.
            "AT" | "BE" | "BG" | "HR" | "CY" | "CZ" | "EE" | "FI" | "FR" | "DE" | "GR" | "HU" | "IE"
            | "IT" | "LV" | "LT" | "LU" | "MT" | "NL" | "PL" | "PT" | "RO" | "SK" | "SI" | "ES" | "SE" => {
                Country::Eu
            }
            "" if language.eq_ignore_ascii_case("da") => Country::Dk,
            _ => Country::Other,
        }
    }
}

impl Numbers {
    /// The numbers of one country and kind, in the order of the file.
    pub fn of(&self, country: Country, kind: NumberKind) -> impl Iterator<Item = &Number> {
        self.0
            .iter()
            .filter(move |number| number.country == country && number.kind == kind)
    }

    /// The number for danger to life; `None` where hegu knows none and says "your local emergency number".
    pub fn emergency(&self, country: Country) -> Option<&Number> {
        self.of(country, NumberKind::Emergency).next()
    }

    /// The oldest date any number of a country was looked at.
    pub fn checked(&self, country: Country) -> Option<&Text> {
        self.0
            .iter()
            .filter(|number| number.country == country)
            .map(|number| &number.checked)
            .min()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_country_is_read_from_the_territory_and_not_guessed_from_english() {
        assert_eq!(Country::from_locale("da_DK.UTF-8"), Country::Dk);
        assert_eq!(Country::from_locale("da"), Country::Dk);
        assert_eq!(Country::from_locale("en_GB"), Country::Uk);
        assert_eq!(Country::from_locale("en-US"), Country::Us);
        assert_eq!(Country::from_locale("de_AT@euro"), Country::Eu);
        assert_eq!(Country::from_locale("en"), Country::Other);
        assert_eq!(Country::from_locale("C"), Country::Other);
    }
}
