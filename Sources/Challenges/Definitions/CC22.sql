-- id: CC22
-- title: The invoice is not the activity
-- order: 320
-- asks: is the price right
-- scope: sum
-- amount: what the invoice has more
-- owner: Contract challenges
-- reviewBy: 2027-03-31
-- source: NHS England, aggregate contract monitoring (DCB2050): the total must equal the invoice
-- verified: yes
-- needs: invoice
-- letter:
--   The invoice of the month is not the total of the aggregate contract monitoring. Please say which is right,
--   and credit the difference.
SELECT CAST(NULL AS STRING) AS record, i.source, i.sourceRow, i.provider, i.financialMonth, CAST(NULL AS STRING) AS pointOfDelivery,
    CAST(NULL AS BIGINT) AS relatedRow, CAST(i.amountPence AS DECIMAL(18,2)) * 0.01 - t.cost AS amount
FROM invoice i
JOIN (SELECT provider, financialMonth, CAST(SUM(cost) AS DECIMAL(18,2)) AS cost FROM aggregate
    GROUP BY provider, financialMonth) t
    ON t.provider = i.provider AND t.financialMonth = i.financialMonth
WHERE i.amountPence <> t.cost * 100
