//! What is heeded from one day to the next: a lock that waits until a help text was read, and points that are
//! sore; and from the evening to its practice: a leg that hurts. Facts of the journal, so that they outlive the
//! program; the app and the verbs of the command line note them here alike.

use chrono::DateTime;

use super::keep::Keep;
use super::known::Known;
use crate::domain::atlas::PointId;
use crate::domain::checkin::{Felt, Phase};
use crate::domain::profile::{Given, Spot};
use crate::domain::suggest::one_leg;

/// The flag that keeps practice locked until the help text of a stop rule was read: its id, or nothing.
pub const LOCKED: &str = "locked";

/// What the flag of a sore point begins with; its code follows. The value is the moment it was said.
pub const SORE: &str = "sore.";

/// The question whether one leg hurts today (RF-09).
const ONE_LEG: &str = "RF-09.leg";

impl Known {
    /// What follows a reason to stop: a lock, where it is serious; rest for a point that hurt; and the red
    /// flag it leads to is open again, whatever was said before the practice. What is returned is to be kept.
    pub fn stopped_for(&mut self, rule: &str, point: Option<PointId>) -> Vec<Keep> {
        let after = self.safety().after_stop(rule);
        let mut keeps = Vec::new();
        if after.locks {
            keeps.push(self.note(LOCKED.to_owned(), rule.to_owned()));
        }
        if let (true, Some(point)) = (after.rests, point) {
            keeps.push(self.mark_sore(point, true));
        }
        if let Some(flag) = after.flag {
            self.today.answers.give(flag, Given::default());
            keeps.push(self.keep_today());
        }
        keeps
    }

    /// The help text was read, and the person says so.
    pub fn unlock(&mut self) -> Keep {
        self.note(LOCKED.to_owned(), String::new())
    }

    /// A point is sore or bruised from now on, or that was a mistake.
    pub fn mark_sore(&mut self, point: PointId, sore: bool) -> Keep {
        let name = format!("{SORE}{}", self.content.atlas.point(point).code);
        let value = match sore {
            true => self.moment().to_rfc3339(),
            false => String::new(),
        };
        self.note(name, value)
    }

    /// Keeps what was answered today.
    pub fn keep_today(&self) -> Keep {
        Keep::Today {
            day: self.today_is(),
            lines: self.today_lines(),
        }
    }

    /// Notes a small fact, here and in the journal.
    pub fn note(&mut self, name: String, value: String) -> Keep {
        let flags = &mut self.diary.about.flags;
        flags.retain(|(known, _)| *known != name);
        flags.push((name.clone(), value.clone()));
        self.heed();
        Keep::Flag { name, value }
    }

    /// What the small facts mean for today: whether practice is locked, and which points are sore. What
    /// cannot be read is taken as strictly as it can be.
    pub(super) fn heed(&mut self) {
        let rules = &self.content.rules;
        let locks = || rules.rules().iter().filter(|rule| rule.locks);
        let noted = self.diary.flag(LOCKED).filter(|id| !id.is_empty());
        self.today.locked = noted
            .and_then(|id| {
                locks()
                    .find(|rule| rule.id == id)
                    .or_else(|| locks().max_by_key(|rule| rule.help))
            })
            .map(|rule| rule.id.clone());
        let now = self.now.wall;
        let sore = self.diary.about.flags.iter().filter_map(|(name, value)| {
            let point = name.strip_prefix(SORE).filter(|_| !value.is_empty())?;
            let hours = DateTime::parse_from_rfc3339(value).map_or(0, |since| (now - since).num_hours());
            Some((point.to_owned().into(), u32::try_from(hours).unwrap_or(0)))
        });
        self.today.done.sore = sore.collect();
        self.spare_a_leg();
    }

