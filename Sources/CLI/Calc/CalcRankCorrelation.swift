import Methods
import Rulebook
import Vocabulary

/// How far two orders agree.
enum CalcRankCorrelation: CalcMethod {
    static let name = "rankCorrelation"
    static let title = "Spearman's rank correlation of two lists, ties averaged."
    static let working = "Correlation"

    static let input = Shape.object([
        .init("before", .list(.number), "one value for each thing"),
        .init("after", .list(.number), "the later values, in the same order"),
    ])

    static let examples = [
        CalcExample(
            name: "ten people's intelligence and hours of television",
            input: [
                "before": [106, 86, 100, 101, 99, 103, 97, 113, 112, 110],
                "after": [7, 0, 27, 50, 28, 29, 20, 12, 6, 17],
            ],
            expected: ["coefficient": .decimal(-0.175757575757)], tolerance: 1e-9,
            source: "Wikipedia, Spearman's rank correlation coefficient: the worked example, −29/165")
    ]

    static func answer(_ input: ShapedValue, by rulebook: Rulebook) throws(Refusal) -> CalcAnswer {
        let (before, after) = (input["before"].list.map(\.number), input["after"].list.map(\.number))
        guard before.count == after.count else {
            throw Refusal(
                .input, code: "unequal-lists",
                "There are \(before.count) values before and \(after.count) after; they must pair.")
        }
        guard let coefficient = Correlation.spearman(before, after) else {
            throw Refusal(
                .input, code: "no-order", "Fewer than two values, or all alike: there is no order to compare.")
        }
        return CalcAnswer(["coefficient": .decimal(coefficient)])
    }
}
