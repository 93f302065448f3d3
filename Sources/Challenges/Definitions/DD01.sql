-- id: DD01
-- title: Dental claim sent late
-- order: 110
-- asks: is it as agreed
-- scope: row
-- amount: all units
-- owner: Contract challenges
-- reviewBy: 2027-03-31
-- source: NHS Business Services Authority, claims submitted late
-- verified: yes
-- needs: dental_claim, dental_contract
-- uses: lateAfter = activity.dental.lateAfterDays
-- letter:
--   The claim was received later than the time allowed after the course of treatment was completed. Its units of
--   dental activity are not counted.
SELECT b.form AS record, b.source, b.sourceRow, b.contract AS provider, b.financialMonth, b.band AS pointOfDelivery, CAST(NULL AS BIGINT) AS relatedRow,
    b.udas * c.udaValuePence * 0.01 AS amount
FROM dental_claim b JOIN dental_contract c ON c.contract = b.contract
WHERE b.receivedOn > b.completedOn + INTERVAL :lateAfter DAY
