-- One act on a needs assessment, whole, as its line of the journal has it. What the acts have come to is not kept: they
-- are decided again in order. The tables of figures and the documents of issued versions are kept as content.
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
