-- view: same_record
-- keep: yes
SELECT b.record, b.source, b.sourceRow, b.provider, b.financialMonth, b.pointOfDelivery, b.cdsIdentifier, b.cost
FROM bill b
JOIN (
    SELECT provider, cdsIdentifier FROM bill WHERE cdsIdentifier IS NOT NULL
    GROUP BY provider, cdsIdentifier HAVING COUNT(*) > 1
) t ON t.provider = b.provider AND t.cdsIdentifier = b.cdsIdentifier
