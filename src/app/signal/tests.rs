use chrono::{DateTime, FixedOffset, TimeDelta};

use super::*;
use crate::app::preview::Preview;
use crate::app::settings::Settings;
use crate::app::update::update;
use crate::app::{Action, Effect, Key, KeyCode, Message, Model, Screen};
use crate::domain::routine::Routine;
use crate::domain::safety::Asking;
use crate::domain::time::Now;

fn now(ms: Ms) -> Now {
    let evening: DateTime<FixedOffset> = "2026-11-21T21:00:00+01:00".parse().unwrap();
    Now {
        steady: Moment(1_000_000 + ms),
        wall: evening + TimeDelta::milliseconds(ms as i64),
    }
}

/// A model with a running practice, and everything it told so far.
struct Told {
    model: Model,
    at: Ms,
    signals: Vec<(Ms, Signal)>,
}

impl Told {
    fn begin(routine: &str, change: impl Fn(&mut Settings)) -> Told {
        let routine = crate::shipped().routines.by_id(routine).unwrap();
        Told::begin_own(routine.clone(), change)
    }

    fn begin_own(routine: Routine, change: impl Fn(&mut Settings)) -> Told {
        // Without the ring there is a tick a second, not thirty.
        // Whoever knows the points gets no more time to find them.
        let mut settings = Settings {
            reduced_motion: true,
            learning: false,
            ..Settings::default()
        };
        change(&mut settings);
        let mut model = Model::new(crate::shipped(), settings, now(0), (80, 24));
        let mut preview = Preview::of_routine(&routine);
        model.known.put_routine(routine);
        preview.wish.asking = Asking::Impossible;
        model.screen = Screen::Preview(Box::new(preview));
        let mut told = Told {
            model,
            at: 0,
            signals: Vec::new(),
        };
        told.press(Key::char(' '));
        told
    }

    fn send(&mut self, message: Message) {
        let at = self.at;
        let effects = update(&mut self.model, message, now(at));
        self.signals
            .extend(effects.into_iter().filter_map(|effect| match effect {
                Effect::Signal(signal) => Some((at, signal)),
                _ => None,
            }));
    }

    fn press(&mut self, key: Key) {
        self.send(Message::Key(key));
    }

    fn until(&mut self, to: Ms) {
        while let Some(next) = self.model.screen.wake(&self.model.known) {
            let next = next.0 - 1_000_000;
            if next > to {
                break;
            }
            self.at = next;
            self.send(Message::Tick);
        }
        self.at = to;
        self.send(Message::Tick);
    }

    fn sounds(&self) -> Vec<(Ms, Vec<Cue>)> {
        let sounds = self.signals.iter().filter_map(|(at, signal)| match signal {
            Signal::Sound { cues, .. } => Some((*at, cues.clone())),
            _ => None,
        });
        sounds.collect()
    }

    fn said(&self) -> Vec<(Ms, &str)> {
        let said = self.signals.iter().filter_map(|(at, signal)| match signal {
            Signal::Speak { text, .. } => Some((*at, text.as_str())),
            _ => None,
        });
        said.collect()
    }

    fn clear(&mut self) {
        self.signals.clear();
    }
}

#[test]
fn cues_sound_when_they_fall_due() {
    let mut told = Told::begin("evening-unwind", |_| ());
    told.until(34_000);
    assert_eq!(
        told.sounds(),
        [
            (0, vec![Cue::Next, Cue::In]),
            (4_000, vec![Cue::Out]),
            (10_000, vec![Cue::In]),
            (14_000, vec![Cue::Out]),
            (20_000, vec![Cue::In]),
            (24_000, vec![Cue::Press, Cue::Out]),
            (30_000, vec![Cue::Stay, Cue::In]),
            (34_000, vec![Cue::Out]),
        ]
    );
    assert!(told.said().is_empty(), "nobody asked for a voice");
}

