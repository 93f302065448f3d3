public import Vocabulary

/// Marks assessments as seen by a member; what was marked before keeps its moment.
public struct MarkSeen: RoundAct {
    public static let name = "markSeen"

    public var round: Slug
    public var member: Slug
    public var assessments: [Slug]

    public init(round: Slug, member: Slug, assessments: [Slug]) {
        self.round = round
        self.member = member
        self.assessments = assessments
    }

    public func decide(
        _ before: RoundBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> Round {
        var round = try before.found(round)
        try round.requireUndecided(to: "mark an assessment as seen")
        _ = try round.requireMember(member)
        guard !assessments.isEmpty else {
            throw Refusal(
                .input, code: "no-assessments", "No assessment was named.",
                remedy: "Name those that “\(member)” has seen.")
        }
        for assessment in assessments {
            guard round.assessments.contains(where: { $0.id == assessment }) else {
                throw Refusal(
                    .usage, code: "no-such-assessment", "There is no assessment “\(assessment)”.",
                    remedy: round.assessments.isEmpty
                        ? "Attach it first." : "There are \(named(round.assessments.map(\.id))).")
            }
            guard !round.seen.contains(where: { $0.assessment == assessment && $0.member == member }) else { continue }
            round.seen.append(Round.Seen(assessment: assessment, member: member, at: moment))
        }
        return round
    }
}
