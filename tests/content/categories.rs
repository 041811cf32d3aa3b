//! The traditional categories: their members against a second list, and the numbers tradition gives them.

use std::collections::{BTreeMap, BTreeSet};

use hegu::domain::code::Meridian;
use hegu::domain::point::{Category, Phase};

fn listed() -> BTreeMap<&'static str, BTreeSet<&'static str>> {
    include_str!("categories.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| {
            let (category, codes) = line.split_once('\t').expect("a category and its codes");
            (category, codes.split_whitespace().collect())
        })
        .collect()
}

#[test]
fn every_category_has_the_members_of_the_other_list() {
    let atlas = &hegu::shipped().atlas;
    let listed = listed();
    assert_eq!(listed.len(), Category::ALL.len());
    for category in Category::ALL {
        let here: BTreeSet<&str> = atlas
            .of_category(category)
            .map(|id| atlas.point(id).code.as_str())
            .collect();
        assert_eq!(here, listed[category.id()], "{}", category.id());
        assert!(
            atlas.category(category).is_some(),
            "{} is not told",
            category.id()
        );
    }
}

#[test]
fn the_five_shu_and_the_source_points_are_sixty_six() {
    let atlas = &hegu::shipped().atlas;
    let five = &Category::ALL[..5];
    let mut points = BTreeSet::new();
    for meridian in Meridian::ALL
        .into_iter()
        .filter(|m| !matches!(m, Meridian::GV | Meridian::CV | Meridian::EX))
    {
        let numbers: Vec<u8> = five
            .iter()
            .map(|category| {
                let mut members = atlas
                    .of_category(*category)
                    .filter(|id| atlas.point(*id).meridian == meridian);
                let id = members.next().expect("one a meridian");
                assert_eq!(members.next(), None, "{meridian} {}", category.id());
                points.insert(id);
                atlas.point(id).number.expect("a number")
            })
            .collect();
        // From the tip towards elbow or knee: upwards on the lines that begin there, downwards on the others.
        let up = numbers.is_sorted();
        let down = numbers.iter().rev().is_sorted();
        assert!(up || down, "{meridian}: {numbers:?}");
    }
    assert_eq!(points.len(), 60);
    points.extend(atlas.of_category(Category::YuanSource));
    assert_eq!(points.len(), 66);
}

#[test]
fn the_phases_of_the_five_shu_are_those_of_the_old_table() {
    use Phase::{Earth, Fire, Metal, Water, Wood};
    let of = |meridian| {
        Category::ALL[..5]
            .iter()
            .map(|c| c.phase(meridian).expect("a phase"))
            .collect::<Vec<_>>()
    };
    for yin in [
        Meridian::LU,
        Meridian::SP,
        Meridian::HT,
        Meridian::KI,
        Meridian::PC,
        Meridian::LR,
    ] {
        assert_eq!(of(yin), [Wood, Fire, Earth, Metal, Water], "{yin}");
    }
    for yang in [
        Meridian::LI,
        Meridian::ST,
        Meridian::SI,
        Meridian::BL,
        Meridian::TE,
        Meridian::GB,
    ] {
        assert_eq!(of(yang), [Metal, Water, Wood, Fire, Earth], "{yang}");
    }
    assert_eq!(Category::Luo.phase(Meridian::LU), None);
}

#[test]
fn where_members_stand_for_something_all_of_them_do() {
    let atlas = &hegu::shipped().atlas;
    for category in [
        Category::BackShu,
        Category::FrontMu,
        Category::LowerHeSea,
        Category::EightHui,
        Category::EightConfluent,
        Category::Command,
    ] {
        let text = atlas.category(category).expect("told");
        let mut told = BTreeSet::new();
        for id in atlas.of_category(category) {
            let of = text
                .of(atlas.point(id))
                .unwrap_or_else(|| panic!("{} {}", category.id(), atlas.point(id).code));
            assert!(told.insert(of.en.clone()), "{} twice in {}", of.en, category.id());
        }
    }
    // The twelve organs are called what the meridians are called.
    let organs: BTreeSet<&str> = atlas.meridians()[..12]
        .iter()
        .map(|text| &*text.organ.da)
        .collect();
    for category in [Category::BackShu, Category::FrontMu] {
        let text = atlas.category(category).expect("told");
        let named: BTreeSet<&str> = text.members.iter().map(|(_, of)| &*of.da).collect();
        assert_eq!(named, organs, "{}", category.id());
    }
}
