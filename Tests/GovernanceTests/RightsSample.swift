import Governance
import Rulebook
import Testing
import Vocabulary

/// Who decides about dental contracts in an invented system, and who answers to whom: shared by tests of both.
enum RightsSample {
    static let author = Author("Governance lead")!
    static let rulebook = Rulebook.shipped
    static let moment = Moment(text: "2026-09-01T09:00:00Z")!
    static let day = moment.day

    static func name(_ text: String) -> Slug { Slug(text)! }
    static func code(_ text: String) -> OrganisationCode { OrganisationCode(text)! }
    static func on(_ text: String) -> Day { Day(text)! }

    static let icb = code("QWX")
    static let national = code("X24")
    static let council = code("E999")

    /// Held by statute: no limit, nothing above it.
    static let statute = DecisionRight(
        id: name("dental-national"), matter: name("primary-dental-services"),
        title: "Primary dental services", level: .national, holder: national, statutoryHolder: national,
        instrument: .init(name: "statute"), from: on("2013-04-01"), citation: "NHS Act 2006")

    /// Delegated to the board, up to two million pounds.
    static let delegated = DecisionRight(
        id: name("dental-contracts"), matter: name("primary-dental-services"),
        title: "Primary care dental contracts: award, variation, closure",
        alsoKnownAs: ["dentists", "UDA rebasing"], level: .local, holder: icb, committee: name("pccc"),
        approach: "Head of primary care, contracts desk", address: "dental@wexbourne.example",
        delegatedFrom: name("dental-national"), instrument: .init(name: "s65Z5", dated: on("2023-04-01")),
        upTo: Money(pence: 200_000_000), retained: ["national contract changes"], allowsSubDelegation: true,
        from: on("2023-04-01"), citation: "Delegation agreement of 1 April 2023")

    /// Passed on to the place, up to fifty thousand pounds.
    static let place = DecisionRight(
        id: name("dental-place"), matter: name("primary-dental-services"),
        title: "Dental sessions at places", level: .place, holder: icb, approach: "Place lead, Harbour",
        delegatedFrom: name("dental-contracts"), upTo: Money(pence: 5_000_000), from: on("2024-04-01"),
        citation: "Scheme of delegation, 2024")

    static let edge = AccountabilityEdge(
        id: name("icb-to-national"), actor: .organisation(icb), forum: .organisation(national),
        about: "use of the delegated dental budget", matter: name("primary-dental-services"),
        standard: "delegation agreement, schedule 3", explains: "a report every quarter",
        questions: "a meeting every quarter", judges: "an assessment every year",
        consequences: "the delegation may be taken back", direction: .vertical, nature: .administrative,
        from: on("2023-04-01"), citation: "Delegation agreement of 1 April 2023")

    /// The book with people, a committee, the three rights and one edge.
    static func book() -> GovernanceBook {
        var book = GovernanceBook()
        for (id, digit) in [("p014", "1"), ("p015", "2"), ("p016", "3")] {
            book.people[name(id)] = PersonFile(
                id: name(id), name: Personal(digest: EvidenceID(String(repeating: digit, count: 64))!),
                knownFrom: on("2022-07-01"))
        }
        book.people[name("p016")]?.left = on("2025-03-31")
        book.committees[name("pccc")] = Committee(
            id: name("pccc"), title: "Wexbourne primary care committee", body: icb, formedOn: on("2022-07-01"))
        book.rights = [statute.id: statute, delegated.id: delegated, place.id: place]
        book.edges = [edge.id: edge]
        return book
    }

    static func question(_ id: String, due: String? = nil, owner: String = "p014") -> RightsQuestion.Put {
        .init(id: name(id), question: "Who decides closures?", owner: name(owner), due: due.map { on($0) })
    }

    /// No body has handed over.
    static func nobody(_ code: OrganisationCode) -> [OrganisationCode] { [] }
}

extension GovernanceBook {
    /// The book after an act of the sample's author at its moment.
    func after(_ act: some GovernanceAct, at moment: Moment = RightsSample.moment) throws(Refusal) -> GovernanceBook {
        try act.decide(
            GovernanceBefore(book: self, rulebook: RightsSample.rulebook), by: RightsSample.author, at: moment)
    }

    /// The code of the refusal; nil where the act may be done.
    func refuses(_ act: some GovernanceAct, at moment: Moment = RightsSample.moment) -> String? {
        do {
            _ = try after(act, at: moment)
            return nil
        } catch {
            return error.code
        }
    }
}
