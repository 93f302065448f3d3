public import Vocabulary

/// Sets the terms of reference of a committee from a day; earlier terms stay on the record for their own days.
///
/// Terms from the day of earlier ones take their place, as long as no meeting has been held since. Refused: terms from
/// a day on or before a meeting that was held (`terms-before-meeting`), outside the committee's days; a quorum that says
/// nothing (see `QuorumRule.check`), names somebody who is no member (`quorum-names-stranger`) or can never be met by
/// the members of that day (`quorum-never-met`); a matter twice (`mandate-twice`), a limit or days below nought, an
/// unknown officer, no citation.
public struct SetTerms: GovernanceAct {
    public static let name = "setTerms"

    public var committee: Slug
    public var terms: TermsOfReference

    public init(committee: Slug, terms: TermsOfReference) {
        self.committee = committee
        self.terms = terms
    }

    public var record: RecordName { RecordName(.committee, committee) }

    public func decide(
        _ before: GovernanceBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> GovernanceBook {
        var book = before.book
        var committee = try book.requireCommittee(committee)
        try committee.requireExists(on: terms.from, "The first day of the terms of reference")
        try refuseBlank(terms.citation, "What document the terms of reference of “\(committee.id)” stand in")
        let held = book.meetings.values.filter { meeting in
            meeting.committees.contains(committee.id) && (meeting.state == .open || meeting.state == .closed)
        }
        if let last = held.map(\.startsAt.inLondon.day).max(), terms.from <= last {
            throw Refusal(
                .rule, code: "terms-before-meeting",
                "The terms are to hold from \(terms.from.inWords), and “\(committee.id)” has met on \(last.inWords).",
                remedy: "Let them hold from a later day: a meeting keeps the terms under which it was held.")
        }
        try requireMandates(in: book)
        try requireQuorum(of: committee)
        committee.terms.append(terms)
        book.committees[committee.id] = committee
        return book
    }

    private func requireMandates(in book: GovernanceBook) throws(Refusal) {
        if let days = terms.papersDays, !(0...366).contains(days) {
            throw Refusal(
                .input, code: "papers-days", "Papers cannot be out \(days) days before a meeting.",
                remedy: "Give a whole number of days, or leave it to the Rulebook.")
        }
        for mandate in terms.mandates {
            if let limit = mandate.upTo, limit < .zero {
                throw Refusal(
                    .input, code: "limit-negative", "The limit on “\(mandate.matter)” is \(limit).",
                    remedy: "Give the most that one decision may commit, or leave it out for no limit.")
            }
            if let officer = mandate.officer { _ = try book.requirePerson(officer) }
        }
        let held = terms.mandates.map { [$0.matter.description, $0.officer?.description ?? ""] }
        if let twice = twice(held) {
            throw Refusal(
                .input, code: "mandate-twice",
                "The matter “\(twice[0])” stands twice" + (twice[1].isEmpty ? "." : " for “\(twice[1])”."),
                remedy: "Give one limit for each matter and officer.")
        }
    }

    private func requireQuorum(of committee: Committee) throws(Refusal) {
        try terms.quorum.check()
        let members = committee.members(on: terms.from).filter { terms.allowsDeputies || $0.deputyFor == nil }
        if let stranger = terms.quorum.people.subtracting(members.map(\.person)).min() {
            throw Refusal(
                .rule, code: "quorum-names-stranger",
                "The quorum names “\(stranger)”, who is no member of “\(committee.id)” on \(terms.from.inWords).",
                remedy: "Appoint the person first, or name a role.")
        }
        let answer = try QuorumCanBeMet.judge(terms.quorum, seats: members.map { Seat($0) })
        guard answer.isMet else {
            throw Refusal(
                .rule, code: "quorum-never-met",
                "The quorum is \(terms.quorum.inWords); the \(counted(members.count, "member", "members")) of "
                    + "“\(committee.id)” on \(terms.from.inWords) can never meet it: "
                    + "\(QuorumWords.listed(answer.missing)) would be needed (\(terms.citation)).",
                remedy: "Appoint whoever is missing first, or set another quorum.")
        }
    }
}
