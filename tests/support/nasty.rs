//! Text nobody wishes for: what control characters, directions, widths and lengths can do.

/// Each of these has broken some program.
pub const NASTY: &[&str] = &[
    "\u{1b}[2J\u{1b}[31mred",
    "\u{1b}]0;title\u{7}",
    "\u{1b}]8;;http://example.org\u{1b}\\link\u{1b}]8;;\u{1b}\\",
    "\u{9b}31m\u{9d}0;x\u{9c}",
    "\u{0}\u{1}\u{2}\u{8}\u{7f}\u{85}",
    "a\rb\r\nc\u{b}d\u{c}e",
    "\u{202e}drawkcab\u{202c} \u{2066}isolated\u{2069}",
    "zero\u{200b}\u{200c}\u{200d}\u{2060}\u{feff}width",
    "a\u{0301}\u{0302}\u{0303}\u{0304}\u{0305}\u{0306}\u{0307}\u{0308}\u{0309}\u{030a}\u{030b}\u{030c}",
    "👩‍👩‍👧‍👦🏳️‍🌈👍🏽🇩🇰⚠️",
    "合谷合谷合谷合谷合谷合谷合谷合谷合谷合谷合谷合谷",
    "ﷺ꧅𒐫⸻",
    "\u{2028}\u{2029}\u{fff9}\u{fffb}\u{e0001}\u{e007f}",
    "\u{d7ff}\u{e000}\u{fffd}\u{ffff}\u{10ffff}",
    "{$name} {0} %s %n ${HOME} `id` $(id) ; touch x",
    "<script>alert(1)</script> & \"quotes\" 'too' | pipe |",
    "= 1+1 @SUM(A1) -2+3",
    "../../../etc/passwd",
    "Lang dag. Skuldrene er som træ, og håndleddet gør ondt.",
    "\t\t\t",
    "                                                                                ",
];
