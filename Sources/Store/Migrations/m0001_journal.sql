-- Who acts. The journal names an author by number, so that a name can be disposed of and the chain still verifies.
CREATE TABLE author (
    id INTEGER PRIMARY KEY,
    name TEXT UNIQUE CHECK (length(name) BETWEEN 1 AND 100)
) STRICT;

-- One line an act: a hash chain. `digest` is SHA-256 over the canonical JSON of {entry, previous}, where `entry` is
-- SHA-256 over that of {act, at, author, content, sequence}; the first line's `previous` is 64 zeros.
CREATE TABLE journal (
    sequence INTEGER PRIMARY KEY CHECK (sequence >= 1),
    at TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??Z'),
    authorId INTEGER NOT NULL REFERENCES author (id),
    act TEXT NOT NULL CHECK (length(act) > 0),
    content TEXT NOT NULL CHECK (json_valid(content)),
    previous TEXT NOT NULL CHECK (length(previous) = 64),
    digest TEXT NOT NULL UNIQUE CHECK (length(digest) = 64)
) STRICT;

CREATE TRIGGER journal_is_never_changed BEFORE UPDATE ON journal
BEGIN
    SELECT RAISE (ABORT, 'the journal is append-only');
END;

CREATE TRIGGER journal_is_never_shortened BEFORE DELETE ON journal
BEGIN
    SELECT RAISE (ABORT, 'the journal is append-only');
END;

-- Bytes as they were received, once for each digest: a file, or the archive in which files came.
CREATE TABLE content (
    digest TEXT PRIMARY KEY CHECK (length(digest) = 64),
    encoding TEXT NOT NULL CHECK (encoding IN ('identity', 'gzip')),
    size INTEGER NOT NULL CHECK (size >= 0),
    bytes BLOB NOT NULL
) STRICT;

-- A file that was read. A member of an archive has the archive's digest as its container; a local extract has the
-- digest of the column mapping that it was read by, and may be read again by another.
CREATE TABLE source (
    id INTEGER PRIMARY KEY,
    digest TEXT NOT NULL CHECK (length(digest) = 64),
    name TEXT NOT NULL,
    layout TEXT NOT NULL CHECK (length(layout) > 0),
    publisher TEXT NOT NULL,
    licence TEXT NOT NULL,
    size INTEGER NOT NULL CHECK (size >= 0),
    containerDigest TEXT REFERENCES content (digest),
    mappingDigest TEXT CHECK (length(mappingDigest) = 64),
    sequence INTEGER NOT NULL REFERENCES journal (sequence)
) STRICT;

CREATE UNIQUE INDEX source_is_read_once ON source (digest, COALESCE(mappingDigest, ''));

-- What an import did, by rows and by amounts: read = kept + refused + held, always.
CREATE TABLE intake (
    sourceId INTEGER PRIMARY KEY REFERENCES source (id),
    rowsRead INTEGER NOT NULL CHECK (rowsRead >= 0),
    rowsKept INTEGER NOT NULL CHECK (rowsKept >= 0),
    rowsRefused INTEGER NOT NULL CHECK (rowsRefused >= 0),
    rowsHeld INTEGER NOT NULL CHECK (rowsHeld >= 0),
    rowsWithdrawn INTEGER NOT NULL CHECK (rowsWithdrawn >= 0),
    account TEXT NOT NULL CHECK (json_valid(account)),
    CHECK (rowsRead = rowsKept + rowsRefused + rowsHeld)
) STRICT;

CREATE TABLE problem (
    id INTEGER PRIMARY KEY,
    sourceId INTEGER NOT NULL REFERENCES source (id),
    rowNumber INTEGER CHECK (rowNumber >= 1),
    columnName TEXT,
    code TEXT NOT NULL CHECK (length(code) > 0),
    explanation TEXT NOT NULL,
    effect TEXT NOT NULL CHECK (effect IN ('refused', 'flagged', 'noted'))
) STRICT;

CREATE INDEX problem_by_source ON problem (sourceId);

-- A calculation set down by name, to be made again by `remit verify`.
CREATE TABLE working (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 200),
    method TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    parameters TEXT NOT NULL CHECK (json_valid(parameters)),
    result TEXT NOT NULL CHECK (json_valid(result)),
    resultDigest TEXT NOT NULL CHECK (length(resultDigest) = 64),
    sequence INTEGER NOT NULL REFERENCES journal (sequence)
) STRICT;

-- Facts about the installation: whose it is, and whether its figures are invented.
CREATE TABLE installation (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    holder TEXT NOT NULL,
    isInvented INTEGER NOT NULL CHECK (isInvented IN (0, 1)),
    sequence INTEGER NOT NULL REFERENCES journal (sequence)
) STRICT;
