-- id: CC05
-- title: Attendance inside a spell
-- order: 130
-- asks: was it paid already
-- scope: row
-- amount: the price of the attendance
-- owner: Contract challenges
-- reviewBy: 2027-03-31
-- source: Contract challenges as commissioners commonly make them; from memory
-- verified: no
-- uses: outpatientPoints = activity.outpatient.points
-- letter:
--   An outpatient attendance was billed on a day on which the patient was an inpatient at the same provider; the
--   days of admission and discharge are not counted. The price of the spell covers it: please credit the
--   attendance, or show that the two are independent.
SELECT MIN(b.record) AS record, b.source, b.sourceRow, b.provider, b.financialMonth, b.pointOfDelivery,
    MIN(s.sourceRow) AS relatedRow, MIN(b.cost) AS amount
FROM bill b JOIN bill s ON s.provider = b.provider AND s.patient = b.patient
    AND b.startDay > s.startDay AND b.startDay < s.endDay
WHERE b.pointOfDelivery LIKE :outpatientPoints || '%' AND s.spell IS NOT NULL
GROUP BY b.source, b.sourceRow, b.provider, b.financialMonth, b.pointOfDelivery
