-- id: DD03
-- title: Many unscheduled dental claims
-- order: 340
-- asks: is it as agreed
-- scope: sum
-- amount: none: a question
-- owner: Contract challenges
-- reviewBy: 2027-03-31
-- source: the-dentist.co.uk, patterns of claims
-- verified: no
-- needs: dental_claim, dental_contract
-- uses: unscheduled = activity.dental.unscheduledBands
-- uses: times = activity.dental.unscheduledTimesPeers
-- uses: least = activity.dental.unscheduledLeastClaims
-- letter:
--   The share of unscheduled care among your claims is far above that of all contracts. This is a question and
--   no claim on money: a sample is never extrapolated to a contract.
SELECT CAST(NULL AS STRING) AS record, c.source, c.sourceRow, c.contract AS provider, t.financialMonth, CAST(NULL AS STRING) AS pointOfDelivery,
    CAST(NULL AS BIGINT) AS relatedRow, 0 AS amount
FROM dental_contract c
JOIN (
    SELECT contract, MAX(financialMonth) AS financialMonth, COUNT(*) AS claims,
        SUM(CASE WHEN band IN (:unscheduled) THEN 1 ELSE 0 END) AS unscheduled
    FROM dental_claim GROUP BY contract
) t ON t.contract = c.contract
CROSS JOIN (
    SELECT COUNT(*) AS claims, SUM(CASE WHEN band IN (:unscheduled) THEN 1 ELSE 0 END) AS unscheduled FROM dental_claim
) o
WHERE t.claims >= :least AND t.unscheduled * o.claims > :times * o.unscheduled * t.claims
