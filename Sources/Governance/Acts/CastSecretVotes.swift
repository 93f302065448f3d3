public import Vocabulary

/// Records the counts of a secret vote of one committee, with who took part and not how; later counts of the same
/// committee take the place of earlier ones.
public struct CastSecretVotes: MeetingEvent {
    public static let name = "castSecretVotes"
    public static let doing = "vote"

    public var meeting: Slug
    public var motion: Slug
    public var committee: Slug
    public var counts: CountVotes.SealedCounts
    public var voted: [Slug]
    public var at: Moment?

    public init(
        meeting: Slug, motion: Slug, committee: Slug, counts: CountVotes.SealedCounts, voted: [Slug],
        at: Moment? = nil
    ) {
        self.meeting = meeting
        self.motion = motion
        self.committee = committee
        self.counts = counts
        self.voted = voted
        self.at = at
    }

    /// - Throws: `no-such-motion`, `vote-closed`, `vote-by-hands`, `not-its-committee`, `vote-twice`, `counts-differ`
    ///   where the counts are not of as many as voted, and what `CountVotes` refuses.
    public func change(
        _ meeting: inout Meeting, from before: GovernanceBefore, at moment: Moment
    ) throws(Refusal) {
        let place = try meeting.requireOpenMotion(motion)
        try meeting.requireCommittee(committee)
        guard meeting.motions[place].votes.isEmpty else {
            throw Refusal(
                .rule, code: "vote-by-hands", "Votes on “\(motion)” were given by show of hands.",
                remedy: "Close the vote, or go on by show of hands.")
        }
        if let twice = twice(voted) {
            throw Refusal(
                .rule, code: "vote-twice", "“\(twice)” is named twice among those who voted.",
                remedy: "A person has one vote in each committee.")
        }
        let sitting = try Sitting(
            of: committee, in: meeting, item: meeting.motions[place].item,
            within: .motion(meeting.motions[place].parts), book: before.book)
        _ = try CountVotes.count(sitting.question(sealed: counts))
        try sitting.requireVoters(voted)
        guard counts.inFavour + counts.against + counts.abstained == voted.count else {
            throw Refusal(
                .input, code: "counts-differ",
                "The counts are of \(counts.inFavour + counts.against + counts.abstained), and "
                    + "\(Vocabulary.counted(voted.count, "person is", "people are")) named as having voted.",
                remedy: "Count again.")
        }
        meeting.motions[place].secretVotes.removeAll { $0.committee == committee }
        meeting.motions[place].secretVotes.append(
            Motion.SecretVotes(committee: committee, counts: counts, voted: voted))
    }
}

extension Sitting {
    /// - Throws: what `CountVotes` refuses of the first who may not vote in person.
    func requireVoters(_ voted: [Slug]) throws(Refusal) {
        for person in voted {
            let vote = Vote(voter: person, choice: .abstain)
            if let refusal = electorate.refusal(of: vote, question(votes: [vote])) { throw refusal }
        }
    }
}
