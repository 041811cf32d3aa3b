//! Which key means which action where.

use super::action::{Action, BINDINGS, Binding, Context};
use super::message::{Key, KeyCode};
use crate::both;
use crate::content::source::{Leaf, Plain, Source};
use crate::content::{Problem, Problems};
use crate::domain::near::nearest;
use crate::domain::words::{Lang, Words};

/// The keys of every action. The default is [`BINDINGS`].
#[derive(Clone, Debug)]
pub struct Keymap {
    entries: Vec<(Key, Action, &'static [Context])>,
}

impl Default for Keymap {
    fn default() -> Keymap {
        let entries = BINDINGS
            .iter()
            .flat_map(
                |Binding {
                     action,
                     keys,
                     contexts,
                 }| {
                    keys.iter()
                        .filter_map(|name| parse_key(name))
                        .map(move |key| (key, *action, *contexts))
                },
            )
            .collect();
        Keymap { entries }
    }
}

impl Keymap {
    /// What a key means in a context.
    pub fn action(&self, context: Context, key: Key) -> Option<Action> {
        self.entries
            .iter()
            .find(|(bound, _, contexts)| *bound == key && applies(contexts, context))
            .map(|(_, action, _)| *action)
    }

    /// The keys of an action in a context, the first one first: only those that really mean it there.
    pub fn keys(&self, context: Context, action: Action) -> impl Iterator<Item = Key> {
        self.entries
            .iter()
            .filter(move |(key, bound, contexts)| {
                *bound == action && applies(contexts, context) && self.action(context, *key) == Some(action)
            })
            .map(|(key, _, _)| *key)
    }

    /// Every action that has a key in a context, in the order of [`BINDINGS`], each once.
    pub fn actions(&self, context: Context) -> Vec<Action> {
        let mut actions = Vec::new();
        for (key, action, contexts) in &self.entries {
            if applies(contexts, context)
                && self.action(context, *key) == Some(*action)
                && !actions.contains(action)
            {
                actions.push(*action);
            }
        }
        actions
    }
}

fn applies(contexts: &[Context], context: Context) -> bool {
    if contexts.is_empty() {
        context != Context::Text
    } else {
        contexts.contains(&context)
    }
}

/// How many keys one action may have.
const MOST_KEYS: usize = 8;

/// Actions that must keep a key: without them a person is caught.
const NEEDED: [Action; 4] = [Action::Quit, Action::Back, Action::Help, Action::Open];

impl Keymap {
    /// The shipped keys with a person's own in their place: `find-spot = ["f", "x"]` a line. A line that is
    /// wrong, or would make a key mean two things in one place, is named and left out; the rest holds.
    /// While letters are text, keys are as shipped: no letter could mean anything else there.
    pub fn read(source: Source<'_>) -> (Keymap, Problems) {
        let (leaves, mut problems) = source.leaves();
        let (shipped, actions) = (Keymap::default(), named_actions());
        let mut keymap = shipped.clone();
        let mut changed: Vec<(Action, usize)> = Vec::new();
        for leaf in leaves {
            let mut wrong = |(what, remedy): (Words, Words)| {
                problems.0.push(Problem {
                    file: source.file.to_owned(),
                    line: leaf.line,
                    what,
                    remedy,
                });
            };
            match asked(&leaf, &actions) {
                Ok((action, keys)) => {
                    let tried = keymap.with(action, &keys, &shipped);
                    match tried.conflict(action, &changed, &shipped) {
                        None => {
                            keymap = tried;
                            changed.push((action, leaf.line));
                        }
                        Some((key, other, line)) => wrong(clash(key, other, line)),
                    }
                }
                Err(what) => wrong(what),
            }
        }
        (keymap, problems.sorted())
    }

    /// The same map with other keys for one action. A key that means it in one of its places as shipped means it
    /// there and nowhere else; a new key means it in all of them.
    fn with(&self, action: Action, keys: &[Key], shipped: &Keymap) -> Keymap {
        let at_home = |key: Key, contexts: &[Context]| {
            let mut homes = shipped
                .entries
                .iter()
                .filter(|(one, bound, _)| *one == key && *bound == action)
                .map(|(_, _, home)| *home)
                .peekable();
            homes.peek().is_none() || homes.any(|home| home == contexts)
        };
        let mut entries = Vec::new();
        let mut placed: Vec<&'static [Context]> = Vec::new();
        for (key, bound, contexts) in &self.entries {
            let text = *contexts == [Context::Text];
            if *bound != action || text {
                entries.push((*key, *bound, *contexts));
            } else if !placed.contains(contexts) {
                placed.push(contexts);
                let here = keys.iter().filter(|key| at_home(**key, contexts));
                entries.extend(here.map(|key| (*key, action, *contexts)));
            }
        }
        Keymap { entries }
    }

