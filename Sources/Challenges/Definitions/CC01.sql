-- id: CC01
-- title: Another commissioner is responsible
-- order: 20
-- asks: is it ours
-- scope: row
-- amount: the whole cost
-- owner: Contract challenges
-- reviewBy: 2027-03-31
-- source: NHS England, commissioner assignment method, as coded by South West London in its version 5.3 for 2025/26
-- verified: no
-- detail: Responsible: ?
-- needs: practice, provider
-- letter:
--   Under the commissioner assignment method another commissioner than the one billed is responsible for this
--   activity. Please find out who is responsible, bill them, and credit the amount.
SELECT b.record, b.source, b.sourceRow, b.provider, b.financialMonth, b.pointOfDelivery,
   CAST(NULL AS BIGINT) AS relatedRow, b.cost AS amount,
    CONCAT(b.due, ' (', b.reason, ')') AS detail
FROM payer b
WHERE b.due IS NOT NULL AND b.commissioner IS NOT NULL AND b.due <> b.commissioner
