public import Vocabulary

/// Closes the vote on a motion: the quorum is judged again, the votes are counted, each committee for itself.
///
/// Votes of those who have left since, and of proxies who have, are not counted, and the record says whose. A committee
/// that is no longer quorate decides nothing; where none is, the item stops.
public struct CloseVote: MeetingEvent {
    public static let name = "closeVote"
    public static let doing = "close a vote"

    public var meeting: Slug
    public var motion: Slug
    /// By committee, where votes are equal and the terms give whoever chairs a casting vote.
    public var castingVotes: [Casting]?
    public var at: Moment?

    /// The casting vote in one committee.
    public struct Casting: Hashable, Sendable, Codable {
        public var committee: Slug
        public var vote: CastingVote

        public init(committee: Slug, vote: CastingVote) {
            self.committee = committee
            self.vote = vote
        }
    }

    public init(meeting: Slug, motion: Slug, castingVotes: [Casting]? = nil, at: Moment? = nil) {
        self.meeting = meeting
        self.motion = motion
        self.castingVotes = castingVotes
        self.at = at
    }

    /// - Throws: `no-such-motion`, `vote-closed`, `no-votes`, `interest-unhandled`, `recused-present`, `statutory-gate`,
    ///   `not-its-committee`, and what `CountVotes` refuses of a secret or a casting vote.
    public func change(
        _ meeting: inout Meeting, from before: GovernanceBefore, at moment: Moment
    ) throws(Refusal) {
        let place = try meeting.requireOpenMotion(motion)
        let motion = meeting.motions[place]
        guard !motion.votes.isEmpty || !motion.secretVotes.isEmpty else {
            throw Refusal(
                .rule, code: "no-votes", "Nobody has voted on “\(motion.id)”.", remedy: "Record the votes first.")
        }
        for casting in castingVotes ?? [] { try meeting.requireCommittee(casting.committee) }
        try meeting.requireHandled(motion.item, before)
        try meeting.refuseRecusedPresent(motion.item, parts: motion.parts)
        let quorate = try meeting.judgeQuorum(
            motion.item, within: .motion(motion.parts), book: before.book, at: moment)
        for id in meeting.committees {
            guard quorate.contains(id) else {
                meeting.motions[place].results.append(
                    Motion.Result(committee: id, outcome: .quorumLost, at: moment))
                continue
            }
            let resolution = try counted(motion, in: id, meeting, before, at: moment)
            meeting.record(resolution, of: place, at: moment)
        }
        if quorate.isEmpty, let item = meeting.proceedings.firstIndex(where: { $0.item == motion.item }) {
            meeting.stop(item, at: moment)
        }
    }

    private func counted(
        _ motion: Motion, in committee: Slug, _ meeting: Meeting, _ before: GovernanceBefore, at moment: Moment
    ) throws(Refusal) -> Resolution {
        let sitting = try Sitting(
            of: committee, in: meeting, item: motion.item, within: .motion(motion.parts), book: before.book)
        let casting = castingVotes?.first { $0.committee == committee }?.vote
        let secret = motion.secretVotes.first { $0.committee == committee }
        let cast = motion.votes.filter { $0.committee == committee }.map(\.vote)
        let votes = cast.filter { sitting.electorate.voters[$0.voter] == $0.castBy ?? $0.voter }
        if let secret { try sitting.requireVoters(secret.voted) }
        let tally = try CountVotes.count(
            sitting.question(votes: votes, sealed: secret?.counts, castingVote: casting))
        let deciders = secret?.voted ?? votes.map(\.voter)
        if tally.outcome == .carried {
            let item = try meeting.requireItem(motion.item)
            try meeting.requireGates(item, seenBy: secret?.voted ?? votes.map { $0.castBy ?? $0.voter }, before)
        }
        var resolution = try meeting.resolution(
            of: motion, in: sitting, manner: secret == nil ? .vote : .secretVote, tally: tally, deciders: deciders,
            at: moment)
        resolution.setAside = cast.filter { vote in !votes.contains(vote) }.map(\.voter)
        return resolution
    }
}

extension Meeting {
    /// Writes down what a committee decided on the motion at the place.
    mutating func record(_ resolution: Resolution, of place: Int, at moment: Moment) {
        motions[place].results.append(
            Motion.Result(
                committee: resolution.committee, outcome: resolution.isCarried ? .carried : .notCarried, at: moment))
        resolutions.append(resolution)
        guard let item = proceedings.firstIndex(where: { $0.item == resolution.item }) else { return }
        proceedings[item].outcomes.append(
            Proceeding.Outcome(
                committee: resolution.committee, kind: resolution.isCarried ? .decided : .notCarried,
                resolution: resolution.id, note: nil, at: moment))
    }
}
