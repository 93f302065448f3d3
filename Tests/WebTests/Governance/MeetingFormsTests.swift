import Governance
import Store
import Testing
import Vocabulary

@testable import Web

/// What is recorded of a meeting by a form on a page of its own: done, and refused at the field.
struct MeetingFormsTests {
    private static let s = HeldGovernance.s
    private static let pccc = s("pccc")
    private static let motion = [
        ("item", "dental"), ("entry", "m1"), ("text", "To fund options 1 to 6"), ("asks", "approve"),
        ("reasons", "Most benefit"), ("considered", "options 1 to 6\nno change"), ("mover", "gp"),
        ("seconder", "nurse"),
    ]

    /// The committee with terms that allow proxies and consensus, at a meeting that is planned.
    private func planned() async throws -> GovernanceAtWork {
        let at = try GovernanceAtWork()
        try at.held.desk.perform(by: Served.author, at: Served.moment) { _, _ in
            [
                SetTerms(
                    committee: Self.pccc,
                    terms: TermsOfReference(
                        from: Day("2025-02-01")!, quorum: .atLeast(2, .voting), hasCastingVote: true,
                        allowsProxies: true, allowsConsensus: true,
                        mandates: [.init(matter: Self.s("primary-dental-services"))],
                        citation: "Terms of February"))
            ]
        }
        _ = try await at.plan()
        return at
    }

    /// Opened by these.
    private func open(_ at: GovernanceAtWork, _ present: [String] = ["chair", "gp", "nurse"]) async throws {
        let opened = try await at.press("open", present.map { ("present", $0) } + [("chair-pccc", "chair")])
        #expect(opened.status == 303)
    }

    private func taken(_ present: [String] = ["chair", "gp", "nurse"]) async throws -> GovernanceAtWork {
        let at = try await planned()
        try await open(at, present)
        #expect(try await at.press("take", [("item", "dental")]).status == 303)
        return at
    }

    @Test func `a proxy is recorded where the terms allow it, and told where people sit`() async throws {
        let at = try await planned()
        try await open(at)
        #expect(try await at.page().words.contains("Record a proxy"))
        let own = try await at.press("proxy", [("principal", "cfo"), ("holder", "cfo")])
        #expect(own.status == 422 && own.text.contains("href=\"#asked-holder\""))
        #expect(try await at.press("proxy", [("principal", "cfo"), ("holder", "nurse")]).status == 303)
        #expect(try at.meeting.proxies.map(\.proxy) == [Proxy(principal: Self.s("cfo"), holder: Self.s("nurse"))])
        #expect(try await at.page().words.contains("Nia Cole casts the vote of Carl Unpublished"))
        #expect(try await at.press("proxy", [("principal", "gp"), ("holder", "chair")], as: "bo").status == 403)
        let without = try GovernanceAtWork()
        try await without.open()
        #expect(try await !without.page().words.contains("Record a proxy"))
        let refused = try await without.press("proxy", [("principal", "cfo"), ("holder", "nurse")])
        #expect(refused.status == 422 && refused.words.contains("allow no proxies"))
    }

    @Test func `of a secret vote it is known who voted and what came of it, and nowhere how`() async throws {
        let at = try await taken()
        #expect(try await at.press("move", Self.motion).status == 303)
        let voted = ["chair", "gp", "nurse"].map { ("voted", $0) }
        func count(_ inFavour: Int, _ against: Int) -> [(String, String)] {
            [("motion", "m1"), ("committee", "pccc"), ("inFavour", "\(inFavour)"), ("against", "\(against)")]
                + [("abstained", "0")] + voted
        }
        let differs = try await at.press("secret-votes", count(2, 0))
        #expect(differs.status == 422 && differs.text.contains("href=\"#asked-voted\""))
        #expect(try await at.press("secret-votes", count(2, 1)).status == 303)
        let page = try await at.page(as: "ada")
        #expect(page.words.contains("Voted: Ada Wellfield, Bo Fisher, Nia Cole") && !page.words.contains("Your vote"))
        let open = try await at.press("vote", [("motion", "m1"), ("choice", "for")], as: "bo")
        #expect(open.status == 422 && open.words.contains("is secret"))
        #expect(try await at.press("close-vote", [("motion", "m1")]).status == 303)
        #expect(try await at.page().words.contains("Carried in a secret vote: 2 for, 1 against, 0 abstained"))
        #expect(try at.meeting.motion(Self.s("m1"))?.votes.isEmpty == true)
    }

    @Test func `what all agree to is decided without a vote, where the terms allow it`() async throws {
        let agreed = Self.motion.filter { !["mover", "seconder"].contains($0.0) }
        let at = try await taken()
        #expect(try await at.page().words.contains("Decide without a vote"))
        let empty = try await at.press("consensus", [("item", "dental"), ("entry", "m1")])
        #expect(empty.status == 422 && empty.text.contains("href=\"#asked-text\""))
        #expect(try await at.press("consensus", agreed).status == 303)
        #expect(try at.meeting.resolutions.map(\.manner) == [.consensus])
        let without = try GovernanceAtWork()
        try await without.open()
        _ = try await without.press("take", [("item", "dental")])
        #expect(try await without.press("consensus", agreed).status == 422)
        #expect(try without.meeting.resolutions.isEmpty)
    }

