//! What the shipped themes promise: everything that is read can be read, by every common kind of sight.

use hegu::content::looks::{Color, Ground, Role, Theme};

/// One of the 256 colours of a terminal, as xterm has them.
fn indexed(at: u8) -> (u8, u8, u8) {
    match at {
        // The first sixteen are the person's own; only black and white are certain enough to measure.
        0..16 => panic!("{at} is not certain"),
        16..232 => {
            let at = at - 16;
            let level = |n: u8| if n == 0 { 0 } else { 55 + 40 * n };
            (level(at / 36), level(at / 6 % 6), level(at % 6))
        }
        _ => {
            let grey = 8 + 10 * (at - 232);
            (grey, grey, grey)
        }
    }
}

fn themes() -> Vec<&'static Theme> {
    let all = hegu::shipped().looks.themes.iter();
    all.filter(|theme| !theme.roles.is_empty()).collect()
}

fn of(theme: &Theme, role: Role) -> Color {
    theme.color(role).expect("every role has a colour")
}

/// The same colour as a terminal of 256 shows it.
fn in_256(color: Color) -> Color {
    Color {
        rgb: indexed(color.indexed),
        ..color
    }
}

const READ: [Role; 7] = [
    Role::Text,
    Role::Strong,
    Role::Dim,
    Role::Accent,
    Role::Caution,
    Role::Stop,
    Role::Ruler,
];

#[test]
fn everything_that_is_read_reaches_four_and_a_half_on_the_ground() {
    for theme in themes() {
        for shown in [|color| color, in_256 as fn(Color) -> Color] {
            let ground = shown(of(theme, Role::Bg));
            for role in READ {
                let contrast = shown(of(theme, role)).contrast(ground);
                assert!(contrast >= 4.5, "{} {role:?}: {contrast:.2}", theme.id);
            }
            let chip = shown(of(theme, Role::AccentOn)).contrast(shown(of(theme, Role::Accent)));
            assert!(chip >= 4.5, "{} chip: {chip:.2}", theme.id);
            // The chosen row is read as well as the rest.
            let row = shown(of(theme, Role::Row));
            for role in [Role::Text, Role::Strong] {
                let contrast = shown(of(theme, role)).contrast(row);
                assert!(contrast >= 4.5, "{} {role:?} on the row: {contrast:.2}", theme.id);
            }
        }
    }
}

#[test]
fn decoration_is_seen_and_the_outline_is_read() {
    for theme in themes() {
        let ground = of(theme, Role::Bg);
        assert!(of(theme, Role::Line).contrast(ground) >= 4.5, "{}", theme.id);
        // WCAG 1.4.11 asks 3 of what carries meaning; these carry none and are kept from vanishing.
        for (role, least) in [
            (Role::Faint, 1.5),
            (Role::Detail, 2.5),
            (Role::Skin, 1.3),
            (Role::Row, 1.1),
        ] {
            let contrast = of(theme, role).contrast(ground);
            assert!(contrast >= least, "{} {role:?}: {contrast:.2}", theme.id);
        }
        let ink = of(theme, Role::Ink).contrast(of(theme, Role::Skin));
        assert!(ink >= 1.5, "{} ink on the fill: {ink:.2}", theme.id);
    }
}

#[test]
fn high_contrast_reaches_seven_for_everything() {
    let theme = themes()
        .into_iter()
        .find(|theme| theme.id == "high-contrast")
        .expect("shipped");
    let ground = of(theme, Role::Bg);
    for role in READ {
        assert!(of(theme, role).contrast(ground) >= 7.0, "{role:?}");
    }
}

