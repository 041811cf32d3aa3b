//! What a person's hands can reach, and what they press with.

use super::plan::{Press, SideRule};
use super::point::{Pressure, Region, Side, Tool};

/// The hands a person can use.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Hands {
    /// Both.
    #[default]
    Both,
    /// One only: this one.
    One(Side),
}

impl Hands {
    /// Every choice.
    pub const ALL: [Hands; 3] = [Hands::Both, Hands::One(Side::Left), Hands::One(Side::Right)];

    /// The id used in settings and on the command line.
    pub fn id(self) -> &'static str {
        match self {
            Hands::Both => "both",
            Hands::One(Side::Left) => "left",
            Hands::One(Side::Right) => "right",
        }
    }

    /// The choice an id names.
    pub fn from_id(id: &str) -> Option<Hands> {
        Hands::ALL.into_iter().find(|hands| hands.id() == id)
    }

    /// Whether these hands reach a place on one side of the body. A hand reaches everything but its own arm,
    /// and behind the back only its own side: an arm does not bend further round. Choices of ours, from how
    /// arms bend.
    pub fn reach(self, region: Region, side: Side) -> bool {
        let Hands::One(hand) = self else { return true };
        match region {
            region if region.is_arm() => side != hand,
            Region::Back | Region::LowBack | Region::Hip => side == hand,
            _ => true,
        }
    }

    /// The sides of a press as these hands can do them; `None` where they reach neither. What two hands do at
    /// once, one does in turn.
    pub fn sides(self, press: SideRule, region: Region) -> Option<SideRule> {
        if self == Hands::Both {
            return Some(press);
        }
        match press {
            SideRule::Midline => Some(press),
            SideRule::Only(side) => self.reach(region, side).then_some(press),
            SideRule::Each | SideRule::Together => {
                match (self.reach(region, Side::Left), self.reach(region, Side::Right)) {
                    (true, true) => Some(SideRule::Each),
                    (true, false) => Some(SideRule::Only(Side::Left)),
                    (false, true) => Some(SideRule::Only(Side::Right)),
                    (false, false) => None,
                }
            }
        }
    }
}

/// What presses instead of a thumb or a fingertip, for weak or sore hands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum With {
    /// Nothing: the finger a point asks for.
    #[default]
    Fingers,
    /// A bent knuckle.
    Knuckle,
    /// A rounded tool, never anything pointed.
    Tool,
}

impl With {
    /// Every choice.
    pub const ALL: [With; 3] = [With::Fingers, With::Knuckle, With::Tool];

    /// The id used in settings and in JSON.
    pub fn id(self) -> &'static str {
        match self {
            With::Fingers => "fingers",
            With::Knuckle => "knuckle",
            With::Tool => "tool",
        }
    }

    /// The choice an id names.
    pub fn from_id(id: &str) -> Option<With> {
        With::ALL.into_iter().find(|with| with.id() == id)
    }

    /// What this becomes at a point that asks for `technique`. It takes the place of a thumb or a fingertip; a
    /// palm that only warms, and what is done with knuckles or a ball anyway, stay as they are.
    pub fn at(self, technique: Tool) -> With {
        match (self, technique) {
            (_, Tool::Palm | Tool::Rounded) | (With::Knuckle, Tool::Knuckle) => With::Fingers,
            (with, _) => with,
        }
    }
}

/// How a person presses.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Grip {
    /// With which hands.
    pub hands: Hands,
    /// With what.
    pub with: With,
}

impl Grip {
    /// The press as this person does it. `tool` says whether safety allows anything but fingers there: under
    /// LIGHT and where only a touch is meant it never does (DO-04).
    pub fn takes(self, press: &mut Press, technique: Tool, tool: bool) {
        press.hand = match self.hands {
            Hands::Both => None,
            Hands::One(hand) => Some(hand),
        };
        press.with = match self.with.at(technique) {
            _ if !tool || press.pressure == Pressure::Touch => With::Fingers,
            // One tool presses one place; for two at once there are two knuckles.
            With::Tool if press.sides == SideRule::Together => With::Knuckle.at(technique),
            with => with,
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_hand_reaches_the_other_arm_and_everything_in_front() {
        let left = Hands::One(Side::Left);
        assert_eq!(
            left.sides(SideRule::Each, Region::Hand),
            Some(SideRule::Only(Side::Right))
        );
        assert_eq!(left.sides(SideRule::Only(Side::Left), Region::Wrist), None);
        assert_eq!(left.sides(SideRule::Together, Region::Neck), Some(SideRule::Each));
        assert_eq!(left.sides(SideRule::Each, Region::LowerLeg), Some(SideRule::Each));
        assert_eq!(
            left.sides(SideRule::Together, Region::LowBack),
            Some(SideRule::Only(Side::Left))
        );
        assert_eq!(
            left.sides(SideRule::Midline, Region::Face),
            Some(SideRule::Midline)
        );
        for rule in SideRule::ALL {
            assert_eq!(Hands::Both.sides(rule, Region::Hand), Some(rule));
        }
    }
}
