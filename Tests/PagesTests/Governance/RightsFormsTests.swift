import Governance
import Markup
import Testing
import Vocabulary

@testable import Pages

/// Forms on who decides and who answers to whom: what they write is read back equal.
@Suite struct RightsFormsTests {
    private static func s(_ text: String) -> Slug { Slug(text)! }
    private static let day = Day("2026-02-03")!
    private static let people = [Choice("p001", "Ada"), Choice("p002", "Ben")]
    private static let code = OrganisationCode("QWX")!

    private static func form(amending right: DecisionRight? = nil) -> RightForm {
        RightForm(
            amended: right, entry: s("right-1"), question: s("question-1"), holders: [Choice("QWX", "Wexbourne")],
            committees: [Choice("pccc", "Primary care")], rights: [Choice("above", "Above")], people: people)
    }

    private static func right(_ id: String = "right-1", _ standing: DecisionRight.Standing = .settled) -> DecisionRight
    {
        DecisionRight(
            id: s(id), matter: s("dental"), title: "Dental “contracts” <b>", alsoKnownAs: ["dentists", "UDA rebasing"],
            level: .local, extent: .joint, standing: standing, holder: code, jointWith: [OrganisationCode("QNM")!],
            committee: s("pccc"), approach: "Contracts desk", address: "dental@wexbourne.example",
            statutoryHolder: OrganisationCode("X24")!, delegatedFrom: s("above"),
            instrument: .init(name: "s65Z5", dated: day), upTo: Money(pence: 200_000_000),
            retained: ["national changes", "pay"], conditions: ["told first"], allowsSubDelegation: true, from: day,
            until: Day("2027-03-31"), citation: "Schedule 2")
    }

    @Test func `a right comes back, recorded and amended, settled and not`() {
        AskedFormSent.comesBack(Self.form(), .init(right: Self.right()))
        let put = RightsQuestion.Put(
            id: Self.s("question-1"), question: "Who closes?\nAnd when?", owner: Self.s("p002"), due: Self.day)
        AskedFormSent.comesBack(Self.form(), .init(right: Self.right("right-1", .contested), question: put))
        let held = Self.right("dental-contracts")
        AskedFormSent.comesBack(Self.form(amending: held), .init(right: held, reason: "The limit was lowered."))
        let open = Self.right("dental-contracts", .unclear)
        AskedFormSent.comesBack(Self.form(amending: open), .init(right: open, reason: "Another document."))
    }

    @Test func `a right that is not settled needs its question, and a settled one its holder`() {
        var form = Self.form()
        form.filled["standing"] = "unclear"
        #expect(form.read() == nil && form.errors["question"] != nil && form.errors["owner"] != nil)
        form.filled["standing"] = "settled"
        #expect(form.read() == nil && form.errors["holder"] != nil && form.errors["question"] == nil)
        form.filled["joint"] = "QNM, …"
        #expect(form.read() == nil && form.errors["joint"] != nil)
    }

    @Test(arguments: [
        AccountabilityEdge.Party.organisation(OrganisationCode("X24")!), .committee(Slug("pccc")!),
        .person(Slug("p001")!), .partnership(Slug("wexbourne-stp")!), .thePublic,
    ])
    func `an edge comes back with every kind of party`(forum: AccountabilityEdge.Party) {
        let edge = AccountabilityEdge(
            id: Self.s("edge-1"), actor: .committee(Self.s("board")), forum: forum, about: "the “budget” <b>",
            matter: Self.s("dental"), standard: "schedule 3", explains: "a report", questions: nil, judges: "yearly",
            consequences: "taken back", direction: .diagonal, nature: .administrative, legalBasis: "NHS Act",
            from: Self.day, until: Day("2027-03-31"), citation: "Agreement")
        func form(_ amended: Slug? = nil) -> EdgeForm {
            EdgeForm(
                amended: amended, entry: Self.s("edge-1"),
                parties: [
                    ChoiceGroup(
                        "All",
                        [
                            "organisation X24", "committee pccc", "committee board", "person p001",
                            "partnership wexbourne-stp", "public",
                        ].map { Choice($0, $0) })
                ], matters: [Choice("dental", "Dental")])
        }
        AskedFormSent.comesBack(form(), .init(edge: edge))
        AskedFormSent.comesBack(form(edge.id), .init(edge: edge, reason: "It lapsed."))
    }

    @Test func `a party may be written: a code, or a partnership’s name`() throws {
        var form = EdgeForm(entry: Self.s("edge-1"), parties: [], matters: [])
        form.filled = EdgeForm.filled(
            with: .init(
                edge: AccountabilityEdge(
                    id: Self.s("edge-1"), actor: .thePublic, forum: .thePublic, about: "x", direction: .vertical,
                    nature: .legal, from: Self.day, citation: "y")))
        form.filled["actor-other"] = "Wexbourne health partnership"
        form.filled["forum-other"] = "X24"
        let read = form.read()
        let edge = try #require(read).edge
        #expect(edge.actor == .partnership(Self.s("wexbourne-health-partnership")))
        #expect(edge.forum == .organisation(OrganisationCode("X24")!))
    }

    @Test func `an end and a scheme come back`() {
        AskedFormSent.comesBack(EndForm(), .init(lastDay: Self.day, reason: "It “lapsed”."))
        AskedFormSent.comesBack(
            SchemeForm(bodies: [Choice("QWX", "Wexbourne")]), .init(body: Self.code, from: Self.day))
    }

    @Test func `what somebody holds comes back, and its end is an act on what is held`() throws {
        let person = Self.s("p001")
        AskedFormSent.comesBack(
            PostForm(person: person),
            EnterPost(
                person: person,
                post: .init(
                    title: "GP “partner”", organisation: OrganisationCode("Y02494"), from: Self.day,
                    until: Day("2027-03-31"), clinician: Self.s("gp"), area: Self.s("harbour"))))
        for known in [[], [Self.s("household-3")]] {
            AskedFormSent.comesBack(
                TieForm(person: person, known: known),
                EnterTie(person: person, tie: .init(name: Self.s("household-4"), from: Self.day)))
        }
        AskedFormSent.comesBack(
            DecisionMakingForm(person: person),
            EnterDecisionMaking(person: person, span: .init(why: "votes <b>", from: Self.day)))
        let file = try #require(GovernanceSample.book.people[Self.s("gp")])
        let holding = try #require(EndHoldingForm(of: file).holdings.first).value
        AskedFormSent.comesBack(EndHoldingForm(of: file), .init(holding: holding, lastDay: Self.day))
        #expect(EndHoldingForm.Answer(holding: holding, lastDay: Self.day).act(on: file)?.record.id == file.id)
        #expect(EndHoldingForm.Answer(holding: "post 99", lastDay: Self.day).act(on: file) == nil)
        var none = EndHoldingForm(SentValues(["holding": ["post 99"]]), of: file)
        #expect(none.read() == nil && none.errors["holding"] != nil)
    }

    @Test func `questions are shown once more in the words of their choices, those left empty not`() {
        var form = Self.form()
        form.filled = RightForm.filled(with: .init(right: Self.right()))
        let rows = form.answered(by: form.filled)
        #expect(rows.contains(.init(question: "The body", words: "Wexbourne")))
        #expect(rows.contains(.init(question: "The most that one decision may commit", words: "£2000000")))
        #expect(!form.rowsToCheck.map(\.term).contains("The question"))
    }
}
