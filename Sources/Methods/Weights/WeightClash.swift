public import Vocabulary

/// Statements about weights that cannot all hold; without any one of them the rest can.
public struct WeightClash: Error, Hashable, Sendable {
    /// Their places in the list that was given, ascending.
    public let statements: [Int]
    /// The statements themselves, in that order.
    public let said: [WeightStatement]

    init(_ places: [Int], of statements: [WeightStatement]) {
        self.statements = places
        self.said = places.map { statements[$0] }
    }

    /// What the person sees.
    ///
    /// - Parameter names: of the criteria, in their order.
    public func refusal(naming names: [String]) -> Refusal {
        let words = said.map { $0.words(names) }.joined(separator: "; ")
        return Refusal(
            .input, code: "weights-clash",
            said.count == 1 ? "This cannot hold: \(words)." : "These cannot all hold: \(words).",
            remedy: said.count == 1
                ? "Change it or take it back."
                : "Take back or widen any one of them, and the others can hold together."
        )
    }
}

extension WeightPolytope {
    /// The largest number of criteria for which statements are worked out at the word of a person.
    public static let mostCriteria = 40

    /// The weights that agree with what a person said; a clash is told in the criteria's names.
    ///
    /// - Throws: `Refusal` where statements cannot all hold, or there are none or too many criteria.
    public static func agreeing(
        with statements: [WeightStatement], criteria names: [String]
    ) throws(Refusal) -> WeightPolytope {
        guard (1...mostCriteria).contains(names.count) else {
            throw Refusal(
                .input, code: "weights-size",
                "There are \(names.count) criteria; statements are worked out for 1 to \(mostCriteria).",
                remedy: "Group the criteria in a tree, and weigh within each group.")
        }
        do throws(WeightClash) {
            return try WeightPolytope(criteria: names.count, statements: statements)
        } catch {
            throw error.refusal(naming: names)
        }
    }
}
