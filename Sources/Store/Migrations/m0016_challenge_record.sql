-- What was billed, as the provider's own system knows it: the same row in a later file that states the month again.
ALTER TABLE challenge ADD COLUMN record TEXT;
CREATE INDEX challenge_by_record ON challenge (record, rule) WHERE record IS NOT NULL;
