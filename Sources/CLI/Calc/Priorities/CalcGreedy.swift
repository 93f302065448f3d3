import Methods
import Rulebook
import Vocabulary

/// What going down the list of value for money takes.
enum CalcGreedy: CalcMethod {
    static let name = "portfolio.greedy"
    static let title = "What going down the list of value for money takes, passing over what does not fit."
    static let working = "greedy"

    static let input = Shape.object(
        PortfolioDocument.fields(
            .init("costs", .list(.whole), "one for each item; the list goes by value over cost")))

    static let examples = [
        CalcExample(
            name: "the best value for money leaves room that cannot be used",
            input: [
                "items": ["A", "B", "C"], "values": [60, 100, 120], "costs": [10, 20, 30],
                "rules": [["name": "budget", "amounts": [10, 20, 30], "atMost": 50]],
            ], expected: ["chosen": ["A", "B"], "value": 160], tolerance: 0,
            source:
                "Cormen, Leiserson, Rivest and Stein, Introduction to Algorithms, section 16.2: greedy takes 160 "
                + "where 220 can be had")
    ]

    static func answer(_ input: ShapedValue, by rulebook: Rulebook) throws(Refusal) -> CalcAnswer {
        let items = try NamedList(input["items"], of: "items")
        let model = try PortfolioDocument.model(input, items: items)
        let costs = input["costs"].list.map(\.whole)
        guard costs.count == items.count else {
            throw Refusal(
                .input, code: "uneven-rows", "There are \(costs.count) costs, and \(items.count) items.")
        }
        guard let chosen = model.greedy(by: costs) else {
            return CalcAnswer(
                ["chosen": .null, "value": .null],
                steps: [
                    Working.Step("No choice that keeps every rule was found; there may be one all the same.")
                ])
        }
        return CalcAnswer([
            "chosen": PortfolioDocument.names(chosen, of: items), "value": .decimal(model.value(of: chosen)),
        ])
    }
}
