-- view: same_care
-- keep: yes
SELECT b.record, b.source, b.sourceRow, b.provider, b.financialMonth, b.pointOfDelivery, b.patient, b.startDay,
    b.treatmentFunction, b.tariff, b.cost
FROM bill b
JOIN (
    SELECT patient, startDay, pointOfDelivery, treatmentFunction, tariff
    FROM bill
    WHERE patient IS NOT NULL AND startDay IS NOT NULL AND pointOfDelivery IS NOT NULL
        AND treatmentFunction IS NOT NULL
    GROUP BY patient, startDay, pointOfDelivery, treatmentFunction, tariff
    HAVING COUNT(*) > 1
) t ON t.patient = b.patient AND t.startDay = b.startDay AND t.pointOfDelivery = b.pointOfDelivery
    AND t.treatmentFunction = b.treatmentFunction AND COALESCE(t.tariff, '') = COALESCE(b.tariff, '')
