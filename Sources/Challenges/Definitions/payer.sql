-- view: payer
-- uses: excludedPoints = activity.commissioner.excludedPoints
-- uses: excludedCategories = activity.commissioner.excludedCategories
-- uses: specialisedCategories = activity.commissioner.specialisedCategories
-- uses: notSpecialised = activity.commissioner.notSpecialised
-- uses: dentalFunctions = activity.commissioner.dentalFunctions
-- uses: dentalCategories = activity.commissioner.dentalCategories
-- uses: justiceCategories = activity.commissioner.justiceCategories
-- uses: publicHealthCategories = activity.commissioner.publicHealthCategories
-- uses: armedForces = activity.commissioner.armedForces
-- uses: armedForcesCategories = activity.commissioner.armedForcesCategories
-- uses: emergencyPoint = activity.emergency.point
SELECT q.record, q.source, q.sourceRow, q.provider, q.financialMonth, q.pointOfDelivery, q.commissioner, q.cost, q.reason,
    CASE w.payer
        WHEN 'nobody' THEN NULL
        WHEN 'hub of the practice' THEN q.practiceHub
        WHEN 'hub of the host' THEN q.hostHub
        WHEN 'region of the host' THEN q.hostRegion
        WHEN 'region of the practice' THEN q.practiceRegion
        WHEN 'armed forces' THEN :armedForces
        ELSE COALESCE(q.practiceCommissioner, q.residenceResponsibility, q.hostCommissioner)
    END AS due
FROM (
    SELECT b.record, b.source, b.sourceRow, b.provider, b.financialMonth, b.pointOfDelivery, b.commissioner, b.cost,
        b.residenceResponsibility, p.commissioner AS practiceCommissioner, f.hostCommissioner,
        h.hub AS practiceHub, h.region AS practiceRegion, g.hub AS hostHub, g.region AS hostRegion,
        CASE
            WHEN b.pointOfDelivery IN (:excludedPoints) OR b.serviceCategory IN (:excludedCategories) THEN 'EXCLUDED'
            WHEN s.mentalHealth = 'Y' AND s.delegation = 'GREEN' THEN 'SMH-D'
            WHEN s.mentalHealth = 'Y' THEN 'SMH-N'
            WHEN s.delegation = 'AMBER' THEN 'C0-AMBER'
            WHEN (s.serviceCode IS NOT NULL OR b.serviceCategory IN (:specialisedCategories))
                AND COALESCE(s.delegation, '') <> 'GREEN' THEN 'C0-HOST'
            WHEN (b.treatmentFunction IN (:dentalFunctions) AND s.serviceCode IS NULL)
                OR b.serviceCategory IN (:dentalCategories) THEN 'D'
            WHEN (n.practice IS NOT NULL OR b.serviceCategory IN (:justiceCategories))
                AND COALESCE(b.pointOfDelivery, '') <> :emergencyPoint THEN 'E'
            WHEN b.serviceCategory IN (:publicHealthCategories) THEN 'F'
            WHEN p.commissioner = :armedForces OR b.serviceCategory IN (:armedForcesCategories) THEN 'J'
            WHEN s.delegation = 'GREEN' THEN 'C5'
            WHEN p.commissioner IS NOT NULL THEN 'G-PRACTICE'
            WHEN b.residenceResponsibility IS NOT NULL THEN 'G-RESIDENCE'
            WHEN f.hostCommissioner IS NOT NULL THEN 'G-HOST'
            ELSE 'X'
        END AS reason
    FROM bill b
    LEFT JOIN practice_span p ON p.practice = b.practice AND b.activityDay >= p.fromDay AND b.activityDay < p.untilDay
    LEFT JOIN provider f ON f.provider = b.provider AND b.activityDay >= f.validFrom AND b.activityDay < f.validTo
    LEFT JOIN specialised s ON s.serviceCode = b.serviceCode AND s.serviceCode NOT IN (:notSpecialised)
        AND b.activityDay >= s.validFrom AND b.activityDay < s.validTo
    LEFT JOIN prison n ON n.practice = b.practice AND b.activityDay >= n.validFrom AND b.activityDay < n.validTo
    LEFT JOIN hub h ON h.commissioner = p.commissioner
    LEFT JOIN hub g ON g.commissioner = f.hostCommissioner
) q
-- Beside the rows and not in another CASE, for each branch of which an engine would work the reason out anew.
LEFT JOIN (
    SELECT 'EXCLUDED' AS reason, 'nobody' AS payer
    UNION ALL SELECT 'X', 'nobody'
    UNION ALL SELECT 'SMH-N', 'hub of the practice'
    UNION ALL SELECT 'C0-AMBER', 'hub of the practice'
    UNION ALL SELECT 'C0-HOST', 'hub of the host'
    UNION ALL SELECT 'E', 'region of the host'
    UNION ALL SELECT 'F', 'region of the practice'
    UNION ALL SELECT 'J', 'armed forces'
) w ON w.reason = q.reason
