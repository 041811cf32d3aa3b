//! What a person's hands can reach, and what they press with.

use super::atlas::Atlas;
use super::plan::{Act, Plan, Press, SideRule};
use super::point::{Region, Side};

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

    /// The plan as these hands can do it. What they reach only in part or not at all is left out of it.
    pub fn within(self, mut plan: Plan, atlas: &Atlas) -> Plan {
        plan.items.retain_mut(|item| {
            let Act::Press(Press { point, sides, .. }) = &mut item.act else {
                return true;
            };
            match self.sides(*sides, atlas.point(*point).region) {
                Some(reached) => {
                    *sides = reached;
                    true
                }
                None => false,
            }
        });
        plan
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
