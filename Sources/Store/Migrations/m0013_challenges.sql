-- A bundle of challenges to one provider's bills. The rows of large acts are documents, kept as content by their digest;
-- here they stand one by one, so that they can be asked for.
CREATE TABLE challenge_bundle (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 60),
    provider TEXT NOT NULL CHECK (length(provider) > 0),
    commissioner TEXT NOT NULL CHECK (length(commissioner) > 0),
    run TEXT NOT NULL CHECK (length(run) = 64),
    document TEXT NOT NULL REFERENCES content (digest),
    raisedOn TEXT NOT NULL CHECK (raisedOn GLOB '????-??-??'),
    sequence INTEGER NOT NULL REFERENCES journal (sequence)
) STRICT;

CREATE INDEX challenge_bundle_by_provider ON challenge_bundle (provider);

-- A rule's words as they were when the bundle was raised.
CREATE TABLE challenge_words (
    bundleId INTEGER NOT NULL REFERENCES challenge_bundle (id),
    place INTEGER NOT NULL CHECK (place >= 1),
    rule TEXT NOT NULL CHECK (length(rule) > 0),
    title TEXT NOT NULL,
    letter TEXT NOT NULL,
    source TEXT NOT NULL,
    isVerified INTEGER NOT NULL CHECK (isVerified IN (0, 1)),
    PRIMARY KEY (bundleId, place)
) STRICT, WITHOUT ROWID;

-- Files in which challenged rows stand.
CREATE TABLE challenge_source (
    id INTEGER PRIMARY KEY,
    digest TEXT NOT NULL UNIQUE CHECK (length(digest) = 64)
) STRICT;

CREATE TABLE challenge (
    bundleId INTEGER NOT NULL REFERENCES challenge_bundle (id),
    number INTEGER NOT NULL CHECK (number >= 1),
    rule TEXT NOT NULL CHECK (length(rule) > 0),
    sourceId INTEGER NOT NULL REFERENCES challenge_source (id),
    rowNumber INTEGER NOT NULL,
    relatedRow INTEGER,
    yearStart INTEGER NOT NULL CHECK (yearStart BETWEEN 1900 AND 9000),
    month INTEGER NOT NULL CHECK (month BETWEEN 1 AND 12),
    amountPence INTEGER NOT NULL CHECK (amountPence >= 0),
    atRiskPence INTEGER NOT NULL CHECK (atRiskPence >= 0),
    countedPence INTEGER NOT NULL CHECK (countedPence BETWEEN 0 AND atRiskPence),
    isDataOnly INTEGER NOT NULL CHECK (isDataOnly IN (0, 1)),
    PRIMARY KEY (bundleId, number)
) STRICT, WITHOUT ROWID;

CREATE INDEX challenge_by_row ON challenge (sourceId, rowNumber, rule);

CREATE TABLE challenge_sending (
    sequence INTEGER PRIMARY KEY REFERENCES journal (sequence),
    bundleId INTEGER NOT NULL REFERENCES challenge_bundle (id),
    sentOn TEXT NOT NULL CHECK (sentOn GLOB '????-??-??'),
    deadline TEXT NOT NULL CHECK (deadline GLOB '????-??-??'),
    addressee TEXT NOT NULL CHECK (length(addressee) > 0),
    contact TEXT NOT NULL CHECK (length(contact) > 0),
    accountReceivedOn TEXT CHECK (accountReceivedOn GLOB '????-??-??'),
    isLate INTEGER NOT NULL CHECK (isLate IN (0, 1)),
    reason TEXT,
    -- Names and digests of what was sent.
    papers TEXT NOT NULL CHECK (json_valid(papers))
) STRICT;

-- A file of answers that was taken in; its bytes are not kept.
CREATE TABLE challenge_answers (
    sequence INTEGER PRIMARY KEY REFERENCES journal (sequence),
    bundleId INTEGER NOT NULL REFERENCES challenge_bundle (id),
    source TEXT NOT NULL CHECK (length(source) = 64),
    sourceName TEXT NOT NULL,
    receivedOn TEXT NOT NULL CHECK (receivedOn GLOB '????-??-??'),
    UNIQUE (bundleId, source)
) STRICT;

-- The latest by sequence stands; the earlier remain.
CREATE TABLE challenge_answer (
    bundleId INTEGER NOT NULL,
    number INTEGER NOT NULL,
    sequence INTEGER NOT NULL REFERENCES challenge_answers (sequence),
    kind TEXT NOT NULL CHECK (kind IN ('accepted', 'part', 'rejected')),
    amountPence INTEGER CHECK ((kind = 'part') = (amountPence IS NOT NULL) AND coalesce(amountPence, 1) > 0),
    reason TEXT NOT NULL,
    evidence TEXT NOT NULL,
    PRIMARY KEY (bundleId, number, sequence),
    FOREIGN KEY (bundleId, number) REFERENCES challenge (bundleId, number)
) STRICT, WITHOUT ROWID;

