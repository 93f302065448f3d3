public import Vocabulary

/// Seats somebody on the panel, known by short name and role; the same short name again corrects an entry.
///
/// A correction is possible until the member has given weights or scores. Several may be chairs: who shares an
/// interest does not rule on it.
public struct SeatMember: RoundAct {
    public static let name = "seatMember"

    public var round: Slug
    public var member: Member

    public init(round: Slug, member: Member) {
        self.round = round
        self.member = member
    }

    public func decide(
        _ before: RoundBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> Round {
        var round = try before.found(round)
        try round.requireUndecided(to: "seat a member")
        try round.requireOpen(.scores, to: "seat a member")
        try refuseBlank(member.role, "The role of the member “\(member.id)”")
        if let place = round.members.firstIndex(where: { $0.id == member.id }) {
            guard round.weights[member.id] == nil, round.scores[member.id] == nil else {
                throw Refusal(
                    .rule, code: "member-has-spoken",
                    "The member “\(member.id)” has given weights or scores already, as \(round.members[place].role).",
                    remedy: "Seat somebody else under another short name.")
            }
            round.members[place] = member
        } else {
            round.members.append(member)
        }
        return round
    }
}
