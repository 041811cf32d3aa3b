//! What a list says of what safety says: the word and the shape on the row, and why behind a key.

use hegu::app::profile::ProfileForm;
use hegu::app::redflags::RedFlags;
use hegu::app::routines::{Shelf, verdict_of};
use hegu::app::search::Search;
use hegu::app::update::{act, update};
use hegu::app::{Action, Message, Model, Screen, Settings};
use hegu::domain::profile::{Answer, Given};
use hegu::domain::safety::Verdict;
use hegu::domain::time::{Moment, Now};
use hegu::ui::draw;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::world::{yes, yes_and_asked};

fn now() -> Now {
    Now {
        steady: Moment(1_000),
        wall: "2026-11-22T21:00:00+01:00".parse().expect("a moment"),
    }
}

fn model(screen: Screen) -> Model {
    let mut model = Model::new(hegu::shipped(), Settings::default(), now(), (80, 24));
    model.behind.push(std::mem::replace(&mut model.screen, screen));
    model
}

/// The rows of the screen as text.
fn rows(model: &Model) -> Vec<String> {
    let (width, height) = model.known.size;
    let mut buf = Buffer::empty(Rect::new(0, 0, width, height));
    draw(model, &mut buf);
    let cell = |x, y| buf[(x, y)].symbol().to_owned();
    let row = |y| (0..width).map(|x| cell(x, y)).collect::<String>();
    (0..height).map(row).collect()
}

fn searched(model: &mut Model, query: &str) {
    update(model, Message::Pasted(query.to_owned()), now());
}

#[test]
fn a_row_of_the_search_has_word_and_shape_and_says_why() {
    let mut model = model(Screen::Search(Search::default()));
    searched(&mut model, "LI4");
    let row = |model: &Model| {
        let rows = rows(model);
        rows.iter()
            .find(|row| row.contains("Hégǔ"))
            .expect("LI4 is listed")
            .clone()
    };
    assert!(!row(&model).contains('×'), "{}", row(&model));
    for (questions, asked, wanted) in [
        (&["WB-01"][..], &["WB-01"][..], "not this point ×"),
        (&["WB-02"], &["WB-02"], "gentle ~"),
        (&["WB-02"], &[], "ask first ?"),
    ] {
        model.known.profile = yes_and_asked(questions, asked);
        assert!(row(&model).contains(wanted), "{wanted}: {}", row(&model));
        assert!(rows(&model)[23].contains("why"), "{}", rows(&model)[23]);
    }
    act(&mut model, Action::Why);
    assert!(matches!(model.screen, Screen::Why(_)));
    // A routine that was found, too.
    act(&mut model, Action::Back);
    let mut model = self::model(Screen::Search(Search::default()));
    model.known.profile = yes(&["WB-01"]);
    searched(&mut model, "low back");
    let rows = rows(&model);
    assert!(
        rows.iter()
            .any(|row| row.contains("not this routine ×") || row.contains("ask first ?")),
        "{rows:#?}"
    );
}

#[test]
fn a_row_of_the_routines_has_its_shape_the_chosen_its_word_and_w_says_why() {
    let mut model = model(Screen::Routines(Shelf::default()));
    model.known.profile = yes_and_asked(&["WB-01", "WB-02"], &["WB-01", "WB-02"]);
    let mut seen = Vec::new();
    for at in 0..model.known.routines.all().len() {
        let Screen::Routines(shelf) = &model.screen else {
            panic!("the routines")
        };
        let routine = shelf.chosen(&model.known).expect("a routine").clone();
        let verdict = verdict_of(&routine, &model.known);
        let (shape, word) = match verdict {
            Verdict::Fine => (" ", ""),
            Verdict::Gentle => ("~", "~ gentle"),
            Verdict::AskFirst => ("?", "? ask first"),
            Verdict::NotThisPoint => ("×", "× not this routine"),
            Verdict::Stop => ("!", "! stop"),
        };
        let rows = rows(&model);
        let name = routine.name.get(hegu::domain::words::Lang::En);
        // The list has the first columns to itself; the name stands over the words beside it, too.
        let mut list = rows
            .iter()
            .skip(1)
            .map(|row| row.chars().take(38).collect::<String>());
        let list = list.find(|row| row.contains(name)).expect("listed");
        assert!(list.contains(shape), "{}: {list}", routine.id);
        assert!(
            rows.iter().any(|row| row.contains(word)),
            "{at} {}: {rows:#?}",
            routine.id
        );
        seen.push(verdict);
        act(&mut model, Action::Why);
        assert!(
            matches!(&model.screen, Screen::Preview(preview) if preview.why),
            "{}",
            routine.id
        );
        act(&mut model, Action::Back);
        act(&mut model, Action::Back);
        act(&mut model, Action::Down);
    }
    assert!(
        seen.contains(&Verdict::Gentle) && seen.contains(&Verdict::NotThisPoint),
        "{seen:?}"
    );
}

#[test]
fn esc_is_named_only_where_it_leads_somewhere() {
    let mut model = model(Screen::RedFlags(RedFlags::default()));
    let says_esc = |model: &Model| rows(model)[23].contains("esc");
    let leaves = |model: &Model| {
        let mut other = model.clone();
        act(&mut other, Action::Back);
        !matches!(other.screen, Screen::RedFlags(_))
    };
    assert!(says_esc(&model) && leaves(&model));
    // An emergency: the number stays. Help for the next days: it can wait. A lock: it has to be read.
    for (question, waits) in [("RF-01", false), ("RF-18", false), ("RF-06", true)] {
        let mut called = model.clone();
        called
            .known
            .today
            .answers
            .give(question, Given::plain(Answer::Yes));
        assert_eq!((says_esc(&called), leaves(&called)), (waits, waits), "{question}");
    }
    model.known.today.locked = Some("SR-06".into());
    assert_eq!((says_esc(&model), leaves(&model)), (false, false));
}

#[test]
fn a_yes_that_matters_somewhere_asks_where_at_once() {
    let mut model = model(Screen::Profile(ProfileForm::default()));
    let at = |model: &Model, id: &str| {
        let Screen::Profile(form) = &model.screen else {
            panic!("the form")
        };
        let rows = form.rows(&model.known);
        rows.iter()
            .position(|row| matches!(row, hegu::app::profile::Row::Question(one) if one == id))
            .expect("a question")
    };
    for (id, asks) in [("WB-06", true), ("WB-02", false)] {
        let row = at(&model, id);
        if let Screen::Profile(form) = &mut model.screen {
            form.row = row;
        }
        act(&mut model, Action::Yes);
        assert_eq!(model.known.profile.answer(id), Answer::Yes);
        let asked = matches!(&model.screen, Screen::Profile(form) if form.places.is_some());
        assert_eq!(asked, asks, "{id}");
        act(&mut model, Action::Back);
    }
}

#[test]
fn no_key_means_two_things_in_one_place() {
    use hegu::app::action::{BINDINGS, Context};
    use std::collections::BTreeMap;
    // A context's own meaning may stand before the one that holds everywhere; two of its own may not meet.
    let mut meant: BTreeMap<(String, &str), Vec<Action>> = BTreeMap::new();
    for binding in BINDINGS.iter().filter(|binding| !binding.contexts.is_empty()) {
        for context in binding.contexts {
            for key in binding.keys {
                meant
                    .entry((Context::id(*context).to_owned(), key))
                    .or_default()
                    .push(binding.action);
            }
        }
    }
    let twice: Vec<_> = meant.iter().filter(|(_, actions)| actions.len() > 1).collect();
    assert!(twice.is_empty(), "{twice:?}");
}
