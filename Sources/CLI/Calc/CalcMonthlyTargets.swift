import Rulebook
import Vocabulary

/// An annual target spread over the months by working days.
enum CalcMonthlyTargets: CalcMethod {
    static let name = "dental.monthlyTargets"
    static let title = "An annual target spread over the months by working days, summing to the whole."
    static let working = "monthlyTargets"

    static let input = Shape.object([
        .init("financialYear", .financialYear, "whose working days count"),
        .init("contractedUnits", .units, "UDAs contracted for the year"),
    ])

    static let examples = [
        CalcExample(
            name: "a UDA for each working day of 2024/25",
            input: ["financialYear": "2024/25", "contractedUnits": 254],
            expected: ["monthlyUnits": [21, 21, 20, 23, 21, 21, 23, 21, 20, 22, 20, 21]],
            tolerance: 0, source: "England and Wales bank holidays, gov.uk (the days; the target is ours)")
    ]

    static func answer(_ input: ShapedValue, by rulebook: Rulebook) throws(Refusal) -> CalcAnswer {
        let year = input["financialYear"].financialYear
        let targets = try WorkingDays.shipped.monthlyTargets(of: input["contractedUnits"].units, in: year)
        return CalcAnswer(["monthlyUnits": .list(targets.map { .units($0) })])
    }
}
