//! The engine: reads the rules against what a person has said.

use std::borrow::Cow;

use super::super::atlas::{Atlas, PointId};
use super::super::plan::SideRule;
use super::super::point::{Point, Pressure, Region, Side, Sides};
use super::super::profile::{Answer, Given, Profile, Today};
use super::super::reach::Grip;
use super::super::words::Text;
use super::rule::{Asked, Effect, Help, Layer, Outcome, Question, Rule, Rulebook};
use super::verdict::{Breathing, Reason, Ruling, Verdict};

/// The rules read against one person and one day. Made anew whenever an answer changes; then it says its word
/// about any point quickly, because only the effects that apply at all are kept.
#[derive(Clone, Debug)]
pub struct Safety<'a> {
    pub(super) atlas: &'a Atlas,
    pub(super) rules: &'a Rulebook,
    pub(super) profile: &'a Profile,
    pub(super) today: &'a Today,
    /// The effects that something brought up, in the order of checks.
    active: Vec<Active<'a>>,
    whole: Ruling,
    /// How the person presses.
    pub(super) grip: Grip,
}

/// An effect that applies, and what brought it up.
#[derive(Clone, Debug)]
struct Active<'a> {
    rule: &'a Rule,
    effect: &'a Effect,
    triggers: Vec<Trigger<'a>>,
    /// The regions of the points it names: what it says holds for a person's own point that claims one of them.
    around: Vec<Region>,
}

/// What brought an effect up: the question, if there was one, and its answer.
type Trigger<'a> = (Option<&'a Text>, Cow<'a, Given>);

