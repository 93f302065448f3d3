-- view: practice_span
SELECT practice, commissioner, openedOn, COALESCE(closedOn, DATE '9999-12-31') AS closedOn,
    CASE WHEN LAG(openedOn) OVER (PARTITION BY practice ORDER BY openedOn) IS NULL THEN DATE '1900-01-01'
        ELSE openedOn END AS fromDay,
    COALESCE(LEAD(openedOn) OVER (PARTITION BY practice ORDER BY openedOn), DATE '9999-12-31') AS untilDay
FROM practice
