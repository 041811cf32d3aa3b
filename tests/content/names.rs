//! The names: pinyin against the printed standard, both scripts, and the readings others got wrong.

use std::collections::BTreeMap;

use hegu::domain::code::Meridian;

/// Every pinyin of the printed standards by code.
fn printed() -> BTreeMap<String, &'static str> {
    let mut names = BTreeMap::new();
    for line in include_str!("pinyin.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
    {
        let (meridian, row) = line.split_once('\t').expect("a meridian and its names");
        for (nth, name) in row.split(' ').enumerate() {
            let (code, name) = match name.split_once('=') {
                Some((code, name)) => (code.to_owned(), name),
                None => (format!("{meridian}{}", nth + 1), name),
            };
            assert_eq!(names.insert(code, name), None, "{meridian} {nth}");
        }
    }
    names
}

/// 俞 in the name of a point stands for 腧 and is read shù, says the dictionary; the standard prints shū.
const SHU: char = '俞';

/// 颈, the neck, is read jǐng; the standard prints Jìngbǎiláo.
const NECK: &str = "EX-HN15";

#[test]
fn pinyin_is_that_of_the_standards() {
    let printed = printed();
    assert_eq!(printed.len(), 361 + 43);
    let mut wrong = Vec::new();
    let mut otherwise = 0;
    for point in super::points() {
        let Some(printed) = printed.get(point.code.as_str()) else {
            continue;
        };
        let expected = if point.names.hanzi_simplified.contains(SHU) {
            otherwise += 1;
            printed.replace("shū", "shù").replace("Shū", "Shù")
        } else if point.code.as_str() == NECK {
            printed.replace("Jìng", "Jǐng")
        } else {
            (*printed).to_owned()
        };
        if *point.names.pinyin != *expected {
            wrong.push(format!(
                "{}: {}, printed {printed}",
                point.code, point.names.pinyin
            ));
        }
    }
    super::none(wrong);
    assert_eq!(otherwise, 25, "points with 俞 in their name");
}

#[test]
fn readings_that_others_got_wrong_are_right() {
    // By GB/T 12346-2021 and, for 俞, the dictionary. 行 is háng in a row of things and xíng in LR2.
    let mut wrong = Vec::new();
    for point in super::points() {
        let (hanzi, pinyin) = (&point.names.hanzi_simplified, point.names.pinyin.to_lowercase());
        for (sign, sound) in [
            ('俞', "shù"),
            ('少', "shào"),
            ('郄', "xì"),
            ('率', "shuài"),
            ('行', "xíng"),
        ] {
            if hanzi.contains(sign) && !pinyin.contains(sound) {
                wrong.push(format!("{} {hanzi} {}", point.code, point.names.pinyin));
            }
        }
    }
    super::none(wrong);
}

#[test]
fn what_has_two_readings_two_places_or_two_codes_says_both() {
    let atlas = &hegu::shipped().atlas;
    // TE11 and CV17 are read in two ways; Yintang has a code in three lists.
    for (typed, code) in [
        ("Qinglingyuan", "TE11"),
        ("Qinglengyuan", "TE11"),
        ("Danzhong", "CV17"),
        ("Tanzhong", "CV17"),
        ("EX-HN3", "EX-HN3"),
        ("GV24+", "EX-HN3"),
        ("GV29", "EX-HN3"),
    ] {
        let id = atlas.by_typed(typed).unwrap_or_else(|| panic!("{typed}"));
        assert_eq!(atlas.point(id).code.as_str(), code, "{typed}");
    }
    // The six points for which the standard prints a second place name it.
    for code in ["LI19", "LI20", "GV26", "PC8", "PC9", "GB30"] {
        let find = &atlas.point(atlas.by_code(code).expect("there")).find;
        assert!(
            find.en.to_lowercase().contains("some books"),
            "{code}: {}",
            find.en
        );
        assert!(
            find.da.to_lowercase().contains("nogle bøger"),
            "{code}: {}",
            find.da
        );
    }
}

#[test]
fn every_meridian_has_all_its_points() {
    let atlas = &hegu::shipped().atlas;
    let mut all = 0;
    // WHO 2008; the extra points are the 48 of WHO's list and Anmian.
    for (meridian, count) in [
        (Meridian::LU, 11),
        (Meridian::LI, 20),
        (Meridian::ST, 45),
        (Meridian::SP, 21),
        (Meridian::HT, 9),
        (Meridian::SI, 19),
        (Meridian::BL, 67),
        (Meridian::KI, 27),
        (Meridian::PC, 9),
        (Meridian::TE, 23),
        (Meridian::GB, 44),
        (Meridian::LR, 14),
        (Meridian::GV, 28),
        (Meridian::CV, 24),
        (Meridian::EX, 49),
    ] {
        assert_eq!(atlas.on(meridian).count(), count, "{meridian}");
        all += count;
        if meridian != Meridian::EX {
            let numbers: Vec<u8> = atlas
                .on(meridian)
                .filter_map(|id| atlas.point(id).number)
                .collect();
            assert_eq!(numbers, (1..=count as u8).collect::<Vec<_>>(), "{meridian}");
        }
    }
    assert_eq!((atlas.len(), all), (410, 410));
    for (group, count) in [
        ("EX-HN", 15),
        ("EX-CA", 1),
        ("EX-B", 9),
        ("EX-UE", 11),
        ("EX-LE", 12),
    ] {
        let of_group = |code: &&str| code.strip_prefix(group).is_some_and(|n| n.parse::<u8>().is_ok());
        let here = super::points()
            .into_iter()
            .map(|point| point.code.as_str())
            .filter(of_group)
            .count();
        assert_eq!(here, count, "{group}");
    }
}
