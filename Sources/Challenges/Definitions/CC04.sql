-- id: CC04
-- title: Another provider billed the same activity
-- order: 70
-- asks: did somebody else pay already
-- scope: row
-- amount: the whole cost of the later row
-- owner: Contract challenges
-- reviewBy: 2027-03-31
-- source: Contract challenges as commissioners commonly make them; from memory
-- verified: no
-- letter:
--   Another provider billed the same patient, day, point of delivery, treatment function and tariff before.
--   Please say who gave the care, and credit the amount if it was not you.
SELECT MIN(c.record) AS record, c.source, c.sourceRow, c.provider, c.financialMonth, c.pointOfDelivery,
    CAST(NULL AS BIGINT) AS relatedRow, MIN(c.cost) AS amount
FROM same_care c JOIN same_care e ON e.patient = c.patient AND e.startDay = c.startDay
    AND e.pointOfDelivery = c.pointOfDelivery AND e.treatmentFunction = c.treatmentFunction
    AND COALESCE(e.tariff, '') = COALESCE(c.tariff, '') AND e.provider <> c.provider
    AND (e.source < c.source OR (e.source = c.source AND e.sourceRow < c.sourceRow))
GROUP BY c.source, c.sourceRow, c.provider, c.financialMonth, c.pointOfDelivery
