//! The engine: reads the rules against what a person has said.

use std::borrow::Cow;

use super::super::atlas::{Atlas, PointId};
use super::super::point::{Point, Pressure, Side, Sides};
use super::super::profile::{Answer, Given, Profile, Today};
use super::super::words::Text;
use super::rule::{Asked, Effect, Help, Layer, Outcome, Question, Rule, Rulebook};
use super::verdict::{Breathing, Reason, Ruling, Verdict};

/// Everything safety needs to know to say a word.
#[derive(Clone, Copy, Debug)]
pub struct Safety<'a> {
    /// The points.
    pub atlas: &'a Atlas,
    /// The rules.
    pub rules: &'a Rulebook,
    /// What applies to this person.
    pub profile: &'a Profile,
    /// What applies today.
    pub today: &'a Today,
}

/// What brought an effect up: the question, if there was one, and its answer.
type Trigger<'a> = (Option<&'a Text>, Cow<'a, Given>);

impl<'a> Safety<'a> {
    /// What safety says of a point somebody chose, on one side; `None` for a midline point or for any side.
    pub fn of(&self, point: PointId, side: Option<Side>) -> Ruling {
        self.ruling(point, side, false)
    }

    /// What safety says of a point in something hegu offers: a routine, a suggestion, a composed plan.
    /// Never milder than [`Safety::of`].
    pub fn offering(&self, point: PointId, side: Option<Side>) -> Ruling {
        self.ruling(point, side, true)
    }

    /// The word for a point on a card, in a list, on the map: fine if either side is. The reasons are those
    /// of the milder side, so that a person sees what still holds.
    pub fn card(&self, point: PointId) -> Ruling {
        match self.atlas.point(point).sides {
            Sides::Midline => self.of(point, None),
            Sides::Both => {
                let [left, right] = [Side::Left, Side::Right].map(|side| self.of(point, Some(side)));
                if left.verdict <= right.verdict {
                    left
                } else {
                    right
                }
            }
        }
    }

    fn ruling(&self, id: PointId, side: Option<Side>, offered: bool) -> Ruling {
        let mut ruling = self.bare(id, side, offered);
        if !ruling.verdict.lets_through() {
            ruling.alternative = self.alternative(id, offered, &[]);
        }
        ruling
    }

    /// The ruling without an alternative.
    pub(super) fn bare(&self, id: PointId, side: Option<Side>, offered: bool) -> Ruling {
        let point = self.atlas.point(id);
        let mut ruling = Ruling {
            verdict: Verdict::Fine,
            reasons: Vec::new(),
            light: false,
            pressure: Pressure::Firm,
            tool: true,
            alternative: None,
        };
        for (rule, effect) in self.effects() {
            if (effect.offered && !offered) || !effect.covers(point, |code| self.is_kin(point, code)) {
                continue;
            }
            for (question, given) in self.triggers(effect) {
                if effect.reaches(&given, point.region, side) {
                    self.apply(rule, effect, question, &mut ruling);
                }
            }
        }
        self.apply_dose(point, &mut ruling);
        if !point.pressable && ruling.verdict < Verdict::NotThisPoint {
            ruling
                .reasons
                .push(reason(Verdict::NotThisPoint, ATLAS_ONLY, None));
        }
        settle(&mut ruling);
        ruling
    }

    /// What safety says before any point is named: red flags answered yes, and what holds for the whole body.
    pub fn whole(&self) -> Ruling {
        let mut ruling = Ruling {
            verdict: Verdict::Fine,
            reasons: Vec::new(),
            light: false,
            pressure: Pressure::Firm,
            tool: true,
            alternative: None,
        };
        for (rule, effect) in self
            .effects()
            .filter(|(_, effect)| effect.everywhere && !effect.offered)
        {
            for (question, _) in self
                .triggers(effect)
                .filter(|(_, given)| near(effect, given))
                .collect::<Vec<_>>()
            {
                self.apply(rule, effect, question, &mut ruling);
            }
        }
        settle(&mut ruling);
        ruling
    }

    /// What the rules say of a routine as a whole, the strictest first.
    pub fn routine(&self, id: &str) -> Vec<Reason> {
        let mut ruling = self.whole();
        ruling.reasons.clear();
        for (rule, effect) in self.effects() {
            if effect.routines.iter().any(|routine| routine == id) {
                for (question, given) in self.triggers(effect) {
                    if near(effect, &given) {
                        self.apply(rule, effect, question, &mut ruling);
                    }
                }
            }
        }
        settle(&mut ruling);
        ruling.reasons
    }

