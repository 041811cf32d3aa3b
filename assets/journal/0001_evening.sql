-- The first journal: check-ins, practices with their ledger, answers about oneself, and a way back from
-- every change.
--
-- A migration that was ever released is never edited: the next one is a new file with the next number.
-- Moments are milliseconds since 1970 in UTC, beside the offset of the person's own clock at that moment in
-- seconds east, so that an evening stays an evening after a journey. Days are the person's own days, which
-- need not begin at midnight. Every row has a uid of its own, so that journals of two machines can meet.

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

-- The ledger: one row for each side of each point, written when the side ends.
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

-- Where on the body, and complaints, in the order in which they were marked.
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

-- What changed, from what to what: the way back, and later the lines that machines exchange.
CREATE TABLE change (
    id      INTEGER PRIMARY KEY,
    uid     TEXT    NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
    at      INTEGER NOT NULL,
    offset  INTEGER NOT NULL,
    about   TEXT    NOT NULL CHECK (about IN ('checkin', 'profile')),
    subject INTEGER NOT NULL,
    -- JSON; NULL before the first, NULL after taking away.
    before  TEXT,
    after   TEXT,
    undone  INTEGER
) STRICT;
CREATE INDEX change_subject ON change (about, subject);

-- What applies to the person, by the id of the safety question; detail holds the places it is about, and
-- whether a professional was asked.
CREATE TABLE profile (
    id     TEXT PRIMARY KEY NOT NULL,
    answer TEXT NOT NULL,
    detail TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What was asked about one day only: red flags, today's body.
CREATE TABLE day_answer (
    day    TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    id     TEXT NOT NULL,
    answer TEXT NOT NULL,
    detail TEXT NOT NULL,
    PRIMARY KEY (day, id)
) STRICT, WITHOUT ROWID;

-- Small facts about the program and this person: the welcome was read.
CREATE TABLE flag (
    name  TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE favourite (
    kind TEXT NOT NULL CHECK (kind IN ('point', 'routine')),
    id   TEXT NOT NULL,
    PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;
