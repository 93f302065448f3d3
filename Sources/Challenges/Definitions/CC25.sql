-- id: CC25
-- title: Above plan for months
-- order: 330
-- asks: is it as agreed
-- scope: sum
-- amount: none: a notice
-- owner: Contract challenges
-- reviewBy: 2027-03-31
-- source: Contract challenges as commissioners commonly make them; from memory
-- verified: no
-- uses: overPercent = activity.plan.overPercent
-- uses: monthsRunning = activity.plan.monthsRunning
-- letter:
--   Activity has been above the indicative activity plan for several months running. It calls for an activity
--   query notice rather than a credit.
SELECT o.pointOfDelivery AS record, o.source, o.sourceRow, o.provider, o.financialMonth, o.pointOfDelivery,
    CAST(NULL AS BIGINT) AS relatedRow, 0 AS amount
FROM (
    SELECT m.*, COUNT(*) OVER (PARTITION BY m.provider, m.pointOfDelivery, m.series ORDER BY m.financialMonth) AS running
    FROM (
        SELECT t.*, t.financialMonth - ROW_NUMBER() OVER (PARTITION BY t.provider, t.pointOfDelivery
            ORDER BY t.financialMonth) AS series
        FROM (
            SELECT provider, pointOfDelivery, financialMonth, MIN(source) AS source, MIN(sourceRow) AS sourceRow
            FROM aggregate
            GROUP BY provider, pointOfDelivery, financialMonth
            HAVING SUM(activity) * 100 > SUM(plannedActivity) * (100 + :overPercent)
        ) t
    ) m
) o
WHERE o.running >= :monthsRunning
