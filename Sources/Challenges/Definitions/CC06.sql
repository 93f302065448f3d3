-- id: CC06
-- title: Two first attendances
-- order: 190
-- asks: is the price right
-- scope: row
-- amount: first less follow-up price
-- owner: Contract challenges
-- reviewBy: 2027-03-31
-- source: Contract challenges as commissioners commonly make them; from memory
-- verified: no
-- needs: price, provider
-- uses: firstPoints = activity.outpatient.firstPoints
-- uses: followUpTariff = activity.outpatient.followUpTariff
-- uses: months = activity.outpatient.firstsWithinMonths
-- letter:
--   A second first attendance of the same patient in the same treatment function was billed shortly after the
--   first. Please bill a follow-up attendance instead, and credit the difference.
SELECT MIN(b.record) AS record, b.source, b.sourceRow, b.provider, b.financialMonth, b.pointOfDelivery,
    MIN(e.sourceRow) AS relatedRow,
    MIN(b.cost - ROUND(COALESCE(p.pricePence, a.pricePence) * f.marketForcesFactor, 0) * 0.01 * b.activity) AS amount
FROM bill b JOIN bill e ON e.provider = b.provider AND e.patient = b.patient
    AND e.treatmentFunction = b.treatmentFunction AND e.startDay < b.startDay
    AND b.startDay < e.startDay + INTERVAL :months MONTH
LEFT JOIN price p ON p.tariff = :followUpTariff AND p.treatmentFunction = b.treatmentFunction
    AND b.startDay >= p.validFrom AND b.startDay < p.validTo
LEFT JOIN price a ON a.tariff = :followUpTariff AND a.treatmentFunction IS NULL
    AND b.startDay >= a.validFrom AND b.startDay < a.validTo
JOIN provider f ON f.provider = b.provider AND b.startDay >= f.validFrom AND b.startDay < f.validTo
WHERE b.pointOfDelivery LIKE :firstPoints || '%' AND e.pointOfDelivery LIKE :firstPoints || '%'
    AND COALESCE(p.pricePence, a.pricePence) IS NOT NULL
GROUP BY b.source, b.sourceRow, b.provider, b.financialMonth, b.pointOfDelivery
