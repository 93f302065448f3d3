-- id: CC24
-- title: A frozen month restated
-- order: 220
-- asks: is it as agreed
-- scope: row
-- amount: what was added
-- owner: Contract challenges
-- reviewBy: 2027-03-31
-- source: Contract challenges as commissioners commonly make them; from memory
-- verified: no
-- needs: frozen_month
-- letter:
--   The cost of a row in a month that was frozen differs from what was submitted before. Please bill the amount
--   of the frozen submission, and credit the difference.
SELECT b.record, b.source, b.sourceRow, b.provider, b.financialMonth, b.pointOfDelivery,
   CAST(NULL AS BIGINT) AS relatedRow, b.cost - e.cost AS amount
FROM bill b JOIN frozen_month z ON z.financialMonth = b.financialMonth AND b.createdOn > z.freezeOn
JOIN earlier_last e ON e.provider = b.provider AND e.financialMonth = b.financialMonth
    AND e.cdsIdentifier = b.cdsIdentifier
WHERE e.cost <> b.cost
