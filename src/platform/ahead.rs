//! What the first frame looks at, read on two cores: a second one fetches the sentences, while the first puts the
//! body together and reads what is said beside it. Whoever looks at one of them too early waits for it.

use std::hint::black_box;
use std::thread;

use crate::content::Content;
use crate::domain::words::Lang;
use crate::ui::look::texts;

/// What the sentences need, in pieces that the allocator takes from the thread's own heap.
const PIECES: usize = 8;
const PIECE: usize = 100 * 1024;

/// Begins to fetch the sentences.
pub fn begin(lang: Lang) {
    let fetch = move || {
        // glibc lets the heap of a thread grow page by page, and the other core waits each time. Asked for all of it
        // once, it has the room from then on.
        drop(black_box([(); PIECES].map(|()| Vec::<u8>::with_capacity(PIECE))));
        texts(lang);
    };
    // Without a second thread they are read when they are looked at.
    drop(thread::Builder::new().name("ahead".to_owned()).spawn(fetch));
}

/// Meanwhile, what a first frame with a body on it shows.
pub fn read(content: &'static Content) {
    content.chart();
    let _: &_ = &*content.rules;
    content.atlas.uses();
}
