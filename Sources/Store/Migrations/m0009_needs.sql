-- Files on populations, deprivation and indicators that were taken in. Their figures are worked out from their bytes, which
-- are kept as content, by the reader of their kind.
CREATE TABLE needs_file (
    sourceId INTEGER PRIMARY KEY REFERENCES source (id),
    kind TEXT NOT NULL CHECK (length(kind) > 0)
) STRICT;

CREATE INDEX needs_file_by_kind ON needs_file (kind);
