//! From a plan to a practice: the one way, and it leads through a verdict.

use super::super::atlas::PointId;
use super::super::breath::{Pace, Rhythm};
use super::super::plan::{Act, Breathe, Dose, Half, Item, Limits, Plan, Press, SideRule};
use super::super::point::{Point, Posture, Side};
use super::super::timeline::{Length, Misfit, Timeline};
use super::super::words::{Text, Words};
use super::engine::Safety;
use super::rule::{Effect, Help};
use super::verdict::{Breathing, Reason, Verdict};

/// Somebody would like to live this plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Wish {
    /// The plan.
    pub plan: Plan,
    /// Whose idea it is.
    pub origin: Origin,
    /// The routine's id, if it is one.
    pub routine: Option<Text>,
    /// What it is for, by the ids of uses.
    pub uses: Vec<Text>,
    /// Whether another point may stand in for one that is left out.
    pub substitutes: bool,
    /// Whether the person can be asked about today.
    pub asking: Asking,
}

/// Whose idea a plan is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Origin {
    /// hegu offers it: a shipped routine, a suggestion, a composed plan.
    Offered,
    /// The person wrote or chose it: single points, a routine of their own.
    Chosen,
}

/// Whether questions about today can be put.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Asking {
    /// There is a person at the keys: an open question about today stands in the way until it is answered.
    Possible,
    /// Nobody can answer (a pipe): red flags and cautions are printed, and the practice goes on.
    Impossible,
}

/// A plan that has been through safety. There is no other way to make one than [`Safety::clear`], and a
/// practice begins with nothing else.
#[derive(Clone, Debug, PartialEq)]
pub struct Cleared {
    plan: Plan,
    changes: Vec<Change>,
    breathing: Breathing,
    notes: Vec<Reason>,
    limits: Limits,
    fingers_only: Vec<PointId>,
    routine: Option<Text>,
    uses: Vec<Text>,
}

impl Cleared {
    /// A plan that every rule lets pass, for the tests of what comes after safety.
    #[cfg(test)]
    pub(crate) fn untouched(plan: Plan) -> Cleared {
        Cleared {
            plan,
            changes: Vec::new(),
            breathing: Breathing::default(),
            notes: Vec::new(),
            limits: Limits::default(),
            fingers_only: Vec::new(),
            routine: None,
            uses: Vec::new(),
        }
    }

    /// What may be done.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// What was left out, replaced or softened, each with its reasons.
    pub fn changes(&self) -> &[Change] {
        &self.changes
    }

    /// What holds for the breath.
    pub fn breathing(&self) -> &Breathing {
        &self.breathing
    }

    /// The points that are pressed by the fingers alone: no tool there (DO-04, AR-10 to AR-14, PR-08).
    pub fn fingers_only(&self) -> &[PointId] {
        &self.fingers_only
    }

    /// What safety says of the whole: gentle where anything is softened, otherwise fine.
    pub fn verdict(&self) -> Verdict {
        let softer = |change: &Change| matches!(change, Change::Lighter { .. });
        if self.changes.iter().any(softer) {
            Verdict::Gentle
        } else {
            Verdict::Fine
        }
    }

    /// The pace to press by: the one wished for, or natural breathing where nothing may be counted.
    pub fn pace(&self, wished: Pace) -> Pace {
        if self.breathing.natural_only {
            Pace::NATURAL
        } else {
            wished
        }
    }

    /// The bounds of the rules it was cleared by.
    pub fn limits(&self) -> &Limits {
        &self.limits
    }

    /// What may be done, laid out in time within those bounds.
    pub fn lay(&self, pace: Pace, length: Length) -> Result<Timeline, Misfit> {
        Timeline::lay_within(&self.plan, pace, length, self.limits)
    }

    /// Rules whose sentence is read before the practice begins.
    pub fn notes(&self) -> &[Reason] {
        &self.notes
    }

    /// The routine it came from.
    pub fn routine(&self) -> Option<&Text> {
        self.routine.as_ref()
    }

    /// What it is for.
    pub fn uses(&self) -> &[Text] {
        &self.uses
    }

    /// Gives more time to find the points that are new to the person. Changes nothing else.
    pub fn learning(mut self, is_new: impl Fn(PointId) -> bool) -> Cleared {
        for item in &mut self.plan.items {
            if let Act::Press(press) = &mut item.act {
                press.learning |= is_new(press.point);
            }
        }
        self
    }
}

