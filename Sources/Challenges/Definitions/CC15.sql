-- id: CC15
-- title: More follow-ups than agreed
-- order: 300
-- asks: is it as agreed
-- scope: sum
-- amount: those beyond the ratio, at the follow-up price
-- owner: Contract challenges
-- reviewBy: 2027-03-31
-- source: Contract challenges as commissioners commonly make them; from memory
-- verified: no
-- needs: follow_up_ratio, price, provider
-- uses: firstPoints = activity.outpatient.firstPoints
-- uses: followUpPoints = activity.outpatient.followUpPoints
-- uses: followUpTariff = activity.outpatient.followUpTariff
-- letter:
--   There were more follow-up attendances for each first attendance than the contract has agreed for the
--   treatment function. Please credit those beyond the ratio.
SELECT CAST(NULL AS STRING) AS record, r.source, r.sourceRow, r.provider, t.financialMonth, CAST(NULL AS STRING) AS pointOfDelivery,
    CAST(NULL AS BIGINT) AS relatedRow,
    (t.followUps - r.ratio * t.firsts) * (ROUND(COALESCE(p.pricePence, a.pricePence) * f.marketForcesFactor, 0) * 0.01)
        AS amount
FROM follow_up_ratio r
JOIN (
    SELECT provider, treatmentFunction, MAX(financialMonth) AS financialMonth, MAX(activityDay) AS lastDay,
        SUM(CASE WHEN pointOfDelivery LIKE :firstPoints || '%' THEN activity ELSE 0 END) AS firsts,
        SUM(CASE WHEN pointOfDelivery LIKE :followUpPoints || '%' THEN activity ELSE 0 END) AS followUps
    FROM bill
    GROUP BY provider, treatmentFunction
) t ON t.provider = r.provider AND t.treatmentFunction = r.treatmentFunction
LEFT JOIN price p ON p.tariff = :followUpTariff AND p.treatmentFunction = r.treatmentFunction
    AND t.lastDay >= p.validFrom AND t.lastDay < p.validTo
LEFT JOIN price a ON a.tariff = :followUpTariff AND a.treatmentFunction IS NULL
    AND t.lastDay >= a.validFrom AND t.lastDay < a.validTo
JOIN provider f ON f.provider = r.provider AND t.lastDay >= f.validFrom AND t.lastDay < f.validTo
WHERE t.followUps > r.ratio * t.firsts AND COALESCE(p.pricePence, a.pricePence) IS NOT NULL
