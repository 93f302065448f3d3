-- id: CC03
-- title: The same activity twice
-- order: 60
-- asks: was it paid already
-- scope: row
-- amount: the whole cost of the extra row
-- owner: Contract challenges
-- reviewBy: 2027-03-31
-- source: Contract challenges as commissioners commonly make them; from memory
-- verified: no
-- letter:
--   The same patient, day, point of delivery, treatment function and tariff, or the same record, was billed more
--   than once. Please credit the repeated rows; the first of each stands beside them.
SELECT MIN(c.record) AS record, c.source, c.sourceRow, c.provider, c.financialMonth, c.pointOfDelivery,
    MIN(c.firstRow) AS relatedRow, MIN(c.cost) AS amount
FROM (
    SELECT b.record, b.source, b.sourceRow, b.provider, b.financialMonth, b.pointOfDelivery, b.cost,
        ROW_NUMBER() OVER (PARTITION BY b.provider, b.patient, b.pointOfDelivery, b.startDay, b.treatmentFunction,
            b.tariff ORDER BY b.source, b.sourceRow) AS place,
        FIRST_VALUE(b.sourceRow) OVER (PARTITION BY b.provider, b.patient,
            b.pointOfDelivery, b.startDay, b.treatmentFunction, b.tariff ORDER BY b.source, b.sourceRow) AS firstRow
    FROM same_care b
    UNION ALL
    SELECT b.record, b.source, b.sourceRow, b.provider, b.financialMonth, b.pointOfDelivery, b.cost,
        ROW_NUMBER() OVER (PARTITION BY b.provider, b.cdsIdentifier ORDER BY b.source, b.sourceRow) AS place,
        FIRST_VALUE(b.sourceRow) OVER (PARTITION BY b.provider, b.cdsIdentifier ORDER BY b.source, b.sourceRow)
            AS firstRow
    FROM same_record b
) c
WHERE c.place > 1
GROUP BY c.source, c.sourceRow, c.provider, c.financialMonth, c.pointOfDelivery
