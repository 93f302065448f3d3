-- A file of contract monitoring that was stored as Parquet files beside this file; their rows are not here.
CREATE TABLE activity_submission (
    sourceId INTEGER PRIMARY KEY REFERENCES source (id),
    layout TEXT NOT NULL CHECK (layout IN ('acm', 'plcm', 'drplcm', 'deplcm')),
    -- Within the folder of all activity; never absolute.
    folder TEXT NOT NULL UNIQUE CHECK (length(folder) > 0 AND folder NOT LIKE '/%'),
    -- The reviewed mapping that it was read by.
    mapping TEXT CHECK (mapping IS NULL OR json_valid(mapping)),
    dayOrder TEXT CHECK (dayOrder IN ('day-first', 'month-first')),
    rowsKept INTEGER NOT NULL CHECK (rowsKept > 0),
    costKeptPence INTEGER NOT NULL,
    rowsRefused INTEGER NOT NULL CHECK (rowsRefused >= 0),
    costRefusedPence INTEGER NOT NULL,
    rowsWithoutCost INTEGER NOT NULL CHECK (rowsWithoutCost >= 0),
    rowsOfUnreadableCost INTEGER NOT NULL CHECK (rowsOfUnreadableCost >= 0),
    cellsRepaired INTEGER NOT NULL CHECK (cellsRepaired >= 0)
) STRICT;

CREATE TABLE activity_part (
    id INTEGER PRIMARY KEY,
    sourceId INTEGER NOT NULL REFERENCES activity_submission (sourceId),
    name TEXT NOT NULL CHECK (length(name) > 0 AND name NOT LIKE '%/%'),
    holdsProblems INTEGER NOT NULL CHECK (holdsProblems IN (0, 1)),
    digest TEXT NOT NULL CHECK (length(digest) = 64),
    size INTEGER NOT NULL CHECK (size > 0),
    rowCount INTEGER NOT NULL CHECK (rowCount >= 0),
    UNIQUE (sourceId, name)
) STRICT;

-- The columns of the parts that hold rows, in order.
CREATE TABLE activity_column (
    sourceId INTEGER NOT NULL REFERENCES activity_submission (sourceId),
    place INTEGER NOT NULL CHECK (place >= 1),
    name TEXT NOT NULL CHECK (length(name) > 0),
    type TEXT NOT NULL CHECK (length(type) > 0),
    PRIMARY KEY (sourceId, place)
) STRICT, WITHOUT ROWID;

-- A provider's month as one submission states it; the latest by sourceId of a layout stands, and the earlier remain.
CREATE TABLE activity_slice (
    id INTEGER PRIMARY KEY,
    sourceId INTEGER NOT NULL REFERENCES activity_submission (sourceId),
    provider TEXT NOT NULL CHECK (length(provider) > 0),
    yearStart INTEGER NOT NULL CHECK (yearStart BETWEEN 2000 AND 2099),
    month INTEGER NOT NULL CHECK (month BETWEEN 1 AND 12),
    rowCount INTEGER NOT NULL CHECK (rowCount > 0),
    costPence INTEGER NOT NULL
) STRICT;

CREATE INDEX activity_slice_by_provider ON activity_slice (provider, yearStart, month);

CREATE TRIGGER activity_submission_is_never_changed BEFORE UPDATE ON activity_submission
BEGIN
    SELECT RAISE (ABORT, 'submissions of activity are append-only');
END;

CREATE TRIGGER activity_part_is_never_changed BEFORE UPDATE ON activity_part
BEGIN
    SELECT RAISE (ABORT, 'stored parts of activity are append-only');
END;
