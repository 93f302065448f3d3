-- view: item
SELECT source, sourceRow, provider, financialMonth, pointOfDelivery, 'drug' AS kind, drugCode AS code, startDay, cost,
    unitPrice, valueAddedTax
FROM drug
UNION ALL
SELECT source, sourceRow, provider, financialMonth, pointOfDelivery, 'device' AS kind, deviceClass AS code, startDay,
    cost, unitPrice, valueAddedTax
FROM device