    /// A key of an action that means something else in one of its places, what else, and the line that gave
    /// it that other meaning if one did. What the shipped keys hide on purpose is no conflict.
    fn conflict(
        &self,
        action: Action,
        changed: &[(Action, usize)],
        shipped: &Keymap,
    ) -> Option<(Key, Action, Option<usize>)> {
        for (key, bound, contexts) in self.entries.iter().filter(|(_, bound, _)| *bound == action) {
            for context in Context::ALL {
                if !applies(contexts, context) {
                    continue;
                }
                let others = self.entries.iter().filter(|(other_key, other, places)| {
                    other_key == key && other != bound && applies(places, context)
                });
                for (_, other, _) in others {
                    let so_shipped = [*bound, *other].iter().all(|one| {
                        shipped
                            .entries
                            .iter()
                            .any(|(k, a, places)| k == key && a == one && applies(places, context))
                    });
                    if !so_shipped {
                        let line = changed
                            .iter()
                            .find(|(one, _)| one == other)
                            .map(|(_, line)| *line);
                        return Some((*key, *other, line));
                    }
                }
            }
        }
        None
    }
}

/// Every action by its name in the file.
fn named_actions() -> Vec<(String, Action)> {
    Action::all()
        .into_iter()
        .map(|action| (action.id(), action))
        .collect()
}

/// What a line asks for, or what is wrong with it and what to write.
fn asked(leaf: &Leaf, actions: &[(String, Action)]) -> Result<(Action, Vec<Key>), (Words, Words)> {
    let path = &leaf.path;
    let known = actions.iter().find(|(id, _)| id == path);
    let Some(action) = known.map(|(_, action)| *action) else {
        let what = both!(
            "No action is called \"{path}\".",
            "Ingen handling hedder \"{path}\"."
        );
        let remedy = match nearest(path, actions.iter().map(|(id, _)| id.as_str())) {
            Some(near) => both!("Write {near}.", "Skriv {near}."),
            None => both!("hegu keys --toml lists them.", "hegu keys --toml viser dem."),
        };
        return Err((what, remedy));
    };
    let names = match &leaf.value {
        Plain::Text(name) => vec![name.clone()],
        Plain::Texts(names) if names.len() <= MOST_KEYS => names.clone(),
        _ => {
            return Err((
                both!("{path} has no list of keys.", "{path} har ingen liste af taster."),
                both!(
                    "Write {path} = [\"f\"], at most {MOST_KEYS} keys.",
                    "Skriv {path} = [\"f\"], højst {MOST_KEYS} taster."
                ),
            ));
        }
    };
    if names.is_empty() && NEEDED.contains(&action) {
        return Err((
            both!(
                "{path} cannot be without a key.",
                "{path} kan ikke være uden tast."
            ),
            Words::default(),
        ));
    }
    let mut keys = Vec::new();
    for name in &names {
        match parse_key(name) {
            Some(key) => keys.push(key),
            None => {
                let known = NAMED.map(|(name, _)| name).join(", ");
                return Err((
                    both!("No key is called \"{name}\".", "Ingen tast hedder \"{name}\"."),
                    both!(
                        "Write a single character, ctrl+ and one, or {known}.",
                        "Skriv et enkelt tegn, ctrl+ og et tegn, eller {known}."
                    ),
                ));
            }
        }
    }
    Ok((action, keys))
}

fn clash(key: Key, other: Action, line: Option<usize>) -> (Words, Words) {
    let (key, other) = (key_name(key), other.id());
    let what = match line {
        None => both!(
            "\"{key}\" already means {other}.",
            "\"{key}\" betyder allerede {other}."
        ),
        Some(line) => both!(
            "\"{key}\" already means {other} since line {line}.",
            "\"{key}\" betyder allerede {other} siden linje {line}."
        ),
    };
    let remedy = both!(
        "Choose another key, or give {other} another one above this line.",
        "Vælg en anden tast, eller giv {other} en anden over denne linje."
    );
    (what, remedy)
}

/// A commented `keymap.toml` with the shipped keys, every line taken out.
pub fn commented(lang: Lang, about: impl Fn(Action) -> String) -> String {
    let mut text = String::from(lang.pick(
            "# The keys of hegu. Take the # away from a line and change it. A key is a character, ctrl+ and a\n\
             # character, or a name such as enter. A key that means something else already is named and left out.\n",
            "# Hegus taster. Fjern # fra en linje, og ret den. En tast er et tegn, ctrl+ og et tegn, eller et navn\n\
             # som enter. En tast, der allerede betyder noget andet, bliver nævnt og sprunget over.\n",
    ));
    for action in Action::all() {
        let mut keys: Vec<&str> = Vec::new();
        for binding in BINDINGS.iter().filter(|binding| binding.action == action) {
            if binding.contexts != [Context::Text] {
                keys.extend(binding.keys);
            }
        }
        text.push_str(&format!("\n# {}\n# {} = {keys:?}\n", about(action), action.id()));
    }
    text
}

/// The keys that have a name.
const NAMED: [(&str, KeyCode); 19] = [
    ("up", KeyCode::Up),
    ("down", KeyCode::Down),
    ("left", KeyCode::Left),
    ("right", KeyCode::Right),
    ("shift+up", KeyCode::ShiftUp),
    ("shift+down", KeyCode::ShiftDown),
    ("shift+left", KeyCode::ShiftLeft),
    ("shift+right", KeyCode::ShiftRight),
    ("pageup", KeyCode::PageUp),
    ("pagedown", KeyCode::PageDown),
    ("home", KeyCode::Home),
    ("end", KeyCode::End),
    ("enter", KeyCode::Enter),
    ("esc", KeyCode::Esc),
    ("tab", KeyCode::Tab),
    ("backtab", KeyCode::BackTab),
    ("backspace", KeyCode::Backspace),
    ("delete", KeyCode::Delete),
    ("space", KeyCode::Char(' ')),
];

/// The key a name stands for: `up`, `space`, `ctrl+z`, `f`.
pub fn parse_key(name: &str) -> Option<Key> {
    if let Some(rest) = name.strip_prefix("ctrl+") {
        return Some(Key {
            ctrl: true,
            ..parse_key(rest)?
        });
    }
    let named = NAMED.iter().find(|(known, _)| *known == name);
    let code = match named {
        Some((_, code)) => *code,
        None => {
            let mut chars = name.chars();
            match (chars.next(), chars.next()) {
                (Some(c), None) if !c.is_control() => KeyCode::Char(c),
                _ => return None,
            }
        }
    };
    Some(Key::plain(code))
}

/// The name of a key, as [`parse_key`] reads it.
pub fn key_name(key: Key) -> String {
    let named = NAMED.iter().find(|(_, code)| *code == key.code);
    let name = match (named, key.code) {
        (Some((name, _)), _) => (*name).to_owned(),
        (None, KeyCode::Char(c)) => c.to_string(),
        (None, _) => String::new(),
    };
    if key.ctrl { format!("ctrl+{name}") } else { name }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reading(text: &str) -> (Keymap, Vec<String>) {
        let source = Source {
            file: "keymap.toml",
            text,
        };
        let (keymap, problems) = Keymap::read(source);
        (keymap, problems.0.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn an_own_key_takes_the_place_of_the_shipped_one_everywhere_it_held() {
        let (keymap, problems) = reading("today = [\"0\", \"ctrl+t\"]\nwhy = \"x\"\n");
        assert_eq!(problems.len(), 2, "0 answers, x deletes: {problems:?}");
        let (keymap_2, problems) = reading("today = [\"ctrl+t\"]\nwhy = \"W\"\n");
        assert_eq!(problems, Vec::<String>::new());
        assert_eq!(keymap.action(Context::Atlas, Key::char('1')), Some(Action::Today));
        assert_eq!(
            keymap_2.action(Context::Atlas, Key::ctrl('t')),
            Some(Action::Today)
        );
        assert_eq!(keymap_2.action(Context::Atlas, Key::char('1')), None);
        for context in [Context::Atlas, Context::Safety, Context::Practice] {
            assert_eq!(keymap_2.action(context, Key::char('W')), Some(Action::Why));
        }
    }

    #[test]
    fn two_keys_may_change_places_when_the_first_is_freed_first() {
        let (keymap, problems) = reading("find-spot = [\"G\"]\nmap = [\"f\"]\n");
        assert_eq!(problems, Vec::<String>::new());
        assert_eq!(keymap.action(Context::Atlas, Key::char('f')), Some(Action::Map));
        let (keymap, problems) = reading("map = [\"f\"]\nfind-spot = [\"f\"]\n");
        assert_eq!(
            problems,
            [
                "keymap.toml, line 1: \"f\" already means find-spot. Choose another key, or give find-spot another \
              one above this line."
            ]
        );
        assert_eq!(keymap.action(Context::Atlas, Key::char('m')), Some(Action::Map));
    }

    #[test]
    fn nobody_can_be_caught_and_every_mistake_has_its_line() {
        let (keymap, problems) =
            reading("quit = []\nmapp = [\"y\"]\nmap = [\"hyper+m\"]\nopen = 3\nback = [\"q\"]\n");
        let lines: Vec<&str> = problems.iter().map(|p| &p[..19]).collect();
        assert_eq!(
            lines,
            [
                "keymap.toml, line 1",
                "keymap.toml, line 2",
                "keymap.toml, line 3",
                "keymap.toml, line 4",
                "keymap.toml, line 5"
            ]
        );
        assert!(problems[1].ends_with("Write map."), "{}", problems[1]);
        for context in Context::ALL {
            assert_eq!(keymap.action(context, Key::ctrl('c')), Some(Action::Quit));
        }
    }

    #[test]
    fn the_commented_file_taken_in_is_the_shipped_map() {
        let text = commented(Lang::En, |action| action.id());
        let uncommented: String = text
            .lines()
            .filter_map(|line| line.strip_prefix("# ").filter(|line| line.contains(" = [")))
            .map(|line| format!("{line}\n"))
            .collect();
        let (keymap, problems) = reading(&uncommented);
        assert_eq!(problems, Vec::<String>::new());
        for context in Context::ALL {
            for action in Action::all() {
                assert_eq!(
                    keymap.keys(context, action).next(),
                    Keymap::default().keys(context, action).next(),
                    "{action:?} in {context:?}"
                );
            }
        }
    }

    #[test]
    fn a_key_is_named_as_it_is_read() {
        for binding in BINDINGS {
            for name in binding.keys {
                assert_eq!(parse_key(name).map(key_name).as_deref(), Some(*name));
            }
        }
    }

    #[test]
    fn every_binding_names_keys_that_exist() {
        for binding in BINDINGS {
            for name in binding.keys {
                assert!(parse_key(name).is_some(), "{name}");
            }
        }
    }

    #[test]
    fn no_key_means_two_things_in_one_context_without_a_rule() {
        // A context's own binding may hide the one that holds everywhere; two of the same rank may not meet.
        for context in Context::ALL {
            for (index, one) in BINDINGS.iter().enumerate() {
                for two in &BINDINGS[index + 1..] {
                    let own = |b: &Binding| b.contexts.contains(&context);
                    let free = |b: &Binding| b.contexts.is_empty() && context != Context::Text;
                    if (own(one) && own(two)) || (free(one) && free(two)) {
                        for key in one.keys {
                            assert!(
                                !two.keys.contains(key),
                                "{key}: {:?}, {:?}",
                                one.action,
                                two.action
                            );
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn the_arrows_move_everywhere_and_the_vi_keys_where_they_are_free() {
        let keymap = Keymap::default();
        for context in Context::ALL {
            assert_eq!(keymap.action(context, Key::plain(KeyCode::Up)), Some(Action::Up));
        }
        assert_eq!(keymap.action(Context::Atlas, Key::char('j')), Some(Action::Down));
        assert_eq!(keymap.action(Context::Text, Key::char('j')), None);
    }

    #[test]
    fn no_key_needs_altgr_on_a_danish_keyboard() {
        for binding in BINDINGS {
            for name in binding.keys {
                let c = name.trim_start_matches("ctrl+");
                assert!(
                    !["@", "$", "{", "}", "[", "]", "|", "~", "\\", "^", "`"].contains(&c),
                    "{name}"
                );
            }
        }
    }

    #[test]
    fn q_quits_from_everywhere_but_text_and_ctrl_c_from_there_too() {
        let keymap = Keymap::default();
        for context in Context::ALL {
            assert_eq!(keymap.action(context, Key::ctrl('c')), Some(Action::Quit));
            let q = keymap.action(context, Key::char('q'));
            assert_eq!(q, (context != Context::Text).then_some(Action::Quit));
        }
    }
}
