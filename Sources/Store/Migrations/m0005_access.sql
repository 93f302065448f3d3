-- One act on an account, whole, as its line of the journal has it. What the acts have come to is not kept: they are
-- decided again in order.
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

-- The tables below are no record: they hold what people sign in with and where they are signed in. None of it stands in
-- the journal, and a backup has the first three only.

-- What an account signs in with: an scrypt hash with its parameters; and, with a second factor, the secret that its app
-- shares and the last step of it that was used.
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

-- What takes the place of a one-time code, once each: SHA-256 of 80 bits drawn by chance.
CREATE TABLE recovery_code (
    digest TEXT PRIMARY KEY CHECK (length(digest) = 64),
    account TEXT NOT NULL REFERENCES credential (account) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX recovery_code_by_account ON recovery_code (account);

-- A personal access token: SHA-256 of 32 bytes drawn by chance, and what it may be used for.
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

-- Where somebody is signed in: SHA-256 of what the browser's cookie holds, and what each form of the session carries.
CREATE TABLE session (
    digest TEXT PRIMARY KEY CHECK (length(digest) = 64),
    account TEXT NOT NULL CHECK (length(account) BETWEEN 1 AND 60),
    formToken TEXT NOT NULL CHECK (length(formToken) = 43),
    way TEXT NOT NULL CHECK (way IN ('password', 'code', 'recoveryCode')),
    startedAt TEXT NOT NULL CHECK (startedAt GLOB '????-??-??T??:??:??Z'),
    lastSeenAt TEXT NOT NULL CHECK (lastSeenAt GLOB '????-??-??T??:??:??Z'),
    endsAt TEXT NOT NULL CHECK (endsAt GLOB '????-??-??T??:??:??Z')
) STRICT, WITHOUT ROWID;

CREATE INDEX session_by_account ON session (account);

-- Between password and code; or a link by which an account's holder sets a password. SHA-256 of 32 bytes drawn by chance.
CREATE TABLE access_ticket (
    digest TEXT PRIMARY KEY CHECK (length(digest) = 64),
    account TEXT NOT NULL CHECK (length(account) BETWEEN 1 AND 60),
    purpose TEXT NOT NULL CHECK (purpose IN ('code', 'password')),
    endsAt TEXT NOT NULL CHECK (endsAt GLOB '????-??-??T??:??:??Z')
) STRICT, WITHOUT ROWID;

CREATE INDEX access_ticket_by_account ON access_ticket (account);

-- A sign-in that was begun and did not succeed: SHA-256 of the e-mail address as given, in lower case. Kept for minutes.
CREATE TABLE sign_in_failure (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL CHECK (length(name) = 64),
    at TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??Z')
) STRICT;

CREATE INDEX sign_in_failure_by_name ON sign_in_failure (name, at);
