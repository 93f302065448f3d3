public import Vocabulary

/// A decision between meetings by the chair or vice-chair with another member, where the terms allow it; it is owed to
/// the next meeting.
public struct TakeUrgentAction: GovernanceAct {
    public static let name = "takeUrgentAction"

    public var decision: OutsideDecision
    /// Two people or more, one of them chair or vice-chair, no two of one household, practice or firm.
    public var takenBy: [Slug]
    /// Why it could not wait.
    public var urgency: String
    public var at: Moment?

    public var record: RecordName { RecordName(.decision, decision.id) }

    public init(decision: OutsideDecision, takenBy: [Slug], urgency: String, at: Moment? = nil) {
        self.decision = decision
        self.takenBy = takenBy
        self.urgency = urgency
        self.at = at
    }

    /// - Throws: `urgent-not-allowed`, `no-reason`, `too-few-approvers`, `not-member`, `not-chair`, `approver-twice`, `approvers-tied`,
    ///   `no-mandate`, and what `OutsideDecision.resolution` refuses.
    public func decide(
        _ before: GovernanceBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> GovernanceBook {
        let happened = try happened(at, recordedAt: moment)
        let id = decision.committee
        let terms = try before.book.termsInForce(id, on: happened.inLondon.day)
        guard terms.allowsUrgentAction else {
            throw Refusal(
                .rule, code: "urgent-not-allowed",
                "The terms of reference of “\(id)” allow no urgent action (\(terms.citation)).",
                remedy: "Call a meeting.")
        }
        try refuseBlank(reason: urgency, for: "not waiting for a meeting")
        guard takenBy.count >= 2 else {
            throw Refusal(
                .input, code: "too-few-approvers", "Urgent action is taken by \(takenBy.count) of two people.",
                remedy: "Name the chair or vice-chair and another member.")
        }
        let members = before.book.committees[id]?.members(on: happened.inLondon.day) ?? []
        for person in takenBy where !members.contains(where: { $0.person == person && $0.isVoting }) {
            throw Refusal(
                .rule, code: "not-member",
                "“\(person)” is no voting member of “\(id)” on \(happened.inLondon.day.inWords).",
                remedy: "Voting members take urgent action.")
        }
        guard members.contains(where: { takenBy.contains($0.person) && $0.office != nil }) else {
            throw Refusal(
                .rule, code: "not-chair", "Neither the chair nor the vice-chair of “\(id)” takes part.",
                remedy: "One of them takes urgent action, with another member.")
        }
        try FindSharedTies.refuse(
            among: takenBy, on: happened.inLondon.day, in: before.book, to: "take urgent action")
        guard let mandate = terms.mandates.first(where: { $0.matter == decision.matter && $0.officer == nil }) else {
            throw Refusal(
                .rule, code: "no-mandate",
                "The terms of reference of “\(id)” do not let it decide “\(decision.matter)” (\(terms.citation)).",
                remedy: "Refer it to the body that may.")
        }
        var book = before.book
        var resolution = try decision.resolution(
            by: takenBy, manner: .urgentAction, under: mandate, terms: terms, before, at: happened)
        resolution.reasons = "\(decision.reasons.asSentence) Why it could not wait: \(urgency)"
        book.decisions[decision.id] = resolution
        return book
    }
}
