//! The only place where the model changes, screens are opened and closed, and effects are made.

use super::action::{Action, Context};
use super::checkin::CheckIn;
use super::choices::chosen;
use super::diary::supersedes;
use super::effect::{Answer, Effect, Own};
use super::field::type_into;
use super::keep::{Back, Keep, Kept};
use super::known::Known;
use super::message::{Hit, Key, KeyCode, Message, Pointer};
use super::model::{Intent, Model, NOTICE_MS, Notice, Overlay, Said, Screen};
use super::practice::Closed;
use super::preview::Preview;
use super::redflags::RedFlags;
use super::signal::{Hush, Report, Signal};
use super::tags;
use super::trial;
use super::ways::leads_to;
use super::welcome::{self, Welcome};
use crate::content::looks::Ground;
use crate::content::routines::as_file;
use crate::domain::atlas::PointId;
use crate::domain::checkin::Answers;
use crate::domain::safety::Verdict;
use crate::domain::time::Now;

/// The longest word looked for in the help.
const LONGEST_LOOKED_FOR: usize = 40;

/// Takes one message and the moment it arrived; changes the model; says what the world should do.
pub fn update(model: &mut Model, message: Message, now: Now) -> Vec<Effect> {
    model.known.now = now;
    model.known.turn_the_day();
    if model
        .notice
        .as_ref()
        .is_some_and(|notice| notice.until <= now.steady)
    {
        model.notice = None;
    }
    let intent = match message {
        Message::Continued => model.screen.continued(&model.known),
        _ => model.screen.tick(&model.known),
    };
    let mut effects = carry_out(model, intent);
    let is_tick = message == Message::Tick;
    effects.extend(match message {
        Message::Key(key) => on_key(model, key),
        Message::Pasted(text) => on_text(model, &text),
        Message::Pointed { pointer, hit } => on_pointed(model, pointer, hit),
        Message::Resized { width, height } => {
            model.known.size = (width, height);
            Vec::new()
        }
        Message::Focused(focused) => {
            model.known.focused = focused;
            Vec::new()
        }
        Message::Terminate => {
            model.known.diary.let_go = true;
            quit(model)
        }
        Message::Answer(Answer::Kept(kept)) => on_kept(model, kept),
        Message::Answer(Answer::Own(own)) => {
            take_in(model, own);
            Vec::new()
        }
        Message::Answer(Answer::Ground { ground, paper }) => {
            model.known.settings.paper = Some(paper);
            // What was chosen goes before what was found out.
            if model.known.settings.ground == Ground::Any {
                model.known.settings.ground = ground;
            }
            Vec::new()
        }
        Message::Answer(Answer::RoutineNotSaved(why)) => {
            say(model, Said::RoutineNotSaved(why));
            Vec::new()
        }
        Message::Answer(Answer::Edited(note)) => match (note, &mut model.screen) {
            (Some(note), Screen::CheckIn(check_in)) => {
                let intent = check_in.edited(note, &model.known);
                carry_out(model, intent)
            }
            (Some(_), _) => Vec::new(),
            (None, _) => {
                say(model, Said::NoEditor);
                Vec::new()
            }
        },
        Message::Answer(Answer::NotChosen(why)) => {
            say(model, Said::NotChosen(why));
            Vec::new()
        }
        Message::Answer(Answer::Beside(report)) => {
            on_report(model, report);
            Vec::new()
        }
        // The runtime has made `Pointed` of it if it meant anything.
        Message::Mouse { .. } => Vec::new(),
        // `tick` above has done what time does.
        Message::Tick | Message::Continued => Vec::new(),
    });
    if let Screen::Lesson(lesson) = &mut model.screen {
        lesson.keep_up(&model.known);
    }
    // Time alone says nothing about a person.
    if !is_tick {
        effects.extend(let_go_of_what_is_closed(model));
    }
    effects
}

