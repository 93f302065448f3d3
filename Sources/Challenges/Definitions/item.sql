-- view: item
SELECT nonCdsIdentifier || ' ' || drugCode AS record, source, sourceRow, provider, financialMonth, pointOfDelivery,
    'drug' AS kind, drugCode AS code, startDay, cost, unitPrice, valueAddedTax
FROM drug
UNION ALL
SELECT nonCdsIdentifier || ' ' || deviceClass AS record, source, sourceRow, provider, financialMonth, pointOfDelivery,
    'device' AS kind, deviceClass AS code, startDay, cost, unitPrice, valueAddedTax
FROM device
