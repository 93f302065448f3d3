-- What a rule found in the place of what was billed: the commissioner that is responsible, the price that is due.
ALTER TABLE challenge ADD COLUMN detail TEXT;