/// A practice does not go on with what was closed since it began: she has said meanwhile that she is pregnant.
fn let_go_of_what_is_closed(model: &mut Model) -> Vec<Effect> {
    let Screen::Practice(practising) = &mut model.screen else {
        return Vec::new();
    };
    let Some(closed) = practising.closed(&model.known) else {
        return Vec::new();
    };
    let intent = practising.leave(&model.known);
    let effects = carry_out(model, intent);
    let code = match closed {
        Closed::All => None,
        Closed::Point(point) => Some(code_of(model, point)),
    };
    say(model, Said::Closed(code));
    effects
}

/// The person's own files are read. Their points come after the shipped ones: what a screen holds stays right.
fn take_in(model: &mut Model, own: Own) {
    model.known.content = own.content;
    model.known.index = own.index;
    for routine in own.routines {
        model.known.routines.put(routine);
    }
    model.say_problems(own.problems);
}

fn on_key(model: &mut Model, key: Key) -> Vec<Effect> {
    let context = model.context();
    if let Some(action) = model.known.keymap.action(context, key) {
        return act(model, action);
    }
    match key {
        Key {
            code: KeyCode::Char(c),
            ctrl: false,
            alt: false,
        } => on_text(model, c.encode_utf8(&mut [0; 4])),
        Key {
            code: KeyCode::Backspace,
            ..
        } => on_text(model, "\u{8}"),
        Key {
            code: KeyCode::Delete,
            ..
        } => on_text(model, "\u{7f}"),
        // Where alt+enter and ctrl+j reach us, both are a new line.
        Key {
            code: KeyCode::Enter, ..
        }
        | Key {
            code: KeyCode::Char('j'),
            ctrl: true,
            ..
        } => on_text(model, "\n"),
        _ => Vec::new(),
    }
}

/// Text typed or pasted; U+0008 takes the last letter away. Control characters of a paste never get in.
fn on_text(model: &mut Model, text: &str) -> Vec<Effect> {
    if model.context() != Context::Text {
        return Vec::new();
    }
    let clean: String = text
        .chars()
        .map(|c| if matches!(c, '\t' | '\r') { ' ' } else { c })
        .filter(|c| matches!(c, '\u{8}' | '\u{7f}' | '\n') || !c.is_control())
        .collect();
    if let Some(Overlay::Help { scroll, query }) = &mut model.overlay {
        // The key that opened the help closes it, too.
        if clean == "?" {
            model.overlay = None;
            return Vec::new();
        }
        *scroll = 0;
        type_into(query, &clean, LONGEST_LOOKED_FOR);
        return Vec::new();
    }
    let intent = model.screen.text(&clean, &model.known);
    carry_out(model, intent)
}

/// An action by key, mouse or palette: first the overlay, then the screen, then what holds everywhere.
pub fn act(model: &mut Model, action: Action) -> Vec<Effect> {
    if let Some(overlay) = &mut model.overlay {
        match (overlay, action) {
            (Overlay::Help { scroll, .. }, Action::Down) => *scroll += 1,
            (Overlay::Help { scroll, .. }, Action::PageDown) => *scroll += 8,
            (Overlay::Help { scroll, .. }, Action::Up) => *scroll = scroll.saturating_sub(1),
            (Overlay::Help { scroll, .. }, Action::PageUp) => *scroll = scroll.saturating_sub(8),
            (_, Action::Quit) => return quit(model),
            _ => model.overlay = None,
        }
        return Vec::new();
    }
    let intent = model.screen.act(action, &model.known);
    match intent {
        Intent::Pass => everywhere(model, action),
        intent => carry_out(model, intent),
    }
}

