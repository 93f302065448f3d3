-- id: CC17
-- title: Not a contracted service
-- order: 40
-- asks: is it as agreed
-- scope: row
-- amount: the whole cost
-- owner: Contract challenges
-- reviewBy: 2027-03-31
-- source: Contract challenges as commissioners commonly make them; from memory
-- verified: no
-- needs: service
-- letter:
--   The treatment function is not among the services that are contracted with you. Please show the agreement
--   under which it was given, or credit the amount.
SELECT b.record, b.source, b.sourceRow, b.provider, b.financialMonth, b.pointOfDelivery,
   CAST(NULL AS BIGINT) AS relatedRow, b.cost AS amount
FROM bill b
LEFT JOIN service o ON o.treatmentFunction = b.treatmentFunction AND o.provider = b.provider
LEFT JOIN service a ON a.treatmentFunction = b.treatmentFunction AND a.provider IS NULL
WHERE b.treatmentFunction IS NOT NULL AND o.treatmentFunction IS NULL AND a.treatmentFunction IS NULL
