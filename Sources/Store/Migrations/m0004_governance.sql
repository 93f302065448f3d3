-- One act of governance, whole, as its line of the journal has it. What the acts have come to is not kept: they are
-- decided again in order.
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
