import Methods
public import Vocabulary

/// A member's exclusion from options, or the chair's leave to stay, turned the other way.
public struct TurnedExclusion: Hashable, Sendable {
    public let member: Slug
    /// In the round's order.
    public let options: [Slug]
    /// True where the member is left out as things stand.
    public let isExcluded: Bool
    public let basis: ExclusionEffect.Basis
    /// Every option's value the other way, in the round's order; nil where there is no other way.
    public let values: [Double]?

    /// Every exclusion, and every interest that the chair let pass, in the order of the panel.
    static func all(_ round: Round, weights: [Double]) -> [TurnedExclusion] {
        round.members.flatMap { member -> [TurnedExclusion] in
            let left = round.excluded(member.id)
            let kept = round.letPass(member.id)
            return [(left, true), (kept, false)].compactMap { options, isExcluded in
                options.isEmpty
                    ? nil : TurnedExclusion(member.id, options, isExcluded: isExcluded, in: round, weights: weights)
            }
        }
    }

    private init(
        _ member: Slug, _ options: Set<Slug>, isExcluded: Bool, in round: Round, weights: [Double]
    ) {
        let given = Set((round.scores[member] ?? []).map(\.option))
        var excluded: [Slug: Set<Slug>] = [:]
        for other in round.members { excluded[other.id] = round.excluded(other.id) }
        if isExcluded { excluded[member] = [] } else { excluded[member, default: []].formUnion(options) }
        let scores = try? ScoreMatrix(
            round, counting: excluded, fullMarks: isExcluded ? [member: options] : [:])
        self.member = member
        self.options = round.options.map(\.id).filter { options.contains($0) }
        self.isExcluded = isExcluded
        if scores == nil {
            basis = .none
        } else {
            basis = !isExcluded || options.isSubset(of: given) ? .scoresGiven : .bestScores
        }
        values = scores.map { AdditiveValue.values(of: $0.values, weights: weights) }
    }
}
