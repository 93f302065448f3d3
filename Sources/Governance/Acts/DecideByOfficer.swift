public import Vocabulary

/// A decision of an officer to whom the terms of reference delegate a matter; it is owed to the next meeting.
public struct DecideByOfficer: GovernanceAct {
    public static let name = "decideByOfficer"

    public var decision: OutsideDecision
    public var officer: Slug
    public var at: Moment?

    public var record: RecordName { RecordName(.decision, decision.id) }

    public init(decision: OutsideDecision, officer: Slug, at: Moment? = nil) {
        self.decision = decision
        self.officer = officer
        self.at = at
    }

    /// - Throws: `no-delegation` where the terms of the day give the officer no such mandate, and what
    ///   `OutsideDecision.resolution` refuses.
    public func decide(
        _ before: GovernanceBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> GovernanceBook {
        let happened = try happened(at, recordedAt: moment)
        let terms = try before.book.termsInForce(decision.committee, on: happened.inLondon.day)
        let own = terms.mandates.first { $0.matter == decision.matter && $0.officer == officer }
        guard let mandate = own else {
            throw Refusal(
                .rule, code: "no-delegation",
                "The terms of reference of “\(decision.committee)” do not delegate “\(decision.matter)” to "
                    + "“\(officer)” (\(terms.citation)).",
                remedy: "Put it before the committee.")
        }
        var book = before.book
        book.decisions[decision.id] = try decision.resolution(
            by: [officer], manner: .officer, under: mandate, terms: terms, before, at: happened)
        return book
    }
}