#[test]
fn the_voice_says_the_script_line_by_line_at_its_time_in_the_language() {
    for lang in Lang::ALL {
        for routine in crate::shipped().routines.all() {
            let mut told = Told::begin(&routine.id, |settings| {
                settings.lang = lang;
                settings.sound.speech = true;
            });
            let Screen::Practice(practising) = &told.model.screen else {
                panic!("{} did not begin", routine.id)
            };
            let practice = &practising.practice;
            let voice = Voice {
                lang,
                good_night: routine.quiet_end,
            };
            let script = script::script(
                &practice.timeline().segments,
                practice.plan(),
                &crate::shipped().atlas,
                voice,
            );
            let total = practice.timeline().total();
            told.until(total + 1_000);
            let wanted: Vec<(Ms, &str)> = script.iter().map(|line| (line.at, line.text.as_str())).collect();
            assert_eq!(told.said(), wanted, "{} {lang:?}", routine.id);
        }
    }
}

#[test]
fn the_end_sounds_but_not_after_a_routine_for_falling_asleep() {
    for routine in crate::shipped().routines.all() {
        let mut told = Told::begin(&routine.id, |_| ());
        told.until(1_900_000);
        let ends = told
            .sounds()
            .iter()
            .filter(|(_, cues)| cues == &[Cue::End])
            .count();
        assert_eq!(ends, usize::from(!routine.quiet_end), "{}", routine.id);
    }
    // Made one's own, it is still for falling asleep.
    let shipped = crate::shipped().routines.by_id("falling-asleep").unwrap();
    let own = Routine {
        id: "my-night".into(),
        own: true,
        ..shipped.clone()
    };
    let mut told = Told::begin_own(own, |_| ());
    told.until(1_900_000);
    assert!(!told.sounds().is_empty());
    assert!(told.sounds().iter().all(|(_, cues)| cues != &[Cue::End]));
}

#[test]
fn a_pause_is_silent_and_going_on_begins_with_the_hand() {
    let mut told = Told::begin("evening-unwind", |settings| {
        settings.sound.speech = true;
        settings.sound.background = Some(Background::Sea);
    });
    told.until(47_000);
    let sea = |on: bool| move |(_, signal): &(Ms, Signal)| matches!(signal, Signal::Background { what, .. } if what.is_some() == on);
    assert_eq!(told.signals.iter().filter(|s| sea(true)(s)).count(), 1);
    told.clear();
    told.press(Key::char(' '));
    assert_eq!(told.signals[0], (47_000, Signal::Hush(Hush::All)));
    assert!(told.signals.contains(&(47_000, Signal::Awake(false))));
    assert_eq!(told.said(), [(47_000, "Paused")]);
    told.clear();
    told.until(80_000);
    assert_eq!(told.signals, []);
    told.press(Key::char(' '));
    assert!(told.signals.iter().any(sea(true)));
    assert!(told.signals.contains(&(80_000, Signal::Awake(true))));
    // The hand comes back first; what is found is said again.
    let said = told.said();
    assert_eq!(said[0], (80_000, "Going on"));
    assert!(said.len() == 2 && said[1].1.contains("skull"), "{said:?}");
}

#[test]
fn stopping_is_heard_at_once_over_everything() {
    let mut told = Told::begin("evening-unwind", |settings| settings.sound.speech = true);
    told.until(40_000);
    told.clear();
    told.press(Key::plain(KeyCode::Esc));
    assert_eq!(told.signals[0].1, Signal::Hush(Hush::All));
    assert_eq!(told.sounds(), [(40_000, vec![Cue::Stop])]);
    assert!(
        matches!(&told.signals[2].1, Signal::Speak { text, urgent: true, .. } if text == "Stopped. Let go.")
    );
    told.clear();
    told.until(60_000);
    assert_eq!(told.signals, []);
}

