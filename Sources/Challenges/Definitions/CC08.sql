-- id: CC08
-- title: Days that cannot be
-- order: 50
-- asks: was it provided
-- scope: row
-- amount: the whole cost
-- owner: Contract challenges
-- reviewBy: 2027-03-31
-- source: Contract challenges as commissioners commonly make them; from memory
-- verified: no
-- letter:
--   The activity began after it ended, after the patient had died, or before birth. Please correct the row or
--   credit it.
SELECT b.record, b.source, b.sourceRow, b.provider, b.financialMonth, b.pointOfDelivery,
   CAST(NULL AS BIGINT) AS relatedRow, b.cost AS amount
FROM bill b LEFT JOIN death d ON d.patient = b.patient
WHERE b.startDay > b.endDay OR b.startDay > d.diedOn OR b.age < 0
