-- id: CC18
-- title: Somebody else is to pay
-- order: 10
-- asks: did somebody else pay already
-- scope: row
-- amount: the whole cost
-- owner: Contract challenges
-- reviewBy: 2027-03-31
-- source: i5 Health, categories of contract challenges: refundable (road traffic)
-- verified: no
-- uses: recoverableCommissioners = activity.recoverable.commissioners
-- letter:
--   The patient was private, chargeable as a visitor from overseas, or the cost is recovered after an accident.
--   It is not for the commissioner to pay: please credit the amount.
SELECT b.record, b.source, b.sourceRow, b.provider, b.financialMonth, b.pointOfDelivery,
   CAST(NULL AS BIGINT) AS relatedRow, b.cost AS amount
FROM bill b LEFT JOIN recoverable r ON r.provider = b.provider AND r.cdsIdentifier = b.cdsIdentifier
WHERE r.cdsIdentifier IS NOT NULL OR b.commissioner IN (:recoverableCommissioners)
