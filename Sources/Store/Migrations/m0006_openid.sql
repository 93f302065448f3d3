-- Who somebody is elsewhere: issuer and subject of an OpenID provider, and the account that they sign in to here. No
-- record: an account is what acts have made of it.
CREATE TABLE openid_link (
    issuer TEXT NOT NULL CHECK (length(issuer) BETWEEN 1 AND 2000),
    subject TEXT NOT NULL CHECK (length(subject) BETWEEN 1 AND 255),
    account TEXT NOT NULL CHECK (length(account) BETWEEN 1 AND 60),
    linkedAt TEXT NOT NULL CHECK (linkedAt GLOB '????-??-??T??:??:??Z'),
    PRIMARY KEY (issuer, subject),
    UNIQUE (account, issuer)
) STRICT, WITHOUT ROWID;

-- Sessions may now have begun elsewhere. Those that stand end with this: everybody signs in again.
DROP TABLE session;

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

-- A code may be asked for after a provider has vouched for somebody, too. Links by which passwords are set go on.
CREATE TABLE access_ticket_now (
    digest TEXT PRIMARY KEY CHECK (length(digest) = 64),
    account TEXT NOT NULL CHECK (length(account) BETWEEN 1 AND 60),
    purpose TEXT NOT NULL CHECK (purpose IN ('code', 'openIDCode', 'password')),
    endsAt TEXT NOT NULL CHECK (endsAt GLOB '????-??-??T??:??:??Z')
) STRICT, WITHOUT ROWID;

INSERT INTO access_ticket_now SELECT * FROM access_ticket;

DROP TABLE access_ticket;

ALTER TABLE access_ticket_now RENAME TO access_ticket;

CREATE INDEX access_ticket_by_account ON access_ticket (account);
