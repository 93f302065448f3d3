-- id: CC16
-- title: More referrals within the hospital than agreed
-- order: 310
-- asks: is it as agreed
-- scope: sum
-- amount: those above the cap, at their mean cost
-- owner: Contract challenges
-- reviewBy: 2027-03-31
-- source: Contract challenges as commissioners commonly make them; from memory
-- verified: no
-- needs: consultant_cap
-- uses: consultantReferral = activity.outpatient.consultantReferral
-- letter:
--   There were more attendances on referral from one consultant to another than the contract has agreed. Please
--   credit those above the cap.
SELECT CAST(NULL AS STRING) AS record, r.source, r.sourceRow, r.provider, t.financialMonth, CAST(NULL AS STRING) AS pointOfDelivery,
    CAST(NULL AS BIGINT) AS relatedRow,
    CAST((t.attendances - r.attendances) * t.cost AS DOUBLE) / CAST(t.attendances AS DOUBLE) AS amount
FROM consultant_cap r
JOIN (
    SELECT provider, treatmentFunction, MAX(financialMonth) AS financialMonth,
        CAST(SUM(activity) AS DECIMAL(14,4)) AS attendances, CAST(SUM(cost) AS DECIMAL(14,2)) AS cost
    FROM bill WHERE furtherDetail = :consultantReferral
    GROUP BY provider, treatmentFunction
) t ON t.provider = r.provider AND t.treatmentFunction = r.treatmentFunction
WHERE t.attendances > r.attendances
