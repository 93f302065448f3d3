CREATE TABLE author (
    id INTEGER PRIMARY KEY,
    name TEXT UNIQUE CHECK (length(name) BETWEEN 1 AND 100)
) STRICT;

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

CREATE TABLE content (
    digest TEXT PRIMARY KEY CHECK (length(digest) = 64),
    encoding TEXT NOT NULL CHECK (encoding IN ('identity', 'gzip')),
    size INTEGER NOT NULL CHECK (size >= 0),
    bytes BLOB NOT NULL
) STRICT;

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

CREATE TABLE installation (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    holder TEXT NOT NULL,
    isInvented INTEGER NOT NULL CHECK (isInvented IN (0, 1)),
    sequence INTEGER NOT NULL REFERENCES journal (sequence)
) STRICT;

CREATE TABLE commissioner (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL CHECK (length(code) BETWEEN 1 AND 12),
    name TEXT NOT NULL,
    UNIQUE (code, name)
) STRICT;

CREATE TABLE holder (
    id INTEGER PRIMARY KEY,
    contract TEXT NOT NULL CHECK (length(contract) = 10),
    provider TEXT NOT NULL,
    postcode TEXT NOT NULL,
    lsoa TEXT NOT NULL,
    UNIQUE (contract, provider, postcode, lsoa)
) STRICT;

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

CREATE TABLE dental_month_file (
    sourceId INTEGER NOT NULL REFERENCES source (id),
    month INTEGER NOT NULL,
    firstId INTEGER NOT NULL,
    lastId INTEGER NOT NULL,
    PRIMARY KEY (month, sourceId)
) STRICT, WITHOUT ROWID;

CREATE TABLE dental_month_superseded (
    rowId INTEGER PRIMARY KEY REFERENCES dental_month (id),
    sourceId INTEGER NOT NULL REFERENCES source (id),
    replacementId INTEGER REFERENCES dental_month (id)
) STRICT;

