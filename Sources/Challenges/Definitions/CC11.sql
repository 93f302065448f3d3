-- id: CC11
-- title: The sum is wrong
-- order: 200
-- asks: is the price right
-- scope: row
-- amount: the difference
-- owner: Contract challenges
-- reviewBy: 2027-03-31
-- source: Contract challenges as commissioners commonly make them; from memory
-- verified: no
-- detail: Sum due: £?
-- uses: tolerance = activity.price.tolerancePence
-- letter:
--   The total is not the activity times the unit price. Please correct it, and credit the difference.
SELECT b.record, b.source, b.sourceRow, b.provider, b.financialMonth, b.pointOfDelivery,
   CAST(NULL AS BIGINT) AS relatedRow, b.cost - b.activity * b.unitPrice AS amount,
    CAST(CAST(ROUND(b.activity * b.unitPrice * 100, 0) AS BIGINT) AS STRING) AS detail
FROM bill b
WHERE ABS(b.cost - b.activity * b.unitPrice) * 100 > :tolerance
