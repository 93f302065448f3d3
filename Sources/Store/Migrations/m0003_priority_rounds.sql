-- A priority round. What it has come to is not kept: its acts are decided again in order.
CREATE TABLE priority_round (
    id TEXT PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 60),
    title TEXT NOT NULL CHECK (length(title) > 0),
    sequence INTEGER NOT NULL UNIQUE REFERENCES journal (sequence)
) STRICT;

-- One act of a round, whole, as its line of the journal has it.
CREATE TABLE round_act (
    sequence INTEGER PRIMARY KEY REFERENCES journal (sequence),
    roundId TEXT NOT NULL REFERENCES priority_round (id),
    act TEXT NOT NULL CHECK (length(act) > 0),
    body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;

CREATE INDEX round_act_by_round ON round_act (roundId, sequence);

-- The answer of a round as it was worked out; the act that records it names it by the digest of its canonical JSON.
CREATE TABLE round_result (
    roundId TEXT NOT NULL REFERENCES priority_round (id),
    digest TEXT NOT NULL CHECK (length(digest) = 64),
    sequence INTEGER NOT NULL REFERENCES round_act (sequence),
    body TEXT NOT NULL CHECK (json_valid(body)),
    PRIMARY KEY (roundId, digest)
) STRICT;

-- A text about a person. Acts name it by digest: SHA-256 over the salt and the text. Disposing of it takes the salt
-- too, for a short text could otherwise be guessed and the guess confirmed. This cannot be undone.
CREATE TABLE personal_text (
    digest TEXT PRIMARY KEY CHECK (length(digest) = 64),
    salt BLOB CHECK (length(salt) = 16),
    text TEXT CHECK (length(text) > 0),
    disposedBy INTEGER REFERENCES journal (sequence),
    CHECK ((text IS NULL) = (disposedBy IS NOT NULL)),
    CHECK ((salt IS NULL) = (disposedBy IS NOT NULL))
) STRICT;

-- To which key the votes of a ballot are sealed, while it is open. The key that opens them is a file beside this one.
CREATE TABLE ballot_key (
    roundId TEXT NOT NULL REFERENCES priority_round (id),
    ballot TEXT NOT NULL CHECK (length(ballot) BETWEEN 1 AND 60),
    publicKey BLOB NOT NULL CHECK (length(publicKey) = 32),
    PRIMARY KEY (roundId, ballot)
) STRICT, WITHOUT ROWID;

-- The urn of an open ballot: a vote on one option, sealed, under a number drawn by chance. It names no author, no order
-- and no time, and is emptied when the ballot closes.
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
