-- Searching in notes, the person's own list of tags, the fair trial, and a log that takes every change.

-- The words of the notes. It holds no copy of them: the rows of checkin are its content. Accents are folded,
-- and beginnings of words are found quickly.
CREATE VIRTUAL TABLE note_search USING fts5 (
    note, content = 'checkin', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);
CREATE TRIGGER note_written AFTER INSERT ON checkin BEGIN
    INSERT INTO note_search (rowid, note) VALUES (new.id, new.note);
END;
CREATE TRIGGER note_rewritten AFTER UPDATE OF note ON checkin WHEN old.note IS NOT new.note BEGIN
    INSERT INTO note_search (note_search, rowid, note) VALUES ('delete', old.id, old.note);
    INSERT INTO note_search (rowid, note) VALUES (new.id, new.note);
END;
CREATE TRIGGER note_gone AFTER DELETE ON checkin BEGIN
    INSERT INTO note_search (note_search, rowid, note) VALUES ('delete', old.id, old.note);
END;
INSERT INTO note_search (note_search) VALUES ('rebuild');

-- Filters: by tag, place, routine.
CREATE INDEX tag_tag ON tag (tag);
CREATE INDEX felt_felt ON felt (felt);
CREATE INDEX practice_routine ON practice (routine);

-- The tags a person picks from, in their own order.
CREATE TABLE own_tag (
    tag   TEXT PRIMARY KEY NOT NULL CHECK (tag <> ''),
    place INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- A fair trial of one: everything is settled before the first card.
CREATE TABLE trial (
    id       INTEGER PRIMARY KEY,
    uid      TEXT    NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
    at       INTEGER NOT NULL,
    offset   INTEGER NOT NULL,
    -- The 64 bits the cards are dealt from.
    seed     INTEGER NOT NULL,
    -- The kinds of card: P practice, R rest, B breathe only.
    kinds    TEXT    NOT NULL CHECK (kinds IN ('PR', 'PB', 'PRB')),
    blocks   INTEGER NOT NULL CHECK (blocks BETWEEN 1 AND 100),
    routine  TEXT    NOT NULL,
    minutes  INTEGER NOT NULL CHECK (minutes > 0),
    -- The one measure, by its id.
    outcome  TEXT    NOT NULL,
    ended    TEXT    CHECK (ended IN ('whole', 'early', 'left')),
    ended_at INTEGER,
    removed  INTEGER,
    CHECK ((ended IS NULL) = (ended_at IS NULL))
) STRICT;

-- The evenings on which a card was turned. One that was not rated afterwards keeps its card for the next
-- evening, and stays here to be counted.
CREATE TABLE trial_evening (
    trial  INTEGER NOT NULL REFERENCES trial (id),
    place  INTEGER NOT NULL,
    day    TEXT    NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    -- Which card of the deck, from 0, and what it said.
    card   INTEGER NOT NULL CHECK (card >= 0),
    kind   TEXT    NOT NULL CHECK (kind IN ('P', 'R', 'B')),
    before INTEGER NOT NULL REFERENCES checkin (id),
    after  INTEGER REFERENCES checkin (id),
    later  INTEGER REFERENCES checkin (id),
    PRIMARY KEY (trial, place)
) STRICT, WITHOUT ROWID;

-- The log of changes takes every kind of change: about is the table, subject the row (or its name).
CREATE TABLE change_2 (
    id      INTEGER PRIMARY KEY,
    uid     TEXT    NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
    at      INTEGER NOT NULL,
    offset  INTEGER NOT NULL,
    about   TEXT    NOT NULL,
    subject INTEGER NOT NULL,
    before  TEXT,
    after   TEXT,
    undone  INTEGER
) STRICT;
INSERT INTO change_2 SELECT id, uid, at, offset, about, subject, before, after, undone FROM change;
DROP TABLE change;
ALTER TABLE change_2 RENAME TO change;
CREATE INDEX change_subject ON change (about, subject);

-- What machines have exchanged: every version of an entry that is known here, and which version each row
-- of this journal stands for. A version's id is made from what it says.
CREATE TABLE version (
    id       TEXT PRIMARY KEY NOT NULL,
    machine  TEXT NOT NULL,
    kind     TEXT NOT NULL,
    subject  TEXT NOT NULL,
    line     TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX version_subject ON version (kind, subject);
CREATE TABLE stands_for (
    kind     TEXT NOT NULL,
    row      TEXT NOT NULL,
    subject  TEXT NOT NULL,
    version  TEXT NOT NULL,
    PRIMARY KEY (kind, row)
) STRICT, WITHOUT ROWID;
CREATE TABLE machine (
    id TEXT PRIMARY KEY NOT NULL
) STRICT, WITHOUT ROWID;
