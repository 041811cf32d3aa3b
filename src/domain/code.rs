//! Meridians and point codes, in WHO's spelling, and every other spelling people type.

use std::fmt;

use super::words::Text;

/// One of the 14 meridians, or the extra points outside them.
///
/// The order is the classical order of the body clock, then the two vessels, then the extra points;
/// it is the order of the browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the variants are WHO's own codes")]
pub enum Meridian {
    LU,
    LI,
    ST,
    SP,
    HT,
    SI,
    BL,
    KI,
    PC,
    TE,
    GB,
    LR,
    GV,
    CV,
    EX,
}

impl Meridian {
    /// All fifteen, in browser order.
    pub const ALL: [Meridian; 15] = [
        Meridian::LU,
        Meridian::LI,
        Meridian::ST,
        Meridian::SP,
        Meridian::HT,
        Meridian::SI,
        Meridian::BL,
        Meridian::KI,
        Meridian::PC,
        Meridian::TE,
        Meridian::GB,
        Meridian::LR,
        Meridian::GV,
        Meridian::CV,
        Meridian::EX,
    ];

    /// WHO's code: `LU`, `LI`, ... ; `EX` for the extra points.
    pub fn code(self) -> &'static str {
        match self {
            Meridian::LU => "LU",
            Meridian::LI => "LI",
            Meridian::ST => "ST",
            Meridian::SP => "SP",
            Meridian::HT => "HT",
            Meridian::SI => "SI",
            Meridian::BL => "BL",
            Meridian::KI => "KI",
            Meridian::PC => "PC",
            Meridian::TE => "TE",
            Meridian::GB => "GB",
            Meridian::LR => "LR",
            Meridian::GV => "GV",
            Meridian::CV => "CV",
            Meridian::EX => "EX",
        }
    }

    /// True for a meridian of yin: those that belong to the storing organs, and the Conception Vessel.
    pub fn is_yin(self) -> bool {
        use Meridian::*;
        matches!(self, LU | SP | HT | KI | PC | LR | CV)
    }

    /// How many points the WHO standard (2008) counts on it; for EX, WHO's 48 and Anmian.
    pub fn count(self) -> u8 {
        match self {
            Meridian::LU => 11,
            Meridian::LI => 20,
            Meridian::ST => 45,
            Meridian::SP => 21,
            Meridian::HT => 9,
            Meridian::SI => 19,
            Meridian::BL => 67,
            Meridian::KI => 27,
            Meridian::PC => 9,
            Meridian::TE => 23,
            Meridian::GB => 44,
            Meridian::LR => 14,
            Meridian::GV => 28,
            Meridian::CV => 24,
            Meridian::EX => 49,
        }
    }

    /// The meridian a code names in WHO's spelling; upper or lower case.
    pub fn from_code(code: &str) -> Option<Meridian> {
        Meridian::ALL
            .into_iter()
            .find(|m| m.code().eq_ignore_ascii_case(code))
    }

    /// The meridian a code or a common alias names, in any case: `SJ`, `TH`, `DU`, `REN`, `LIV`, `UB`,
    /// German `Di`, French `GI` and so on.
    ///
    /// Source: common usage listed in the project's glossary; each alias belongs to one meridian only.
    pub fn from_alias(alias: &str) -> Option<Meridian> {
        if let Some(meridian) = Meridian::from_code(alias) {
            return Some(meridian);
        }
        let upper = alias.to_uppercase();
        Some(match upper.as_str() {
            "CO" | "DI" | "GI" => Meridian::LI,
            "MA" | "E" => Meridian::ST,
            "MP" | "MI" | "RP" | "BP" => Meridian::SP,
            "H" | "HE" | "C" => Meridian::HT,
            "DÜ" | "DUE" | "IG" => Meridian::SI,
            "UB" | "B" | "V" => Meridian::BL,
            "K" | "KD" | "KID" | "NI" | "N" | "R" => Meridian::KI,
            "P" | "PE" | "MH" | "KS" => Meridian::PC,
            "SJ" | "TH" | "TB" | "TW" | "TR" | "3E" => Meridian::TE,
            "G" | "VB" => Meridian::GB,
            "LV" | "LIV" | "LE" | "F" => Meridian::LR,
            "DU" | "DM" | "VG" | "LG" => Meridian::GV,
            "REN" | "RN" | "RM" | "VC" | "KG" | "JM" => Meridian::CV,
            _ => return None,
        })
    }
}

impl fmt::Display for Meridian {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// The code of a point as hegu writes it: `LI4`, `EX-HN3`, `Anmian`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Code(Text);

impl Code {
    /// A code exactly as given.
    pub fn new(code: impl Into<Text>) -> Code {
        Code(code.into())
    }

    /// The code as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// WHO's spelling of what a person typed, if it has the form of a code: `li04`, `LI 4`, `Co4`, `SJ5`,
    /// `ex-hn3`, `EXHN3`. Says nothing about whether such a point exists.
    pub fn from_typed(typed: &str) -> Option<Code> {
        let folded: String = typed
            .chars()
            .filter(|c| !c.is_whitespace() && !matches!(c, '-' | '.' | '_'))
            .collect();
        let upper = folded.to_uppercase();
        let digits = upper.len() - upper.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        let (letters, number) = upper.split_at(upper.len() - digits);
        if letters.is_empty() || number.is_empty() || number.len() > 3 {
            return None;
        }
        let number: u16 = number.parse().ok()?;
        if number == 0 {
            return None;
        }
        if let Some(group) = letters.strip_prefix("EX") {
            return ["HN", "CA", "B", "UE", "LE"]
                .contains(&group)
                .then(|| Code::new(format!("EX-{group}{number}")));
        }
        let meridian = Meridian::from_alias(letters)?;
        (meridian != Meridian::EX).then(|| Code::new(format!("{meridian}{number}")))
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // `pad` so that columns can be aligned with `{:<6}`.
        f.pad(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_common_spelling_becomes_whos_own() {
        for (typed, code) in [
            ("LI4", "LI4"),
            ("li04", "LI4"),
            ("LI 4", "LI4"),
            ("Co4", "LI4"),
            ("Di4", "LI4"),
            ("GI4", "LI4"),
            ("SJ5", "TE5"),
            ("TB5", "TE5"),
            ("DU20", "GV20"),
            ("REN12", "CV12"),
            ("LIV3", "LR3"),
            ("KID3", "KI3"),
            ("UB60", "BL60"),
            ("p6", "PC6"),
            ("ex-hn3", "EX-HN3"),
            ("EXHN3", "EX-HN3"),
        ] {
            assert_eq!(Code::from_typed(typed), Some(Code::new(code)), "{typed}");
        }
        for nonsense in ["", "4", "LI", "LI0", "XX4", "EX-QQ1", "hegu"] {
            assert_eq!(Code::from_typed(nonsense), None, "{nonsense}");
        }
    }

    #[test]
    fn the_meridians_count_361_points_and_49_extra() {
        let (channel, extra): (Vec<_>, Vec<_>) = Meridian::ALL.into_iter().partition(|m| *m != Meridian::EX);
        assert_eq!(channel.iter().map(|m| u16::from(m.count())).sum::<u16>(), 361);
        assert_eq!(extra.iter().map(|m| u16::from(m.count())).sum::<u16>(), 49);
    }
}
