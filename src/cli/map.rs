//! `hegu map`: prints a drawing; with a point, the close-up that shows it best and the finger ruler.

use clap::Args;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};

use super::CliError;
use super::named::{self, ONE_OF};
use crate::app::Settings;
use crate::app::settings::{Colors, FigureStyle};
use crate::content::Content;
use crate::domain::atlas::PointId;
use crate::domain::code::Meridian;
use crate::domain::figure::chart::finding;
use crate::domain::figure::{Camera, Drawn, Frame, Lit, Scene, ViewId};
use crate::domain::point::{Region, Side};
use crate::t;
use crate::ui::look::Look;
use crate::ui::widgets::figure::FigureLook;

/// What to draw and how.
#[derive(Clone, Debug, Default, Args)]
pub struct MapArgs {
    /// A point, in any spelling: SP6, sp-6, Sanyinjiao. Without one, a whole body.
    #[arg(add = clap_complete::engine::ArgValueCompleter::new(super::completions::points))]
    pub code: Option<String>,
    /// The view: leg_inner, body_front ... Otherwise the one that shows the point best.
    #[arg(long)]
    pub view: Option<String>,
    /// Columns and rows, 20x10 to 400x200. Otherwise the terminal's.
    #[arg(long, value_name = "WxH", value_parser = parse_size)]
    pub size: Option<(u16, u16)>,
    /// hybrid, smooth, braille, octant or ascii. Otherwise what the terminal can do; ascii in a pipe.
    #[arg(long, value_parser = parse_style)]
    pub style: Option<FigureStyle>,
    /// The fill of hybrid and smooth: ebony, umber, chestnut, slate, honey, sand, shell, chalk.
    #[arg(long)]
    pub skin: Option<String>,
    /// A meridian to draw with all its points: LI, SP ...
    #[arg(long, value_parser = named::meridian)]
    pub meridian: Option<Meridian>,
    /// A region to light up: hand, low-back ...
    #[arg(long, value_parser = named::region)]
    pub region: Option<Region>,
    /// The person's own side: left or right. Otherwise the side the view is drawn from.
    #[arg(long, value_parser = parse_side)]
    pub side: Option<Side>,
}

fn parse_size(text: &str) -> Result<(u16, u16), String> {
    let size = text
        .split_once('x')
        .and_then(|(width, height)| Some((width.trim().parse().ok()?, height.trim().parse().ok()?)));
    match size {
        Some((width @ 20..=400, height @ 10..=200)) => Ok((width, height)),
        Some(_) => Err("sizes go from 20x10 to 400x200".to_owned()),
        None => Err("a size is columns x rows, such as 60x40".to_owned()),
    }
}

fn parse_style(word: &str) -> Result<FigureStyle, String> {
    FigureStyle::from_id(word).ok_or_else(|| format!("{ONE_OF}auto, hybrid, smooth, braille, octant, ascii"))
}

fn parse_side(word: &str) -> Result<Side, String> {
    match word {
        "left" => Ok(Side::Left),
        "right" => Ok(Side::Right),
        _ => Err(format!("{ONE_OF}left, right")),
    }
}

/// The size of a drawing where nothing says one: fits a page of an e-mail.
const IN_A_PIPE: (u16, u16) = (72, 40);

/// The drawing as text: as many lines as it has rows. `terminal` is its size, `None` in a pipe.
pub fn map(
    args: &MapArgs,
    content: &Content,
    settings: &Settings,
    terminal: Option<(u16, u16)>,
) -> Result<String, CliError> {
    let look = Look::bare(settings.lang);
    let mut settings = settings.clone();
    match (args.style, terminal) {
        (Some(style @ (FigureStyle::Hybrid | FigureStyle::Smooth)), in_terminal) => {
            // Asked for: then its colours too, even into a file.
            settings.figure = style;
            if in_terminal.is_none() || settings.colors < Colors::Ansi256 {
                settings.colors = Colors::True;
            }
        }
        (Some(style), in_terminal) => {
            settings.figure = style;
            if in_terminal.is_none() {
                settings.colors = Colors::None;
            }
        }
        (None, Some(_)) => {}
        (None, None) => {
            settings.figure = FigureStyle::Ascii;
            settings.colors = Colors::None;
        }
    }
    if let Some(skin) = &args.skin {
        let skins = &content.looks.skins;
        if !skins.iter().any(|known| *known.id == **skin) {
            let ids: Vec<&str> = skins.iter().map(|skin| &*skin.id).collect();
            return Err(CliError::new(
                t!(look, "map-no-skin", name = skin.as_str()),
                t!(look, "map-there-are", names = ids.join(", ")),
            ));
        }
        settings.skin.clone_from(skin);
    }
    let chosen = args
        .code
        .as_deref()
        .map(|typed| chosen_point(content, typed, &look))
        .transpose()?;
    let view = chosen_view(args, content, chosen, &look)?;
    // One row is left for the prompt.
    let (width, height) = args
        .size
        .or(terminal.map(|(width, height)| (width, height.saturating_sub(1).max(10))))
        .unwrap_or(IN_A_PIPE);
    Ok(drawn(args, content, &settings, chosen, view, (width, height)))
}

