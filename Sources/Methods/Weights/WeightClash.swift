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

    /// True where what is said of criteria side by side leaves every one of them some weight.
    ///
    /// Somebody who says that A is twice B, B twice C and C twice A has contradicted herself, though no weight on
    /// any of them would agree with it; a weight of nothing has to be said as such.
    static func leavesWeight(_ criteria: Int, _ statements: [WeightStatement]) -> Bool {
        let sideBySide = statements.filter { statement in
            switch statement.kind {
            case .range, .ratio(_, _, _, high: 0): false
            default: true
            }
        }
        let some = (0..<criteria).map { place in
            LinearProgramme.Row(
                coefficients: (0..<criteria).map { $0 == place ? 1 : 0 }, relation: .atLeast, bound: 1)
        }
        return sideBySide.count < 2
            || LinearProgramme(
                variables: criteria, rows: lines(criteria: criteria, statements: sideBySide) + some) != nil
    }

    /// Leaves out one statement after the other for as long as the rest still clash.
    static func clash(
        _ statements: [WeightStatement], can hold: ([WeightStatement]) -> Bool
    ) -> WeightClash {
        var kept = Array(statements.indices)
        for place in statements.indices {
            let rest = kept.filter { $0 != place }
            if !hold(rest.map { statements[$0] }) { kept = rest }
        }
        return WeightClash(kept, of: statements)
    }
}