    @Test func `where no clinician is left it is said, others are named, and whom was asked is recorded`() async throws
    {
        let at = try await planned()
        try at.held.desk.perform(by: Served.author, at: Served.moment) { texts, _ in
            func clinical(_ title: String) -> PersonFile.Post {
                .init(title: title, from: HeldGovernance.from, clinician: Self.s("gp"))
            }
            return [
                EnterPost(person: Self.s("gp"), post: clinical("GP, Harbour")),
                EnterPerson(
                    person: Self.s("far"), name: try texts.keep("Fay Faraway"), knownFrom: HeldGovernance.from,
                    posts: [clinical("GP, Northmoor")], decisionMaking: []),
            ]
        }
        let told = [
            ("entry", "told-1"), ("member", "gp"), ("item", "dental"), ("kind", "financial"), ("nature", "A partner"),
        ]
        #expect(try await at.press("tell", told, as: "bo").status == 303)
        let handled = [
            ("item", "dental"), ("member", "gp"), ("option", "doesNotAttend"), ("chair", "chair"), ("reason", "Theirs"),
        ]
        #expect(try await at.press("handling", handled).status == 303)
        try await open(at, ["chair", "nurse", "cfo"])
        #expect(try await at.press("take", [("item", "dental")]).status == 303)
        #expect(try await at.page(as: "ada").words.contains("No clinical voice"))
        let page = try await at.served.ask("\(GovernanceAtWork.live)/ask-clinician?item=dental", as: "clerk")
        #expect(page.status == 200 && page.words.contains("Fay Faraway"))
        let asked = [("item", "dental"), ("person", "far"), ("by", "chair"), ("answer", "advises")]
        let silent = try await at.press("ask-clinician", asked)
        #expect(silent.status == 422 && silent.text.contains("href=\"#asked-note\""))
        #expect(try await at.press("ask-clinician", asked + [("note", "Both are safe")]).status == 303)
        #expect(try at.meeting.asked.map(\.person) == [Self.s("far")])
        #expect(try await at.page().words.contains("Fay Faraway (gives advice: Both are safe)"))
    }

    @Test func `who has seen what the law asks for is recorded`() async throws {
        let at = try await planned()
        try at.held.desk.perform(by: Served.author, at: Served.moment) { _, _ in
            [
                PutOnAgenda(
                    meeting: Self.s("pccc-2025-02"),
                    item: AgendaItem(
                        id: Self.s("closure"), title: "Closure", purpose: .decide,
                        matter: Self.s("primary-dental-services"), changesService: true,
                        gates: [
                            .init(
                                kind: .equalityImpact, title: "Equality assessment",
                                document: EvidenceID(bytes: [UInt8](repeating: 8, count: 32)),
                                dated: Day("2025-02-01")!)
                        ]))
            ]
        }
        let nobody = try await at.press("seen", [("item", "closure"), ("gate", "equalityImpact")])
        #expect(nobody.status == 422 && nobody.text.contains("href=\"#asked-people\""))
        let seen = [("item", "closure"), ("gate", "equalityImpact"), ("people", "chair"), ("people", "nurse")]
        #expect(try await at.press("seen", seen).status == 303)
        #expect(try at.meeting.item(Self.s("closure"))?.gates.first?.seenBy == [Self.s("chair"), Self.s("nurse")])
    }

    @Test func `the chair is handed over to whom members choose`() async throws {
        let at = try await taken()
        let plain = [("committee", "pccc"), ("to", "nurse"), ("reason", "The chair has to leave")]
        let alone = try await at.press("chair", plain)
        #expect(alone.status == 422 && alone.words.contains("neither chair nor vice-chair"))
        #expect(try await at.press("chair", plain + [("chosenBy", "gp")]).status == 303)
        #expect(try at.meeting.chair(of: Self.pccc) == Self.s("nurse"))
    }

