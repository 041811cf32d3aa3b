//! Tags of the person's own: picked by one key, made, called something else, put away.

use std::collections::BTreeMap;

use super::action::Action;
use super::checkin::{CheckIn, Naming};
use super::keep::{Back, Keep};
use super::known::Known;
use super::model::Intent;
use super::rows;
use crate::domain::checkin::Phase;

/// The small fact that the list of tags is the person's own from now on.
pub const OWN: &str = "own-tags";

/// The tags to pick from: the person's own list, and those of this check-in. Until there is a list of one's
/// own, those used before, most often first.
pub fn tags(check_in: &CheckIn, known: &Known) -> Vec<String> {
    let mut tags = own(known);
    for tag in &check_in.answers.tags {
        if !tags.contains(tag) {
            tags.push(tag.clone());
        }
    }
    tags
}

fn own(known: &Known) -> Vec<String> {
    if known.diary.flag(OWN).is_some_and(|own| !own.is_empty()) {
        return known.diary.about.tags.clone();
    }
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let entries = known.diary.pages.check_ins.iter();
    for tag in entries
        .filter(|entry| entry.phase == Phase::Before)
        .flat_map(|entry| &entry.answers.tags)
    {
        *counts.entry(tag).or_default() += 1;
    }
    let mut used: Vec<(&str, usize)> = counts.into_iter().collect();
    used.sort_by_key(|(tag, count)| (std::cmp::Reverse(*count), *tag));
    used.into_iter().map(|(tag, _)| tag.to_owned()).collect()
}

/// One name for another in a list; where the other is there already, it stands once.
pub fn rename(tags: &mut Vec<String>, from: &str, to: &str) {
    if from == to {
        return;
    }
    if tags.iter().any(|tag| tag == to) {
        tags.retain(|tag| tag != from);
    } else {
        tags.iter_mut()
            .filter(|tag| *tag == from)
            .for_each(|tag| to.clone_into(tag));
    }
}

/// Keeps the list as the person's own.
fn keep_own(tags: Vec<String>) -> Intent {
    Intent::Keep(Keep::OwnTags(tags))
}

impl CheckIn {
    /// What an action does where tags are picked.
    pub(super) fn choose_tag(&mut self, action: Action, known: &Known) -> Intent {
        let tags = tags(self, known);
        let last = tags.len().saturating_sub(1);
        self.row = self.row.min(last);
        let chosen = tags.get(self.row).cloned();
        if let Some(row) = rows::stepped(action, self.row, last) {
            self.row = row;
            return self.keep(known);
        }
        match action {
            Action::Left | Action::Right => {}
            Action::Digit(digit) => {
                if let Some(tag) = usize::from(digit).checked_sub(1).and_then(|at| tags.get(at)) {
                    self.row = usize::from(digit) - 1;
                    self.toggle_tag(tag);
                }
            }
            Action::Go => match &chosen {
                Some(tag) => self.toggle_tag(tag),
                // Nothing to pick from yet: space begins the first one.
                None => self.name_tag(None),
            },
            Action::AddHere => self.name_tag(None),
            Action::Edit => {
                if chosen.is_some() {
                    self.name_tag(chosen);
                }
            }
            Action::TakeAway => {
                if let Some(tag) = chosen {
                    self.answers.tags.retain(|other| *other != tag);
                    let left = own(known).into_iter().filter(|other| *other != tag).collect();
                    return Intent::All(vec![self.keep(known), keep_own(left)]);
                }
            }
            Action::Undo => return Intent::Keep(known.take_back(Back::Tags)),
            _ => return Intent::Pass,
        }
        self.keep(known)
    }

    fn toggle_tag(&mut self, tag: &str) {
        let tags = &mut self.answers.tags;
        match tags.iter().position(|other| other == tag) {
            Some(at) => drop(tags.remove(at)),
            None => tags.push(tag.to_owned()),
        }
    }

    fn name_tag(&mut self, from: Option<String>) {
        let text = from.clone().unwrap_or_default();
        self.naming = Some(Naming { from, text });
    }

    /// What an action does while a tag is written.
    pub(super) fn name(&mut self, action: Action, known: &Known) -> Intent {
        match action {
            Action::Open | Action::Next => {
                let Some(Naming { from, text }) = self.naming.take() else {
                    return Intent::Stay;
                };
                let to = text.trim().to_owned();
                match from {
                    _ if to.is_empty() => Intent::Stay,
                    None => self.add_tag(to, known),
                    Some(from) if from == to => Intent::Stay,
                    Some(from) => self.rename_tag(&from, to, known),
                }
            }
            Action::Back => {
                self.naming = None;
                Intent::Stay
            }
            Action::Quit | Action::Suspend => Intent::Pass,
            _ => Intent::Stay,
        }
    }

    fn add_tag(&mut self, tag: String, known: &Known) -> Intent {
        if !self.answers.tags.contains(&tag) {
            self.answers.tags.push(tag.clone());
        }
        let saved = self.keep(known);
        let mut all = own(known);
        if all.contains(&tag) {
            return saved;
        }
        all.push(tag);
        Intent::All(vec![saved, keep_own(all)])
    }

    fn rename_tag(&mut self, from: &str, to: String, known: &Known) -> Intent {
        let had = self.answers.tags.iter().any(|tag| tag == from);
        self.answers.tags.retain(|tag| tag != from);
        if had && !self.answers.tags.contains(&to) {
            self.answers.tags.push(to.clone());
        }
        let saved = self.keep(known);
        // A list that is not one's own yet becomes it, so that the new name stands where the old one stood.
        let list = (known.diary.flag(OWN).is_none_or(str::is_empty)).then(|| keep_own(own(known)));
        let rename = Keep::RenameTag {
            from: from.to_owned(),
            to,
            at: known.moment(),
        };
        let steps = [Some(saved), list, Some(Intent::Keep(rename))];
        Intent::All(steps.into_iter().flatten().collect())
    }
}