/// What safety changed in a plan.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// A point is not pressed.
    LeftOut {
        /// Which.
        point: PointId,
        /// Why, the strictest first.
        reasons: Vec<Reason>,
        /// What stands in for it, or could.
        instead: Option<PointId>,
        /// Whether `instead` is in the plan.
        replaced: bool,
    },
    /// A point is pressed on one side only.
    OneSide {
        /// Which.
        point: PointId,
        /// The side that stays.
        kept: Side,
        /// Why the other does not.
        reasons: Vec<Reason>,
    },
    /// A point is pressed for half the time, by touch, without a tool.
    Lighter {
        /// Which.
        point: PointId,
        /// Why.
        reasons: Vec<Reason>,
    },
    /// A pattern is breathed another way: without holds, uncounted, or not so fast.
    Breath {
        /// The pattern that was wished for, by id.
        pattern: Text,
        /// Why.
        reasons: Vec<Reason>,
    },
}

/// Why a plan does not become a practice now.
#[derive(Clone, Debug, PartialEq)]
pub enum Refusal {
    /// The help text of a stop rule has not been read yet.
    Locked {
        /// The stop rule.
        rule: Text,
    },
    /// A red flag, or something about the whole body: nothing at all today. Nothing is offered in its place.
    Stop {
        /// Why.
        reasons: Vec<Reason>,
        /// What help it calls for.
        help: Option<Help>,
    },
    /// Questions about today are open. Asked again, not guessed.
    Open {
        /// Their ids, red flags first.
        questions: Vec<Text>,
    },
    /// A doctor, nurse or midwife comes first.
    AskFirst {
        /// Why.
        reasons: Vec<Reason>,
        /// What would be left out or softened then.
        changes: Vec<Change>,
    },
    /// The whole routine is not for this person now, or never for anyone.
    NotThisRoutine {
        /// Why.
        reasons: Vec<Reason>,
    },
    /// Enough for one day (DO-03).
    Enough {
        /// The dose rule.
        rule: Text,
    },
    /// Everything in it had to be left out.
    NothingLeft {
        /// What, and why.
        changes: Vec<Change>,
    },
}

impl Refusal {
    /// The word for a plan that is refused for this. Open questions have said nothing yet.
    pub fn verdict(&self) -> Verdict {
        match self {
            Refusal::Locked { .. } | Refusal::Stop { .. } => Verdict::Stop,
            Refusal::Open { .. } => Verdict::Fine,
            Refusal::AskFirst { .. } => Verdict::AskFirst,
            Refusal::NotThisRoutine { .. } | Refusal::Enough { .. } | Refusal::NothingLeft { .. } => {
                Verdict::NotThisPoint
            }
        }
    }
}

/// The longest a substitute is pressed on one side, seconds: a choice of ours, since it is there for rest.
const SUBSTITUTE_SECONDS: u16 = 60;