impl<'a> Safety<'a> {
    /// Reads the rules against what a person said once, and today.
    pub fn new(atlas: &'a Atlas, rules: &'a Rulebook, profile: &'a Profile, today: &'a Today) -> Safety<'a> {
        let mut safety = Safety {
            atlas,
            rules,
            profile,
            today,
            active: Vec::new(),
            whole: untouched(),
            grip: Grip::default(),
        };
        let answered = safety.answered();
        for rule in rules.rules() {
            for effect in &rule.effects {
                // Most effects wait for a yes that nobody has said.
                if !(effect.when.is_empty() || effect.when.iter().any(|id| answered.contains(&id.as_ref()))) {
                    continue;
                }
                let triggers = safety.triggers(effect);
                if !triggers.is_empty() {
                    safety.active.push(Active {
                        rule,
                        effect,
                        triggers,
                        around: safety.around(effect),
                    });
                }
            }
        }
        safety.whole = safety.read_whole();
        safety
    }

    /// The same for somebody who presses like this: what one hand cannot reach takes no part, and where no tool
    /// may be used the fingers press.
    pub fn pressed_by(mut self, grip: Grip) -> Safety<'a> {
        self.grip = grip;
        self
    }

    /// The atlas it speaks of.
    pub fn atlas(&self) -> &'a Atlas {
        self.atlas
    }

    /// The rules it reads.
    pub fn rules(&self) -> &'a Rulebook {
        self.rules
    }

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

    /// The word of [`Safety::card`] alone, for lists: nothing is looked for that might stand in.
    pub fn word(&self, point: PointId) -> Verdict {
        let on = |side| self.bare_word(point, side);
        match self.atlas.point(point).sides {
            Sides::Midline => on(None),
            Sides::Both => on(Some(Side::Left)).min(on(Some(Side::Right))),
        }
    }

    /// The verdict of [`Safety::bare`] for a point somebody chose, without its reasons.
    fn bare_word(&self, id: PointId, side: Option<Side>) -> Verdict {
        let point = self.atlas.point(id);
        let regions = self.regions(point);
        let mut word = Verdict::Fine;
        for (active, _) in self.speaking(point, &regions, side, false) {
            word = word.max(self.verdict(active.rule, active.effect));
            if self.makes_light(active.effect) {
                word = word.max(Verdict::Gentle);
            }
        }
        if !self.is_pressable(point) || self.dose(point).next().is_some() {
            word = word.max(Verdict::NotThisPoint);
        }
        word
    }

    fn ruling(&self, id: PointId, side: Option<Side>, offered: bool) -> Ruling {
        let mut ruling = self.bare(id, side, offered);
        if !ruling.verdict.lets_through() {
            ruling.alternative = self.alternative(id, offered, &[]);
        }
        ruling
    }

    /// The ruling alone: nothing is looked for that might stand in.
    pub fn bare(&self, id: PointId, side: Option<Side>, offered: bool) -> Ruling {
        let point = self.atlas.point(id);
        let regions = self.regions(point);
        let mut ruling = untouched();
        for (active, question) in self.speaking(point, &regions, side, offered) {
            self.apply(active.rule, active.effect, question, &mut ruling);
        }
        for rule in self.dose(point) {
            ruling.reasons.push(reason(Verdict::NotThisPoint, &rule.id, None));
        }
        if !self.is_pressable(point) && ruling.verdict < Verdict::NotThisPoint {
            ruling
                .reasons
                .push(reason(Verdict::NotThisPoint, ATLAS_ONLY, None));
        }
        settle(&mut ruling);
        ruling
    }

    /// The effects that have a say about a point on a side, each with what brought it up.
    fn speaking<'s>(
        &'s self,
        point: &'s Point,
        regions: &'s [Region],
        side: Option<Side>,
        offered: bool,
    ) -> impl Iterator<Item = (&'s Active<'a>, Option<&'a Text>)> + 's {
        self.active
            .iter()
            .filter(move |active| offered || !active.effect.offered)
            .filter(move |active| {
                active
                    .effect
                    .covers(point, regions, || is_kin(point, active.effect, &active.around))
            })
            .flat_map(move |active| {
                let near = move |given: &Given| {
                    let mut regions = regions.iter();
                    regions.any(|region| active.effect.reaches(given, *region, side))
                };
                let triggers = active.triggers.iter();
                triggers
                    .filter(move |(_, given)| near(given))
                    .map(move |(question, _)| (active, *question))
            })
    }

    /// Whether fingers may press it at all: neither it nor a shipped point it lies beside is for the atlas
    /// only.
    fn is_pressable(&self, point: &Point) -> bool {
        let closest = point.kin.first().and_then(|code| self.atlas.by_code(code));
        point.pressable && closest.is_none_or(|id| self.atlas.point(id).pressable)
    }

    /// What safety says before any point is named: red flags answered yes, and what holds for the whole body.
    pub fn whole(&self) -> &Ruling {
        &self.whole
    }

    fn read_whole(&self) -> Ruling {
        let mut ruling = untouched();
        for (active, question) in self.brought_up(|effect| effect.everywhere && !effect.offered) {
            self.apply(active.rule, active.effect, question, &mut ruling);
        }
        settle(&mut ruling);
        ruling
    }

    /// What the rules say of a routine as a whole, the strictest first.
    pub fn routine(&self, id: &str) -> Vec<Reason> {
        let mut ruling = untouched();
        for (active, question) in self.brought_up(|effect| effect.routines.iter().any(|of| of == id)) {
            self.apply(active.rule, active.effect, question, &mut ruling);
        }
        settle(&mut ruling);
        ruling.reasons
    }

    /// What safety says of breathing.
    pub fn breathing(&self) -> Breathing {
        let mut breathing = Breathing::default();
        for (Active { rule, effect, .. }, question) in self.brought_up(Effect::touches_the_breath) {
            breathing.no_holds |= effect.no_holds || effect.natural_only;
            breathing.natural_only |= effect.natural_only;
            breathing.natural_first |= effect.natural_first || effect.natural_only;
            breathing
                .reasons
                .push(reason(Verdict::Gentle, &rule.id, question.cloned()));
        }
        breathing.reasons.sort();
        breathing.reasons.dedup();
        breathing
    }

    /// Sentences to be read at the start of every practice.
    pub fn at_the_start(&self) -> Vec<Reason> {
        let mut notes: Vec<Reason> = self
            .brought_up(Effect::is_start_note)
            .map(|(active, question)| reason(Verdict::Fine, &active.rule.id, question.cloned()))
            .collect();
        notes.dedup();
        notes
    }

    /// The effects of a kind that apply, once for each question that brought them up near enough.
    fn brought_up<'s>(
        &'s self,
        kind: impl Fn(&Effect) -> bool + 's,
    ) -> impl Iterator<Item = (&'s Active<'a>, Option<&'a Text>)> + 's {
        self.active
            .iter()
            .filter(move |active| kind(active.effect))
            .flat_map(|active| {
                active
                    .triggers
                    .iter()
                    .filter(|(_, given)| near(active.effect, given))
                    .map(move |(question, _)| (active, *question))
            })
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

    /// The questions about today that are still open before pressing these points for these uses, and before
    /// the breath is held, if it is: red flags, then the body.
    pub fn open<'b>(
        &self,
        uses: impl IntoIterator<Item = &'b str>,
        points: &[PointId],
        holds: bool,
    ) -> Vec<Text> {
        let flags = self.flags(uses).into_iter().map(|question| question.id.clone());
        let body = self
            .rules
            .asked(Asked::Today)
            .filter(|question| self.touches(&question.id, points, holds))
            .map(|question| question.id.clone());
        flags
            .chain(body)
            .filter(|id| !self.today.answers.answer(id).is_given())
            .collect()
    }

    /// Whether a yes to a question of today would reach any of these points, or the breath.
    fn touches(&self, question: &Text, points: &[PointId], holds: bool) -> bool {
        self.rules
            .rules()
            .iter()
            .flat_map(|rule| &rule.effects)
            .any(|effect| {
                effect.when.contains(question)
                    && ((effect.no_holds && holds)
                        || effect.natural_only
                        || points.iter().any(|id| {
                            let point = self.atlas.point(*id);
                            let regions = self.regions(point);
                            effect.covers(point, &regions, || is_kin(point, effect, &self.around(effect)))
                        }))
            })
    }

    /// A point that may stand in: fine or gentle on both sides, apart from what asks first for the whole
    /// body. Where a chain is written, the first of it; when all of it is out of the question, or no chain is
    /// written, the first point that serves the same use. None where the plan holds one of the chain already,
    /// or where an empty chain says that nothing stands in.
    pub fn alternative(&self, id: PointId, offered: bool, taken: &[PointId]) -> Option<PointId> {
        let point = self.atlas.point(id);
        if self.whole().verdict >= Verdict::NotThisPoint {
            return None;
        }
        let fits = |candidate: &PointId| {
            *candidate != id
                && self.sides_in_reach(*candidate).is_some()
                && !self.keeps_out(*candidate, None, offered)
        };
        if let Some(chain) = self.rules.chain(point.code.as_str()) {
            let safe: Vec<PointId> = chain
                .iter()
                .filter_map(|code| self.atlas.by_code(code))
                .filter(fits)
                .collect();
            if chain.is_empty() || !safe.is_empty() {
                return safe.into_iter().find(|candidate| !taken.contains(candidate));
            }
        }
        point
            .uses
            .iter()
            .flat_map(|use_| self.atlas.serving(&use_.id))
            .find(|candidate| !taken.contains(candidate) && fits(candidate))
    }

    /// The sides of a point pressed by itself, one after the other, as far as the person's hands reach.
    pub(super) fn sides_in_reach(&self, id: PointId) -> Option<SideRule> {
        let point = self.atlas.point(id);
        let sides = match point.sides {
            Sides::Midline => SideRule::Midline,
            Sides::Both => SideRule::Each,
        };
        self.grip.hands.sides(sides, point.region)
    }

    /// The reasons that keep a point out, chosen or offered, apart from those that ask first for the whole
    /// body.
    pub fn against(&self, id: PointId, side: Option<Side>, offered: bool) -> Vec<Reason> {
        let whole = self.whole();
        let mut ruling = self.bare(id, side, offered);
        ruling.reasons.retain(|reason| {
            let asks_for_all = reason.verdict == Verdict::AskFirst && whole.reasons.contains(reason);
            !(reason.verdict.lets_through() || asks_for_all)
        });
        ruling.reasons
    }

    /// Whether there is any reason of [`Safety::against`]. Alternatives are looked for among many points, and
    /// most of them need not be told why they are none.
    pub fn keeps_out(&self, id: PointId, side: Option<Side>, offered: bool) -> bool {
        let point = self.atlas.point(id);
        let regions = self.regions(point);
        let mut speaking = self.speaking(point, &regions, side, offered);
        let against = speaking.any(|(active, question)| {
            let reason = self.says(active.rule, active.effect, question);
            let asks_for_all = reason.verdict == Verdict::AskFirst && self.whole.reasons.contains(&reason);
            !(reason.verdict.lets_through() || asks_for_all)
        });
        against || self.dose(point).next().is_some() || !self.is_pressable(point)
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

    /// What follows when a practice was stopped for a reason of the stop rules.
    pub fn after_stop(&self, rule: &str) -> AfterStop {
        let rule = self.rules.rule(rule).filter(|rule| rule.layer == Layer::Stop);
        AfterStop {
            help: rule.and_then(|rule| rule.help),
            flag: rule.and_then(|rule| rule.flag.clone()),
            locks: rule.is_some_and(|rule| rule.locks),
            rests: rule.is_some_and(|rule| rule.rests),
        }
    }

    /// The questions that may count as yes: those with such an answer, and those under another, which count while
    /// they are open. Any other counts as no.
    fn answered(&self) -> Vec<&'a str> {
        let said = self.profile.answers.iter().chain(self.today.answers.iter());
        let yes = said
            .filter(|(_, given)| given.answer.counts())
            .map(|(id, _)| id.as_ref());
        let under = self
            .rules
            .questions()
            .iter()
            .filter(|question| question.under.is_some());
        yes.chain(under.map(|question| question.id.as_ref())).collect()
    }

    /// What brings an effect up now: each of its questions that counts as yes.
    fn triggers(&self, effect: &'a Effect) -> Vec<Trigger<'a>> {
        if effect.when.is_empty() {
            return vec![(None, Cow::Owned(Given::default()))];
        }
        effect
            .when
            .iter()
            .filter_map(|id| Some((Some(id), self.counting(id)?)))
            .collect()
    }

    /// The answer to a question, if it counts as yes. A question under another counts only if that one does,
    /// and then also while it is still open.
    fn counting(&self, question: &str) -> Option<Cow<'a, Given>> {
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

    /// The regions of the shipped points an effect names. None where nobody has brought points: only those ask.
    fn around(&self, effect: &Effect) -> Vec<Region> {
        if !self.atlas.has_own() {
            return Vec::new();
        }
        let named = effect.points.iter().filter_map(|code| self.atlas.by_code(code));
        let shipped = named.map(|id| self.atlas.point(id)).filter(|point| !point.own);
        let mut regions: Vec<Region> = shipped.map(|point| point.region).collect();
        regions.sort_unstable();
        regions.dedup();
        regions
    }

    /// The regions a point counts as lying in: its own, and for a point of a person's own those of the
    /// shipped points around it as well.
    fn regions<'p>(&self, point: &'p Point) -> Cow<'p, [Region]> {
        if point.kin.is_empty() {
            return Cow::Borrowed(std::slice::from_ref(&point.region));
        }
        let kin = point.kin.iter().filter_map(|code| self.atlas.by_code(code));
        let mut regions = vec![point.region];
        regions.extend(kin.map(|id| self.atlas.point(id).region));
        regions.sort_unstable();
        regions.dedup();
        Cow::Owned(regions)
    }

    /// Whether the person has asked about what an effect wants asked first.
    fn has_asked(&self, rule: &Rule, effect: &Effect) -> bool {
        effect.tick(rule).is_some_and(|tick| self.profile.has_asked(tick))
    }

    /// The verdict of an effect that has something to say.
    fn verdict(&self, rule: &Rule, effect: &Effect) -> Verdict {
        match self.has_asked(rule, effect) {
            true => Verdict::Fine,
            false => effect.outcome.verdict(),
        }
    }

    /// DO-04 says what light means; without it there is no such thing.
    fn makes_light(&self, effect: &Effect) -> bool {
        effect.outcome == Outcome::Light && self.rules.bounds().light_percent.is_some()
    }

    /// What an effect says that has something to say.
    fn says(&self, rule: &Rule, effect: &Effect, question: Option<&Text>) -> Reason {
        Reason {
            verdict: self.verdict(rule, effect),
            rule: rule.id.clone(),
            because: question.cloned(),
            asked: self.has_asked(rule, effect),
        }
    }

    fn apply(&self, rule: &Rule, effect: &Effect, question: Option<&Text>, ruling: &mut Ruling) {
        ruling.light |= self.makes_light(effect);
        if let Some(pressure) = effect.pressure {
            ruling.pressure = ruling.pressure.min(pressure);
        }
        ruling.tool &= !effect.no_tool;
        ruling.reasons.push(self.says(rule, effect, question));
    }

    /// DO-03 and DO-05: the rules against what was pressed enough today, and what is still sore. A point of
    /// a person's own is as sore as the shipped ones around it.
    fn dose<'s>(&'s self, point: &Point) -> impl Iterator<Item = &'s Rule> + use<'s, 'a> {
        let done = &self.today.done;
        let codes = || {
            let kin = point.kin.iter().map(|code| code.as_ref());
            std::iter::once(point.code.as_str()).chain(kin.filter(|_| point.own))
        };
        let sore = codes().filter_map(|code| done.sore.get(code)).min().copied();
        let pressed = codes().filter_map(|code| done.pressed.get(code)).max().copied();
        let said = sore.is_some() || pressed.is_some();
        let rules = said.then(|| self.rules.layer(Layer::Dose));
        rules.into_iter().flatten().filter(move |rule| {
            let bounds = rule.bounds;
            let resting = matches!((sore, bounds.rest_h), (Some(sore), Some(rest)) if sore < rest);
            let enough = matches!(
                (pressed, bounds.point_a_day_min),
                (Some(pressed), Some(most)) if pressed >= most * 60
            );
            resting || enough
        })
    }
}

/// Whether a point of a person's own counts as one of those an effect names: one of them lies around its place, or
/// in the region its file claims. What holds for any of them holds for the own point too, since nobody has looked
/// at where exactly it lies.
fn is_kin(point: &Point, effect: &Effect, around: &[Region]) -> bool {
    around.contains(&point.region) || point.kin.iter().any(|kin| effect.names(kin))
}

/// Before any rule has spoken.
fn untouched() -> Ruling {
    Ruling {
        verdict: Verdict::Fine,
        reasons: Vec::new(),
        light: false,
        pressure: Pressure::Firm,
        tool: true,
        alternative: None,
    }
}

/// What follows from a reason to stop.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AfterStop {
    /// The help it calls for; `None` where none is needed.
    pub help: Option<Help>,
    /// The red flag to ask about now.
    pub flag: Option<Text>,
    /// Practice stays locked until the help text was read.
    pub locks: bool,
    /// The point that was pressed just then is sore, and rests.
    pub rests: bool,
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
