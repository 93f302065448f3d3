-- id: CC19
-- title: Within a maternity pathway
-- order: 140
-- asks: was it paid already
-- scope: row
-- amount: the whole cost
-- owner: Contract challenges
-- reviewBy: 2027-03-31
-- source: Contract challenges as commissioners commonly make them; from memory
-- verified: no
-- needs: maternity_pathway
-- uses: maternityFunctions = activity.maternity.functions
-- uses: pathwayPoints = activity.maternity.pathwayPoints
-- letter:
--   The care is part of a maternity pathway that was paid for as a whole. Please credit what was billed on top
--   of it.
SELECT b.record, b.source, b.sourceRow, b.provider, b.financialMonth, b.pointOfDelivery,
   CAST(NULL AS BIGINT) AS relatedRow, b.cost AS amount
FROM bill b
WHERE b.treatmentFunction IN (:maternityFunctions) AND COALESCE(b.pointOfDelivery, '') NOT LIKE :pathwayPoints || '%'
    AND EXISTS (
        SELECT 1 FROM maternity_pathway m
        WHERE m.patient = b.patient AND b.startDay >= m.startOn AND b.startDay <= m.endOn)
