-- id: CC23
-- title: Submitted after the freeze
-- order: 85
-- asks: is it as agreed
-- scope: row
-- amount: the whole cost
-- owner: Contract challenges
-- reviewBy: 2027-03-31
-- source: Contract challenges as commissioners commonly make them; from memory
-- verified: no
-- needs: frozen_month
-- letter:
--   The row came first with a submission made after the freeze of its month. What comes after the freeze is not
--   paid: please credit the amount.
SELECT b.record, b.source, b.sourceRow, b.provider, b.financialMonth, b.pointOfDelivery,
   CAST(NULL AS BIGINT) AS relatedRow, b.cost AS amount
FROM bill b JOIN frozen_month z ON z.financialMonth = b.financialMonth AND b.createdOn > z.freezeOn
LEFT JOIN earlier e ON e.provider = b.provider AND e.financialMonth = b.financialMonth
    AND e.cdsIdentifier = b.cdsIdentifier
WHERE e.cdsIdentifier IS NULL
