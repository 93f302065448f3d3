package import Engines
package import Performance
package import Vocabulary

/// Months of aggregate monitoring as they stand, summed by line, from an engine that holds the views of a year.
package enum AggregateMonths {
    /// - Parameters:
    ///   - views: of the year; they are made here.
    ///   - provider: only this one; nil for all.
    /// - Returns: for each month and line what was planned and what came, in no order.
    /// - Throws: `Refusal`: `no-aggregate` where no aggregate file of the year stands, `no-such-provider`,
    ///   `amounts-too-large`; of the engine.
    package static func all(
        of views: ActivityViews, on engine: any QueryEngine, provider: String? = nil
    ) throws(Refusal) -> [MonthlyActivity] {
        guard views.layouts.contains("acm") else {
            throw Refusal(
                .input, code: "no-aggregate", "No aggregate monitoring (ACM) of \(views.year) was taken in.",
                remedy: "Take it in with remit activity import; the plan and what came stand in it.")
        }
        for statement in views.statements { try engine.run(statement) }
        let wanted = provider.map { " WHERE provider = \(engine.dialect.text($0))" } ?? ""
        let answer = try engine.query(
            """
            SELECT provider, CAST(financialMonth AS INT) AS month, COALESCE(pointOfDelivery, '') AS point,
                COALESCE(treatmentFunction, '') AS treatment, COALESCE(tariff, '') AS tariffCode,
                SUM(plannedActivity) AS plannedCount, SUM(plannedPrice) AS plannedMoney,
                SUM(activity) AS actualCount, SUM(cost) AS actualMoney
            FROM aggregate\(wanted)
            GROUP BY provider, financialMonth, COALESCE(pointOfDelivery, ''), COALESCE(treatmentFunction, ''),
                COALESCE(tariff, '')
            """)
        if let provider, answer.rows == 0 {
            throw Refusal(
                .usage, code: "no-such-provider", "No aggregate row of \(provider) stands in \(views.year).",
                remedy: "Give a provider's code as the files have it; leave it out for all.")
        }
        return try months(answer, in: views.year)
    }

    private static func months(
        _ answer: EngineAnswer, in year: FinancialYear
    ) throws(Refusal) -> [MonthlyActivity] {
        func texts(_ name: String) -> [String?] { answer[name].texts ?? [] }
        let keys = ["provider", "point", "treatment", "tariffCode"].map(texts)
        let months = answer["month"].wholes ?? []
        let planned = try amounts(answer, "plannedCount", places: 4)
        let plannedMoney = try amounts(answer, "plannedMoney", places: 2)
        let actual = try amounts(answer, "actualCount", places: 4)
        let money = try amounts(answer, "actualMoney", places: 2)
        return (0..<answer.rows).map { place in
            MonthlyActivity(
                ActivityLine(
                    provider: keys[0][place] ?? "", pointOfDelivery: keys[1][place] ?? "",
                    treatmentFunction: keys[2][place] ?? "", tariff: keys[3][place] ?? ""),
                year, month: months[place] ?? 1,
                PlanAndActual(
                    plannedActivity: ActivityAmount(tenThousandths: planned[place]),
                    plannedCost: Money(pence: plannedMoney[place]),
                    activity: ActivityAmount(tenThousandths: actual[place]), cost: Money(pence: money[place])))
        }
    }

    /// A column's sums in units of 10⁻ᵖ; nothing is nought.
    private static func amounts(_ answer: EngineAnswer, _ name: String, places: Int) throws(Refusal) -> [Int] {
        guard let (values, scale) = answer[name].decimals, scale == places else {
            preconditionFailure("sums of \(name) are decimals of scale \(places)")
        }
        var amounts: [Int] = []
        for value in values {
            guard let amount = Int(exactly: value ?? 0) else {
                throw Refusal(
                    .input, code: "amounts-too-large", "A month's sum does not fit in 64 bits.",
                    remedy: "Look for a slip in the largest amounts of the file.")
            }
            amounts.append(amount)
        }
        return amounts
    }
}
