//! Which key means which action where.

use super::action::{Action, BINDINGS, Binding, Context};
use super::message::{Key, KeyCode};

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
    pub fn keys(&self, context: Context, action: Action) -> Vec<Key> {
        self.entries
            .iter()
            .filter(|(key, bound, contexts)| {
                *bound == action && applies(contexts, context) && self.action(context, *key) == Some(action)
            })
            .map(|(key, _, _)| *key)
            .collect()
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

/// The key a name stands for: `up`, `space`, `ctrl+z`, `f`.
pub fn parse_key(name: &str) -> Option<Key> {
    if let Some(rest) = name.strip_prefix("ctrl+") {
        return Some(Key {
            ctrl: true,
            ..parse_key(rest)?
        });
    }
    let code = match name {
        "up" => KeyCode::Up,
        "down" => KeyCode::Down,
        "left" => KeyCode::Left,
        "right" => KeyCode::Right,
        "pageup" => KeyCode::PageUp,
        "pagedown" => KeyCode::PageDown,
        "home" => KeyCode::Home,
        "end" => KeyCode::End,
        "enter" => KeyCode::Enter,
        "esc" => KeyCode::Esc,
        "tab" => KeyCode::Tab,
        "backtab" => KeyCode::BackTab,
        "backspace" => KeyCode::Backspace,
        "delete" => KeyCode::Delete,
        "space" => KeyCode::Char(' '),
        _ => {
            let mut chars = name.chars();
            match (chars.next(), chars.next()) {
                (Some(c), None) => KeyCode::Char(c),
                _ => return None,
            }
        }
    };
    Some(Key::plain(code))
}

#[cfg(test)]
mod tests {
    use super::*;

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
