-- Files of the directory: what each says of organisations, as it was stated. Nothing here is ever changed; what holds on
-- a day is worked out when it is asked.
CREATE TABLE directory_file (
    sourceId INTEGER PRIMARY KEY REFERENCES source (id),
    kind TEXT NOT NULL CHECK (length(kind) > 0),
    -- The day of which the file speaks; none where no day stands in it.
    statedOn TEXT CHECK (statedOn GLOB '????-??-??')
) STRICT;

CREATE TABLE listed_organisation (
    id INTEGER PRIMARY KEY,
    sourceId INTEGER NOT NULL REFERENCES directory_file (sourceId),
    rowNumber INTEGER NOT NULL CHECK (rowNumber >= 1),
    code TEXT NOT NULL CHECK (length(code) BETWEEN 1 AND 12),
    name TEXT NOT NULL CHECK (length(name) > 0),
    role TEXT NOT NULL CHECK (length(role) > 0),
    status TEXT CHECK (status IN ('active', 'closed', 'dormant', 'proposed')),
    opened TEXT CHECK (opened GLOB '????-??-??'),
    closed TEXT CHECK (closed GLOB '????-??-??'),
    postcode TEXT,
    onsCode TEXT CHECK (length(onsCode) BETWEEN 1 AND 12)
) STRICT;

CREATE INDEX listed_organisation_by_code ON listed_organisation (code);

CREATE TABLE listed_relationship (
    id INTEGER PRIMARY KEY,
    sourceId INTEGER NOT NULL REFERENCES directory_file (sourceId),
    rowNumber INTEGER NOT NULL CHECK (rowNumber >= 1),
    code TEXT NOT NULL CHECK (length(code) BETWEEN 1 AND 12),
    kind TEXT NOT NULL CHECK (kind IN ('is commissioned by', 'lies in', 'is a partner of')),
    target TEXT NOT NULL CHECK (length(target) BETWEEN 1 AND 12),
    startDay TEXT CHECK (startDay GLOB '????-??-??'),
    endDay TEXT CHECK (endDay GLOB '????-??-??')
) STRICT;

CREATE INDEX listed_relationship_by_code ON listed_relationship (code);
CREATE INDEX listed_relationship_by_target ON listed_relationship (target);

CREATE TABLE listed_succession (
    id INTEGER PRIMARY KEY,
    sourceId INTEGER NOT NULL REFERENCES directory_file (sourceId),
    rowNumber INTEGER NOT NULL CHECK (rowNumber >= 1),
    predecessor TEXT NOT NULL CHECK (length(predecessor) BETWEEN 1 AND 12),
    successor TEXT NOT NULL CHECK (length(successor) BETWEEN 1 AND 12),
    day TEXT NOT NULL CHECK (day GLOB '????-??-??')
) STRICT;

CREATE INDEX listed_succession_by_predecessor ON listed_succession (predecessor);
CREATE INDEX listed_succession_by_successor ON listed_succession (successor);

-- One row of a lookup of small areas; which areas a file names differs.
CREATE TABLE area_lookup (
    id INTEGER PRIMARY KEY,
    sourceId INTEGER NOT NULL REFERENCES directory_file (sourceId),
    rowNumber INTEGER NOT NULL CHECK (rowNumber >= 1),
    lsoa2011 TEXT CHECK (length(lsoa2011) = 9),
    lsoa2021 TEXT CHECK (length(lsoa2021) = 9),
    msoa2011 TEXT CHECK (length(msoa2011) = 9),
    change TEXT CHECK (change IN ('U', 'S', 'M', 'X')),
    subICB TEXT,
    subICBOns TEXT CHECK (length(subICBOns) = 9),
    icb TEXT,
    icbOns TEXT CHECK (length(icbOns) = 9),
    localAuthority TEXT CHECK (length(localAuthority) = 9),
    CHECK (lsoa2011 IS NOT NULL OR lsoa2021 IS NOT NULL)
) STRICT;

CREATE INDEX area_lookup_by_lsoa2011 ON area_lookup (lsoa2011);
CREATE INDEX area_lookup_by_lsoa2021 ON area_lookup (lsoa2021);

-- Which part of a trust's activity came from one board's people: its publisher's estimate.
CREATE TABLE trust_share (
    id INTEGER PRIMARY KEY,
    sourceId INTEGER NOT NULL REFERENCES directory_file (sourceId),
    rowNumber INTEGER NOT NULL CHECK (rowNumber >= 1),
    trust TEXT NOT NULL CHECK (length(trust) BETWEEN 1 AND 12),
    icbOns TEXT NOT NULL CHECK (length(icbOns) = 9),
    proportion REAL NOT NULL CHECK (proportion > 0 AND proportion <= 1)
) STRICT;

CREATE INDEX trust_share_by_trust ON trust_share (trust);
