-- id: CC13
-- title: No prior approval
-- order: 100
-- asks: is it as agreed
-- scope: row
-- amount: the whole cost
-- owner: Contract challenges
-- reviewBy: 2027-03-31
-- source: i5 Health, categories of contract challenges: low-priority procedures and prior approval
-- verified: no
-- needs: low_priority, approval
-- letter:
--   The procedure needs prior approval, and the register has none for this patient, provider and day. Please
--   give the number of the approval, or credit the amount.
SELECT b.record, b.source, b.sourceRow, b.provider, b.financialMonth, b.pointOfDelivery,
   CAST(NULL AS BIGINT) AS relatedRow, b.cost AS amount
FROM bill b JOIN low_priority l ON l.tariff = b.tariff AND b.startDay >= l.validFrom AND b.startDay < l.validTo
WHERE NOT EXISTS (
    SELECT 1 FROM approval a
    WHERE a.provider = b.provider AND a.patient = b.patient AND a.tariff = b.tariff
        AND b.startDay >= a.approvedFrom AND b.startDay <= a.approvedTo)
