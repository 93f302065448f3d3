public import Vocabulary

/// Records votes by show of hands on a motion; a vote is refused where it may not be given.
public struct CastVotes: MeetingEvent {
    public static let name = "castVotes"
    public static let doing = "vote"

    public var meeting: Slug
    public var motion: Slug
    public var votes: [Vote]
    /// Where committees meet in common: in which the votes are given; nil: in each in which the voter has one.
    public var committee: Slug?
    public var at: Moment?

    public init(meeting: Slug, motion: Slug, votes: [Vote], committee: Slug? = nil, at: Moment? = nil) {
        self.meeting = meeting
        self.motion = motion
        self.votes = votes
        self.committee = committee
        self.at = at
    }

    /// - Throws: `no-such-motion`, `vote-closed`, `vote-secret`, `not-its-committee`, `vote-twice`, and what `CountVotes`
    ///   refuses of a vote.
    public func change(
        _ meeting: inout Meeting, from before: GovernanceBefore, at moment: Moment
    ) throws(Refusal) {
        let place = try meeting.requireOpenMotion(motion)
        guard meeting.motions[place].secretVotes.isEmpty else {
            throw Refusal(
                .rule, code: "vote-secret", "The vote on “\(motion)” is secret.", remedy: "Give counts, not names.")
        }
        if let committee { try meeting.requireCommittee(committee) }
        let asked = committee.map { [$0] } ?? meeting.committees
        let scope = Meeting.Scope.motion(meeting.motions[place].parts)
        for vote in votes {
            var refusal: Refusal?
            var isGiven = false
            for id in asked {
                let sitting = try Sitting(
                    of: id, in: meeting, item: meeting.motions[place].item, within: scope, book: before.book)
                if let found = sitting.electorate.refusal(of: vote, sitting.question(votes: [vote])) {
                    if refusal == nil || sitting.holds(vote.voter) { refusal = found }
                    continue
                }
                guard
                    !meeting.motions[place].votes.contains(where: {
                        $0.vote.voter == vote.voter && $0.committee == id
                    })
                else {
                    throw Refusal(
                        .rule, code: "vote-twice", "“\(vote.voter)” has voted already on “\(motion)”.",
                        remedy: "A person has one vote in each committee.")
                }
                meeting.motions[place].votes.append(Motion.Cast(vote: vote, committee: id))
                isGiven = true
            }
            if !isGiven, let refusal { throw refusal }
        }
    }
}

extension Meeting {
    func requireOpenMotion(_ id: Slug) throws(Refusal) -> Int {
        guard let place = motions.firstIndex(where: { $0.id == id }) else {
            throw Refusal(
                .usage, code: "no-such-motion", "There is no motion “\(id)” at “\(self.id)”.",
                remedy: motions.isEmpty ? "Move it first." : "The motions are \(named(motions.map(\.id))).")
        }
        guard motions[place].isOpen else {
            throw Refusal(
                .rule, code: "vote-closed", "The vote on “\(id)” is closed.", remedy: "Move another motion.")
        }
        return place
    }
}
