-- Messages that are to be sent: to whom, what for, and what became of them. Never what they say: that is made when they
-- are sent, so that no address, link or secret lies here. No record.
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

-- Who wants no reminders and no weekly message.
CREATE TABLE mail_turned_off (
    account TEXT PRIMARY KEY CHECK (length(account) BETWEEN 1 AND 60)
) STRICT, WITHOUT ROWID;
