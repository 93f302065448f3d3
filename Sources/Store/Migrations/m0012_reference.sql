-- A table of reference for challenges, stored as a Parquet file beside this file; the latest by sourceId of a name stands.
CREATE TABLE activity_reference (
    sourceId INTEGER PRIMARY KEY REFERENCES source (id),
    name TEXT NOT NULL CHECK (length(name) > 0),
    -- Within the folder of all activity; never absolute.
    folder TEXT NOT NULL UNIQUE CHECK (length(folder) > 0 AND folder NOT LIKE '/%'),
    mapping TEXT CHECK (mapping IS NULL OR json_valid(mapping)),
    part TEXT NOT NULL CHECK (length(part) = 64),
    partSize INTEGER NOT NULL CHECK (partSize > 0),
    rowsKept INTEGER NOT NULL CHECK (rowsKept > 0),
    rowsRefused INTEGER NOT NULL CHECK (rowsRefused >= 0)
) STRICT;

CREATE INDEX activity_reference_by_name ON activity_reference (name, sourceId);

CREATE TRIGGER activity_reference_is_never_changed BEFORE UPDATE ON activity_reference
BEGIN
    SELECT RAISE (ABORT, 'tables of reference are append-only');
END;
