-- Names as published, once each: a year of files says the same 72 names 85,000 times.
CREATE TABLE commissioner (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL CHECK (length(code) BETWEEN 1 AND 12),
    name TEXT NOT NULL,
    UNIQUE (code, name)
) STRICT;

-- A contract with the provider and place that a file gave it. A sole trader's name is personal data; it stands here
-- and nowhere else.
CREATE TABLE holder (
    id INTEGER PRIMARY KEY,
    contract TEXT NOT NULL CHECK (length(contract) = 10),
    provider TEXT NOT NULL,
    postcode TEXT NOT NULL,
    lsoa TEXT NOT NULL,
    UNIQUE (contract, provider, postcode, lsoa)
) STRICT;

-- One row of a monthly contractor file that was kept. `month` counts months since January of the year 0; units are
-- hundredths, money pence. Appended only; `dental_month_superseded` says which rows no longer hold.
CREATE TABLE dental_month (
    id INTEGER PRIMARY KEY,
    sourceId INTEGER NOT NULL REFERENCES source (id),
    rowNumber INTEGER NOT NULL CHECK (rowNumber >= 2),
    month INTEGER NOT NULL CHECK (month BETWEEN 24000 AND 36000),
    commissionerId INTEGER NOT NULL REFERENCES commissioner (id),
    holderId INTEGER NOT NULL REFERENCES holder (id),
    target INTEGER NOT NULL,
    value INTEGER NOT NULL,
    generalValue INTEGER NOT NULL,
    delivered INTEGER,
    lateClaims INTEGER,
    foundation INTEGER,
    band1 INTEGER,
    band2 INTEGER,
    band2a INTEGER,
    band2b INTEGER,
    band2c INTEGER,
    band3 INTEGER,
    bandUrgent INTEGER,
    bandOther INTEGER,
    children INTEGER,
    adults INTEGER
) STRICT;

-- Which months a source speaks of, and in which rows: rows of one source stand together.
CREATE TABLE dental_month_file (
    sourceId INTEGER NOT NULL REFERENCES source (id),
    month INTEGER NOT NULL,
    firstId INTEGER NOT NULL,
    lastId INTEGER NOT NULL,
    PRIMARY KEY (month, sourceId)
) STRICT, WITHOUT ROWID;

-- A row that a later publication corrects (with its replacement) or no longer has (without).
CREATE TABLE dental_month_superseded (
    rowId INTEGER PRIMARY KEY REFERENCES dental_month (id),
    sourceId INTEGER NOT NULL REFERENCES source (id),
    replacementId INTEGER REFERENCES dental_month (id)
) STRICT;

-- Why a kept row stays out of totals until a person accepts it.
CREATE TABLE dental_month_flag (
    rowId INTEGER NOT NULL REFERENCES dental_month (id),
    code TEXT NOT NULL,
    PRIMARY KEY (rowId, code)
) STRICT, WITHOUT ROWID;

-- The annual contract file: one row of it, with its lines. The newest source of a month holds.
CREATE TABLE contract_terms (
    id INTEGER PRIMARY KEY,
    sourceId INTEGER NOT NULL REFERENCES source (id),
    rowNumber INTEGER NOT NULL CHECK (rowNumber >= 2),
    month INTEGER NOT NULL,
    commissionerId INTEGER NOT NULL REFERENCES commissioner (id),
    contract TEXT NOT NULL CHECK (length(contract) = 10),
    provider TEXT NOT NULL,
    isPrison INTEGER NOT NULL CHECK (isPrison IN (0, 1)),
    startDay TEXT CHECK (startDay GLOB '????-??-??'),
    endDay TEXT CHECK (endDay GLOB '????-??-??'),
    isRecurring INTEGER NOT NULL CHECK (isRecurring IN (0, 1)),
    total INTEGER NOT NULL
) STRICT;

