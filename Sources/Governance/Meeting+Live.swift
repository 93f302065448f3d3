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
}