-- The latest by sequence stands; the earlier remain.
CREATE TABLE challenge_conclusion (
    bundleId INTEGER NOT NULL,
    number INTEGER NOT NULL,
    sequence INTEGER NOT NULL REFERENCES journal (sequence),
    outcome TEXT NOT NULL CHECK (outcome IN ('upheld', 'part', 'withdrawn')),
    agreedPence INTEGER NOT NULL CHECK (agreedPence >= 0),
    reason TEXT NOT NULL CHECK (length(reason) > 0),
    concludedOn TEXT NOT NULL CHECK (concludedOn GLOB '????-??-??'),
    isBeforeSending INTEGER NOT NULL CHECK (isBeforeSending IN (0, 1)),
    PRIMARY KEY (bundleId, number, sequence),
    FOREIGN KEY (bundleId, number) REFERENCES challenge (bundleId, number)
) STRICT, WITHOUT ROWID;

-- The latest of a number stands; an earlier one was corrected.
CREATE TABLE challenge_credit (
    sequence INTEGER PRIMARY KEY REFERENCES journal (sequence),
    bundleId INTEGER NOT NULL REFERENCES challenge_bundle (id),
    number TEXT NOT NULL CHECK (length(number) > 0),
    creditedOn TEXT NOT NULL CHECK (creditedOn GLOB '????-??-??'),
    amountPence INTEGER NOT NULL CHECK (amountPence >= 0),
    reason TEXT
) STRICT;

-- Steps of disputes, and their ends.
CREATE TABLE challenge_dispute (
    sequence INTEGER PRIMARY KEY REFERENCES journal (sequence),
    bundleId INTEGER NOT NULL REFERENCES challenge_bundle (id),
    step TEXT NOT NULL CHECK (step IN ('negotiation', 'mediation', 'expert', 'settled')),
    stepOn TEXT NOT NULL CHECK (stepOn GLOB '????-??-??'),
    deadline TEXT CHECK (deadline GLOB '????-??-??'),
    words TEXT NOT NULL CHECK (length(words) > 0),
    CHECK ((step = 'settled') = (deadline IS NULL))
) STRICT;

CREATE TABLE challenge_closing (
    bundleId INTEGER PRIMARY KEY REFERENCES challenge_bundle (id),
    sequence INTEGER NOT NULL REFERENCES journal (sequence),
    closedOn TEXT NOT NULL CHECK (closedOn GLOB '????-??-??'),
    reason TEXT
) STRICT;

-- Staff hours and fees of finding, sending and following challenges.
CREATE TABLE contracting_cost (
    id INTEGER PRIMARY KEY,
    sequence INTEGER NOT NULL REFERENCES journal (sequence),
    spentOn TEXT NOT NULL CHECK (spentOn GLOB '????-??-??'),
    provider TEXT CHECK (length(provider) > 0),
    rule TEXT CHECK (length(rule) > 0),
    bundle TEXT CHECK (length(bundle) > 0),
    -- The file it was read from; none where it was typed in.
    source TEXT CHECK (length(source) = 64),
    -- Minutes of work; none for a fee.
    minutes INTEGER CHECK (minutes > 0),
    amountPence INTEGER NOT NULL CHECK (amountPence >= 0),
    what TEXT NOT NULL CHECK (length(what) > 0)
) STRICT;

CREATE TRIGGER challenge_bundle_is_never_changed BEFORE UPDATE ON challenge_bundle
BEGIN
    SELECT RAISE (ABORT, 'bundles of challenges are append-only');
END;

CREATE TRIGGER challenge_is_never_changed BEFORE UPDATE ON challenge
BEGIN
    SELECT RAISE (ABORT, 'challenges are append-only');
END;

CREATE TRIGGER challenge_is_never_removed BEFORE DELETE ON challenge
BEGIN
    SELECT RAISE (ABORT, 'challenges are append-only');
END;

CREATE TRIGGER challenge_answer_is_never_changed BEFORE UPDATE ON challenge_answer
BEGIN
    SELECT RAISE (ABORT, 'answers to challenges are append-only');
END;

CREATE TRIGGER challenge_conclusion_is_never_changed BEFORE UPDATE ON challenge_conclusion
BEGIN
    SELECT RAISE (ABORT, 'conclusions on challenges are append-only');
END;
