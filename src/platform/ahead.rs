//! What the first frame looks at, read on two cores: a second one fetches the sentences, the rules and what points
//! are used for, while the first puts the body together. Whoever looks at one of them too early waits for it.

use std::thread;

use crate::content::Content;
use crate::domain::words::Lang;
use crate::ui::look::texts;

/// Begins to read what lies beside the body.
pub fn read(content: &'static Content, lang: Lang) {
    let beside = move || {
        texts(lang);
        let _: &_ = &*content.rules;
        content.atlas.uses();
    };
    // Without a second thread everything is read when it is looked at.
    drop(thread::Builder::new().name("ahead".to_owned()).spawn(beside));
}
