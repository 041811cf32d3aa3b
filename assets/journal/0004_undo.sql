-- Every change of the person's own has a way back. What one deed changed is taken back together: a tag with
-- another name stands in many evenings and in the list to pick from.

ALTER TABLE change ADD COLUMN deed INTEGER;
