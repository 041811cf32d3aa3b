//! The stories of `tests/scenarios`, each lived in simulated time by the real loop.

mod support;

use hegu::app::{Diary, Effect, Model, Settings};
use hegu::domain::words::Lang;
use hegu::platform::desk::Desk;

use support::{live, stories};

#[test]
fn every_story_can_be_lived() {
    let stories = stories("scenarios");
    assert!(!stories.is_empty());
    for path in stories {
        println!("{}", path.display());
        live(&path, |opening| {
            let settings = Settings {
                lang: Lang::from_tag(opening.lang).expect("a language of hegu"),
                ..Settings::default()
            };
            let model = Model::new(hegu::shipped(), settings, opening.now, opening.size);
            let first = Diary::open(model.known.day_start(), opening.now.wall);
            let desk = Desk::new(opening.home.join("journal.sqlite3"));
            (model, desk, vec![Effect::Keep(first)])
        });
    }
}
