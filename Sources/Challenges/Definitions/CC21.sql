-- id: CC21
-- title: Billed, and not in the national record
-- order: 80
-- asks: was it provided
-- scope: row
-- amount: the whole cost
-- owner: Contract challenges
-- reviewBy: 2027-03-31
-- source: Contract challenges as commissioners commonly make them; from memory
-- verified: no
-- needs: sus_record
-- letter:
--   The row has no record in the national data set of the month, or a record there was not billed. Please submit
--   the record or credit the row; records that were not billed are listed for you without an amount.
SELECT b.record, b.source, b.sourceRow, b.provider, b.financialMonth, b.pointOfDelivery,
   CAST(NULL AS BIGINT) AS relatedRow, b.cost AS amount
FROM bill b JOIN (SELECT DISTINCT provider, financialMonth FROM sus_record) m
    ON m.provider = b.provider AND m.financialMonth = b.financialMonth
LEFT JOIN sus_record s ON s.provider = b.provider AND s.cdsIdentifier = b.cdsIdentifier
    AND s.financialMonth = b.financialMonth
WHERE b.cdsIdentifier IS NOT NULL AND s.cdsIdentifier IS NULL
UNION ALL
SELECT s.cdsIdentifier AS record, s.source, s.sourceRow, s.provider, s.financialMonth, CAST(NULL AS STRING) AS pointOfDelivery,
    CAST(NULL AS BIGINT) AS relatedRow, 0 AS amount
FROM sus_record s JOIN billed_month m ON m.provider = s.provider AND m.financialMonth = s.financialMonth
LEFT JOIN bill b ON b.provider = s.provider AND b.cdsIdentifier = s.cdsIdentifier
    AND b.financialMonth = s.financialMonth
WHERE b.cdsIdentifier IS NULL
