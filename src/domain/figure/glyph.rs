//! Glyphs for cells that are partly filled: octants (2 by 4) and quadrants (2 by 2).

/// The block glyph for eight dots, bit `2 * row + column` counted from the top left (Unicode 16, block
/// "Symbols for Legacy Computing Supplement" and the older blocks it completes).
const OCTANTS: &str = concat!(
    " 𜺨𜺫🮂𜴀▘𜴁𜴂𜴃𜴄▝𜴅𜴆𜴇𜴈▀𜴉𜴊𜴋𜴌🯦𜴍𜴎𜴏𜴐𜴑𜴒𜴓𜴔𜴕𜴖𜴗",
    "𜴘𜴙𜴚𜴛𜴜𜴝𜴞𜴟🯧𜴠𜴡𜴢𜴣𜴤𜴥𜴦𜴧𜴨𜴩𜴪𜴫𜴬𜴭𜴮𜴯𜴰𜴱𜴲𜴳𜴴𜴵🮅",
    "𜺣𜴶𜴷𜴸𜴹𜴺𜴻𜴼𜴽𜴾𜴿𜵀𜵁𜵂𜵃𜵄▖𜵅𜵆𜵇𜵈▌𜵉𜵊𜵋𜵌▞𜵍𜵎𜵏𜵐▛",
    "𜵑𜵒𜵓𜵔𜵕𜵖𜵗𜵘𜵙𜵚𜵛𜵜𜵝𜵞𜵟𜵠𜵡𜵢𜵣𜵤𜵥𜵦𜵧𜵨𜵩𜵪𜵫𜵬𜵭𜵮𜵯𜵰",
    "𜺠𜵱𜵲𜵳𜵴𜵵𜵶𜵷𜵸𜵹𜵺𜵻𜵼𜵽𜵾𜵿𜶀𜶁𜶂𜶃𜶄𜶅𜶆𜶇𜶈𜶉𜶊𜶋𜶌𜶍𜶎𜶏",
    "▗𜶐𜶑𜶒𜶓▚𜶔𜶕𜶖𜶗▐𜶘𜶙𜶚𜶛▜𜶜𜶝𜶞𜶟𜶠𜶡𜶢𜶣𜶤𜶥𜶦𜶧𜶨𜶩𜶪𜶫",
    "▂𜶬𜶭𜶮𜶯𜶰𜶱𜶲𜶳𜶴𜶵𜶶𜶷𜶸𜶹𜶺𜶻𜶼𜶽𜶾𜶿𜷀𜷁𜷂𜷃𜷄𜷅𜷆𜷇𜷈𜷉𜷊",
    "𜷋𜷌𜷍𜷎𜷏𜷐𜷑𜷒𜷓𜷔𜷕𜷖𜷗𜷘𜷙𜷚▄𜷛𜷜𜷝𜷞▙𜷟𜷠𜷡𜷢▟𜷣▆𜷤𜷥█",
);

/// The octant glyph for eight dots; bit `2 * row + column`. Few fonts have all of them.
pub(super) fn octant(bits: u8) -> char {
    OCTANTS.chars().nth(usize::from(bits)).unwrap_or(' ')
}

/// The quadrant glyph for four quarters; bit `2 * row + column`. Nearly every font has them.
pub(super) fn quadrant(bits: u8) -> char {
    const QUADRANTS: [char; 16] = [
        ' ', '▘', '▝', '▀', '▖', '▌', '▞', '▛', '▗', '▚', '▐', '▜', '▄', '▙', '▟', '█',
    ];
    QUADRANTS[usize::from(bits & 15)]
}

/// The braille glyph for eight dots; bit `2 * row + column`.
pub(super) fn braille(bits: u8) -> char {
    // U+2800 numbers the left column 1-3, the right one 4-6, and the bottom row 7 and 8.
    const PLACE: [u32; 8] = [0, 3, 1, 4, 2, 5, 6, 7];
    let mut offset = 0;
    for (bit, place) in PLACE.iter().enumerate() {
        if bits >> bit & 1 == 1 {
            offset |= 1 << place;
        }
    }
    char::from_u32(0x2800 + offset).unwrap_or(' ')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dots_are_where_they_should_be() {
        assert_eq!(braille(0b0000_0001), '⠁');
        assert_eq!(braille(0b0000_0010), '⠈');
        assert_eq!(braille(0b1000_0000), '⢀');
        assert_eq!(braille(0xff), '⣿');
        assert_eq!(quadrant(0b0110), '▞');
    }

    #[test]
    fn octants_agree_with_the_blocks_they_complete() {
        for (bits, glyph) in [
            (0x00, ' '),
            (0xff, '█'),
            (0x0f, '▀'),
            (0xf0, '▄'),
            (0x55, '▌'),
            (0xaa, '▐'),
        ] {
            assert_eq!(octant(bits), glyph);
        }
        let mut all: Vec<char> = (0..=255).map(octant).collect();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), 256, "no two patterns share a glyph");
    }
}