fn carry_out(model: &mut Model, intent: Intent) -> Vec<Effect> {
    match intent {
        Intent::Stay | Intent::Pass => {}
        Intent::Open(screen) => open(model, *screen),
        Intent::Replace(screen) => model.screen = *screen,
        Intent::Back => back(model),
        Intent::Say(said) => say(model, said),
        Intent::Do(effects) => return effects,
        Intent::Keep(keep) => return ask_journal(model, keep),
        Intent::AnswerToday(answers) => {
            for (question, given) in answers {
                model.known.today.answers.give(question, given);
            }
            let stops = model.known.safety().whole().verdict == Verdict::Stop;
            // Whatever screen asked: a red flag answered yes leads to the one page with the number.
            if stops && !matches!(model.screen, Screen::RedFlags(_)) {
                open(model, Screen::RedFlags(RedFlags::default()));
            }
            let keep = model.known.keep_today();
            return ask_journal(model, keep);
        }
        Intent::OpenRoutine { id, shorter } => {
            if let Some(routine) = model.known.routines.by_id(&id) {
                let preview = Preview::of_routine(routine).shorter(shorter, routine);
                open(model, Screen::Preview(Box::new(preview)));
            }
        }
        Intent::StoppedFor { rule, point } => {
            let keeps = model.known.stopped_for(&rule, point);
            open(model, Screen::RedFlags(RedFlags::after(rule)));
            return keeps
                .into_iter()
                .flat_map(|keep| ask_journal(model, keep))
                .collect();
        }
        Intent::Unlock => {
            let keep = model.known.unlock();
            return ask_journal(model, keep);
        }
        Intent::Sore { point, sore } => {
            let keep = model.known.mark_sore(point, sore);
            return ask_journal(model, keep);
        }
        Intent::PracticeOver(practice) => {
            match practice.and_then(|practice| CheckIn::after(&model.known, practice)) {
                Some(check_in) => model.screen = Screen::CheckIn(check_in),
                None => back(model),
            }
        }
        Intent::SaveProfile(profile) => {
            model.known.profile = *profile;
            let keep = Keep::Profile {
                lines: model.known.profile.lines(),
                at: model.known.moment(),
            };
            return ask_journal(model, keep);
        }
        Intent::BeginRoutine(id) => {
            if let Some(routine) = model.known.routines.by_id(&id) {
                let preview = Preview {
                    at_once: true,
                    ..Preview::of_routine(routine)
                };
                open(model, Screen::Preview(Box::new(preview)));
                return act(model, Action::Go);
            }
        }
        Intent::Note { name, value } => {
            let keep = model.known.note(name, value);
            return ask_journal(model, keep);
        }
        Intent::Never(point) => return never(model, point),
        Intent::SaveRoutine(routine) => {
            let text = as_file(&routine, &model.known.content.atlas);
            let lang = model.known.settings.lang;
            say(model, Said::RoutineSaved(routine.name.get(lang).to_owned()));
            let id = routine.id.to_string();
            model.known.put_routine(*routine);
            return vec![Effect::SaveRoutine { id, text: Some(text) }];
        }
        Intent::TakeRoutine(id) => {
            if let Some(routine) = model.known.take_routine(&id) {
                let lang = model.known.settings.lang;
                say(model, Said::RoutineGone(routine.name.get(lang).to_owned()));
                return vec![Effect::SaveRoutine { id, text: None }];
            }
        }
        Intent::FavourRoutine(id) => {
            let keep = model.known.toggle_favourite_routine(&id);
            let likes = model.known.likes_routine(&id);
            let lang = model.known.settings.lang;
            let name = model
                .known
                .routines
                .by_id(&id)
                .map_or(id, |routine| routine.name.get(lang).to_owned());
            say(model, Said::Favourite(name, likes));
            return ask_journal(model, keep);
        }
        Intent::Ask(questions) => {
            let waiting = model.behind.iter_mut().filter_map(|screen| match screen {
                Screen::CheckIn(check_in) => Some(check_in),
                _ => None,
            });
            waiting.for_each(|check_in| check_in.ask(&questions));
            model.known.settings.questions = questions;
        }
        Intent::Act(action) => return act(model, action),
        Intent::All(intents) => {
            return intents
                .into_iter()
                .flat_map(|intent| carry_out(model, intent))
                .collect();
        }
    }
    Vec::new()
}

/// Asks the journal, first for what it could not keep before.
fn ask_journal(model: &mut Model, keep: Keep) -> Vec<Effect> {
    match &keep {
        Keep::Flag { name, value } => model.known.diary.note_flag(name, value),
        Keep::OwnTags(tags) => {
            model.known.diary.note_flag(tags::OWN, "yes");
            model.known.diary.about.tags.clone_from(tags);
        }
        Keep::RenameTag { from, to, .. } => tags::rename(&mut model.known.diary.about.tags, from, to),
        _ => {}
    }
    let all = model.known.diary.with_unwritten(keep);
    all.into_iter().map(Effect::Keep).collect()
}

