-- The quiz: every try at finding a point, and nothing that follows from them. What is asked when is computed, so that
-- two journals put together remember as one.

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
