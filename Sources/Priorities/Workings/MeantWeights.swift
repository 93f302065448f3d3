import Methods
public import Vocabulary

/// What one member's statement makes of the criteria of its branch, and how well it holds together: to be read by the
/// member before anything is recorded.
public struct MeantWeights: Sendable {
    /// One criterion's part of its branch, 0 to 1.
    public struct Weight: Hashable, Sendable {
        public let criterion: Slug
        public let weight: Double
        /// The least and the most that it can be after what was said; both the weight where that leaves no range.
        public let low: Double
        public let high: Double
    }

    /// Two comparisons that together say one thing, where a third says another.
    public struct Contradiction: Hashable, Sendable {
        public let first: Slug
        public let second: Slug
        public let third: Slug
        /// How many times the first is the second.
        public let firstStep: Double
        /// How many times the second is the third.
        public let secondStep: Double
        /// How many times the first is the third, as it was said.
        public let said: Double
        /// The same by way of the second.
        public var implied: Double { firstStep * secondStep }
    }

    /// In the round's order; they sum to one.
    public let weights: [Weight]
    /// How far judgements contradict one another, 0 where they all agree; nil where the method cannot tell.
    public let inconsistency: Double?
    /// The comparisons in pairs that contradict one another most, the worst first; three at most.
    public let contradictions: [Contradiction]

    private static let mostContradictions = 3

    /// - Throws: `Refusal` where no weights follow from what was said, as `PanelWeights`.
    public init(_ said: WeightsGiven, of member: Slug, in round: Round) throws(Refusal) {
        let tree = CriteriaTree(round)
        guard let branch = tree.branches.first(where: { $0.id == said.within }), !branch.children.isEmpty else {
            throw Refusal(
                .input, code: "no-such-branch",
                "“\(said.within?.description ?? "")” is no criterion on which others hang.",
                remedy: "Weigh the criteria of a branch that there is.")
        }
        let known = try BranchWeights(said, of: branch, in: round, by: member, tables: .shipped)
        weights = branch.children.indices.map { place in
            Weight(
                criterion: branch.children[place], weight: known.point[place], low: known.ranges[place].low,
                high: known.ranges[place].high)
        }
        inconsistency = known.consistency?.ratio
        contradictions = (known.comparison?.worstTriads(MeantWeights.mostContradictions) ?? []).map { triad in
            let matrix = known.comparison?.matrix ?? []
            return Contradiction(
                first: branch.children[triad.first], second: branch.children[triad.second],
                third: branch.children[triad.third],
                firstStep: matrix[triad.first][triad.second], secondStep: matrix[triad.second][triad.third],
                said: triad.said)
        }
    }
}

extension MeantWeights {
    /// Whether comparisons in pairs agree with one another; nil where the method cannot tell.
    ///
    /// - Parameters:
    ///   - accepted: up to which inconsistency is by custom taken as it is.
    ///   - round: names the criteria.
    public func consistency(accepted: Share, in round: Round) -> [String]? {
        guard let inconsistency else { return nil }
        let measure = "\(Said.percent(inconsistency)), where up to \(accepted.percentText(decimals: 0)) is accepted"
        if contradictions.isEmpty { return ["Your comparisons all agree with one another."] }
        if inconsistency <= accepted.approximate {
            return ["Your comparisons agree with one another well enough (\(measure))."]
        }
        return [
            "Your comparisons contradict one another more than is usual (\(measure)): worth another look. These do most:"
        ] + contradictions.map { $0.words(in: round) }
    }
}

extension MeantWeights.Contradiction {
    /// `“A” 3 times as much as “B” and “B” 2 times as much as “C” make “A” 6 times as much as “C”; you said 2 times.`
    fileprivate func words(in round: Round) -> String {
        func times(_ one: Slug, _ other: Slug, _ ratio: Double) -> String {
            let (one, other) = (round.criterion(one)?.title ?? one.description, round.criterion(other)?.title ?? "")
            if (ratio - 1).magnitude < 1e-9 { return "“\(one)” as much as “\(other)”" }
            return ratio > 1
                ? "“\(one)” \(Said.number(ratio)) times as much as “\(other)”"
                : "“\(other)” \(Said.number(1 / ratio)) times as much as “\(one)”"
        }
        return
            "You said \(times(first, second, firstStep)) and \(times(second, third, secondStep)). Together that makes "
            + "\(times(first, third, implied)), and you said \(times(first, third, said))."
    }
}
