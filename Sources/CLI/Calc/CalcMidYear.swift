import Contracts
import Rulebook
import Vocabulary

/// A contract's mid-year review by the rules of its year.
enum CalcMidYear: CalcMethod {
    static let name = "dental.midYear"
    static let title = "A dental contract's mid-year review: whether a plan may be required, and the most withheld."
    static let working = "JudgeMidYear"

    static let input = Shape.object([
        .init("financialYear", .financialYear, "whose rules apply"),
        .init("contractedUnits", .units, "UDAs contracted for the year"),
        .init("deliveredUnits", .units, "UDAs delivered from April to September"),
        .init("carriedInUnits", .units, "UDAs carried in; negative for a shortfall owed", isOptional: true),
        .init("valuePence", .pence, "money of the UDA line for the year"),
    ])

    static let examples = [
        CalcExample(
            name: "below 30 % a plan may be required, and the value beyond twice the half-year withheld",
            input: [
                "financialYear": "2024/25", "contractedUnits": 10_000, "deliveredUnits": 2_900,
                "valuePence": 30_000_000,
            ],
            expected: ["band": "belowThreshold", "mostWithheldPence": 12_600_000], tolerance: 0,
            source: "PDS Regulations 2005 Schedule 3 paragraph 59 (the rule; the numbers are ours)")
    ]

    static func answer(_ input: ShapedValue, by rulebook: Rulebook) throws(Refusal) -> CalcAnswer {
        let year = input["financialYear"].financialYear
        guard let rules = try DentalYearRules(rulebook, .shipped, year: year).midYear else {
            throw Refusal(.rule, code: "no-mid-year", "\(year) has no mid-year review.")
        }
        let review = try JudgeMidYear.judge(
            contracted: input["contractedUnits"].units, delivered: input["deliveredUnits"].units,
            carriedIn: input["carriedInUnits"].isAbsent ? .zero : input["carriedInUnits"].units,
            value: input["valuePence"].money, by: rules)
        return CalcAnswer(
            [
                "adjustedUnits": .units(review.adjusted),
                "achievedPercent": .optional(review.achieved) { JSONValue.decimal($0.percentNumber) },
                "band": .text(review.band.rawValue), "planMayBeRequired": .flag(review.planMayBeRequired),
                "mostWithheldPence": .money(review.mostWithheld),
            ], steps: review.steps)
    }
}