fn chosen_point(content: &Content, typed: &str, look: &Look) -> Result<PointId, CliError> {
    let unknown = || {
        CliError::new(
            t!(look, "cli-no-point", word = typed),
            t!(look, "cli-points-hint"),
        )
    };
    content.atlas.by_typed(typed).ok_or_else(unknown)
}

/// The view asked for, or the best one.
fn chosen_view(
    args: &MapArgs,
    content: &Content,
    chosen: Option<PointId>,
    look: &Look,
) -> Result<ViewId, CliError> {
    let (figure, chart) = (&content.figure, content.chart());
    let names = |views: &mut dyn Iterator<Item = ViewId>| -> String {
        views
            .map(|view| figure.view(view).id.to_string())
            .collect::<Vec<_>>()
            .join(", ")
    };
    let showing = chosen.map(|id| chart.views(id));
    if let Some(name) = &args.view {
        let Some(view) = figure.view_named(name) else {
            let all = names(&mut figure.views().map(|(id, _)| id));
            return Err(CliError::new(
                t!(look, "map-no-view", name = name.as_str()),
                t!(look, "map-there-are", names = all),
            ));
        };
        if let (Some(id), Some(showing)) = (chosen, &showing)
            && !showing.contains(&view)
        {
            let code = &content.atlas.point(id).code;
            return Err(CliError::new(
                t!(
                    look,
                    "map-not-in-view",
                    point = code.as_str(),
                    name = name.as_str()
                ),
                t!(look, "map-shows-in", names = names(&mut showing.iter().copied())),
            ));
        }
        return Ok(view);
    }
    let best = match (showing, args.meridian, args.region) {
        (Some(showing), _, _) => showing.first().copied(),
        (None, Some(meridian), _) => whole_body_of(content, meridian),
        (None, None, Some(region)) => figure
            .views()
            .find(|(_, view)| view.parent.is_none() && view.shapes.iter().any(|s| s.region == Some(region)))
            .map(|(id, _)| id),
        (None, None, None) => None,
    };
    best.or_else(|| figure.view_named("body_front"))
        .or_else(|| figure.views().next().map(|(id, _)| id))
        .ok_or_else(|| CliError::own_fault(t!(look, "map-nothing-drawn")))
}

/// The whole body that shows most of a meridian.
fn whole_body_of(content: &Content, meridian: Meridian) -> Option<ViewId> {
    let chart = content.chart();
    let seen = |view: ViewId| {
        let places = content
            .atlas
            .on(meridian)
            .filter_map(|id| chart.place_in(id, view));
        places.filter(|placed| placed.visible()).count()
    };
    let whole = content.figure.views().filter(|(_, view)| view.parent.is_none());
    // Of equals the first, which is the front.
    whole
        .map(|(id, _)| id)
        .reduce(|best, view| if seen(view) > seen(best) { view } else { best })
}

fn drawn(
    args: &MapArgs,
    content: &Content,
    settings: &Settings,
    chosen: Option<PointId>,
    view_id: ViewId,
    (width, height): (u16, u16),
) -> String {
    let (figure, atlas, chart) = (&content.figure, &content.atlas, content.chart());
    let view = figure.view(view_id);
    // A drawing with a midline has a middle column.
    let width = if view.drawn == Drawn::Both && width.is_multiple_of(2) {
        width - 1
    } else {
        width
    };
    let wanted = |id: PointId| args.meridian == Some(atlas.point(id).meridian);
    let points = chart.shown(atlas, view_id, chosen, wanted, |id| atlas.point(id).code.as_str());
    let courses: Vec<_> = args
        .meridian
        .map(|meridian| chart.course(atlas, view_id, meridian))
        .into_iter()
        .collect();
    // The measurement stands alone; with a meridian drawn it would be lost among the points.
    let how = chosen
        .filter(|_| args.meridian.is_none())
        .and_then(|id| finding(figure, atlas, id).ok());
    let place = chosen.and_then(|id| chart.place_in(id, view_id));
    let camera = how
        .as_ref()
        .map_or(Camera::default(), |how| how.camera(view, view_id, place));
    let look = Look::of(content, settings);
    let figure_look = FigureLook::new(&look, &content.looks, settings).printed();
    let lit: Vec<Lit> = args.region.map(Lit::all_of).into_iter().collect();
    let frame = Frame::new(view, width, height, camera, args.side);
    let scene = Scene {
        points: &points,
        courses: &courses,
        finding: how.as_ref().map(|how| (how, how.steps())),
        lit: &lit,
        ..Scene::bare(figure, view_id, frame, figure_look.rendering, settings.lang)
    };
    let area = Rect::new(0, 0, width, height);
    let mut buffer = Buffer::empty(area);
    figure_look.draw(&scene, area, &mut buffer);
    text(&buffer, settings.colors != Colors::None)
}

