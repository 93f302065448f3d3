-- id: CC14
-- title: Drug or device not on the list, or not at its price
-- order: 160
-- asks: is the price right
-- scope: row
-- amount: what is not due
-- owner: Contract challenges
-- reviewBy: 2027-03-31
-- source: Contract challenges as commissioners commonly make them; from memory
-- verified: no
-- detail: Price agreed: £?
-- needs: excluded_item
-- uses: tolerance = activity.price.tolerancePence
-- uses: taxPercent = activity.valueAddedTax.percent
-- letter:
--   The drug or device is not on the list of items paid apart, was charged above the agreed price, or value
--   added tax was charged where none is due. Please credit what is not due.
SELECT b.record, b.source, b.sourceRow, b.provider, b.financialMonth, b.pointOfDelivery, CAST(NULL AS BIGINT) AS relatedRow,
    CASE WHEN COALESCE(o.code, a.code) IS NULL THEN b.cost
        WHEN b.valueAddedTax = 'Y' AND COALESCE(o.taxable, a.taxable) = 'N'
            THEN b.cost - CAST(b.cost * 100 AS DOUBLE) / (100 + :taxPercent)
        ELSE CAST(b.cost * (b.unitPrice * 100 - COALESCE(o.pricePence, a.pricePence)) AS DOUBLE) / CAST(b.unitPrice * 100 AS DOUBLE)
    END AS amount,
    CAST(CAST(COALESCE(o.pricePence, a.pricePence) AS BIGINT) AS STRING) AS detail
FROM item b
LEFT JOIN excluded_item o ON o.kind = b.kind AND o.code = b.code AND o.provider = b.provider
    AND b.startDay >= o.validFrom AND b.startDay < o.validTo
LEFT JOIN excluded_item a ON a.kind = b.kind AND a.code = b.code AND a.provider IS NULL
    AND b.startDay >= a.validFrom AND b.startDay < a.validTo
WHERE COALESCE(o.code, a.code) IS NULL
    OR (b.valueAddedTax = 'Y' AND COALESCE(o.taxable, a.taxable) = 'N')
    OR b.unitPrice * 100 - COALESCE(o.pricePence, a.pricePence) > :tolerance
