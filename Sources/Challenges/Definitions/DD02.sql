-- id: DD02
-- title: Dental treatment split
-- order: 150
-- asks: was it paid already
-- scope: row
-- amount: all units of the second
-- owner: Contract challenges
-- reviewBy: 2027-03-31
-- source: the-dentist.co.uk, treatment splitting
-- verified: no
-- needs: dental_claim, dental_contract
-- uses: splitMonths = activity.dental.splitWithinMonths
-- uses: unscheduled = activity.dental.unscheduledBands
-- letter:
--   A new course of treatment of the same patient was opened shortly after the last was completed. Please show
--   that it is not the same course, or withdraw the second claim.
SELECT MIN(b.form) AS record, b.source, b.sourceRow, b.contract AS provider, b.financialMonth, b.band AS pointOfDelivery, MIN(e.sourceRow) AS relatedRow,
    MIN(b.udas * c.udaValuePence * 0.01) AS amount
FROM dental_claim b
JOIN dental_claim e ON e.contract = b.contract AND e.patient = b.patient
    AND (e.completedOn < b.completedOn OR (e.completedOn = b.completedOn AND e.sourceRow < b.sourceRow))
    AND b.acceptedOn >= e.completedOn AND b.acceptedOn < e.completedOn + INTERVAL :splitMonths MONTH
JOIN dental_contract c ON c.contract = b.contract
WHERE b.band NOT IN (:unscheduled)
GROUP BY b.source, b.sourceRow, b.contract, b.financialMonth, b.band
