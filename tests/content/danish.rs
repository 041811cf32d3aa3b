//! Danish that reads like Danish: the preferred words are there, and their translated cousins are not.

use hegu::domain::words::Lang;

/// Every Danish text of the atlas with its name.
fn texts() -> Vec<(String, String)> {
    let atlas = &hegu::shipped().atlas;
    let mut texts = Vec::new();
    for point in super::points() {
        for (name, words) in super::texts(point) {
            texts.push((
                format!("{} {name}", point.code),
                words.get(Lang::Da).to_lowercase(),
            ));
        }
        texts.push((
            format!("{} name", point.code),
            point.names.meaning.da.to_lowercase(),
        ));
    }
    for text in atlas.meridians() {
        texts.push((text.meridian.to_string(), text.course.da.to_lowercase()));
    }
    for text in atlas.categories() {
        texts.push((text.category.id().to_owned(), text.about.da.to_lowercase()));
    }
    for topic in atlas.topics() {
        texts.push((topic.id.to_string(), topic.says.da.to_lowercase()));
    }
    texts
}

/// What a Danish physiotherapist or book would not write, and what instead.
const RATHER: &[(&str, &str)] = &[
    ("på niveau med", "på højde med"),
    ("i højde med", "på højde med"),
    ("ankelknyst", "ankelkno"),
    ("næsevinge", "næsefløj"),
    ("øjenbrynets start", "øjenbrynets inderste ende"),
    ("kronen af hovedet", "issen"),
    ("templet", "tindingen"),
    ("skinbenet", "skinnebenet"),
    ("ribbenburet", "brystkassen"),
    ("konstipation", "forstoppelse"),
    ("palperer", "mærk efter"),
    ("lokaliser", "find"),
    ("placer ", "læg, sæt"),
    ("appliker", "tryk"),
    ("distal", "mod fingrene, mod tæerne"),
    ("proksimal", "op mod albuen, op mod knæet"),
    ("medial", "ind mod midten"),
    ("lateral", "ud mod siden"),
    ("anterior", "foran"),
    ("posterior", "bagpå"),
    ("inferior", "under"),
    ("superior", "over"),
    ("din venstres", "en omskrivning"),
    ("tag en dyb indånding", "træk vejret roligt"),
    ("sørg for at", "handlingen selv"),
    ("du skal ", "handlingen selv"),
    ("husk at", "handlingen selv"),
    ("eventuelt", "måske"),
    ("stimuler", "tryk"),
    ("meridianpunkt", "punkt"),
];

#[test]
fn translated_words_are_not_written() {
    let mut wrong = Vec::new();
    for (name, text) in texts() {
        for (not, rather) in RATHER {
            if text.contains(not) {
                wrong.push(format!("{name}: \"{not}\" (rather: {rather}) in \"{text}\""));
            }
        }
    }
    super::none(wrong);
}

#[test]
fn the_preferred_words_are_the_ones_in_use() {
    let all: String = texts().into_iter().map(|(_, text)| text + "\n").collect();
    for (word, least) in [
        ("håndled", 20),
        ("lillefingersiden", 10),
        ("tommelfingersiden", 10),
        ("skinnebenskanten", 4),
        ("fire fingre", 20),
        ("fire fingres bredde", 2),
        ("tommelfingerbredde", 40),
        ("på højde med", 40),
        ("ankelkno", 15),
        ("kraniekanten", 2),
        ("knæhasen", 5),
        ("hoftekamme", 5),
        ("furen i albuebøjningen", 4),
        ("mellemhåndsknogle", 5),
        ("håndledsfuren", 10),
        ("næsefløj", 3),
        ("den lange rygmuskel", 5),
    ] {
        let count = all.matches(word).count();
        assert!(
            count >= least,
            "\"{word}\" stands {count} times, at least {least} were expected"
        );
    }
}
