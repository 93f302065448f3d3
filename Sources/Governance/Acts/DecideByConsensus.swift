public import Vocabulary

/// Decides without a vote, everybody who may vote agreeing; only where the terms of reference allow it.
public struct DecideByConsensus: MeetingEvent {
    public static let name = "decideByConsensus"
    public static let doing = "decide by consensus"

    public var meeting: Slug
    public var motion: Motion
    public var at: Moment?

    public init(meeting: Slug, motion: Motion, at: Moment? = nil) {
        self.meeting = meeting
        self.motion = motion
        self.at = at
    }

    /// - Throws: what `Meeting.prepared` refuses; `consensus-not-allowed`, `nobody-decides`,
    ///   `statutory-gate`.
    public func change(
        _ meeting: inout Meeting, from before: GovernanceBefore, at moment: Moment
    ) throws(Refusal) {
        var motion = try meeting.prepared(motion, before, at: moment)
        for id in meeting.committees {
            let terms = try before.book.termsInForce(id, on: meeting.day)
            guard terms.allowsConsensus else {
                throw Refusal(
                    .rule, code: "consensus-not-allowed",
                    "The terms of reference of “\(id)” do not let it decide by consensus (\(terms.citation)).",
                    remedy: "Put the motion to the vote.")
            }
        }
        motion.openedAt = moment
        let quorate = try meeting.judgeQuorum(
            motion.item, within: .motion(motion.parts), book: before.book, at: moment)
        meeting.motions.append(motion)
        let place = meeting.motions.count - 1
        for id in meeting.committees {
            guard quorate.contains(id) else {
                meeting.motions[place].results.append(
                    Motion.Result(committee: id, outcome: .quorumLost, at: moment))
                continue
            }
            let sitting = try Sitting(
                of: id, in: meeting, item: motion.item, within: .motion(motion.parts), book: before.book)
            let deciders = sitting.voters.filter { sitting.votesInPerson($0) }
            guard !deciders.isEmpty else {
                throw Refusal(
                    .rule, code: "nobody-decides", "Nobody of “\(id)” is there who may vote on it.",
                    remedy: "Defer the item, or refer it.")
            }
            try meeting.requireGates(try meeting.requireItem(motion.item), seenBy: deciders, before)
            let resolution = try meeting.resolution(
                of: motion, in: sitting, manner: .consensus, tally: nil, deciders: deciders, at: moment)
            meeting.record(resolution, of: place, at: moment)
        }
        if quorate.isEmpty, let item = meeting.proceedings.firstIndex(where: { $0.item == motion.item }) {
            meeting.stop(item, at: moment)
        }
    }
}