impl Safety<'_> {
    /// The verdict on a plan: what of it may be done, or why none of it.
    pub fn clear(&self, wish: Wish) -> Result<Cleared, Refusal> {
        if let Some(rule) = &self.today.locked {
            return Err(Refusal::Locked { rule: rule.clone() });
        }
        let whole = self.whole();
        if whole.verdict >= Verdict::NotThisPoint {
            let reasons: Vec<Reason> = whole.deciding().cloned().collect();
            let help = self.help(&reasons);
            return Err(Refusal::Stop { reasons, help });
        }
        if let Some(rule) = self
            .rules
            .rules()
            .iter()
            .find(|rule| rule.never_for.iter().any(|id| wish.uses.contains(id)))
        {
            let reasons = vec![Reason {
                verdict: Verdict::NotThisPoint,
                rule: rule.id.clone(),
                because: None,
                asked: false,
            }];
            return Err(Refusal::NotThisRoutine { reasons });
        }
        if let Some(rule) = self.enough() {
            return Err(Refusal::Enough { rule });
        }
        if wish.asking == Asking::Possible {
            let points: Vec<PointId> = wish.plan.presses().map(|(_, press)| press.point).collect();
            let mut breaths = wish.plan.items.iter().filter_map(Item::breathe);
            let holds = breaths.any(|breathe| breathe.rhythm.has_hold());
            let questions = self.open(wish.uses.iter().map(|id| id.as_ref()), &points, holds);
            if !questions.is_empty() {
                return Err(Refusal::Open { questions });
            }
        }
        let of_routine = wish
            .routine
            .as_deref()
            .map(|id| self.routine(id))
            .unwrap_or_default();
        if of_routine.iter().any(|r| r.verdict >= Verdict::NotThisPoint) {
            return Err(Refusal::NotThisRoutine { reasons: of_routine });
        }

        let breathing = self.breathing();
        let (plan, mut changes) = self.pass(&wish);
        let plan = self.breathe(plan, wish.origin, &breathing, &mut changes);
        if plan.is_empty() {
            let only_asking = changes.iter().all(|change| {
                matches!(change, Change::LeftOut { reasons, .. }
                    if reasons.iter().all(|reason| reason.verdict == Verdict::AskFirst))
            });
            if !only_asking || changes.is_empty() {
                return Err(Refusal::NothingLeft { changes });
            }
        }
        let mut asking: Vec<Reason> = whole.deciding().cloned().collect();
        asking.extend(of_routine);
        if plan.is_empty() {
            for change in &changes {
                if let Change::LeftOut { reasons, .. } = change {
                    asking.extend(reasons.iter().cloned());
                }
            }
        }
        asking.retain(|reason| reason.verdict == Verdict::AskFirst);
        asking.dedup();
        if !asking.is_empty() {
            return Err(Refusal::AskFirst {
                reasons: asking,
                changes,
            });
        }
        let notes = self.notes_of(&plan);
        let fingers_only = self.fingers_only(&plan);
        let plan = self.gripped(plan, &fingers_only);
        Ok(Cleared {
            plan,
            changes,
            breathing,
            notes,
            limits: self.rules.bounds().limits(),
            fingers_only,
            routine: wish.routine,
            uses: wish.uses,
        })
    }

    /// DO-03: the practices of a day are used up.
    fn enough(&self) -> Option<Text> {
        self.rules
            .rules()
            .iter()
            .find(|rule| {
                rule.bounds
                    .practices_a_day
                    .is_some_and(|most| self.today.done.practices >= most)
            })
            .map(|rule| rule.id.clone())
    }

    /// The presses that pass, and what changed.
    fn pass(&self, wish: &Wish) -> (Plan, Vec<Change>) {
        let offered = wish.origin == Origin::Offered;
        let mut taken: Vec<PointId> = wish.plan.presses().map(|(_, press)| press.point).collect();
        let mut items: Vec<Item> = Vec::new();
        let mut changes = Vec::new();
        for item in &wish.plan.items {
            let Act::Press(press) = &item.act else {
                items.push(item.clone());
                continue;
            };
            let region = self.atlas.point(press.point).region;
            // Whoever wishes for it says what one hand cannot reach.
            let Some(sides) = self.grip.hands.sides(press.sides, region) else {
                continue;
            };
            let press = &Press {
                sides,
                ..press.clone()
            };
            match self.sides(press, offered) {
                Ok((sides, one_side)) => {
                    changes.extend(one_side);
                    let mut kept = item.clone();
                    kept.act = Act::Press(Press {
                        sides,
                        ..press.clone()
                    });
                    items.push(self.soften(kept, offered, &mut changes));
                }
                Err(reasons) => {
                    let instead = self.alternative(press.point, offered, &taken);
                    let replaced = wish.substitutes && instead.is_some();
                    changes.push(Change::LeftOut {
                        point: press.point,
                        reasons,
                        instead,
                        replaced,
                    });
                    if let (true, Some(instead)) = (replaced, instead) {
                        taken.push(instead);
                        let before = items.last().map(|item| item.posture);
                        let substitute = self.substitute(instead, press, item, before);
                        items.push(self.soften(substitute, offered, &mut changes));
                    }
                }
            }
        }
        self.shorten(&mut items, &mut changes);
        (Plan { items }, changes)
    }

    /// DO-02: what would run past the longest practice is left out, the end first. Counted without lead-ins
    /// and pauses; the timeline, which knows them, keeps the same bound.
    fn shorten(&self, items: &mut Vec<Item>, changes: &mut Vec<Change>) {
        let bound = self
            .rules
            .rules()
            .iter()
            .find_map(|rule| Some((&rule.id, u64::from(rule.bounds.practice_most_min?) * 60)));
        let Some((rule, most)) = bound else { return };
        let light = self.rules.bounds().limits().light_percent;
        let mut seconds = 0;
        items.retain(|item| {
            seconds += match &item.act {
                Act::Press(press) => {
                    let side =
                        (u64::from(press.seconds) * u64::from(press.repeats)).min(u64::from(press.ceiling));
                    match press.dose {
                        Dose::Full => side * press.sides.cost(),
                        Dose::Light => side * press.sides.cost() * light / 100,
                    }
                }
                Act::Breathe(breathe) => u64::from(breathe.seconds),
            };
            if let (true, Act::Press(press)) = (seconds > most, &item.act) {
                changes.push(Change::LeftOut {
                    point: press.point,
                    reasons: vec![Reason {
                        verdict: Verdict::NotThisPoint,
                        rule: rule.clone(),
                        because: None,
                        asked: false,
                    }],
                    instead: None,
                    replaced: false,
                });
            }
            seconds <= most
        });
    }

    /// The sides that pass, or why none does.
    fn sides(&self, press: &Press, offered: bool) -> Result<(SideRule, Option<Change>), Vec<Reason>> {
        let on = |side: Option<Side>| self.against(press.point, side, offered);
        match press.sides {
            SideRule::Midline => match on(None) {
                reasons if reasons.is_empty() => Ok((SideRule::Midline, None)),
                reasons => Err(reasons),
            },
            SideRule::Only(side) => match on(Some(side)) {
                reasons if reasons.is_empty() => Ok((press.sides, None)),
                reasons => Err(reasons),
            },
            SideRule::Each | SideRule::Together => {
                let (left, right) = (on(Some(Side::Left)), on(Some(Side::Right)));
                let one = |kept: Side, reasons: Vec<Reason>| {
                    let point = press.point;
                    Ok((
                        SideRule::Only(kept),
                        Some(Change::OneSide { point, kept, reasons }),
                    ))
                };
                match (left.is_empty(), right.is_empty()) {
                    (true, true) => Ok((press.sides, None)),
                    (true, false) => one(Side::Left, right),
                    (false, true) => one(Side::Right, left),
                    (false, false) => {
                        let mut reasons = left;
                        reasons.extend(right);
                        reasons.sort_by_key(|reason| std::cmp::Reverse(reason.verdict));
                        reasons.dedup();
                        Err(reasons)
                    }
                }
            }
        }
    }

    /// The item as softly as the rules want it.
    fn soften(&self, mut item: Item, offered: bool, changes: &mut Vec<Change>) -> Item {
        let Act::Press(press) = &mut item.act else {
            return item;
        };
        let sides: &[Option<Side>] = match press.sides {
            SideRule::Midline => &[None],
            SideRule::Only(Side::Left) => &[Some(Side::Left)],
            SideRule::Only(Side::Right) => &[Some(Side::Right)],
            SideRule::Each | SideRule::Together => &[Some(Side::Left), Some(Side::Right)],
        };
        let point = self.atlas.point(press.point);
        press.ceiling = press.ceiling.min(self.longest_side(point));
        let mut light: Vec<Reason> = Vec::new();
        for side in sides {
            let ruling = self.bare(press.point, *side, offered);
            press.pressure = press.pressure.min(ruling.pressure);
            if ruling.light {
                light.extend(
                    ruling
                        .reasons
                        .into_iter()
                        .filter(|r| r.verdict == Verdict::Gentle),
                );
            }
        }
        if !light.is_empty() {
            *press = press.clone().light();
            light.sort();
            light.dedup();
            changes.push(Change::Lighter {
                point: press.point,
                reasons: light,
            });
        }
        item
    }

    /// DO-01: the longest pressed time on one side, seconds. The points and regions its effects name may be
    /// pressed longer, lightly.
    fn longest_side(&self, point: &Point) -> u16 {
        self.rules
            .rules()
            .iter()
            .filter_map(|rule| {
                // Longer is not stricter: a point of a person's own never counts as one of these.
                let regions = std::slice::from_ref(&point.region);
                let covers = |effect: &Effect| effect.covers(point, regions, || false);
                let long = !point.own && rule.effects.iter().any(covers);
                let most = match (long, rule.bounds.side_most_light_s) {
                    (true, Some(most)) => most,
                    _ => rule.bounds.side_most_s?,
                };
                u16::try_from(most).ok()
            })
            .min()
            .unwrap_or(u16::MAX)
    }

    /// The item a substitute makes: the posture of what it stands in for, of the item before, or its own.
    fn substitute(&self, id: PointId, press: &Press, item: &Item, before: Option<Posture>) -> Item {
        let point = self.atlas.point(id);
        let mut substitute = Item::of(id, point);
        let postures = &point.technique.postures;
        if let Some(posture) = [Some(item.posture), before]
            .into_iter()
            .flatten()
            .find(|posture| postures.contains(posture))
        {
            substitute.posture = posture;
        }
        substitute.optional = item.optional;
        if let Act::Press(own) = &mut substitute.act {
            own.sides = self.sides_in_reach(id).unwrap_or(own.sides);
            own.seconds = press.seconds.min(SUBSTITUTE_SECONDS);
            own.repeats = 1;
        }
        substitute
    }

    /// The breathing items as the rules want them. Where counting may distress (WB-20) nothing hegu offers is
    /// counted; a pattern the person asks for by name is.
    fn breathe(
        &self,
        mut plan: Plan,
        origin: Origin,
        breathing: &Breathing,
        changes: &mut Vec<Change>,
    ) -> Plan {
        let uncounted = breathing.natural_only || (breathing.natural_first && origin == Origin::Offered);
        let bound = self.rules.rules().iter().find_map(|rule| {
            let most = rule.bounds.breaths_most?;
            Some((rule.id.clone(), u16::try_from(most).unwrap_or(u16::MAX)))
        });
        for item in &mut plan.items {
            let Act::Breathe(breathe) = &mut item.act else {
                continue;
            };
            let mut change = |reasons: Vec<Reason>| {
                changes.push(Change::Breath {
                    pattern: breathe.pattern.clone(),
                    reasons,
                });
            };
            if uncounted && breathe.rhythm.is_paced() {
                change(breathing.reasons.clone());
                *breathe = other_pattern(breathe, "natural", Rhythm::Natural);
            } else if breathing.no_holds && breathe.rhythm.has_hold() {
                change(breathing.reasons.clone());
                *breathe = other_pattern(breathe, "calm", Rhythm::CALM);
            } else if breathe.rhythm.fault().is_some() && self.rules.rule(NO_FORCED_STYLE).is_some() {
                change(vec![Reason {
                    verdict: Verdict::NotThisPoint,
                    rule: NO_FORCED_STYLE.into(),
                    because: None,
                    asked: false,
                }]);
                *breathe = other_pattern(breathe, "calm", Rhythm::CALM);
            }
            if let (Rhythm::Paced { full, .. }, Some((_, most))) = (breathe.rhythm, &bound)
                && full >= LONG_HOLD
            {
                breathe.most_breaths = Some(breathe.most_breaths.map_or(*most, |own| own.min(*most)));
            }
        }
        plan
    }

    /// The points of a plan on which no tool may be used, each once.
    fn fingers_only(&self, plan: &Plan) -> Vec<PointId> {
        let mut points: Vec<PointId> = Vec::new();
        for (_, press) in plan.presses() {
            let forbidden = press.sides.halves().iter().any(|half| {
                let side = match half {
                    Half::Left => Some(Side::Left),
                    Half::Right => Some(Side::Right),
                    Half::Both | Half::Midline => None,
                };
                !self.bare(press.point, side, false).tool
            });
            if forbidden && !points.contains(&press.point) {
                points.push(press.point);
            }
        }
        points
    }

    /// The plan with what presses, and by which hand.
    fn gripped(&self, mut plan: Plan, fingers_only: &[PointId]) -> Plan {
        for item in &mut plan.items {
            if let Act::Press(press) = &mut item.act {
                let technique = self.atlas.point(press.point).technique.tool;
                let tool = press.dose == Dose::Full && !fingers_only.contains(&press.point);
                self.grip.takes(press, technique, tool);
            }
        }
        plan
    }

    /// The sentences to read before a plan: of the points in it, then those of every practice.
    fn notes_of(&self, plan: &Plan) -> Vec<Reason> {
        let mut notes: Vec<Reason> = Vec::new();
        for (_, press) in plan.presses() {
            notes.extend(self.bare(press.point, None, false).notes().cloned());
        }
        notes.extend(self.at_the_start());
        let mut seen = Vec::new();
        notes.retain(|note| {
            let new = !seen.contains(note);
            seen.push(note.clone());
            new
        });
        notes
    }
}

/// The rule that excludes fast and forced breathing.
const NO_FORCED_STYLE: &str = "BR-06";

/// From this hold on a pattern counts as 4-7-8 (BR-05): its 7 s, ms.
const LONG_HOLD: u64 = 7_000;

fn other_pattern(old: &Breathe, id: &'static str, rhythm: Rhythm) -> Breathe {
    Breathe {
        pattern: id.into(),
        rhythm,
        seconds: old.seconds,
        most_breaths: None,
        hands: Words::clone(&old.hands),
    }
}