/// What the journal answered.
fn on_kept(model: &mut Model, kept: Kept) -> Vec<Effect> {
    match &kept {
        Kept::Failed { trouble, .. } => {
            say(model, Said::Trouble(trouble.clone()));
            // Leaving now would lose something: it is said first, and leaving again leaves.
            if model.over && !model.known.diary.let_go {
                model.known.diary.let_go = true;
                model.over = false;
            }
        }
        Kept::Open {
            about,
            aside,
            only_read,
            ..
        } => {
            let first = !about.flags.iter().any(|(name, _)| name == welcome::READ);
            if first {
                // What a verb asked for comes right after it.
                let asked_for = !matches!(model.screen, Screen::Browser(_)) || !model.behind.is_empty();
                let front = std::mem::replace(&mut model.screen, Screen::Welcome(Welcome { asked_for }));
                if asked_for {
                    model.behind.push(front);
                }
            }
            if let Some(path) = aside {
                say(model, Said::SetAside(path.clone()));
            }
            if let Some(why) = only_read {
                say(model, Said::OnlyRead(why.clone()));
            }
        }
        Kept::TookBack(Some(back)) => say(model, Said::TookBack(back.what.clone())),
        Kept::TookBack(None) => say(model, Said::NothingToTakeBack),
        Kept::Gone(_) | Kept::PracticeGone(_) if matches!(model.screen, Screen::Journal(_)) => {
            say(model, Said::TookAway);
        }
        _ if model.known.diary.unwritten.is_empty() => model.known.diary.let_go = false,
        _ => {}
    }
    let of_a_trial = match &kept {
        Kept::CheckIn(entry) => trial::rated(entry, &model.known),
        _ => None,
    };
    let opened = matches!(kept, Kept::Open { .. });
    learn(model, kept);
    if opened {
        for screen in model.behind.iter_mut().chain([&mut model.screen]) {
            if let Screen::Quiz(quiz) = screen {
                quiz.keep_up(&model.known);
            }
        }
    }
    if opened && !model.known.diary.unread.is_empty() {
        let unread = model.known.diary.unread.clone();
        say(model, Said::Unread(unread));
    }
    // What was cut off is offered again where the program opens, not where somebody asked for something. The
    // welcome can wait: whoever was cut off has been here.
    if opened
        && matches!(
            model.screen,
            Screen::Today(_) | Screen::Browser(_) | Screen::Welcome(_)
        )
        && model.behind.is_empty()
        && let Some(cut_off) = model.known.cut_off()
    {
        open(model, Screen::Preview(Box::new(cut_off.preview())));
    }
    // A lock that was not read yet is the first thing to see.
    if opened && model.known.today.locked.is_some() && !matches!(model.screen, Screen::RedFlags(_)) {
        open(model, Screen::RedFlags(RedFlags::default()));
    }
    of_a_trial.map_or_else(Vec::new, |keep| ask_journal(model, keep))
}

/// Takes in what the journal answered. A check-in that waits behind follows what was done with its answers in
/// front of it: taken away there it goes, changed there it has changed. It would write the old ones anew.
fn learn(model: &mut Model, kept: Kept) {
    let (behind, known) = (&mut model.behind, &mut model.known);
    let of = |screen: &Screen, known: &Known| match screen {
        Screen::CheckIn(check_in) => check_in.written(known).map(|entry| entry.answers.clone()),
        _ => None,
    };
    let before: Vec<Option<Answers>> = behind.iter().map(|screen| of(screen, known)).collect();
    known.take_in(kept);
    let mut before = before.into_iter();
    behind.retain_mut(|screen| {
        let (before, now) = (before.next().flatten(), of(screen, known));
        if let (Screen::CheckIn(check_in), Some(answers)) = (&mut *screen, &now)
            && before.is_some()
            && before != now
        {
            check_in.follow(answers);
        }
        before.is_none() || now.is_some()
    });
}

