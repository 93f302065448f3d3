import Contracts
import Rulebook
import Vocabulary

/// A contract's two targets, unscheduled care and the rest, in years that have two.
enum CalcSplitTargets: CalcMethod {
    static let name = "dental.splitTargets"
    static let title = "Unscheduled care and the rest as separate targets, from 2026/27."
    static let working = "SplitTargets"

    static let input = Shape.object([
        .init("financialYear", .financialYear, "whose rules apply"),
        .init("contractedUnits", .units, "UDAs contracted for the year"),
        .init("valuePence", .pence, "money of the UDA line for the year"),
    ])

    static let examples = [
        CalcExample(
            name: "8.2 % and the rest sum to the whole",
            input: ["financialYear": "2026/27", "contractedUnits": 10_000, "valuePence": 30_000_000],
            expected: [
                "unscheduledUnits": 820, "unscheduledValuePence": 2_460_000, "restUnits": 9_180,
                "restValuePence": 27_540_000,
            ], tolerance: 0,
            source:
                "Practice Plan on the contract changes of April 2026: 8.2 % of contract value (the numbers are ours)")
    ]

    static func answer(_ input: ShapedValue, by rulebook: Rulebook) throws(Refusal) -> CalcAnswer {
        let year = input["financialYear"].financialYear
        let rules = try DentalYearRules(rulebook, .shipped, year: year)
        guard
            let parts = SplitTargets.split(
                contracted: input["contractedUnits"].units, value: input["valuePence"].money, by: rules.yearEnd)
        else {
            throw Refusal(.rule, code: "one-target", "\(year) has one target, not two.")
        }
        return CalcAnswer([
            "unscheduledUnits": .units(parts.unscheduled.contracted),
            "unscheduledValuePence": .money(parts.unscheduled.value), "restUnits": .units(parts.rest.contracted),
            "restValuePence": .money(parts.rest.value),
        ])
    }
}
