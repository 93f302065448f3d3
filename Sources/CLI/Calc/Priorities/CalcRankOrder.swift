import Methods
import Rulebook
import Vocabulary

/// Weights from an order.
enum CalcRankOrder: CalcMethod {
    static let name = "weights.rankOrder"
    static let title = "Weights from an order of the criteria: the rank order centroid."
    static let working = "RankOrderCentroid"

    static let input = Shape.object([
        StatedWeights.criteria,
        .init(
            "order", .list(.list(.text)),
            "the criteria from most to least important; those of one inner list stand level"),
    ])

    static let examples = [
        CalcExample(
            name: "three criteria in order",
            input: ["criteria": ["a", "b", "c"], "order": [["a"], ["b"], ["c"]]],
            expected: ["weights": [.decimal(0.6111), .decimal(0.2778), .decimal(0.1111)]], tolerance: 5e-5,
            source: "Barron and Barrett, Management Science 42 (1996) 1515, the weights of three criteria")
    ]

    static func answer(_ input: ShapedValue, by rulebook: Rulebook) throws(Refusal) -> CalcAnswer {
        let criteria = try NamedList(input["criteria"], of: "criteria")
        var order: [[Int]] = []
        for level in input["order"].list {
            var places: [Int] = []
            for name in level.list { places.append(try criteria.place(name)) }
            order.append(places)
        }
        guard order.joined().count == criteria.count else {
            throw Refusal(
                .input, code: "rank-order",
                "The order names \(order.joined().count) criteria, and there are \(criteria.count).")
        }
        return CalcAnswer(["weights": .decimals(try RankOrderCentroid.weights(order: order))])
    }
}
