import Methods
import Rulebook
import Vocabulary

/// How far a panel agrees.
enum CalcAgreement: CalcMethod {
    static let name = "group.agreement"
    static let title =
        "How far a panel agrees on an order: Borda's order, Kendall's W, mean rank correlation."
    static let working = "PanelAgreement"

    static let input = Shape.object([
        PerformanceTable.options,
        .init(
            "members", .list(.list(.number)),
            "a row for each member, a number for each option: its place (1 is best) or its score (more is better)"
        ),
        .init("rowsAre", .choice(["places", "scores"]), "what the rows hold"),
    ])

    static let examples = [
        CalcExample(
            name: "GRP-01: three judges, three alternatives",
            input: [
                "options": ["1", "2", "3"], "members": [[1, 2, 3], [2, 1, 3], [3, 2, 1]], "rowsAre": "places",
            ], expected: ["order": ["2", "1", "3"], "rankSums": [6, 5, 7]], tolerance: 0,
            source: "JMcDM (MIT licence), test/testborda.jl")
    ]

    static func answer(_ input: ShapedValue, by rulebook: Rulebook) throws(Refusal) -> CalcAnswer {
        let options = try NamedList(input["options"], of: "options")
        let rows = try options.rows(input["members"], called: "members")
        guard !rows.isEmpty else {
            throw Refusal(.input, code: "no-members", "There is no member, so there is no order to agree on.")
        }
        let panel =
            input["rowsAre"].text == "places" ? PanelAgreement(places: rows) : PanelAgreement(scores: rows)
        return CalcAnswer(
            [
                "order": options.json(panel.bordaOrder), "rankSums": .decimals(panel.rankSums),
                "points": .decimals(panel.bordaPoints),
                "concordance": .optional(panel.concordance) { .decimal($0) },
                "meanCorrelation": .optional(panel.meanCorrelation) { .decimal($0) },
                "correlationWithOthers": .list(
                    panel.correlationWithOthers.map { .optional($0) { JSONValue.decimal($0) } }),
            ], steps: [Working.Step(panel.meaning)])
    }
}