-- Why a row of the annual file is unclear until a person says.
CREATE TABLE contract_terms_flag (
    termsId INTEGER NOT NULL REFERENCES contract_terms (id),
    code TEXT NOT NULL,
    PRIMARY KEY (termsId, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE contract_line (
    termsId INTEGER NOT NULL REFERENCES contract_terms (id),
    service TEXT NOT NULL,
    value INTEGER NOT NULL,
    kind TEXT CHECK (kind IN ('uda', 'uoa', 'cot', 'local')),
    units INTEGER,
    PRIMARY KEY (termsId, service),
    CHECK ((kind IS NULL) = (units IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE contract_terms_superseded (
    termsId INTEGER PRIMARY KEY REFERENCES contract_terms (id),
    sourceId INTEGER NOT NULL REFERENCES source (id)
) STRICT;

-- A person looked at a flagged row and lets it count. A row that corrects it is looked at anew.
CREATE TABLE flag_acceptance (
    rowId INTEGER NOT NULL REFERENCES dental_month (id),
    code TEXT NOT NULL,
    sequence INTEGER NOT NULL REFERENCES journal (sequence),
    reason TEXT NOT NULL CHECK (length(reason) > 0),
    PRIMARY KEY (rowId, code),
    FOREIGN KEY (rowId, code) REFERENCES dental_month_flag (rowId, code)
) STRICT, WITHOUT ROWID;

-- A person says what the file does not: the contract's type, whether it recurs, whether its end is real.
CREATE TABLE contract_ruling (
    sequence INTEGER PRIMARY KEY REFERENCES journal (sequence),
    contract TEXT NOT NULL CHECK (length(contract) = 10),
    type TEXT CHECK (length(type) > 0),
    term TEXT NOT NULL CHECK (term IN ('openEnded', 'ends', 'notSaid')),
    endDay TEXT CHECK (endDay GLOB '????-??-??'),
    reason TEXT NOT NULL CHECK (length(reason) > 0),
    evidence TEXT CHECK (length(evidence) = 64),
    CHECK ((term = 'ends') = (endDay IS NOT NULL))
) STRICT;

CREATE INDEX contract_ruling_by_contract ON contract_ruling (contract, sequence);

-- Rebasing, hand-back, termination: what releases recurrent money, from its day.
CREATE TABLE money_release (
    sequence INTEGER PRIMARY KEY REFERENCES journal (sequence),
    contract TEXT NOT NULL CHECK (length(contract) = 10),
    service TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('rebasing', 'handBack', 'termination')),
    amount INTEGER NOT NULL CHECK (amount > 0),
    units INTEGER CHECK (units > 0),
    noticeDay TEXT NOT NULL CHECK (noticeDay GLOB '????-??-??'),
    fromDay TEXT NOT NULL CHECK (fromDay GLOB '????-??-??'),
    reason TEXT NOT NULL CHECK (length(reason) > 0)
) STRICT;

-- A commissioner agrees that a contract may be paid above the usual limit in a year.
CREATE TABLE over_delivery_agreement (
    sequence INTEGER PRIMARY KEY REFERENCES journal (sequence),
    contract TEXT NOT NULL CHECK (length(contract) = 10),
    year INTEGER NOT NULL,
    limitPart INTEGER NOT NULL,
    limitWhole INTEGER NOT NULL CHECK (limitWhole > 0),
    settlement TEXT NOT NULL CHECK (settlement IN ('paid', 'carried')),
    reason TEXT NOT NULL CHECK (length(reason) > 0)
) STRICT;

-- Local facts that the published files lack. Both an earlier and a later file remain; the newest holds when read.
-- How many people a commissioner is responsible for. `saidBy` is the file's own word for its source.
CREATE TABLE population (
    sourceId INTEGER NOT NULL REFERENCES source (id),
    rowNumber INTEGER NOT NULL CHECK (rowNumber >= 1),
    commissioner TEXT NOT NULL CHECK (length(commissioner) BETWEEN 1 AND 12),
    year INTEGER NOT NULL,
    people INTEGER NOT NULL CHECK (people > 0),
    saidBy TEXT NOT NULL,
    PRIMARY KEY (sourceId, rowNumber)
) STRICT, WITHOUT ROWID;

-- What a contract is in law, in the list's own word.
CREATE TABLE contract_type (
    sourceId INTEGER NOT NULL REFERENCES source (id),
    rowNumber INTEGER NOT NULL CHECK (rowNumber >= 1),
    contract TEXT NOT NULL CHECK (length(contract) = 10),
    type TEXT NOT NULL CHECK (length(type) > 0),
    PRIMARY KEY (sourceId, rowNumber)
) STRICT, WITHOUT ROWID;

-- The parent group of a provider (its name in upper case) or of one contract.
CREATE TABLE provider_group (
    sourceId INTEGER NOT NULL REFERENCES source (id),
    rowNumber INTEGER NOT NULL CHECK (rowNumber >= 1),
    provider TEXT,
    contract TEXT CHECK (length(contract) = 10),
    parentGroup TEXT NOT NULL CHECK (length(parentGroup) > 0),
    PRIMARY KEY (sourceId, rowNumber),
    CHECK ((provider IS NULL) <> (contract IS NULL))
) STRICT, WITHOUT ROWID;

-- What patients paid under a contract, in a month or in a financial year; pence.
CREATE TABLE patient_charge (
    sourceId INTEGER NOT NULL REFERENCES source (id),
    rowNumber INTEGER NOT NULL CHECK (rowNumber >= 1),
    contract TEXT NOT NULL CHECK (length(contract) = 10),
    month INTEGER,
    year INTEGER,
    amount INTEGER NOT NULL,
    PRIMARY KEY (sourceId, rowNumber),
    CHECK ((month IS NULL) <> (year IS NULL))
) STRICT, WITHOUT ROWID;

-- A row of a local extract, read by a reviewed mapping; units are hundredths, money pence.
CREATE TABLE extract_row (
    sourceId INTEGER NOT NULL REFERENCES source (id),
    rowNumber INTEGER NOT NULL CHECK (rowNumber >= 1),
    contract TEXT NOT NULL CHECK (length(contract) = 10),
    month INTEGER NOT NULL,
    contracted INTEGER,
    delivered INTEGER,
    carriedIn INTEGER,
    contractType TEXT,
    patientCharge INTEGER,
    PRIMARY KEY (sourceId, rowNumber)
) STRICT, WITHOUT ROWID;

-- A column mapping that a person reviewed, whole.
CREATE TABLE column_mapping (
    sequence INTEGER PRIMARY KEY REFERENCES journal (sequence),
    name TEXT NOT NULL CHECK (length(name) > 0),
    layout TEXT NOT NULL CHECK (length(layout) > 0),
    digest TEXT NOT NULL UNIQUE CHECK (length(digest) = 64),
    content TEXT NOT NULL CHECK (json_valid(content))
) STRICT;
