import Vocabulary

extension Sitting {
    func quorum() throws(Refusal) -> JudgeQuorum.Answer {
        try JudgeQuorum.judge(JudgeQuorum.Question(rule: terms.quorum, seats: seats))
    }
}

extension Meeting {
    /// Judges the quorum of each committee for the item, and writes down what is new.
    ///
    /// - Returns: the committees that are quorate.
    mutating func judgeQuorum(
        _ item: Slug, within scope: Scope, book: GovernanceBook, at moment: Moment
    ) throws(Refusal) -> [Slug] {
        guard let place = proceedings.firstIndex(where: { $0.item == item }) else { return [] }
        var quorate: [Slug] = []
        for committee in committees {
            let sitting = try Sitting(of: committee, in: self, item: item, within: scope, book: book)
            let answer = try sitting.quorum()
            if answer.isMet { quorate.append(committee) }
            let last = proceedings[place].findings.last { $0.committee == committee }
            guard last?.isMet != answer.isMet || last?.counted != answer.counted else { continue }
            proceedings[place].findings.append(
                Proceeding.QuorumFinding(
                    committee: committee, at: moment, isMet: answer.isMet, counted: answer.counted,
                    missing: answer.missing, waysOut: answer.isMet ? [] : Meeting.waysOut(sitting.terms)))
        }
        return quorate
    }

    /// Judges again an item for decision that is before the meeting; where no committee is quorate any more the item
    /// stops.
    mutating func judgeItemBefore(book: GovernanceBook, at moment: Moment) throws(Refusal) {
        guard let id = itemBefore, let item = item(id), item.purpose == .decide,
            let place = proceedings.firstIndex(where: { $0.item == id && $0.state == .taken })
        else { return }
        let quorate = try judgeQuorum(id, within: .discussion, book: book, at: moment)
        if quorate.isEmpty { stop(place, at: moment) }
    }

    /// Stops an item: what was put to the vote on it lapses without a result.
    mutating func stop(_ place: Int, at moment: Moment) {
        proceedings[place].state = .stopped
        let item = proceedings[place].item
        for index in motions.indices where motions[index].item == item && motions[index].isOpen {
            motions[index].results = committees.map {
                Motion.Result(committee: $0, outcome: .quorumLost, at: moment)
            }
        }
    }

    private static func waysOut(_ terms: TermsOfReference) -> [String] {
        [
            "defer the item to a later meeting",
            "refer it to a committee or body that has members without an interest",
            "ask somebody without an interest to join for the item",
        ] + (terms.allowsUrgentAction ? ["leave it to urgent action, reported to the next meeting"] : [])
    }
}
