-- id: CC10
-- title: Not the price of the year
-- order: 180
-- asks: is the price right
-- scope: row
-- amount: what is above the price
-- owner: Contract challenges
-- reviewBy: 2027-03-31
-- source: Contract challenges as commissioners commonly make them; from memory
-- verified: no
-- detail: Unit price due: £?
-- needs: price, provider
-- uses: excessPoints = activity.excessDays.points
-- uses: tolerance = activity.price.tolerancePence
-- letter:
--   The unit price is not the published price of the year times your market forces factor. Please correct the
--   price, and credit what was charged above it.
SELECT b.record, b.source, b.sourceRow, b.provider, b.financialMonth, b.pointOfDelivery,
   CAST(NULL AS BIGINT) AS relatedRow, (b.unitPrice - ROUND(COALESCE(p.pricePence, a.pricePence) * f.marketForcesFactor, 0) * 0.01) * b.activity AS amount,
    CAST(CAST(ROUND(COALESCE(p.pricePence, a.pricePence) * f.marketForcesFactor, 0) AS BIGINT) AS STRING) AS detail
FROM bill b
LEFT JOIN price p ON p.tariff = b.tariff AND p.treatmentFunction = b.treatmentFunction
    AND b.startDay >= p.validFrom AND b.startDay < p.validTo
LEFT JOIN price a ON a.tariff = b.tariff AND a.treatmentFunction IS NULL
    AND b.startDay >= a.validFrom AND b.startDay < a.validTo
JOIN provider f ON f.provider = b.provider AND b.startDay >= f.validFrom AND b.startDay < f.validTo
WHERE b.tariff IS NOT NULL AND b.pointOfDelivery NOT IN (:excessPoints)
    AND ABS(b.unitPrice * 100 - ROUND(COALESCE(p.pricePence, a.pricePence) * f.marketForcesFactor, 0)) > :tolerance
