-- One act on a matter of a contract, whole, as its line of the journal has it. What the acts have come to is not kept: they
-- are decided again in order.
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
