-- id: CC20
-- title: Emergency attendance without investigation
-- order: 210
-- asks: is the price right
-- scope: row
-- amount: what is above the lowest price
-- owner: Contract challenges
-- reviewBy: 2027-03-31
-- source: Contract challenges as commissioners commonly make them; from memory
-- verified: no
-- needs: emergency_care, price, provider
-- uses: emergencyPoint = activity.emergency.point
-- uses: lowestTariff = activity.emergency.lowestTariff
-- letter:
--   The emergency care record shows no investigation, and more than the lowest price was billed. Please credit
--   the difference, or correct the record.
SELECT b.record, b.source, b.sourceRow, b.provider, b.financialMonth, b.pointOfDelivery,
   CAST(NULL AS BIGINT) AS relatedRow, (b.unitPrice - ROUND(p.pricePence * f.marketForcesFactor, 0) * 0.01) * b.activity AS amount
FROM bill b JOIN emergency_care e ON e.provider = b.provider AND e.cdsIdentifier = b.cdsIdentifier
JOIN price p ON p.tariff = :lowestTariff AND p.treatmentFunction IS NULL
    AND b.startDay >= p.validFrom AND b.startDay < p.validTo
JOIN provider f ON f.provider = b.provider AND b.startDay >= f.validFrom AND b.startDay < f.validTo
WHERE b.pointOfDelivery = :emergencyPoint AND e.investigations = 0
    AND b.unitPrice * 100 > ROUND(p.pricePence * f.marketForcesFactor, 0)
