use chrono::{DateTime, FixedOffset, TimeDelta};

use super::*;
use crate::app::Settings;
use crate::cli::practice::PracticeArgs;
use crate::domain::profile::{Answer, Given};
use crate::platform::beside::{Beside, Outcome as Came, Setup};
use crate::platform::journal::keeper::Keeper;

/// A terminal that is not there: time that jumps to the next moment asked for, and lines typed on time.
struct Simulated {
    at: Ms,
    typed: Vec<(Ms, &'static str)>,
    attended: bool,
    said: Vec<String>,
    signals: Vec<(Ms, Signal)>,
    beside: Option<Beside>,
    deaf_after: usize,
}

impl Simulated {
    fn pipe() -> Simulated {
        Simulated {
            at: 0,
            typed: Vec::new(),
            attended: false,
            said: Vec::new(),
            signals: Vec::new(),
            beside: None,
            deaf_after: usize::MAX,
        }
    }

    /// Somebody at the keys who says no to every question about today, then types these.
    fn person(typed: &[(Ms, &'static str)]) -> Simulated {
        let mut all = vec![(0, "n")];
        all.extend(typed);
        Simulated {
            typed: all,
            attended: true,
            ..Simulated::pipe()
        }
    }

    fn text(&self) -> String {
        self.said.join("\n")
    }
}

impl Plain for Simulated {
    fn now(&mut self) -> Now {
        let evening: DateTime<FixedOffset> = "2026-11-21T21:00:00+01:00".parse().unwrap();
        Now {
            steady: Moment(self.at),
            wall: evening + TimeDelta::milliseconds(self.at as i64),
        }
    }

    fn attended(&self) -> bool {
        self.attended
    }

    fn listens(&self) -> bool {
        self.attended
    }

    fn wait(&mut self, until: Option<Moment>) -> Option<Word> {
        let due = until.map_or(Ms::MAX, |until| until.0);
        match self.typed.first().copied() {
            Some((at, line)) if at <= due => {
                self.typed.remove(0);
                self.at = self.at.max(at);
                Some(Word::Typed(line.to_owned()))
            }
            _ => {
                assert!(until.is_some(), "waits for ever");
                self.at = self.at.max(due);
                None
            }
        }
    }

    fn signal(&mut self, signal: Signal) {
        self.signals.push((self.at, signal.clone()));
        if let Some(beside) = &mut self.beside {
            beside.perform(signal);
        }
    }

    fn say(&mut self, line: &str) -> bool {
        self.said.push(line.to_owned());
        self.said.len() < self.deaf_after
    }
}

fn home(lang: Lang) -> (Home, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    // Whoever knows the points gets no more time to find them.
    let settings = Settings {
        lang,
        learning: false,
        ..Settings::default()
    };
    let now = Simulated::pipe().now();
    let known = Known::new(crate::shipped(), settings, now, (80, 24));
    let keeper = Keeper::new(folder.path().join("journal.sqlite"));
    let beside = Setup {
        cache: folder.path().join("cache"),
        own_sounds: folder.path().join("sounds"),
        path: Default::default(),
        far: false,
    };
    let home = Home {
        known,
        keeper,
        beside,
    };
    (home, folder)
}

fn practise(what: &str, lang: Lang, manner: Manner, world: &mut Simulated) -> Result<(), CliError> {
    let (home, _folder) = home(lang);
    let args = PracticeArgs {
        what: what.split(' ').map(str::to_owned).collect(),
        ..PracticeArgs::default()
    };
    let preview = args.preview(&home.known)?;
    live(preview, manner, home, world)
}

#[test]
fn a_point_in_a_pipe_tells_its_cautions_first_and_runs_to_its_end() {
    let mut world = Simulated::pipe();
    practise("LI4", Lang::En, Manner::Real, &mut world).unwrap();
    let text = world.text();
    let caution = text.find("! LI4  Pregnant").unwrap();
    let first = text.find("0:00  Find it  LI4 left").unwrap();
    assert!(caution < first, "{text}");
    assert!(text.contains("\n0:24  Out  Press  LI4 left\n"), "{text}");
    assert!(
        text.contains("\n2:00  Switch  LI4 right  Right palm down."),
        "{text}"
    );
    assert!(text.contains("\n4:00  That was all.\n"), "{text}");
    assert_eq!(world.at, 240_000, "in real time");
}

#[test]
fn the_same_in_danish() {
    let mut world = Simulated::pipe();
    practise("li4", Lang::Da, Manner::Real, &mut world).unwrap();
    let text = world.text();
    for line in [
        "0:24  Ud  Tryk  LI4 venstre",
        "0:30  Ind  Bliv  LI4 venstre",
        "1:54  Ud  Slip  LI4 venstre",
        "4:00  Det var det.",
    ] {
        assert!(text.contains(line), "{line}\n{text}");
    }
}

#[test]
fn every_routine_runs_to_its_end_in_both_languages_and_says_what_it_does() {
    for lang in Lang::ALL {
        for routine in crate::shipped().routines.all() {
            let mut world = Simulated::pipe();
            practise(&routine.id, lang, Manner::Preview { factor: 60 }, &mut world).unwrap();
            let text = world.text();
            let over = ["That was all.", "Det var det."];
            assert!(
                over.iter().any(|word| text.contains(word)),
                "{}\n{text}",
                routine.id
            );
            for (_, press) in routine.plan.presses() {
                let code = crate::shipped().atlas.point(press.point).code.as_str();
                let press = script::part_word(Part::SinkIn, lang);
                assert!(
                    text.contains(&format!("{press}  {code}")),
                    "{}: {code}",
                    routine.id
                );
            }
            // Times only go up.
            let times: Vec<Ms> = world
                .said
                .iter()
                .filter_map(|line| {
                    let (minutes, rest) = line.split_once("  ")?.0.split_once(':')?;
                    Some(minutes.parse::<Ms>().ok()? * 60 + rest.parse::<Ms>().ok()?)
                })
                .collect();
            assert!(times.len() > 3 && times.is_sorted(), "{}: {times:?}", routine.id);
        }
    }
}

#[test]
fn with_a_profile_that_says_pregnant_it_refuses_with_reason_and_alternative() {
    let (mut home, _folder) = home(Lang::En);
    home.known
        .profile
        .answers
        .give("WB-01", Given::plain(Answer::Yes));
    let args = PracticeArgs {
        what: vec!["LI4".to_owned()],
        ..PracticeArgs::default()
    };
    let preview = args.preview(&home.known).unwrap();
    let mut world = Simulated::pipe();
    let refused = live(preview, Manner::Preview { factor: 60 }, home, &mut world).unwrap_err();
    assert_eq!(refused.code, 3);
    let words = format!("{}\n{}", refused.message, refused.hint);
    assert!(words.contains("LI4 Hégǔ is left out"), "{words}");
    assert!(words.contains("suits you."), "{words}");
    assert!(!world.text().contains("0:00"), "{}", world.text());
}

#[test]
fn enter_pauses_and_goes_on_and_q_stops() {
    let typed = [(45_000, ""), (60_000, ""), (90_000, "q"), (90_000, "")];
    let mut world = Simulated::person(&typed);
    practise("LI4", Lang::En, Manner::Real, &mut world).unwrap();
    let text = world.text();
    for line in ["0:45  Paused", "0:45  Going on", "Stopped. Let go."] {
        assert!(text.contains(line), "{line}\n{text}");
    }
    assert_eq!(world.at, 90_000);
}

#[test]
fn what_cannot_be_read_is_never_a_no_and_nothing_said_is_nothing_answered() {
    for (typed, code) in [("", 1), ("1", 3), ("maybe", 3), ("99", 3)] {
        let mut world = Simulated {
            typed: vec![(0, typed)],
            ..Simulated::person(&[])
        };
        world.typed.extend([(0, ""); 20]);
        let refused = practise("evening-unwind", Lang::En, Manner::Real, &mut world).unwrap_err();
        assert_eq!(refused.code, code, "{typed}");
        assert!(!world.text().contains("0:00"));
    }
}

#[test]
fn a_yes_about_the_body_asks_where_and_leaves_that_place_out() {
    let (home, _folder) = home(Lang::En);
    let args = PracticeArgs {
        what: vec!["LI4".to_owned(), "EX-HN3".to_owned()],
        ..PracticeArgs::default()
    };
    let mut preview = args.preview(&home.known).unwrap();
    preview.wish.asking = Asking::Possible;
    let questions = preview.open_questions(&home.known);
    let bruise = questions.iter().position(|id| id == "AR-03").expect("is asked") + 1;
    let number: &'static str = bruise.to_string().leak();
    // Parts five to eight: the left arm and hand are fifth and seventh of the list.
    let mut world = Simulated {
        typed: vec![(0, number), (0, "5")],
        ..Simulated::person(&[])
    };
    live(preview, Manner::Real, home, &mut world).unwrap();
    let text = world.text();
    assert!(text.contains("Where?"), "{text}");
    assert!(text.contains("LI4 Hégǔ on one side only"), "{text}");
    assert!(!text.contains("Press  LI4 left"), "{text}");
    assert!(text.contains("Press  LI4 right"), "{text}");
}

#[test]
fn a_grave_reason_to_stop_locks_practice_here_too_until_it_was_read() {
    let (home, folder) = home(Lang::En);
    let again = |typed: Vec<(Ms, &'static str)>, mut home: Home| {
        let opened = home.keeper.perform(
            crate::app::Diary::open(home.known.day_start(), home.known.now.wall),
            home.known.now.wall,
        );
        home.known.take_in(opened);
        let args = PracticeArgs {
            what: vec!["HT7".to_owned()],
            ..PracticeArgs::default()
        };
        let preview = args.preview(&home.known).unwrap();
        let mut world = Simulated {
            typed,
            ..Simulated::person(&[])
        };
        (live(preview, Manner::Real, home, &mut world), world)
    };
    let anew = || {
        let (mut other, _) = self::home(Lang::En);
        other.keeper = Keeper::new(folder.path().join("journal.sqlite"));
        other
    };
    let (ended, world) = again(vec![(0, "n"), (60_000, "q"), (60_000, "6")], home);
    ended.unwrap();
    assert!(world.text().contains("Call for help now."), "{}", world.text());
    // Opened anew, nobody has read it: nothing begins.
    let (refused, world) = again(vec![(0, "not now"), (0, "n")], anew());
    assert_eq!(refused.unwrap_err().code, 3);
    assert!(
        world.text().contains("Chest pain or pressure"),
        "{}",
        world.text()
    );
    // In a pipe nobody can read it.
    let mut pipe = Simulated::pipe();
    let mut locked = anew();
    let opened = locked.keeper.perform(
        crate::app::Diary::open(locked.known.day_start(), locked.known.now.wall),
        locked.known.now.wall,
    );
    locked.known.take_in(opened);
    let preview = PracticeArgs {
        what: vec!["HT7".to_owned()],
        ..PracticeArgs::default()
    }
    .preview(&locked.known)
    .unwrap();
    for manner in [Manner::Real, Manner::Preview { factor: 60 }] {
        let mut other = anew();
        other.known = locked.known.clone();
        assert_eq!(
            live(preview.clone(), manner, other, &mut pipe).unwrap_err().code,
            3
        );
    }
    // Read and said so: it begins.
    let (ended, world) = again(vec![(0, "y")], anew());
    ended.unwrap();
    assert!(world.text().contains("That was all."), "{}", world.text());
}

#[test]
fn a_point_that_hurt_is_left_out_the_next_time() {
    let (home, folder) = home(Lang::En);
    let args = PracticeArgs {
        what: vec!["HT7".to_owned()],
        ..PracticeArgs::default()
    };
    let preview = args.preview(&home.known).unwrap();
    let mut world = Simulated::person(&[(60_000, "q"), (60_000, "1")]);
    live(preview.clone(), Manner::Real, home, &mut world).unwrap();
    let (mut other, _) = self::home(Lang::En);
    other.keeper = Keeper::new(folder.path().join("journal.sqlite"));
    let open = crate::app::Diary::open(other.known.day_start(), other.known.now.wall);
    let opened = other.keeper.perform(open, other.known.now.wall);
    other.known.take_in(opened);
    let mut world = Simulated::pipe();
    let refused = live(preview, Manner::Real, other, &mut world).unwrap_err();
    let words = format!("{}\n{}", refused.message, refused.hint);
    assert!(words.contains("HT7 Shénmén is left out"), "{words}");
}

#[test]
fn a_reader_that_goes_away_ends_it_quietly() {
    let mut world = Simulated {
        deaf_after: 14,
        ..Simulated::pipe()
    };
    practise("LI4", Lang::En, Manner::Real, &mut world).unwrap();
    assert!(world.said.len() <= 15, "{}", world.text());
}

#[test]
fn what_was_done_with_somebody_there_is_in_the_journal() {
    let (home, folder) = home(Lang::En);
    let args = PracticeArgs {
        what: vec!["LI4".to_owned()],
        ..PracticeArgs::default()
    };
    let preview = args.preview(&home.known).unwrap();
    let mut world = Simulated::person(&[]);
    let today = home.known.today_is();
    live(preview, Manner::Real, home, &mut world).unwrap();
    let mut keeper = Keeper::new(folder.path().join("journal.sqlite"));
    let now = world.now().wall;
    let Kept::Open { pages, .. } = keeper.perform(Keep::Open { today, from: today }, now) else {
        panic!("the journal does not open");
    };
    let done: Vec<_> = pages.practices[0]
        .done
        .iter()
        .map(|line| (line.point.as_str(), line.half, line.pressed))
        .collect();
    assert_eq!(done, [("LI4", Half::Left, 90_000), ("LI4", Half::Right, 90_000)]);
}

/// Lives every routine in both languages, with real players, voices and commands or the lack of them.
#[cfg(unix)]
fn every_routine_lives_with(programs: &[&str], speech: bool) -> Vec<Came> {
    use std::os::unix::fs::PermissionsExt;
    let bin = tempfile::tempdir().unwrap();
    for program in programs {
        let file = bin.path().join(program);
        std::fs::write(&file, "#!/bin/sh\nexit 1\n").unwrap();
        std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o755)).unwrap();
    }
    let mut came = Vec::new();
    for lang in Lang::ALL {
        for routine in crate::shipped().routines.all() {
            let (mut home, folder) = home(lang);
            home.known.settings.sound.speech = speech;
            let preview = PracticeArgs {
                what: vec![routine.id.to_string()],
                ..PracticeArgs::default()
            }
            .preview(&home.known)
            .unwrap();
            let setup = Setup {
                cache: folder.path().join("cache"),
                own_sounds: folder.path().join("sounds"),
                path: bin.path().into(),
                far: false,
            };
            let mut world = Simulated {
                beside: Some(Beside::new(setup, Box::new(|| ()))),
                ..Simulated::pipe()
            };
            live(preview, Manner::Real, home, &mut world).unwrap();
            let text = world.text();
            let over = ["That was all.", "Det var det."];
            assert!(
                over.iter().any(|word| text.contains(word)),
                "{}\n{text}",
                routine.id
            );
            let mut beside = world.beside.take().unwrap();
            beside.end(std::time::Duration::from_secs(5));
            came.extend(std::iter::from_fn(|| beside.came_back()));
        }
    }
    came
}

#[cfg(unix)]
#[test]
fn with_no_player_every_routine_runs_to_its_end_by_the_bell() {
    let came = every_routine_lives_with(&[], false);
    assert!(came.iter().filter(|came| **came == Came::Ring).count() > 500);
}

#[cfg(unix)]
#[test]
fn with_no_voice_every_routine_runs_to_its_end() {
    use crate::app::signal::{Report, Speaking};
    let came = every_routine_lives_with(&[], true);
    assert!(came.contains(&Came::Report(Report::Speaking(Speaking::Nothing))));
}

#[cfg(unix)]
#[test]
fn with_no_sound_device_every_routine_runs_to_its_end() {
    use crate::app::signal::{Report, Sounding};
    // Every player and voice is there, and every one fails, as they do without a device.
    let came = every_routine_lives_with(&["pw-play", "paplay", "aplay", "spd-say", "espeak-ng"], true);
    assert!(came.contains(&Came::Report(Report::Sounding(Sounding::Bell { far: false }))));
}