/// What those beside the loop report.
fn on_report(model: &mut Model, report: Report) {
    match report {
        Report::Sounding(sound) => model.known.ears.sound = sound,
        Report::Speaking(speech) => model.known.ears.speech = speech,
        Report::HookFailed(why) => say(model, Said::HookFailed(why)),
    }
}

/// Sound and speech, while a practice runs and before it.
fn hear(model: &mut Model, action: Action) -> Vec<Effect> {
    let sound = &mut model.known.settings.sound;
    let said = match action {
        Action::Speech => {
            sound.speech = !sound.speech;
            Said::Speech(sound.speech)
        }
        Action::Background => {
            sound.next_background();
            Said::Background(sound.background)
        }
        _ => {
            match action {
                Action::Louder => sound.change_volume(VOLUME_STEP),
                Action::Quieter => sound.change_volume(-VOLUME_STEP),
                _ => sound.on = !sound.on,
            }
            Said::Volume(sound.on.then_some(sound.volume))
        }
    };
    let hush = match said {
        Said::Volume(None | Some(0)) => Some(Hush::Sounds),
        Said::Speech(false) => Some(Hush::Voice),
        _ => None,
    };
    say(model, said);
    let keys: &[&str] = match action {
        Action::Speech => &["speech.on"],
        Action::Background => &["sound.background"],
        Action::Sound => &["sound.on"],
        _ => &["sound.on", "sound.volume"],
    };
    let mut effects: Vec<Effect> = hush.map(Signal::Hush).map(Effect::Signal).into_iter().collect();
    effects.extend(keys.iter().map(|key| chosen(key, &model.known.settings)));
    effects
}

/// How much one key changes the volume, percent.
const VOLUME_STEP: i16 = 10;

/// What an action means where the screen has no meaning of its own for it.
fn everywhere(model: &mut Model, action: Action) -> Vec<Effect> {
    if let Some(screen) = leads_to(action, &model.screen, &model.known) {
        open(model, screen);
        return Vec::new();
    }
    match action {
        Action::Back => back(model),
        Action::Favourite | Action::Never | Action::Copy => {
            if let Some(sight) = model.screen.sight(&model.known) {
                return with_point(model, action, sight.point);
            }
        }
        Action::Help => {
            model.overlay = Some(Overlay::Help {
                scroll: 0,
                query: String::new(),
            });
        }
        Action::Language | Action::Theme | Action::Skin | Action::Figure => {
            return change_looks(model, action);
        }
        Action::Sound | Action::Speech | Action::Louder | Action::Quieter | Action::Background => {
            return hear(model, action);
        }
        // What is being answered just now is changed by answering, not behind its back.
        Action::Undo if !matches!(model.screen, Screen::CheckIn(_) | Screen::Practice(_)) => {
            // A key pressed by chance must not reach into another evening.
            let Some(opened) = model.known.diary.opened else {
                return Vec::new();
            };
            let keep = model.known.take_back(Back::Since(opened));
            return ask_journal(model, keep);
        }
        Action::Suspend => return vec![Effect::Suspend],
        Action::Quit => return quit(model),
        _ => {}
    }
    Vec::new()
}

/// The point on the screen is liked, left out, or given to somebody else.
fn with_point(model: &mut Model, action: Action, point: PointId) -> Vec<Effect> {
    match action {
        Action::Favourite => {
            let keep = model.known.toggle_favourite(point);
            let likes = model.known.likes(point);
            listed(model, keep, Said::Favourite(code_of(model, point), likes))
        }
        Action::Never => never(model, point),
        _ => {
            say(model, Said::Copied(point));
            vec![Effect::Copy(shared(point, &model.known))]
        }
    }
}

