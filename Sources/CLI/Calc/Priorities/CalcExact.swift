import Methods
import Rulebook
import Solver
import Vocabulary

/// The best choice under all rules, proved.
enum CalcExact: CalcMethod {
    static let name = "portfolio.exact"
    static let title = "The best choice of items under all rules, and how far it is proved; needs the solver."
    static let working = "solve"

    static let input = Shape.object(PortfolioDocument.fields())

    static let examples = [
        CalcExample(
            name: "what value for money misses",
            input: [
                "items": ["A", "B", "C"], "values": [60, 100, 120],
                "rules": [["name": "budget", "amounts": [10, 20, 30], "atMost": 50]],
            ], expected: ["chosen": ["B", "C"], "value": 220, "status": "optimal"], tolerance: 1e-9,
            source: "Cormen, Leiserson, Rivest and Stein, Introduction to Algorithms, section 16.2")
    ]

    static func answer(_ input: ShapedValue, by rulebook: Rulebook) throws(Refusal) -> CalcAnswer {
        let items = try NamedList(input["items"], of: "items")
        let model = try PortfolioDocument.model(input, items: items)
        let solver = HighsSolver(try HighsLibrary.installed())
        let found = try PortfolioDocument.solve(model, by: solver, seconds: 60)
        return CalcAnswer(
            [
                "chosen": .optional(found.chosen) { PortfolioDocument.names($0, of: items) },
                "value": .optional(found.value) { .decimal($0) }, "status": .text(found.status.rawValue),
                "bound": .optional(found.bound) { .decimal($0) },
                "gap": .optional(found.gap) { .decimal($0) },
            ], steps: [Working.Step("Solved by \(solver.name) \(solver.version).")])
    }
}
