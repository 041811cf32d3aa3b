//! The stories of `tests/scenarios`, each lived in simulated time by the real loop.

mod support;

use hegu::app::choices;
use hegu::app::{Diary, Effect, Model, Settings};
use hegu::content::source::Source;
use hegu::domain::safety::Country;
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
            let mut settings = Settings {
                lang: Lang::from_tag(opening.lang).expect("a language of hegu"),
                country: Country::from_locale(opening.lang),
                ..Settings::default()
            };
            let config = opening.home.join("config.toml");
            let written = std::fs::read_to_string(&config).unwrap_or_default();
            let source = Source {
                file: "config.toml",
                text: &written,
            };
            let (_, problems) = choices::read(source, &mut settings, &hegu::shipped().looks);
            assert!(problems.is_empty(), "{problems}");
            let model = Model::new(hegu::shipped(), settings, opening.now, opening.size);
            let first = Diary::open(model.known.day_start(), opening.now.wall);
            let desk = Desk::new(opening.home.join("journal.sqlite3")).with_settings(config);
            (model, desk, vec![Effect::Keep(first)])
        });
    }
}