/// Language and looks: the next of each, and kept.
fn change_looks(model: &mut Model, action: Action) -> Vec<Effect> {
    let looks = &model.known.content.looks;
    let settings = &mut model.known.settings;
    let (said, key) = match action {
        Action::Language => {
            settings.lang = settings.languages.after(settings.lang);
            (Said::LanguageChanged, "lang")
        }
        Action::Theme => {
            let themes = &looks.themes;
            let at = themes.iter().position(|theme| theme.id == settings.theme);
            let Some(theme) = themes.get((at.unwrap_or(0) + 1) % themes.len().max(1)) else {
                return Vec::new();
            };
            settings.theme = theme.id.to_string();
            (Said::ThemeChanged(theme.id.to_string()), "theme")
        }
        Action::Skin => {
            let skins = &looks.skins;
            let at = skins.iter().position(|skin| skin.id == settings.skin);
            let Some(skin) = skins.get(at.map_or(0, |at| (at + 1) % skins.len())) else {
                return Vec::new();
            };
            settings.skin = skin.id.to_string();
            (Said::SkinChanged(skin.name.clone()), "skin")
        }
        _ => {
            settings.figure = settings.figure.next();
            (Said::FigureChanged(settings.figure), "figure")
        }
    };
    let effect = chosen(key, settings);
    say(model, said);
    vec![effect]
}

/// A point as it is given to somebody else: its name, its place, and an address hegu opens.
fn shared(id: PointId, known: &Known) -> String {
    let point = known.content.atlas.point(id);
    format!(
        "{} {} {}: {} hegu://{}",
        point.code,
        point.names.pinyin,
        point.names.hanzi_simplified,
        point.place.get(known.settings.lang),
        point.code
    )
}

/// A point is never to come again, or may come again.
fn never(model: &mut Model, point: PointId) -> Vec<Effect> {
    let keep = model.known.toggle_never(point);
    let never = model.known.is_never(point);
    listed(model, keep, Said::Never(code_of(model, point), never))
}

fn code_of(model: &Model, point: PointId) -> String {
    model.known.content.atlas.point(point).code.to_string()
}

/// A list of the person's own has changed: it is said and kept, and the list in front may have become shorter.
fn listed(model: &mut Model, keep: Keep, said: Said) -> Vec<Effect> {
    if let Screen::Browser(browser) = &mut model.screen {
        browser.settle(&model.known);
    }
    say(model, said);
    ask_journal(model, keep)
}

/// Puts a screen in front; `esc` leads back to the one behind it.
pub fn open(model: &mut Model, screen: Screen) {
    let behind = std::mem::replace(&mut model.screen, screen);
    model.behind.push(behind);
}

fn back(model: &mut Model) {
    if let Some(screen) = model.behind.pop() {
        model.screen = screen;
    }
}

fn say(model: &mut Model, what: Said) {
    model.notice = Some(Notice {
        what,
        until: model.known.now.steady.after(NOTICE_MS),
    });
}

/// Ends the program. What is not written yet is written first: `q` never loses anything.
fn quit(model: &mut Model) -> Vec<Effect> {
    let intent = model.screen.leave(&model.known);
    let mut effects = carry_out(model, intent);
    model.over = true;
    let known = &model.known;
    let screens = model.behind.iter().chain([&model.screen]);
    let unsaved: Vec<Keep> = screens.filter_map(|screen| screen.unsaved(known)).collect();
    let mut keeps = std::mem::take(&mut model.known.diary.unwritten);
    for keep in unsaved {
        keeps.retain(|older| !supersedes(&keep, older));
        keeps.push(keep);
    }
    effects.extend(keeps.into_iter().map(Effect::Keep));
    effects.push(Effect::Quit);
    effects
}

fn on_pointed(model: &mut Model, pointer: Pointer, hit: Hit) -> Vec<Effect> {
    match (pointer, hit) {
        (Pointer::Click, Hit::Action(action)) => act(model, action),
        (Pointer::WheelUp, _) if model.overlay.is_some() => act(model, Action::Up),
        (Pointer::WheelDown, _) if model.overlay.is_some() => act(model, Action::Down),
        _ if model.overlay.is_some() => Vec::new(),
        (pointer, hit) => {
            let intent = model.screen.point_at(pointer, hit, &model.known);
            carry_out(model, intent)
        }
    }
}