    /// A leg that was marked in a check-in of today is left alone, whatever is answered afterwards.
    fn spare_a_leg(&mut self) {
        let check_ins = self.diary.day(self.today_is());
        let marked = check_ins
            .filter(|entry| entry.phase == Phase::Before)
            .filter_map(|entry| one_leg(&entry.answers));
        let spots: Vec<Spot> = marked
            .filter_map(|felt| match felt {
                Felt::At(part, side) => Some(Spot {
                    region: part.region(),
                    side,
                }),
                Felt::As(_) => None,
            })
            .collect();
        if spots.is_empty() {
            return;
        }
        let said = self.today.answers.given(ONE_LEG);
        let mut places = match said.filter(|given| given.answer.counts()) {
            // A place that was not said is everywhere.
            Some(Given { places: None, .. }) => return,
            Some(Given {
                places: Some(places), ..
            }) => places.clone(),
            None => Default::default(),
        };
        places.extend(spots);
        self.today.answers.give(ONE_LEG, Given::yes_at(places));
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;
    use crate::app::Kept;
    use crate::domain::checkin::{Answers, CheckIn, CheckInId, Part, Score};
    use crate::domain::point::{Region, Side};
    use crate::domain::profile::Answer;
    use crate::domain::safety::Verdict;

    fn known() -> Known {
        Known::at("2026-11-22T21:00:00+01:00")
    }

    #[test]
    fn a_serious_reason_locks_until_it_was_read_and_asks_its_red_flag_anew() {
        let mut known = known();
        known.today.answers.give("RF-08", Given::plain(Answer::No));
        let keeps = known.stopped_for("SR-06", None);
        assert_eq!(known.today.locked.as_deref(), Some("SR-06"));
        assert!(!known.today.answers.answer("RF-08").is_given());
        assert!(
            keeps
                .iter()
                .any(|keep| matches!(keep, Keep::Flag { name, value } if name == LOCKED && value == "SR-06"))
        );
        known.unlock();
        assert_eq!(known.today.locked, None);
    }

    #[test]
    fn a_point_that_hurt_rests_for_two_days() {
        let mut known = known();
        let li4 = known.content.atlas.by_code("LI4").expect("a point");
        known.stopped_for("SR-01", Some(li4));
        for (hours, verdict) in [
            (0, Verdict::NotThisPoint),
            (47, Verdict::NotThisPoint),
            (48, Verdict::Fine),
        ] {
            let mut later = known.clone();
            later.now.wall += TimeDelta::hours(hours);
            later.heed();
            assert_eq!(later.safety().of(li4, None).verdict, verdict, "{hours} h");
        }
        known.mark_sore(li4, false);
        assert_eq!(known.safety().of(li4, None).verdict, Verdict::Fine);
    }

    #[test]
    fn a_leg_marked_this_evening_is_left_alone_whatever_is_answered_and_only_this_evening() {
        let mut known = known();
        known.turn_the_day();
        let st36 = known.content.atlas.by_code("ST36").expect("a point");
        let pressed = |known: &Known| {
            [Side::Left, Side::Right].map(|side| known.safety().of(st36, Some(side)).verdict.lets_through())
        };
        assert_eq!(pressed(&known), [true, true]);
        let mut answers = Answers::default();
        answers.rate(Felt::At(Part::LowerLeg, Some(Side::Left)), Score::new(2));
        known.take_in(Kept::CheckIn(CheckIn {
            id: CheckInId(1),
            day: known.today_is(),
            at: known.now.wall,
            phase: Phase::Before,
            of: None,
            practice: None,
            answers,
        }));
        assert_eq!(pressed(&known), [false, true]);
        known.today.answers.give(ONE_LEG, Given::plain(Answer::No));
        known.heed();
        assert_eq!(pressed(&known), [false, true]);
        // The other one, said where it was asked, is left alone beside it.
        let other = Given::yes_at([Spot::on(Region::Foot, Side::Right)]);
        known.today.answers.give(ONE_LEG, other);
        known.heed();
        assert_eq!(pressed(&known), [false, false]);
        known.now.wall += TimeDelta::days(1);
        known.turn_the_day();
        assert_eq!(pressed(&known), [true, true]);
    }

    #[test]
    fn what_was_made_into_nonsense_by_hand_is_taken_strictly() {
        let mut known = known();
        let flags = &mut known.diary.about.flags;
        flags.push((LOCKED.to_owned(), "nonsense".to_owned()));
        flags.push((format!("{SORE}LI4"), "yesterday".to_owned()));
        flags.push((format!("{SORE}SP6"), "2999-01-01T00:00:00+00:00".to_owned()));
        known.heed();
        let rule = known.today.locked.clone().expect("locked all the same");
        assert!(known.content.rules.rule(&rule).is_some_and(|rule| rule.locks));
        assert_eq!(known.today.done.sore["LI4"], 0);
        assert_eq!(known.today.done.sore["SP6"], 0);
    }
}
