-- id: CC12
-- title: No such tariff
-- order: 90
-- asks: is the price right
-- scope: row
-- amount: the whole cost
-- owner: Contract challenges
-- reviewBy: 2027-03-31
-- source: Contract challenges as commissioners commonly make them; from memory
-- verified: no
-- needs: price
-- uses: ungroupable = activity.ungroupable.tariffs
-- letter:
--   The activity could not be grouped, or its tariff has no price in the year. Please code it again; until then
--   nothing is due.
SELECT b.record, b.source, b.sourceRow, b.provider, b.financialMonth, b.pointOfDelivery,
   CAST(NULL AS BIGINT) AS relatedRow, b.cost AS amount
FROM bill b
LEFT JOIN price a ON a.treatmentFunction IS NULL AND a.tariff = b.tariff AND b.activityDay >= a.validFrom AND b.activityDay < a.validTo
LEFT JOIN price p ON p.tariff = b.tariff AND p.treatmentFunction = b.treatmentFunction
    AND b.activityDay >= p.validFrom AND b.activityDay < p.validTo
WHERE b.tariff IN (:ungroupable) OR (b.nationalTariff = 'Y' AND b.tariff IS NOT NULL AND a.tariff IS NULL
    AND p.tariff IS NULL)
