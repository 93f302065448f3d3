-- id: CC22
-- title: The bill and the activity differ
-- order: 320
-- asks: is the price right
-- scope: sum
-- amount: what the invoice has more than the aggregate, or the aggregate more than the rows
-- owner: Contract challenges
-- reviewBy: 2027-03-31
-- source: NHS Data Model and Dictionary, contract monitoring (DCB2050, DCB3003): the aggregate's total must equal the invoice; patient level, drugs and devices must come to it
-- verified: yes
-- detail: Accounted for: £?
-- consults: invoice
-- uses: tolerance = activity.aggregate.tolerancePercent
-- letter:
--   Invoice, aggregate contract monitoring, and the patient-level rows with those of drugs and devices should come to
--   the same for the month. Here the invoice is not the total of the aggregate, or the aggregate bills more than the
--   rows that could be read account for. Please say which is right, and send the missing rows or credit the difference.
-- note:
--   Two steps of one way, from the invoice to the aggregate and from there to its detail. Each is a challenge of its
--   own, known apart, and no pound is in both; where the invoice asks for less than the aggregate, the second goes from
--   the invoice. A month without patient-level rows is not judged by the second, nor one whose detail comes to more.
SELECT CAST(NULL AS STRING) AS record, i.source, i.sourceRow, i.provider, i.financialMonth, CAST(NULL AS STRING) AS pointOfDelivery,
    CAST(NULL AS BIGINT) AS relatedRow, CAST(i.amountPence AS DECIMAL(18,2)) * 0.01 - t.cost AS amount,
    CAST(CAST(ROUND(t.cost * 100, 0) AS BIGINT) AS STRING) AS detail
FROM invoice i
JOIN (SELECT provider, financialMonth, CAST(SUM(cost) AS DECIMAL(18,2)) AS cost FROM aggregate
    GROUP BY provider, financialMonth) t
    ON t.provider = i.provider AND t.financialMonth = i.financialMonth
WHERE i.amountPence <> t.cost * 100
UNION ALL
SELECT 'aggregate' AS record, t.source, t.sourceRow, t.provider, t.financialMonth, CAST(NULL AS STRING) AS pointOfDelivery,
    CAST(NULL AS BIGINT) AS relatedRow,
    CASE WHEN i.amountPence < t.cost * 100 THEN CAST(i.amountPence AS DECIMAL(18,2)) * 0.01 - d.cost
        ELSE t.cost - d.cost END AS amount,
    CAST(CAST(ROUND(d.cost * 100, 0) AS BIGINT) AS STRING) AS detail
FROM (SELECT provider, financialMonth, MIN(source) AS source, MIN(sourceRow) AS sourceRow,
        CAST(SUM(cost) AS DECIMAL(18,2)) AS cost
    FROM aggregate GROUP BY provider, financialMonth) t
JOIN (SELECT provider, financialMonth, CAST(SUM(cost) AS DECIMAL(18,2)) AS cost
    FROM (
        SELECT provider, financialMonth, cost, 1 AS isBill FROM bill
        UNION ALL
        SELECT provider, financialMonth, cost, 0 AS isBill FROM item
    ) one
    GROUP BY provider, financialMonth
    HAVING SUM(isBill) > 0) d
    ON d.provider = t.provider AND d.financialMonth = t.financialMonth
LEFT JOIN invoice i ON i.provider = t.provider AND i.financialMonth = t.financialMonth
WHERE t.cost > d.cost AND (t.cost - d.cost) * 100 > t.cost * :tolerance
