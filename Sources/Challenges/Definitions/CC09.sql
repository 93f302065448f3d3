-- id: CC09
-- title: Excess bed days
-- order: 170
-- asks: is the price right
-- scope: row
-- amount: the days that are not due
-- owner: Contract challenges
-- reviewBy: 2027-03-31
-- source: Contract challenges as commissioners commonly make them; from memory
-- verified: no
-- detail: Days due: ?
-- needs: price, provider
-- uses: excessPoints = activity.excessDays.points
-- letter:
--   More excess bed days were billed than the stay has beyond the trim point of its tariff, or the tariff has
--   none. Please bill the days that are due, and credit the rest.
SELECT b.record, b.source, b.sourceRow, b.provider, b.financialMonth, b.pointOfDelivery,
   CAST(NULL AS BIGINT) AS relatedRow, b.cost - COALESCE(CASE WHEN b.lengthOfStay > p.trimPointDays THEN b.lengthOfStay - p.trimPointDays ELSE 0 END
        * ROUND(p.excessDayPence * f.marketForcesFactor, 0) * 0.01, 0) AS amount,
    CASE WHEN p.tariff IS NOT NULL
        THEN CAST(CAST(CASE WHEN b.lengthOfStay > p.trimPointDays THEN b.lengthOfStay - p.trimPointDays ELSE 0 END AS BIGINT) AS STRING)
    END AS detail
FROM bill b
LEFT JOIN price p ON p.tariff = b.tariff AND p.treatmentFunction IS NULL AND p.trimPointDays IS NOT NULL
    AND b.startDay >= p.validFrom AND b.startDay < p.validTo
LEFT JOIN provider f ON f.provider = b.provider AND b.startDay >= f.validFrom AND b.startDay < f.validTo
WHERE b.pointOfDelivery IN (:excessPoints)
    AND (p.tariff IS NULL
        OR b.activity > CASE WHEN b.lengthOfStay > p.trimPointDays THEN b.lengthOfStay - p.trimPointDays ELSE 0 END)
