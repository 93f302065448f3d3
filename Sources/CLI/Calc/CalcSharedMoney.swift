import Rulebook
import Vocabulary

/// Money shared by weights, to the penny.
enum CalcSharedMoney: CalcMethod {
    static let name = "money.shared"
    static let title = "Money shared in proportion to weights; the parts sum to the whole."
    static let working = "shared"

    static let input = Shape.object([
        .init("amountPence", .pence, "what is shared"),
        .init("weights", .list(.count), "one for each part"),
    ])

    static let examples = [
        CalcExample(
            name: "a pound in three", input: ["amountPence": 100, "weights": [1, 1, 1]],
            expected: ["partsPence": [34, 33, 33]], tolerance: 0,
            source: "Balinski and Young, Fair Representation (1982): the method of largest remainders (numbers ours)")
    ]

    static func answer(_ input: ShapedValue, by rulebook: Rulebook) throws(Refusal) -> CalcAnswer {
        do {
            let parts = try input["amountPence"].money.shared(by: input["weights"].list.map(\.count))
            return CalcAnswer(["partsPence": .list(parts.map { .money($0) })])
        } catch {
            throw Refusal(
                .input, code: "no-weights", "The weights are empty or all zero, so there is nothing to share by.")
        }
    }
}
