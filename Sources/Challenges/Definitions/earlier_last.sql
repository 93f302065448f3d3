-- view: earlier_last
SELECT e.provider, e.financialMonth, e.cdsIdentifier, e.cost
FROM (
    SELECT provider, financialMonth, cdsIdentifier, cost, ROW_NUMBER() OVER (PARTITION BY provider, financialMonth,
        cdsIdentifier ORDER BY source DESC, sourceRow DESC) AS place
    FROM earlier
    WHERE cdsIdentifier IS NOT NULL
) e
WHERE e.place = 1
