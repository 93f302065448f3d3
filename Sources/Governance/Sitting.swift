import Vocabulary

/// One committee of a meeting at one item: its terms, its seats as they stand, whether it may decide.
struct Sitting {
    let committee: Committee
    let terms: TermsOfReference
    let seats: [Seat]
    let electorate: Electorate
    let proxies: [Proxy]
    let chair: Slug?

    /// - Throws: `Refusal`: `no-such-committee`, `no-terms` where none are in force on the day.
    init(
        of committeeID: Slug, in meeting: Meeting, item: Slug, within scope: Meeting.Scope, book: GovernanceBook
    ) throws(Refusal) {
        guard let committee = book.committees[committeeID] else {
            throw Refusal(
                .usage, code: "no-such-committee", "There is no committee “\(committeeID)”.",
                remedy: "Form it first.")
        }
        guard let terms = committee.terms(on: meeting.day) else {
            throw Refusal(
                .rule, code: "no-terms", "“\(committeeID)” has no terms of reference on \(meeting.day.inWords).",
                remedy: "Set its terms of reference first.")
        }
        let recused = meeting.recused(item, within: scope)
        var seats = committee.seats(on: meeting.day, present: Set(meeting.present), recused: recused)
        for coOption in meeting.coOptions where coOption.committee == committeeID && coOption.item == item {
            seats.append(
                Seat(
                    person: coOption.person, roles: coOption.roles, isPresent: meeting.isPresent(coOption.person),
                    isRecused: recused.contains(coOption.person)))
        }
        let proxies = meeting.proxies.filter { $0.item == nil || $0.item == item }.map(\.proxy)
        self.committee = committee
        self.terms = terms
        self.seats = seats
        self.proxies = proxies
        self.electorate = Electorate(seats: seats, proxies: terms.allowsProxies ? proxies : [])
        self.chair = meeting.chair(of: committeeID, item: item)
    }

    /// The members who hold a seat on the day, present or not.
    func holds(_ person: Slug) -> Bool { seats.contains { $0.person == person } }

    /// Who may cast a vote: in person, as a deputy, or through a proxy who is there.
    var voters: [Slug] { electorate.voters.keys.sorted() }

    /// Who is there and may vote in person.
    func votesInPerson(_ person: Slug) -> Bool { electorate.voters[person] == person }

    func question(
        votes: [Vote] = [], sealed: CountVotes.SealedCounts? = nil, castingVote: CastingVote? = nil
    ) -> CountVotes.Question {
        CountVotes.Question(
            seats: seats, majority: terms.majority, allowsProxies: terms.allowsProxies, proxies: proxies,
            votes: votes, sealed: sealed, hasCastingVote: terms.hasCastingVote, chair: chair,
            castingVote: castingVote)
    }

    /// The mandate under which a committee may decide a matter.
    ///
    /// - Throws: `no-mandate`, or `above-mandate` where it would commit more than the terms let one decision.
    func mandate(for matter: Slug, amount: Money?) throws(Refusal) -> TermsOfReference.Mandate {
        let own = terms.mandates.filter { $0.matter == matter && $0.officer == nil }
        guard let mandate = own.first else {
            throw Refusal(
                .rule, code: "no-mandate",
                "The terms of reference of “\(committee.id)” do not let it decide “\(matter)” (\(terms.citation)).",
                remedy: "Refer the item to the body that may, or have the terms changed.")
        }
        try mandate.allow(amount, of: committee.id, terms: terms)
        return mandate
    }
}

extension TermsOfReference.Mandate {
    func allow(_ amount: Money?, of committee: Slug, terms: TermsOfReference) throws(Refusal) {
        guard let upTo else { return }
        guard let amount else {
            throw Refusal(
                .input, code: "amount-missing",
                "What the decision would commit is not said, and “\(committee)” may commit at most \(upTo) on "
                    + "“\(matter)” (\(terms.citation)).",
                remedy: "Give the amount, £0 where nothing is committed.")
        }
        guard amount <= upTo else {
            throw Refusal(
                .rule, code: "above-mandate",
                "\(amount) is above the \(upTo) that \(officer.map { "“\($0)”" } ?? "“\(committee)”") may commit on "
                    + "“\(matter)” (\(terms.citation)).",
                remedy: "Refer the decision to the body that may commit so much.")
        }
    }
}
