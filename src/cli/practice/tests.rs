use chrono::{DateTime, FixedOffset, TimeDelta};

use super::*;
use crate::app::{Model, Settings};
use crate::platform::journal::keeper::Keeper;

/// A terminal that is not there: time that jumps to the next moment asked for, and lines typed on time.
struct Simulated {
    at: Ms,
    typed: Vec<(Ms, &'static str)>,
    attended: bool,
    said: Vec<String>,
    deaf_after: usize,
}

impl Simulated {
    fn pipe() -> Simulated {
        Simulated {
            at: 0,
            typed: Vec::new(),
            attended: false,
            said: Vec::new(),
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

    fn wait(&mut self, until: Option<Moment>) -> Option<String> {
        let due = until.map_or(Ms::MAX, |until| until.0);
        match self.typed.first().copied() {
            Some((at, line)) if at <= due => {
                self.typed.remove(0);
                self.at = self.at.max(at);
                Some(line.to_owned())
            }
            _ => {
                assert!(until.is_some(), "waits for ever");
                self.at = self.at.max(due);
                None
            }
        }
    }

    fn say(&mut self, line: &str) -> bool {
        self.said.push(line.to_owned());
        self.said.len() < self.deaf_after
    }
}

fn home(lang: Lang) -> (Home, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let settings = Settings {
        lang,
        ..Settings::default()
    };
    let now = Simulated::pipe().now();
    let known = Model::new(crate::shipped(), settings, now, (80, 24)).known;
    let keeper = Keeper::new(folder.path().join("journal.sqlite"));
    (Home { known, keeper }, folder)
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
    let typed = [(45_000, ""), (60_000, ""), (90_000, "q")];
    let mut world = Simulated::person(&typed);
    practise("LI4", Lang::En, Manner::Real, &mut world).unwrap();
    let text = world.text();
    for line in ["0:45  Paused", "0:45  Going on", "Stopped. Let go."] {
        assert!(text.contains(line), "{line}\n{text}");
    }
    assert_eq!(world.at, 90_000);
}

#[test]
fn anything_but_no_to_the_questions_of_today_counts_as_yes() {
    let mut world = Simulated {
        typed: vec![(0, "")],
        ..Simulated::person(&[])
    };
    let refused = practise("evening-unwind", Lang::En, Manner::Real, &mut world).unwrap_err();
    assert_eq!(refused.code, 3);
    assert!(!world.text().contains("0:00"));
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
