import Methods
public import Vocabulary

/// What the panel's scores are worth: one value from 0 to 100 for each option on each criterion.
///
/// A member's score is read off the criterion's anchors first, and the values are averaged: two members who
/// disagree on a bent scale agree on what their scores are worth.
public struct ScoreMatrix: Hashable, Sendable {
    /// In the round's order.
    public let options: [Slug]
    /// The criteria that are scored, in the round's order.
    public let criteria: [Slug]
    /// Options × criteria, row major: the mean over the members who may score the option.
    public let values: [Double]
    /// The lowest that anyone gave as possible; the lowest value where nobody gave a range.
    public let low: [Double]
    public let high: [Double]
    /// Options × criteria: who scored, and how, in the order of the panel.
    public let cells: [[MemberValue]]

    /// What one member's score is worth.
    public struct MemberValue: Hashable, Sendable {
        public let member: Slug
        public let value: Double
        public let low: Double
        public let high: Double
    }

    /// - Parameters:
    ///   - excluded: the options that each member is left out of; nil: as the round's interests and rulings say.
    ///   - fullMarks: members whose missing scores on these options count as the best on every criterion, to see
    ///     how much could hang on them.
    /// - Throws: `Refusal` where an option has no score on a criterion that counts, or a score lies outside its
    ///   scale.
    public init(
        _ round: Round, counting excluded: [Slug: Set<Slug>]? = nil, fullMarks: [Slug: Set<Slug>] = [:]
    ) throws(Refusal) {
        let leaves = round.leaves
        options = round.options.map(\.id)
        criteria = leaves.map(\.id)
        var places: [Cell: Int] = [:]
        for (row, option) in round.options.enumerated() {
            for (column, leaf) in leaves.enumerated() {
                places[Cell(option: option.id, criterion: leaf.id)] = row * leaves.count + column
            }
        }
        var functions: [ValueFunction] = []
        for leaf in leaves { functions.append(try ScoreMatrix.function(of: leaf)) }
        var cells = [[MemberValue]](repeating: [], count: options.count * leaves.count)
        for member in round.members {
            let left = excluded.map { $0[member.id] ?? [] } ?? round.excluded(member.id)
            var filled: Set<Int> = []
            for score in round.scores[member.id] ?? [] where !left.contains(score.option) {
                guard let place = places[Cell(option: score.option, criterion: score.criterion)] else { continue }
                let leaf = leaves[place % leaves.count]
                let value = try ScoreMatrix.value(
                    score, by: member.id, on: leaf, through: functions[place % leaves.count])
                if filled.insert(place).inserted {
                    cells[place].append(value)
                } else {
                    cells[place][cells[place].count - 1] = value
                }
            }
            for (row, option) in options.enumerated() where fullMarks[member.id]?.contains(option) == true {
                for place in row * leaves.count..<(row + 1) * leaves.count where !filled.contains(place) {
                    cells[place].append(MemberValue(member: member.id, value: 100, low: 100, high: 100))
                }
            }
        }
        for (place, given) in cells.enumerated() where given.isEmpty {
            throw ScoreMatrix.unscored(round.options[place / leaves.count], leaves[place % leaves.count], round)
        }
        let low = cells.map { given in given.dropFirst().reduce(given[0].low) { min($0, $1.low) } }
        let high = cells.map { given in given.dropFirst().reduce(given[0].high) { max($0, $1.high) } }
        // A mean of equal numbers may miss them by a last digit.
        values = cells.indices.map { place in
            let sum = cells[place].reduce(0) { $0 + $1.value }
            return min(high[place], max(low[place], sum / Double(cells[place].count)))
        }
        self.low = low
        self.high = high
        self.cells = cells
    }

    private struct Cell: Hashable {
        let option: Slug
        let criterion: Slug
    }

    /// The value of the option at `row` on each criterion.
    public func row(_ row: Int) -> [Double] { Array(values[row * criteria.count..<(row + 1) * criteria.count]) }

    /// True where somebody gave a range, or two members differ.
    public var hasSpread: Bool { zip(low, high).contains { $0 < $1 } }

    /// A member's own values, options × criteria; nil where the member gave no score that counts.
    public func values(of member: Slug) -> [Double?] {
        cells.map { given in given.first { $0.member == member }?.value }
    }

    // MARK: - From a score to its value

    static func function(of leaf: Criterion) throws(Refusal) -> ValueFunction {
        let anchors = leaf.scale?.anchors ?? []
        return try ValueFunction(cutoffs: anchors.map(\.at), values: anchors.map(\.value))
    }

    private static func value(
        _ score: Score, by member: Slug, on leaf: Criterion, through function: ValueFunction
    ) throws(Refusal) -> MemberValue {
        let beyond: ValueFunction.Beyond =
            switch leaf.scale?.outside ?? .refused {
            case .refused: .refuse
            case .cut: .clip
            case .extended: .extend
            }
        func worth(_ figure: Double) throws(Refusal) -> Double {
            do {
                return try function.value(at: figure, beyond: beyond)
            } catch {
                throw Refusal(
                    .input, code: "score-outside-scale",
                    "\(member)’s score of “\(score.option)” on “\(leaf.title)”: \(error.sentence)",
                    remedy: "Give a score on the scale, or open the anchors again and widen it.")
            }
        }
        let value = try worth(score.value)
        let ends = [try worth(score.low ?? score.value), try worth(score.high ?? score.value)]
        return MemberValue(
            member: member, value: value, low: min(value, ends[0], ends[1]), high: max(value, ends[0], ends[1]))
    }

    private static func unscored(_ option: Option, _ leaf: Criterion, _ round: Round) -> Refusal {
        let may = round.members.filter { !round.excluded($0.id).contains(option.id) }
        guard !may.isEmpty else {
            return Refusal(
                .rule, code: "nobody-may-score",
                "Every member of the panel is left out of “\(option.title)” for an interest, so nobody scores it.",
                remedy: "Seat a member without an interest in it, or let the chair rule on the interests.")
        }
        return Refusal(
            .rule, code: "criterion-unscored",
            "Nobody who may has scored “\(option.title)” on “\(leaf.title)”.",
            remedy: "Ask \(may.map(\.id.description).joined(separator: ", ")) for a score, or withdraw the option.")
    }
}
