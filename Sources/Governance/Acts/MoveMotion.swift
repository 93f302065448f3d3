public import Vocabulary

/// Puts a decision to the vote on the item that is before the meeting.
public struct MoveMotion: MeetingEvent {
    public static let name = "moveMotion"
    public static let doing = "move a motion"

    public var meeting: Slug
    public var motion: Motion
    public var at: Moment?

    public init(meeting: Slug, motion: Motion, at: Moment? = nil) {
        self.meeting = meeting
        self.motion = motion
        self.at = at
    }

    /// - Throws: what `Meeting.prepared` refuses; `mover-missing`, `not-voting-member`, `approvers-tied` where mover and
    ///   seconder are one person or share a household, practice or firm.
    public func change(
        _ meeting: inout Meeting, from before: GovernanceBefore, at moment: Moment
    ) throws(Refusal) {
        var motion = try meeting.prepared(motion, before, at: moment)
        guard let mover = motion.mover else {
            throw Refusal(
                .input, code: "mover-missing", "The motion “\(motion.id)” has no mover.",
                remedy: "Name the member who proposes it.")
        }
        let movers = [mover] + (motion.seconder.map { [$0] } ?? [])
        for person in movers {
            var isVoter = false
            for id in meeting.committees {
                let scope = Meeting.Scope.motion(motion.parts)
                let sitting = try Sitting(of: id, in: meeting, item: motion.item, within: scope, book: before.book)
                isVoter = isVoter || sitting.votesInPerson(person)
            }
            guard isVoter else {
                throw Refusal(
                    .rule, code: "not-voting-member",
                    "“\(person)” cannot move or second “\(motion.id)”: not there, without a vote, or left out.",
                    remedy: "A member who may vote on it does so.")
            }
        }
        try FindSharedTies.refuse(among: movers, on: meeting.day, in: before.book, to: "move and second one motion")
        motion.openedAt = moment
        meeting.motions.append(motion)
    }
}
