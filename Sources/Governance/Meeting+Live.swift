public import Vocabulary

extension Meeting {
    /// How the quorum of each committee stands for an item with those who are in the room now: judged afresh, and
    /// written down nowhere.
    ///
    /// - Throws: what a committee without terms of reference refuses.
    public func quorumNow(
        for item: Slug, book: GovernanceBook, at moment: Moment
    ) throws(Refusal) -> [Proceeding.QuorumFinding] {
        var meeting = self
        guard let place = meeting.proceedings.firstIndex(where: { $0.item == item }) else { return [] }
        meeting.proceedings[place].findings = []
        _ = try meeting.judgeQuorum(item, within: .discussion, book: book, at: moment)
        return meeting.proceedings[place].findings
    }

    /// Those in the room who may vote in person on a motion and have not, in the order of their short names.
    ///
    /// A deputy of somebody who is there is none of them, nor is a member without a vote.
    public func mayStillVote(on motion: Motion, book: GovernanceBook) -> [Slug] {
        let sittings = committees.compactMap { committee in
            try? Sitting(of: committee, in: self, item: motion.item, within: .motion(motion.parts), book: book)
        }
        return present.sorted().filter { person in
            sittings.contains { sitting in
                sitting.votesInPerson(person)
                    && !motion.votes.contains {
                        $0.vote.voter == person && $0.committee == sitting.committee.id
                    }
            }
        }
    }
}