CREATE TABLE dental_month_flag (
    rowId INTEGER NOT NULL REFERENCES dental_month (id),
    code TEXT NOT NULL,
    PRIMARY KEY (rowId, code)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE flag_acceptance (
    rowId INTEGER NOT NULL REFERENCES dental_month (id),
    code TEXT NOT NULL,
    sequence INTEGER NOT NULL REFERENCES journal (sequence),
    reason TEXT NOT NULL CHECK (length(reason) > 0),
    PRIMARY KEY (rowId, code),
    FOREIGN KEY (rowId, code) REFERENCES dental_month_flag (rowId, code)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE over_delivery_agreement (
    sequence INTEGER PRIMARY KEY REFERENCES journal (sequence),
    contract TEXT NOT NULL CHECK (length(contract) = 10),
    year INTEGER NOT NULL,
    limitPart INTEGER NOT NULL,
    limitWhole INTEGER NOT NULL CHECK (limitWhole > 0),
    settlement TEXT NOT NULL CHECK (settlement IN ('paid', 'carried')),
    reason TEXT NOT NULL CHECK (length(reason) > 0)
) STRICT;

CREATE TABLE population (
    sourceId INTEGER NOT NULL REFERENCES source (id),
    rowNumber INTEGER NOT NULL CHECK (rowNumber >= 1),
    commissioner TEXT NOT NULL CHECK (length(commissioner) BETWEEN 1 AND 12),
    year INTEGER NOT NULL,
    people INTEGER NOT NULL CHECK (people > 0),
    saidBy TEXT NOT NULL,
    PRIMARY KEY (sourceId, rowNumber)
) STRICT, WITHOUT ROWID;

CREATE TABLE contract_type (
    sourceId INTEGER NOT NULL REFERENCES source (id),
    rowNumber INTEGER NOT NULL CHECK (rowNumber >= 1),
    contract TEXT NOT NULL CHECK (length(contract) = 10),
    type TEXT NOT NULL CHECK (length(type) > 0),
    PRIMARY KEY (sourceId, rowNumber)
) STRICT, WITHOUT ROWID;

CREATE TABLE provider_group (
    sourceId INTEGER NOT NULL REFERENCES source (id),
    rowNumber INTEGER NOT NULL CHECK (rowNumber >= 1),
    provider TEXT,
    contract TEXT CHECK (length(contract) = 10),
    parentGroup TEXT NOT NULL CHECK (length(parentGroup) > 0),
    PRIMARY KEY (sourceId, rowNumber),
    CHECK ((provider IS NULL) <> (contract IS NULL))
) STRICT, WITHOUT ROWID;

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

CREATE TABLE column_mapping (
    sequence INTEGER PRIMARY KEY REFERENCES journal (sequence),
    name TEXT NOT NULL CHECK (length(name) > 0),
    layout TEXT NOT NULL CHECK (length(layout) > 0),
    digest TEXT NOT NULL UNIQUE CHECK (length(digest) = 64),
    content TEXT NOT NULL CHECK (json_valid(content))
) STRICT;

CREATE TABLE priority_round (
    id TEXT PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 60),
    title TEXT NOT NULL CHECK (length(title) > 0),
    sequence INTEGER NOT NULL UNIQUE REFERENCES journal (sequence)
) STRICT;

CREATE TABLE round_act (
    sequence INTEGER PRIMARY KEY REFERENCES journal (sequence),
    roundId TEXT NOT NULL REFERENCES priority_round (id),
    act TEXT NOT NULL CHECK (length(act) > 0),
    body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;

CREATE INDEX round_act_by_round ON round_act (roundId, sequence);

CREATE TABLE round_result (
    roundId TEXT NOT NULL REFERENCES priority_round (id),
    digest TEXT NOT NULL CHECK (length(digest) = 64),
    sequence INTEGER NOT NULL REFERENCES round_act (sequence),
    body TEXT NOT NULL CHECK (json_valid(body)),
    PRIMARY KEY (roundId, digest)
) STRICT;

CREATE TABLE personal_text (
    digest TEXT PRIMARY KEY CHECK (length(digest) = 64),
    salt BLOB CHECK (length(salt) = 16),
    text TEXT CHECK (length(text) > 0),
    disposedBy INTEGER REFERENCES journal (sequence),
    CHECK ((text IS NULL) = (disposedBy IS NOT NULL)),
    CHECK ((salt IS NULL) = (disposedBy IS NOT NULL))
) STRICT;

CREATE TABLE ballot_key (
    roundId TEXT NOT NULL REFERENCES priority_round (id),
    ballot TEXT NOT NULL CHECK (length(ballot) BETWEEN 1 AND 60),
    publicKey BLOB NOT NULL CHECK (length(publicKey) = 32),
    PRIMARY KEY (roundId, ballot)
) STRICT, WITHOUT ROWID;

CREATE TABLE sealed_vote (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    roundId TEXT NOT NULL,
    ballot TEXT NOT NULL,
    sealed BLOB NOT NULL CHECK (length(sealed) = 112),
    FOREIGN KEY (roundId, ballot) REFERENCES ballot_key (roundId, ballot)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER priority_round_is_never_changed BEFORE UPDATE ON priority_round
BEGIN
    SELECT RAISE (ABORT, 'a round is changed by its acts only');
END;

CREATE TRIGGER priority_round_is_never_removed BEFORE DELETE ON priority_round
BEGIN
    SELECT RAISE (ABORT, 'a round stays on the record');
END;

CREATE TRIGGER round_act_is_never_changed BEFORE UPDATE ON round_act
BEGIN
    SELECT RAISE (ABORT, 'the acts of a round are append-only');
END;

CREATE TRIGGER round_act_is_never_removed BEFORE DELETE ON round_act
BEGIN
    SELECT RAISE (ABORT, 'the acts of a round are append-only');
END;

CREATE TRIGGER round_result_is_never_changed BEFORE UPDATE ON round_result
BEGIN
    SELECT RAISE (ABORT, 'results are append-only');
END;

CREATE TRIGGER round_result_is_never_removed BEFORE DELETE ON round_result
BEGIN
    SELECT RAISE (ABORT, 'results are append-only');
END;

CREATE TRIGGER personal_text_is_only_disposed_of BEFORE UPDATE ON personal_text
WHEN OLD.disposedBy IS NOT NULL OR NEW.disposedBy IS NULL OR NEW.digest <> OLD.digest
BEGIN
    SELECT RAISE (ABORT, 'a personal text is disposed of once and not changed');
END;

CREATE TRIGGER personal_text_is_never_removed BEFORE DELETE ON personal_text
BEGIN
    SELECT RAISE (ABORT, 'that a personal text was disposed of stays on the record');
END;

CREATE TABLE governance_act (
    sequence INTEGER PRIMARY KEY REFERENCES journal (sequence),
    kind TEXT NOT NULL CHECK (
        kind IN ('person', 'committee', 'meeting', 'decision', 'right', 'question', 'accountability')
    ),
    record TEXT NOT NULL CHECK (length(record) BETWEEN 1 AND 60),
    act TEXT NOT NULL CHECK (length(act) > 0),
    body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;

CREATE INDEX governance_act_by_record ON governance_act (kind, record, sequence);

CREATE TRIGGER governance_act_is_never_changed BEFORE UPDATE ON governance_act
BEGIN
    SELECT RAISE (ABORT, 'the acts of governance are append-only');
END;

CREATE TRIGGER governance_act_is_never_removed BEFORE DELETE ON governance_act
BEGIN
    SELECT RAISE (ABORT, 'the acts of governance are append-only');
END;

CREATE TABLE access_act (
    sequence INTEGER PRIMARY KEY REFERENCES journal (sequence),
    account TEXT NOT NULL CHECK (length(account) BETWEEN 1 AND 60),
    act TEXT NOT NULL CHECK (length(act) > 0),
    body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;

CREATE INDEX access_act_by_account ON access_act (account, sequence);

CREATE TRIGGER access_act_is_never_changed BEFORE UPDATE ON access_act
BEGIN
    SELECT RAISE (ABORT, 'the acts of access are append-only');
END;

CREATE TRIGGER access_act_is_never_removed BEFORE DELETE ON access_act
BEGIN
    SELECT RAISE (ABORT, 'the acts of access are append-only');
END;

CREATE TABLE credential (
    account TEXT PRIMARY KEY CHECK (length(account) BETWEEN 1 AND 60),
    passwordHash TEXT NOT NULL CHECK (passwordHash GLOB 'scrypt$*'),
    changedAt TEXT NOT NULL CHECK (changedAt GLOB '????-??-??T??:??:??Z'),
    codeSecret BLOB CHECK (length(codeSecret) BETWEEN 16 AND 64),
    codeSince TEXT CHECK (codeSince GLOB '????-??-??T??:??:??Z'),
    codeLastStep INTEGER CHECK (codeLastStep >= 0),
    CHECK ((codeSecret IS NULL) = (codeSince IS NULL)),
    CHECK ((codeSecret IS NULL) = (codeLastStep IS NULL))
) STRICT;

CREATE TABLE recovery_code (
    digest TEXT PRIMARY KEY CHECK (length(digest) = 64),
    account TEXT NOT NULL REFERENCES credential (account) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX recovery_code_by_account ON recovery_code (account);

CREATE TABLE access_token (
    digest TEXT PRIMARY KEY CHECK (length(digest) = 64),
    account TEXT NOT NULL CHECK (length(account) BETWEEN 1 AND 60),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
    scopes TEXT NOT NULL CHECK (json_valid(scopes)),
    madeAt TEXT NOT NULL CHECK (madeAt GLOB '????-??-??T??:??:??Z'),
    endsAt TEXT NOT NULL CHECK (endsAt GLOB '????-??-??T??:??:??Z' AND endsAt > madeAt),
    lastUsedAt TEXT CHECK (lastUsedAt GLOB '????-??-??T??:??:??Z'),
    UNIQUE (account, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE sign_in_failure (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL CHECK (length(name) = 64),
    at TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??Z')
) STRICT;

CREATE INDEX sign_in_failure_by_name ON sign_in_failure (name, at);

CREATE TABLE openid_link (
    issuer TEXT NOT NULL CHECK (length(issuer) BETWEEN 1 AND 2000),
    subject TEXT NOT NULL CHECK (length(subject) BETWEEN 1 AND 255),
    account TEXT NOT NULL CHECK (length(account) BETWEEN 1 AND 60),
    linkedAt TEXT NOT NULL CHECK (linkedAt GLOB '????-??-??T??:??:??Z'),
    PRIMARY KEY (issuer, subject),
    UNIQUE (account, issuer)
) STRICT, WITHOUT ROWID;

CREATE TABLE session (
    digest TEXT PRIMARY KEY CHECK (length(digest) = 64),
    account TEXT NOT NULL CHECK (length(account) BETWEEN 1 AND 60),
    formToken TEXT NOT NULL CHECK (length(formToken) = 43),
    way TEXT NOT NULL CHECK (way IN ('password', 'code', 'recoveryCode', 'openID', 'openIDAndCode')),
    startedAt TEXT NOT NULL CHECK (startedAt GLOB '????-??-??T??:??:??Z'),
    lastSeenAt TEXT NOT NULL CHECK (lastSeenAt GLOB '????-??-??T??:??:??Z'),
    endsAt TEXT NOT NULL CHECK (endsAt GLOB '????-??-??T??:??:??Z')
) STRICT, WITHOUT ROWID;

CREATE INDEX session_by_account ON session (account);

CREATE TABLE "access_ticket" (
    digest TEXT PRIMARY KEY CHECK (length(digest) = 64),
    account TEXT NOT NULL CHECK (length(account) BETWEEN 1 AND 60),
    purpose TEXT NOT NULL CHECK (purpose IN ('code', 'openIDCode', 'password')),
    endsAt TEXT NOT NULL CHECK (endsAt GLOB '????-??-??T??:??:??Z')
) STRICT, WITHOUT ROWID;

CREATE INDEX access_ticket_by_account ON access_ticket (account);

CREATE TABLE outbox (
    id INTEGER PRIMARY KEY,
    -- Drawn by chance; for the message's own identifier.
    token TEXT NOT NULL UNIQUE CHECK (length(token) BETWEEN 10 AND 60),
    account TEXT NOT NULL CHECK (length(account) BETWEEN 1 AND 60),
    kind TEXT NOT NULL CHECK (kind IN ('invitation', 'reminder', 'digest')),
    -- What makes it the only one of its kind: a path and its day.
    occasion TEXT NOT NULL CHECK (length(occasion) BETWEEN 1 AND 400),
    -- waiting: to be sent from `nextAt` on; sending: handed over at this moment; unsure: the service was stopped while it
    -- was; overtaken: there was nothing to be said any more.
    state TEXT NOT NULL CHECK (state IN ('waiting', 'sending', 'sent', 'failed', 'unsure', 'overtaken')),
    madeAt TEXT NOT NULL CHECK (madeAt GLOB '????-??-??T??:??:??Z'),
    nextAt TEXT NOT NULL CHECK (nextAt GLOB '????-??-??T??:??:??Z'),
    lastAt TEXT CHECK (lastAt GLOB '????-??-??T??:??:??Z'),
    tries INTEGER NOT NULL DEFAULT 0 CHECK (tries >= 0),
    -- What came of the last try, without an address.
    outcome TEXT CHECK (length(outcome) BETWEEN 1 AND 400),
    UNIQUE (account, kind, occasion)
) STRICT;

CREATE INDEX outbox_by_state ON outbox (state, nextAt);

CREATE TABLE mail_turned_off (
    account TEXT PRIMARY KEY CHECK (length(account) BETWEEN 1 AND 60)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE trust_share (
    id INTEGER PRIMARY KEY,
    sourceId INTEGER NOT NULL REFERENCES directory_file (sourceId),
    rowNumber INTEGER NOT NULL CHECK (rowNumber >= 1),
    trust TEXT NOT NULL CHECK (length(trust) BETWEEN 1 AND 12),
    icbOns TEXT NOT NULL CHECK (length(icbOns) = 9),
    proportion REAL NOT NULL CHECK (proportion > 0 AND proportion <= 1)
) STRICT;

CREATE INDEX trust_share_by_trust ON trust_share (trust);

CREATE TABLE needs_file (
    sourceId INTEGER PRIMARY KEY REFERENCES source (id),
    kind TEXT NOT NULL CHECK (length(kind) > 0)
) STRICT;

CREATE INDEX needs_file_by_kind ON needs_file (kind);

CREATE TABLE assessment_act (
    sequence INTEGER PRIMARY KEY REFERENCES journal (sequence),
    assessment TEXT NOT NULL CHECK (length(assessment) BETWEEN 1 AND 60),
    act TEXT NOT NULL CHECK (length(act) > 0),
    body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;

CREATE INDEX assessment_act_by_assessment ON assessment_act (assessment, sequence);

CREATE TRIGGER assessment_act_is_never_changed BEFORE UPDATE ON assessment_act
BEGIN
    SELECT RAISE (ABORT, 'the acts of a needs assessment are append-only');
END;

CREATE TRIGGER assessment_act_is_never_removed BEFORE DELETE ON assessment_act
BEGIN
    SELECT RAISE (ABORT, 'the acts of a needs assessment are append-only');
END;

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

CREATE TABLE activity_column (
    sourceId INTEGER NOT NULL REFERENCES activity_submission (sourceId),
    place INTEGER NOT NULL CHECK (place >= 1),
    name TEXT NOT NULL CHECK (length(name) > 0),
    type TEXT NOT NULL CHECK (length(type) > 0),
    PRIMARY KEY (sourceId, place)
) STRICT, WITHOUT ROWID;

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
    isDataOnly INTEGER NOT NULL CHECK (isDataOnly IN (0, 1)), detail TEXT, record TEXT,
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

CREATE TABLE challenge_answers (
    sequence INTEGER PRIMARY KEY REFERENCES journal (sequence),
    bundleId INTEGER NOT NULL REFERENCES challenge_bundle (id),
    source TEXT NOT NULL CHECK (length(source) = 64),
    sourceName TEXT NOT NULL,
    receivedOn TEXT NOT NULL CHECK (receivedOn GLOB '????-??-??'),
    UNIQUE (bundleId, source)
) STRICT;

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

CREATE TABLE challenge_credit (
    sequence INTEGER PRIMARY KEY REFERENCES journal (sequence),
    bundleId INTEGER NOT NULL REFERENCES challenge_bundle (id),
    number TEXT NOT NULL CHECK (length(number) > 0),
    creditedOn TEXT NOT NULL CHECK (creditedOn GLOB '????-??-??'),
    amountPence INTEGER NOT NULL CHECK (amountPence >= 0),
    reason TEXT
) STRICT;

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

CREATE TABLE matter_act (
    sequence INTEGER PRIMARY KEY REFERENCES journal (sequence),
    matter TEXT NOT NULL CHECK (length(matter) BETWEEN 1 AND 60),
    act TEXT NOT NULL CHECK (length(act) > 0),
    body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;

CREATE INDEX matter_act_by_matter ON matter_act (matter, sequence);

CREATE TRIGGER matter_act_is_never_changed BEFORE UPDATE ON matter_act
BEGIN
    SELECT RAISE (ABORT, 'the acts on a matter of a contract are append-only');
END;

CREATE TRIGGER matter_act_is_never_removed BEFORE DELETE ON matter_act
BEGIN
    SELECT RAISE (ABORT, 'the acts on a matter of a contract are append-only');
END;

CREATE INDEX challenge_by_record ON challenge (record, rule) WHERE record IS NOT NULL;

CREATE TABLE contracting_cost_withdrawal (
    costId INTEGER PRIMARY KEY REFERENCES contracting_cost (id),
    sequence INTEGER NOT NULL REFERENCES journal (sequence),
    withdrawnOn TEXT NOT NULL CHECK (withdrawnOn GLOB '????-??-??'),
    reason TEXT NOT NULL CHECK (length(reason) > 0)
) STRICT;

CREATE TRIGGER contracting_cost_is_never_changed BEFORE UPDATE ON contracting_cost
BEGIN
    SELECT RAISE (ABORT, 'costs of contracting are append-only');
END;

CREATE TRIGGER contracting_cost_is_never_removed BEFORE DELETE ON contracting_cost
BEGIN
    SELECT RAISE (ABORT, 'costs of contracting are append-only');
END;

CREATE TRIGGER contracting_cost_withdrawal_is_never_changed BEFORE UPDATE ON contracting_cost_withdrawal
BEGIN
    SELECT RAISE (ABORT, 'withdrawals of costs are append-only');
END;

CREATE TRIGGER contracting_cost_withdrawal_is_never_removed BEFORE DELETE ON contracting_cost_withdrawal
BEGIN
    SELECT RAISE (ABORT, 'withdrawals of costs are append-only');
END;
