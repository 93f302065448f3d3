-- view: billed_month
SELECT DISTINCT provider, financialMonth FROM bill
