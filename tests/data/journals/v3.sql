-- A journal of version 3, as hegu left it. Made by make.py; never made again once it is out.
CREATE TABLE practice (
    id       INTEGER PRIMARY KEY,
    uid      TEXT    NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
    day      TEXT    NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    at       INTEGER NOT NULL,
    offset   INTEGER NOT NULL,
    -- Id of the routine; NULL for points chosen one by one.
    routine  TEXT,
    -- What was planned, as text: codes and sides in order.
    plan     TEXT    NOT NULL,
    -- Id of the breath pattern.
    breath   TEXT    NOT NULL,
    planned  INTEGER NOT NULL CHECK (planned >= 0),
    -- NULL while it runs, and for ever if the program was killed in it.
    ended    TEXT    CHECK (ended IN ('finished', 'stopped', 'left')),
    ended_at INTEGER,
    -- Why it was stopped, as the rule's id.
    why      TEXT,
    removed  INTEGER,
    CHECK ((ended IS NULL) = (ended_at IS NULL))
) STRICT;
CREATE INDEX practice_day ON practice (day);
CREATE TABLE press (
    practice INTEGER NOT NULL REFERENCES practice (id),
    place    INTEGER NOT NULL,
    point    TEXT    NOT NULL,
    half     TEXT    NOT NULL CHECK (half IN ('left', 'right', 'both', 'midline')),
    pressed  INTEGER NOT NULL CHECK (pressed >= 0),
    how      TEXT    NOT NULL CHECK (how IN ('whole', 'part', 'touched')),
    at       INTEGER NOT NULL,
    PRIMARY KEY (practice, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX press_point ON press (point);
CREATE TABLE checkin (
    id        INTEGER PRIMARY KEY,
    uid       TEXT    NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
    day       TEXT    NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    at        INTEGER NOT NULL,
    offset    INTEGER NOT NULL,
    phase     TEXT    NOT NULL CHECK (phase IN ('before', 'after', 'later')),
    -- For an after-rating: the check-in whose questions it repeats.
    of        INTEGER REFERENCES checkin (id),
    practice  INTEGER REFERENCES practice (id),
    mood      INTEGER CHECK (mood BETWEEN 1 AND 5),
    tension   INTEGER CHECK (tension BETWEEN 0 AND 10),
    stress    INTEGER CHECK (stress BETWEEN 0 AND 10),
    tiredness INTEGER CHECK (tiredness BETWEEN 0 AND 10),
    pain      INTEGER CHECK (pain BETWEEN 0 AND 10),
    sleep     INTEGER CHECK (sleep BETWEEN 0 AND 10),
    note      TEXT    NOT NULL DEFAULT '',
    -- The moment it was taken away. The row stays until the journal is emptied on purpose.
    removed   INTEGER
) STRICT;
CREATE INDEX checkin_day ON checkin (day);
CREATE INDEX checkin_of ON checkin (of);
CREATE INDEX checkin_practice ON checkin (practice);
CREATE TABLE felt (
    checkin INTEGER NOT NULL REFERENCES checkin (id),
    place   INTEGER NOT NULL,
    felt    TEXT    NOT NULL,
    much    INTEGER CHECK (much BETWEEN 0 AND 10),
    PRIMARY KEY (checkin, place)
) STRICT, WITHOUT ROWID;
CREATE TABLE tag (
    checkin INTEGER NOT NULL REFERENCES checkin (id),
    place   INTEGER NOT NULL,
    tag     TEXT    NOT NULL,
    PRIMARY KEY (checkin, place)
) STRICT, WITHOUT ROWID;
CREATE TABLE profile (
    id     TEXT PRIMARY KEY NOT NULL,
    answer TEXT NOT NULL,
    detail TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE day_answer (
    day    TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    id     TEXT NOT NULL,
    answer TEXT NOT NULL,
    detail TEXT NOT NULL,
    PRIMARY KEY (day, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE flag (
    name  TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE favourite (
    kind TEXT NOT NULL CHECK (kind IN ('point', 'routine')),
    id   TEXT NOT NULL,
    PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;
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
CREATE INDEX tag_tag ON tag (tag);
CREATE INDEX felt_felt ON felt (felt);
CREATE INDEX practice_routine ON practice (routine);
CREATE TABLE own_tag (
    tag   TEXT PRIMARY KEY NOT NULL CHECK (tag <> ''),
    place INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
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
CREATE TABLE "change" (
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
CREATE INDEX change_subject ON change (about, subject);
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
CREATE TABLE quiz (
    id     INTEGER PRIMARY KEY,
    -- The person's own day.
    day    TEXT    NOT NULL,
    -- Milliseconds since 1970, and the clock's offset in seconds east.
    at     INTEGER NOT NULL,
    offset INTEGER NOT NULL,
    -- The code of the point: it outlives a point that is no longer there.
    point  TEXT    NOT NULL,
    found  INTEGER NOT NULL CHECK (found IN (0, 1))
) STRICT;
INSERT INTO practice ("id", "uid", "day", "at", "offset", "routine", "plan", "breath", "planned", "ended", "ended_at", "why", "removed") VALUES (1, '00000000000000000000000000000050', '2026-11-21', 1795293120000, 3600, 'evening-unwind', 'GB20, EX-HN3, HT7 each', 'calm', 600000, 'stopped', 1795293600000, 'SR-04', NULL);
INSERT INTO practice ("id", "uid", "day", "at", "offset", "routine", "plan", "breath", "planned", "ended", "ended_at", "why", "removed") VALUES (2, '00000000000000000000000000000051', '2026-11-21', 1795294200000, 3600, NULL, 'LI4 left', 'natural', 90000, NULL, NULL, NULL, NULL);
INSERT INTO practice ("id", "uid", "day", "at", "offset", "routine", "plan", "breath", "planned", "ended", "ended_at", "why", "removed") VALUES (3, '00000000000000000000000000000052', '2026-11-21', 1795293000000, 3600, NULL, 'LI4', 'calm', 1, NULL, NULL, NULL, 1795293000000);
INSERT INTO press ("practice", "place", "point", "half", "pressed", "how", "at") VALUES (1, 0, 'GB20', 'both', 60000, 'whole', 1795293200000);
INSERT INTO press ("practice", "place", "point", "half", "pressed", "how", "at") VALUES (1, 1, 'HT7', 'left', 12345, 'touched', 1795293300000);
INSERT INTO checkin ("id", "uid", "day", "at", "offset", "phase", "of", "practice", "mood", "tension", "stress", "tiredness", "pain", "sleep", "note", "removed") VALUES (1, '0000000000000000000000000000000a', '2026-11-21', 1795293000000, 3600, 'before', NULL, 1, 2, 10, 0, 7, 3, 4, 'Rødgrød 合谷, it''s "fine";
DROP TABLE checkin; --', NULL);
INSERT INTO checkin ("id", "uid", "day", "at", "offset", "phase", "of", "practice", "mood", "tension", "stress", "tiredness", "pain", "sleep", "note", "removed") VALUES (2, '0000000000000000000000000000000b', '2026-11-21', 1795293660000, 3600, 'after', 1, 1, 3, 6, NULL, NULL, NULL, NULL, '', NULL);
INSERT INTO checkin ("id", "uid", "day", "at", "offset", "phase", "of", "practice", "mood", "tension", "stress", "tiredness", "pain", "sleep", "note", "removed") VALUES (3, '0000000000000000000000000000000c', '2026-11-21', 1795297800000, 3600, 'later', 1, 1, NULL, 7, NULL, NULL, NULL, NULL, '', NULL);
INSERT INTO checkin ("id", "uid", "day", "at", "offset", "phase", "of", "practice", "mood", "tension", "stress", "tiredness", "pain", "sleep", "note", "removed") VALUES (4, '0000000000000000000000000000000d', '2026-11-21', 1795293000001, 3600, 'before', NULL, NULL, 5, NULL, NULL, NULL, NULL, NULL, 'taken away', 1795293000002);
INSERT INTO felt ("checkin", "place", "felt", "much") VALUES (1, 0, 'shoulder-left', 6);
INSERT INTO felt ("checkin", "place", "felt", "much") VALUES (1, 1, 'nausea', NULL);
INSERT INTO tag ("checkin", "place", "tag") VALUES (1, 1, 'dårlig nat');
INSERT INTO tag ("checkin", "place", "tag") VALUES (1, 0, 'kaffe');
INSERT INTO change ("id", "uid", "at", "offset", "about", "subject", "before", "after", "undone") VALUES (1, '00000000000000000000000000000001', 1795293000000, 3600, 'profile', 0, '{}', '{"WB-11":"yes foot.left"}', NULL);
INSERT INTO change ("id", "uid", "at", "offset", "about", "subject", "before", "after", "undone") VALUES (2, '00000000000000000000000000000002', 1795293000005, 3600, 'checkin', 1, '{"mood":1,"tags":["vin"],"note":"before"}', '{}', NULL);
INSERT INTO day_answer ("day", "id", "answer", "detail") VALUES ('2026-11-21', 'RF-19', 'no', '');
INSERT INTO favourite ("kind", "id") VALUES ('point', 'LI4');
INSERT INTO favourite ("kind", "id") VALUES ('routine', 'desk-break');
INSERT INTO flag ("name", "value") VALUES ('never.SP6', 'yes');
INSERT INTO flag ("name", "value") VALUES ('welcome', 'read');
INSERT INTO machine ("id") VALUES ('0000000000000000000000000000feed');
INSERT INTO own_tag ("tag", "place") VALUES ('kaffe', 1);
INSERT INTO own_tag ("tag", "place") VALUES ('vin', 0);
INSERT INTO profile ("id", "answer", "detail") VALUES ('WB-11', 'yes', 'foot.left');
INSERT INTO quiz ("id", "day", "at", "offset", "point", "found") VALUES (1, '2026-11-21', 1795293900000, 3600, 'LI4', 1);
INSERT INTO quiz ("id", "day", "at", "offset", "point", "found") VALUES (2, '2026-11-21', 1795293960000, 3600, 'SP6', 0);
INSERT INTO trial ("id", "uid", "at", "offset", "seed", "kinds", "blocks", "routine", "minutes", "outcome", "ended", "ended_at", "removed") VALUES (1, '00000000000000000000000000000070', 1795293000000, 3600, -6, 'PR', 6, 'evening-unwind', 10, 'tension', 'early', 1795293660000, NULL);
INSERT INTO trial_evening ("trial", "place", "day", "card", "kind", "before", "after", "later") VALUES (1, 0, '2026-11-21', 0, 'P', 1, 2, 3);
PRAGMA application_id = 1212499797;
PRAGMA user_version = 3;
