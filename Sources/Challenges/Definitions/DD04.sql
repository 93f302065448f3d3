-- id: DD04
-- title: Dental band not supported
-- order: 230
-- asks: is the price right
-- scope: row
-- amount: the difference to band 2a
-- owner: Contract challenges
-- reviewBy: 2027-03-31
-- source: NHS Business Services Authority, band 2 sub-bands: without the clinical data the claim attracts 3 units
-- verified: yes
-- needs: dental_claim, dental_contract
-- uses: teeth = activity.dental.band2bTeeth
-- uses: basic = dental.uda.band2a
-- letter:
--   The clinical data do not support the sub-band that was claimed. The claim counts as band 2a; please correct
--   the record if it is wrong.
SELECT b.form AS record, b.source, b.sourceRow, b.contract AS provider, b.financialMonth, b.band AS pointOfDelivery, CAST(NULL AS BIGINT) AS relatedRow,
    (b.udas - :basic) * c.udaValuePence * 0.01 AS amount
FROM dental_claim b JOIN dental_contract c ON c.contract = b.contract
WHERE (b.band = '2b' AND COALESCE(b.teethFilledOrExtracted, 0) < :teeth AND COALESCE(b.nonMolarEndodontics, 0) < 1)
    OR (b.band = '2c' AND COALESCE(b.molarEndodontics, 0) < 1)
