-- id: CC07
-- title: Spells that overlap
-- order: 120
-- asks: was it paid already
-- scope: row
-- amount: the whole cost of the second
-- owner: Contract challenges
-- reviewBy: 2027-03-31
-- source: Contract challenges as commissioners commonly make them; from memory
-- verified: no
-- letter:
--   The patient was already an inpatient at the same provider when this spell began, or was admitted again on
--   the day of discharge. One spell has one price: please credit the second, or show that it stands for itself.
SELECT MIN(b.record) AS record, b.source, b.sourceRow, b.provider, b.financialMonth, b.pointOfDelivery,
    MIN(e.sourceRow) AS relatedRow, MIN(b.cost) AS amount
FROM bill b JOIN bill e ON e.provider = b.provider AND e.patient = b.patient AND e.spell <> b.spell
    AND b.startDay <= e.endDay
    AND (e.startDay < b.startDay OR (e.startDay = b.startDay
        AND (e.source < b.source OR (e.source = b.source AND e.sourceRow < b.sourceRow))))
WHERE b.spell IS NOT NULL AND e.spell IS NOT NULL
GROUP BY b.source, b.sourceRow, b.provider, b.financialMonth, b.pointOfDelivery