    /// What safety says of breathing.
    pub fn breathing(&self) -> Breathing {
        let mut breathing = Breathing::default();
        for (rule, effect) in self.effects() {
            if !(effect.no_holds || effect.natural_only || effect.natural_first) {
                continue;
            }
            for (question, given) in self.triggers(effect) {
                if near(effect, &given) {
                    breathing.no_holds |= effect.no_holds || effect.natural_only;
                    breathing.natural_only |= effect.natural_only;
                    breathing.natural_first |= effect.natural_first || effect.natural_only;
                    let because = question.cloned();
                    breathing.reasons.push(reason(Verdict::Gentle, &rule.id, because));
                }
            }
        }
        breathing.reasons.sort();
        breathing.reasons.dedup();
        breathing
    }

    /// Sentences to be read at the start of every practice.
    pub fn at_the_start(&self) -> Vec<Reason> {
        let mut notes = Vec::new();
        for (rule, effect) in self.effects() {
            if effect.is_start_note() {
                for (question, given) in self.triggers(effect) {
                    if near(effect, &given) {
                        notes.push(reason(Verdict::Fine, &rule.id, question.cloned()));
                    }
                }
            }
        }
        notes.dedup();
        notes
    }

    /// The red flags to ask before a practice for these uses: those of the uses, and those of every practice.
    pub fn flags<'b>(&self, uses: impl IntoIterator<Item = &'b str>) -> Vec<&'a Question> {
        let named: Vec<&str> = uses
            .into_iter()
            .filter_map(|id| self.atlas.use_text(id))
            .flat_map(|use_| use_.red_flags.iter().map(|flag| flag.as_ref()))
            .collect();
        self.rules
            .asked(Asked::Flag)
            .filter(|question| {
                self.rules
                    .rule_of(&question.id)
                    .is_some_and(|rule| rule.always_asked || named.contains(&rule.id.as_ref()))
            })
            .collect()
    }

    /// The questions about today that are still open before pressing these points for these uses: red flags,
    /// then the body.
    pub fn open<'b>(&self, uses: impl IntoIterator<Item = &'b str>, points: &[PointId]) -> Vec<Text> {
        let flags = self.flags(uses).into_iter().map(|question| question.id.clone());
        let body = self
            .rules
            .asked(Asked::Today)
            .filter(|question| self.touches(&question.id, points))
            .map(|question| question.id.clone());
        flags
            .chain(body)
            .filter(|id| !self.today.answers.answer(id).is_given())
            .collect()
    }

    /// Whether a yes to a question of today would reach any of these points, or the breath.
    fn touches(&self, question: &Text, points: &[PointId]) -> bool {
        self.effects().any(|(_, effect)| {
            effect.when.contains(question)
                && (effect.no_holds
                    || effect.natural_only
                    || points.iter().any(|id| {
                        let point = self.atlas.point(*id);
                        effect.covers(point, |code| self.is_kin(point, code))
                    }))
        })
    }

    /// A point that may stand in: fine or gentle on both sides, apart from what asks first for the whole
    /// body. From the chains where one is written, otherwise the first point that serves the same use.
    pub fn alternative(&self, id: PointId, offered: bool, taken: &[PointId]) -> Option<PointId> {
        let point = self.atlas.point(id);
        let candidates: Vec<PointId> = match self.rules.chain(point.code.as_str()) {
            Some(chain) => chain.iter().filter_map(|code| self.atlas.by_code(code)).collect(),
            None => point
                .uses
                .iter()
                .flat_map(|use_| self.atlas.serving(&use_.id))
                .collect(),
        };
        let whole = self.whole();
        if whole.verdict >= Verdict::NotThisPoint {
            return None;
        }
        candidates.into_iter().find(|candidate| {
            *candidate != id
                && !taken.contains(candidate)
                && self.hindrances(*candidate, None, offered, &whole).is_empty()
        })
    }

    /// The reasons that keep a point out, apart from those that ask first for the whole body.
    pub(super) fn hindrances(
        &self,
        id: PointId,
        side: Option<Side>,
        offered: bool,
        whole: &Ruling,
    ) -> Vec<Reason> {
        let mut ruling = self.bare(id, side, offered);
        ruling.reasons.retain(|reason| {
            !reason.verdict.lets_through()
                && !(reason.verdict == Verdict::AskFirst && whole.reasons.contains(reason))
        });
        ruling.reasons
    }

    /// The strongest help any of these reasons calls for.
    pub fn help(&self, reasons: &[Reason]) -> Option<Help> {
        reasons
            .iter()
            .filter_map(|reason| {
                let question = reason.because.as_ref().and_then(|id| self.rules.question(id));
                question
                    .and_then(|question| question.help)
                    .or(self.rules.rule(&reason.rule)?.help)
            })
            .max()
    }

    /// Every effect with its rule, in the order of checks.
    fn effects(&self) -> impl Iterator<Item = (&'a Rule, &'a Effect)> + use<'a> {
        self.rules
            .rules()
            .iter()
            .flat_map(|rule| rule.effects.iter().map(move |effect| (rule, effect)))
    }

    /// What brings an effect up now: each of its questions that counts as yes.
    fn triggers(&self, effect: &'a Effect) -> impl Iterator<Item = Trigger<'a>> + use<'a> {
        let safety = *self;
        let always: Option<Trigger<'a>> = effect
            .when
            .is_empty()
            .then(|| (None, Cow::Owned(Given::default())));
        always.into_iter().chain(
            effect
                .when
                .iter()
                .filter_map(move |id| Some((Some(id), safety.counting(id)?))),
        )
    }

    /// The answer to a question, if it counts as yes. A question under another counts only if that one does,
    /// and then also while it is still open.
    pub fn counting(&self, question: &str) -> Option<Cow<'a, Given>> {
        let under = self
            .rules
            .question(question)
            .and_then(|question| question.under.as_ref());
        if let Some(under) = under {
            self.counting(under)?;
        }
        let given = self
            .profile
            .answers
            .given(question)
            .into_iter()
            .chain(self.today.answers.given(question))
            .max_by_key(|given| given.answer.counts());
        match given {
            Some(given) if given.answer.counts() => Some(Cow::Borrowed(given)),
            Some(given) if given.answer.is_given() => None,
            _ => under.map(|_| Cow::Owned(Given::plain(Answer::NotSure))),
        }
    }

    /// For a point of a person's own: whether `code` is a shipped point of the same region. What holds for
    /// any of them holds for the own point too, since nobody has looked at where exactly it lies.
    fn is_kin(&self, point: &Point, code: &str) -> bool {
        point.own
            && self.atlas.by_code(code).is_some_and(|id| {
                let kin = self.atlas.point(id);
                !kin.own && kin.region == point.region
            })
    }

    fn apply(&self, rule: &Rule, effect: &Effect, question: Option<&Text>, ruling: &mut Ruling) {
        let asked = effect.tick(rule).is_some_and(|tick| self.profile.has_asked(tick));
        let verdict = if asked {
            Verdict::Fine
        } else {
            effect.outcome.verdict()
        };
        ruling.light |= effect.outcome == Outcome::Light;
        if let Some(pressure) = effect.pressure {
            ruling.pressure = ruling.pressure.min(pressure);
        }
        ruling.tool &= !effect.no_tool;
        ruling.reasons.push(Reason {
            verdict,
            rule: rule.id.clone(),
            because: question.cloned(),
            asked,
        });
    }

    /// DO-03 and DO-05: what was pressed today, and what is still sore.
    fn apply_dose(&self, point: &Point, ruling: &mut Ruling) {
        let code = point.code.as_str();
        for rule in self.rules.layer(Layer::Dose) {
            let bounds = rule.bounds;
            let sore = self.today.done.sore.get(code);
            let pressed = self.today.done.pressed.get(code);
            let resting = matches!((sore, bounds.rest_h), (Some(sore), Some(rest)) if *sore < rest);
            let enough = matches!(
                (pressed, bounds.point_a_day_min),
                (Some(pressed), Some(most)) if *pressed >= most * 60
            );
            if resting || enough {
                ruling.reasons.push(reason(Verdict::NotThisPoint, &rule.id, None));
            }
        }
    }
}

