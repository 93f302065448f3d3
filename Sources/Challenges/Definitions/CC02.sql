-- id: CC02
-- title: The practice was closed
-- order: 30
-- asks: is it ours
-- scope: row
-- amount: the whole cost
-- owner: Contract challenges
-- reviewBy: 2027-03-31
-- source: Contract challenges as commissioners commonly make them; from memory
-- verified: no
-- needs: practice
-- letter:
--   The patient is shown as registered with a practice that was not open on the day of the activity. Please
--   check the registration, bill the commissioner that is responsible, and credit the amount.
SELECT b.record, b.source, b.sourceRow, b.provider, b.financialMonth, b.pointOfDelivery,
   CAST(NULL AS BIGINT) AS relatedRow, b.cost AS amount
FROM bill b JOIN practice_span p ON p.practice = b.practice AND b.startDay >= p.fromDay AND b.startDay < p.untilDay
WHERE b.startDay < p.openedOn OR b.startDay >= p.closedOn