    @Test func `an item is referred with a reason, or somebody without an interest joins for it`() async throws {
        let at = try await taken()
        try at.held.desk.perform(by: Served.author, at: Served.moment) { texts, _ in
            [
                EnterPerson(
                    person: Self.s("far"), name: try texts.keep("Fay Faraway"), knownFrom: HeldGovernance.from,
                    posts: [], decisionMaking: [])
            ]
        }
        let joins = [
            ("item", "dental"), ("committee", "pccc"), ("person", "far"), ("roles", "gp"), ("asked", "far"),
            ("reason", "For a clinical voice"),
        ]
        let away = try await at.press("co-opt", joins)
        #expect(away.status == 422 && away.text.contains("href=\"#asked-person\""))
        #expect(try await at.press("arrive", [("person", "far")]).status == 303)
        #expect(try await at.press("co-opt", joins).status == 303)
        #expect(try at.meeting.coOptions.map(\.person) == [Self.s("far")])
        let bare = try await at.press("refer", [("item", "dental"), ("to", "The board")])
        #expect(bare.status == 422 && bare.text.contains("href=\"#asked-reason\""))
        #expect(
            try await at.press("refer", [("item", "dental"), ("to", "The board"), ("reason", "Beyond us")]).status
                == 303)
        #expect(try at.meeting.proceeding(Self.s("dental"))?.outcomes.map(\.kind) == [.referred])
    }

    @Test func `minutes are corrected by who was there and approved by two, one of whom was`() async throws {
        let at = try await planned()
        let corrected = try await at.served.post(
            "/meetings/pccc-2025-01/live/correct", [("text", "Dr Fisher came at ten"), ("askedBy", "gp")], as: "clerk")
        #expect(corrected.status == 303)
        let put = try await at.press(
            "add-item",
            [
                ("entry", "minutes"), ("title", "Minutes of January"), ("purpose", "approveMinutes"),
                ("minutes", "pccc-2025-01"),
            ])
        #expect(put.status == 303)
        try await open(at)
        #expect(try await at.press("take", [("item", "minutes")]).status == 303)
        let one = try await at.press("approve-minutes", [("item", "minutes"), ("approvers", "chair")])
        #expect(one.status == 422 && one.text.contains("href=\"#asked-approvers\""))
        let two = [("item", "minutes"), ("approvers", "chair"), ("approvers", "gp")]
        #expect(try await at.press("approve-minutes", two).status == 303)
        #expect(try at.book.meetings[Self.s("pccc-2025-01")]?.approval?.by == [Self.s("chair"), Self.s("gp")])
    }

    @Test func `a meeting is cancelled and an item withdrawn with a reason only`() async throws {
        let at = try await planned()
        #expect(try await at.press("withdraw-item", [("item", "dental")]).status == 422)
        #expect(
            try await at.press("withdraw-item", [("item", "dental"), ("reason", "Not ready")]).status == 303)
        #expect(try at.meeting.proceeding(Self.s("dental"))?.state == .withdrawn)
        #expect(try await at.press("cancel").status == 422)
        #expect(try await at.press("cancel", [("reason", "Snow")]).status == 303)
        #expect(try at.meeting.state == .cancelled)
    }

    @Test func `a question of who decides is answered by whose it is, and by nobody else but who keeps rights`()
        async throws
    {
        let at = try GovernanceAtWork()
        let asked = try await at.served.post(
            "/who-decides/ask",
            [
                ("entry", "question-1"), ("matter", "orthodontics"), ("question", "Who decides?"), ("owner", "gp"),
                ("due-day", "1"), ("due-month", "4"), ("due-year", "2025"),
            ], as: "clerk")
        #expect(asked.status == 303)
        let path = "/who-decides/questions/question-1"
        #expect(try await at.served.ask("/home", as: "bo").text.contains("href=\"\(path)\""))
        #expect(try await at.served.ask(path, as: "bo").words.contains("Who decides?"))
        #expect(try await at.served.ask(path, as: "ada").status == 404)
        #expect(try await at.served.post(path, [("text", "Me")], as: "ada").status == 404)
        #expect(try await at.served.post(path, [], as: "bo").status == 422)
        #expect(try await at.served.post(path, [("text", "The board, by section 65Z5")], as: "bo").status == 303)
        #expect(try at.book.questions[Self.s("question-1")]?.answer?.text == "The board, by section 65Z5")
        #expect(try await at.served.ask(path, as: "clerk").words.contains("Answered on"))
        // Whoever had the form open sees the answer that stands beside their own.
        let late = try await at.served.post(path, [("text", "The committee"), ("revision", "0")], as: "clerk")
        #expect(late.status == 422 && late.words.contains("Somebody recorded this meanwhile"))
        #expect(late.words.contains("The board, by section 65Z5") && late.text.contains("The committee"))
        #expect(
            try await at.served.post(path, [("text", "The board, by section 65Z5"), ("revision", "0")], as: "bo").status
                == 303)
    }

    @Test func `of two who ask a question under one name the second sees the first, and asks under another`()
        async throws
    {
        let at = try GovernanceAtWork()
        func ask(_ question: String, _ entry: String) async throws -> Reply {
            try await at.served.post(
                "/who-decides/ask",
                [
                    ("entry", entry), ("matter", "orthodontics"), ("question", question), ("owner", "gp"),
                    ("revision", "0"),
                ], as: "clerk")
        }
        for _ in 0..<2 { #expect(try await ask("Who decides?", "question-1").status == 303) }
        let second = try await ask("Who pays?", "question-1")
        #expect(second.status == 422 && second.words.contains("Somebody recorded this meanwhile"))
        #expect(second.text.contains("name=\"entry\" value=\"question-2\""))
        #expect(try await ask("Who pays?", "question-2").status == 303)
        #expect(try at.book.questions.count == 2)
    }
}
