-- Costs of contracting that were recorded wrongly: they stay, and count in no sum.
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