/// A buffer as lines, with its colours if asked for.
fn text(buffer: &Buffer, colored: bool) -> String {
    let mut text = String::new();
    for row in 0..buffer.area.height {
        let cells = || (0..buffer.area.width).map(|column| &buffer[(column, row)]);
        let used = cells()
            .rposition(|cell| cell.symbol() != " " || cell.bg != Color::Reset)
            .map_or(0, |last| last + 1);
        let mut current = Style::reset();
        for cell in cells().take(used) {
            if colored && cell.style() != current {
                current = cell.style();
                text.push_str(&sgr(current));
            }
            text.push_str(cell.symbol());
        }
        if colored && current != Style::reset() {
            text.push_str("\u{1b}[0m");
        }
        text.push('\n');
    }
    text
}

/// The escape sequence that switches to a style from any other (ECMA-48, SGR).
fn sgr(style: Style) -> String {
    let mut codes = vec!["0".to_owned()];
    for (modifier, code) in [
        (Modifier::BOLD, "1"),
        (Modifier::DIM, "2"),
        (Modifier::REVERSED, "7"),
    ] {
        if style.add_modifier.contains(modifier) {
            codes.push(code.to_owned());
        }
    }
    for (color, base) in [(style.fg, 38), (style.bg, 48)] {
        match color {
            Some(Color::Rgb(r, g, b)) => codes.push(format!("{base};2;{r};{g};{b}")),
            Some(Color::Indexed(index)) => codes.push(format!("{base};5;{index}")),
            _ => {}
        }
    }
    format!("\u{1b}[{}m", codes.join(";"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn printed(args: &MapArgs) -> Result<String, CliError> {
        map(args, crate::shipped(), &Settings::default(), None)
    }

    fn of(code: &str) -> MapArgs {
        MapArgs {
            code: Some(code.to_owned()),
            size: Some((60, 36)),
            ..MapArgs::default()
        }
    }

    #[test]
    fn a_pipe_gets_plain_letters_in_the_size_asked_for() {
        let text = printed(&of("sp-6")).unwrap();
        assert!(text.is_ascii(), "{text}");
        assert_eq!(text.lines().count(), 36);
        assert!(text.lines().all(|line| line.len() <= 60));
        assert!(text.contains('@') && text.contains("SP6"), "{text}");
    }

    #[test]
    fn the_ruler_counts_from_the_landmark_to_the_point() {
        let text = printed(&of("SP6")).unwrap();
        // The numbers of the ruler stand in the last column that has any, at the fingers' outer end.
        let row_of = |number: char| {
            let in_row = |line: &str| line.rfind(number).filter(|at| line[at + 1..].trim().is_empty());
            text.lines().position(|line| in_row(line).is_some())
        };
        let (zero, three) = (row_of('0').expect(&text), row_of('3').expect(&text));
        let chosen = text.lines().position(|line| line.contains('@')).unwrap();
        assert!(three < zero, "three cun above the ankle:\n{text}");
        assert!(
            chosen.abs_diff(three) <= 1,
            "the ruler ends at the point:\n{text}"
        );
    }

    #[test]
    fn colours_come_only_when_asked_for_or_seen() {
        let mut args = of("LI4");
        assert!(!printed(&args).unwrap().contains('\u{1b}'));
        args.style = Some(FigureStyle::Braille);
        assert!(!printed(&args).unwrap().contains('\u{1b}'));
        args.style = Some(FigureStyle::Hybrid);
        assert!(printed(&args).unwrap().contains("\u{1b}[0;48;2;"));
    }

    #[test]
    fn the_fill_and_its_edge_can_be_chosen() {
        let mut args = of("LI4");
        args.style = Some(FigureStyle::Hybrid);
        args.skin = Some("honey".to_owned());
        let honey = printed(&args).unwrap();
        args.skin = Some("ebony".to_owned());
        let ebony = printed(&args).unwrap();
        assert!(honey.contains("48;2;230;191;148") && !ebony.contains("48;2;230;191;148"));
        args.style = Some(FigureStyle::Smooth);
        assert_ne!(printed(&args).unwrap(), ebony, "another edge");
    }

    #[test]
    fn a_close_up_fills_its_picture() {
        for code in ["SP6", "ST36", "LI4", "PC6"] {
            let mut args = of(code);
            args.size = Some((80, 40));
            let text = printed(&args).unwrap();
            let empty = text.lines().filter(|line| line.trim().is_empty()).count();
            assert!(empty <= 8, "{code}: {empty} empty lines\n{text}");
        }
    }

    #[test]
    fn what_cannot_be_drawn_is_said_with_what_can() {
        let unknown = printed(&of("XX9")).unwrap_err();
        assert!(unknown.message.contains("XX9") && unknown.code == 1);
        let mut elsewhere = of("SP6");
        elsewhere.view = Some("ear".to_owned());
        let elsewhere = printed(&elsewhere).unwrap_err();
        assert!(elsewhere.hint.contains("leg_inner"), "{}", elsewhere.hint);
        let mut pale = of("SP6");
        pale.skin = Some("moonlight".to_owned());
        assert!(printed(&pale).unwrap_err().hint.contains("chestnut"));
        assert!(parse_size("5x5").is_err() && parse_size("wide").is_err());
    }
}