#[test]
fn every_meridian_is_read_on_the_ground_and_seen_on_each_fill() {
    let looks = &hegu::shipped().looks;
    for theme in themes().into_iter().filter(|theme| !theme.meridians.is_empty()) {
        let ground = of(theme, Role::Bg);
        for (meridian, color) in &theme.meridians {
            let contrast = color.contrast(ground);
            assert!(contrast >= 4.5, "{} {meridian:?}: {contrast:.2}", theme.id);
        }
        let mut seen: Vec<u8> = theme.meridians.iter().map(|(_, color)| color.indexed).collect();
        seen.sort_unstable();
        seen.dedup();
        assert_eq!(seen.len(), 15, "{}: two meridians share one of the 256", theme.id);
    }
    for skin in &looks.skins {
        let theme = looks
            .themes
            .iter()
            .find(|theme| theme.ground == skin.marks)
            .expect("a theme");
        for (meridian, color) in &theme.meridians {
            let contrast = color.contrast(skin.color);
            assert!(contrast >= 2.95, "{} {meridian:?}: {contrast:.2}", skin.id);
        }
        assert!(of(theme, Role::Text).contrast(skin.color) >= 4.5, "{}", skin.id);
    }
    assert!(looks.themes.iter().any(|theme| theme.ground == Ground::Light));
}

/// Linear light of a colour.
fn linear(color: Color) -> [f64; 3] {
    let part = |value: u8| {
        let value = f64::from(value) / 255.0;
        if value <= 0.04045 {
            value / 12.92
        } else {
            ((value + 0.055) / 1.055).powf(2.4)
        }
    };
    [part(color.rgb.0), part(color.rgb.1), part(color.rgb.2)]
}

/// How far apart two lights are, in OKLab (Ottosson 2020), times 100: 2 is just visible side by side.
fn apart(one: [f64; 3], two: [f64; 3]) -> f64 {
    let lab = |[r, g, b]: [f64; 3]| {
        let l = (0.412_221_470_8 * r + 0.536_332_536_3 * g + 0.051_445_992_9 * b).cbrt();
        let m = (0.211_903_498_2 * r + 0.680_699_545_1 * g + 0.107_396_956_6 * b).cbrt();
        let s = (0.088_302_461_9 * r + 0.281_718_837_6 * g + 0.629_978_700_5 * b).cbrt();
        [
            0.210_454_255_3 * l + 0.793_617_785_0 * m - 0.004_072_046_8 * s,
            1.977_998_495_1 * l - 2.428_592_205_0 * m + 0.450_593_709_9 * s,
            0.025_904_037_1 * l + 0.782_771_766_2 * m - 0.808_675_766_0 * s,
        ]
    };
    let (one, two) = (lab(one), lab(two));
    100.0
        * one
            .iter()
            .zip(two)
            .map(|(a, b)| (a - b).powi(2))
            .sum::<f64>()
            .sqrt()
}

/// Sight without the red or without the green cones (Viénot, Brettel and Mollon 1999), in linear light.
fn seen_by(sight: &[[f64; 3]; 3], [r, g, b]: [f64; 3]) -> [f64; 3] {
    sight.map(|[x, y, z]| (x * r + y * g + z * b).max(0.0))
}

#[test]
fn the_colour_blind_safe_theme_tells_its_meanings_apart_for_every_common_sight() {
    let sights = [
        ("normal", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
        (
            "protanopia",
            [
                [0.112_38, 0.887_62, 0.0],
                [0.112_38, 0.887_62, 0.0],
                [0.004_01, -0.004_01, 1.0],
            ],
        ),
        (
            "deuteranopia",
            [
                [0.292_75, 0.707_25, 0.0],
                [0.292_75, 0.707_25, 0.0],
                [-0.022_34, 0.022_34, 1.0],
            ],
        ),
    ];
    let theme = themes()
        .into_iter()
        .find(|theme| theme.id == "colour-blind")
        .expect("shipped");
    let meanings = [Role::Accent, Role::Caution, Role::Stop, Role::Text];
    for (name, sight) in &sights {
        for (at, one) in meanings.iter().enumerate() {
            for two in &meanings[at + 1..] {
                let [one_seen, two_seen] = [one, two].map(|role| seen_by(sight, linear(of(theme, *role))));
                let far = apart(one_seen, two_seen);
                assert!(far >= 9.0, "{name}: {one:?} and {two:?} are {far:.1} apart");
            }
        }
    }
}