/// The rule named where a point is in the atlas only and no other rule says why.
const ATLAS_ONLY: &str = "PR-06";

fn reason(verdict: Verdict, rule: &str, because: Option<Text>) -> Reason {
    Reason {
        verdict,
        rule: rule.to_owned().into(),
        because,
        asked: false,
    }
}

/// Whether an answer lies near enough for an effect that has no place of its own.
fn near(effect: &Effect, given: &Given) -> bool {
    effect.near.is_empty()
        || given
            .places
            .as_ref()
            .is_none_or(|places| places.iter().any(|spot| effect.near.contains(&spot.region)))
}

/// The strictest first, each once; light follows.
fn settle(ruling: &mut Ruling) {
    let mut seen: Vec<Reason> = Vec::new();
    for reason in ruling.reasons.drain(..) {
        if !seen.contains(&reason) {
            seen.push(reason);
        }
    }
    // A stable sort: among equals the order of checks stays.
    seen.sort_by_key(|reason| std::cmp::Reverse(reason.verdict));
    ruling.reasons = seen;
    ruling.verdict = ruling
        .reasons
        .first()
        .map_or(Verdict::Fine, |reason| reason.verdict);
    if ruling.light {
        ruling.pressure = Pressure::Touch;
        ruling.tool = false;
        ruling.verdict = ruling.verdict.max(Verdict::Gentle);
    }
}