#[test]
fn mute_volume_voice_and_background_change_while_it_runs() {
    let mut told = Told::begin("evening-unwind", |_| ());
    told.until(5_000);
    told.clear();
    told.press(Key::char('u'));
    assert_eq!(told.signals, [(5_000, Signal::Hush(Hush::Sounds))]);
    told.clear();
    told.until(21_000);
    assert_eq!(told.signals, []);
    told.press(Key::char('.'));
    assert!(told.model.known.settings.sound.on, "louder is not silent");
    assert_eq!(told.model.known.settings.sound.volume, 70);
    told.press(Key::char(','));
    told.press(Key::char(','));
    told.until(24_500);
    assert!(
        told.signals
            .iter()
            .any(|(_, s)| matches!(s, Signal::Sound { volume: 50, .. }))
    );
    told.press(Key::char('r'));
    told.until(25_500);
    assert!(told.signals.iter().any(|(_, s)| matches!(
        s,
        Signal::Background {
            what: Some(Background::Rain),
            ..
        }
    )));
    told.clear();
    told.press(Key::char('k'));
    told.until(40_100);
    assert!(!told.said().is_empty());
}

#[test]
fn the_own_command_is_told_start_every_step_and_end() {
    let mut told = Told::begin("evening-unwind", |settings| {
        settings.hook = vec!["lamp".to_owned()]
    });
    told.until(1_000_000);
    let hooks: Vec<&Hook> = told
        .signals
        .iter()
        .filter_map(|(_, signal)| match signal {
            Signal::Hook(hook) => Some(&**hook),
            _ => None,
        })
        .collect();
    let Screen::Practice(practising) = &told.model.screen else {
        panic!()
    };
    let segments = practising.practice.timeline().segments.len();
    assert_eq!(hooks.len(), segments + 2);
    assert_eq!(hooks[0].at, HookAt::Start);
    assert_eq!(hooks[segments + 1].at, HookAt::End);
    assert!(hooks[1..=segments].iter().all(|hook| hook.at == HookAt::Step));
    let fact = |hook: &Hook, name| {
        hook.facts
            .iter()
            .find(|(known, _)| *known == name)
            .unwrap()
            .1
            .clone()
    };
    assert_eq!(fact(hooks[2], "part"), Fact::Word("sink-in".to_owned()));
    assert_eq!(fact(hooks[2], "point"), Fact::Word("GB20".to_owned()));
    assert_eq!(fact(hooks[2], "side"), Fact::Word("both".to_owned()));
    assert_eq!(fact(hooks[2], "position_seconds"), Fact::Number(20));
    assert_eq!(
        fact(hooks[segments + 1], "ended"),
        Fact::Word("finished".to_owned())
    );
}

#[test]
fn a_notice_at_the_end_only_if_asked_for_and_nobody_looks() {
    for (asked, looks, wanted) in [(true, false, 1), (true, true, 0), (false, false, 0)] {
        let mut told = Told::begin("evening-unwind", |settings| settings.notify = asked);
        told.send(Message::Focused(looks));
        told.until(1_000_000);
        let notices = told
            .signals
            .iter()
            .filter(|(_, s)| matches!(s, Signal::Notify { .. }))
            .count();
        assert_eq!(notices, wanted, "{asked} {looks}");
    }
}

#[test]
fn a_short_stop_of_the_program_is_a_pause_too() {
    let mut told = Told::begin("evening-unwind", |_| ());
    told.until(40_500);
    told.clear();
    told.at = 42_000;
    told.send(Message::Continued);
    let Screen::Practice(practising) = &told.model.screen else {
        panic!()
    };
    assert!(!practising.practice.is_running(now(42_000).steady));
    assert_eq!(practising.practice.scene(now(42_000).steady).position, 40_500);
    assert!(told.sounds().is_empty());
}

#[test]
fn the_keys_of_sound_mean_something_in_a_practice() {
    let keymap = crate::app::keymap::Keymap::default();
    for action in [
        Action::Sound,
        Action::Speech,
        Action::Louder,
        Action::Quieter,
        Action::Background,
        Action::LargeDigits,
    ] {
        assert!(
            keymap
                .keys(crate::app::Context::Practice, action)
                .next()
                .is_some(),
            "{action:?}"
        );
    }
}
