import Governance
import TestSupport
import Testing
import Vocabulary

struct FindAccountabilityGapsTests {
    typealias Kind = AccountabilityFinding.Kind

    private func findings(
        _ book: GovernanceBook, on day: Day = RightsSample.day,
        successor: FollowSuccession.Successor = RightsSample.nobody
    ) -> [AccountabilityFinding] {
        FindAccountabilityGaps.findings(
            .init(of: book, on: day, rulebook: RightsSample.rulebook, successor: successor))
    }

    private func edge(
        _ id: String, _ actor: AccountabilityEdge.Party, _ forum: AccountabilityEdge.Party,
        _ change: (inout AccountabilityEdge) -> Void = { _ in }
    ) -> AccountabilityEdge {
        var edge = RightsSample.edge
        edge.id = RightsSample.name(id)
        edge.actor = actor
        edge.forum = forum
        change(&edge)
        return edge
    }

    private func book(_ edges: [AccountabilityEdge], rights: [DecisionRight] = []) -> GovernanceBook {
        var book = RightsSample.book()
        book.edges = Dictionary(uniqueKeysWithValues: edges.map { ($0.id, $0) })
        book.rights = Dictionary(uniqueKeysWithValues: rights.map { ($0.id, $0) })
        return book
    }

    /// Moran and others, “Accountability in a system under pressure”, Social Science & Medicine (2021): managers
    /// answered up to their own boards and the national regulators and down to the public, and weakly to the
    /// sustainability and transformation partnership, for which nobody answered as a whole.
    @Test func `the published pattern of a partnership is found: no forum for the whole, and no consequence at it`() {
        let group = AccountabilityEdge.Party.organisation(RightsSample.code("15N"))
        let partnership = AccountabilityEdge.Party.partnership(RightsSample.name("stp"))
        let found = findings(
            book([
                edge("to-board", group, .committee(RightsSample.name("pccc"))) {
                    $0.matter = nil
                    $0.standard = nil
                },
                edge("to-regulator", group, .organisation(RightsSample.national)),
                edge("to-public", group, .thePublic),
                edge("to-partnership", group, partnership) {
                    $0.direction = .horizontal
                    $0.judges = nil
                    $0.consequences = nil
                },
            ]))
        #expect(found.map(\.kind) == [.jointMatterWithoutForum, .forumWithoutConsequence, .elementMissing])
        #expect(found.prefix(2).allSatisfy { $0.parties == [partnership] })
        #expect(found[2].edges == [RightsSample.name("to-partnership")])
        #expect(
            found[2].sentence
                == "15N to the partnership stp, about use of the delegated dental budget: not accountability yet, for nobody has said "
                + "how the partnership stp judges and what consequences there may be.")
    }

    @Test(arguments: AccountabilityEdge.Element.allCases)
    func `each element that is missing is named, and mended it is found no more`(element: AccountabilityEdge.Element) {
        let icb = AccountabilityEdge.Party.organisation(RightsSample.icb)
        let whole = edge("to-public", icb, .thePublic)
        var broken = edge("up", icb, .organisation(RightsSample.national))
        switch element {
        case .explain: broken.explains = nil
        case .question: broken.questions = nil
        case .judge: broken.judges = nil
        case .consequence: broken.consequences = nil
        }
        let kinds = findings(book([whole, broken])).map(\.kind)
        #expect(kinds == (element == .consequence ? [.forumWithoutConsequence, .elementMissing] : [.elementMissing]))
        #expect(findings(book([whole, edge("up", icb, .organisation(RightsSample.national))])) == [])
    }

    @Test func `a body that answers to the public for nothing is named, its committee answering for it`() throws {
        let up = RightsSample.edge
        let found = findings(book([up]))
        #expect(found.map(\.kind) == [.noEdgeToPublic] && found[0].parties == [.organisation(RightsSample.icb)])
        let open = edge("open", .committee(RightsSample.name("pccc")), .thePublic)
        #expect(findings(book([up, open])) == [])
    }

    @Test func `a function nobody answers for is named until an edge about it, or conduct at large, is drawn`() {
        let icb = AccountabilityEdge.Party.organisation(RightsSample.icb)
        let right = DecisionRight(
            id: RightsSample.name("pharmacy"), matter: RightsSample.name("pharmacy-hours"), title: "Pharmacy hours",
            level: .local, holder: RightsSample.icb, from: RightsSample.on("2024-04-01"), citation: "Scheme")
        let open = edge("open", icb, .thePublic)
        func kinds(_ matter: Slug?) -> [Kind] {
            findings(
                book(
                    [open, edge("up", icb, .organisation(RightsSample.national)) { $0.matter = matter }],
                    rights: [right])
            ).map(\.kind)
        }
        #expect(kinds(RightsSample.name("primary-dental-services")) == [.functionWithoutForum])
        #expect(kinds(RightsSample.name("pharmacy-hours")) == [])
        #expect(kinds(nil) == [])
    }

    @Test func `a joint right needs one forum for the whole, and those of its partners do not do`() {
        let icb = AccountabilityEdge.Party.organisation(RightsSample.icb)
        let council = AccountabilityEdge.Party.organisation(RightsSample.council)
        let joint = DecisionRight(
            id: RightsSample.name("joint"), matter: RightsSample.name("better-care"), title: "Better care fund",
            level: .place, extent: .joint, holder: RightsSample.icb, jointWith: [RightsSample.council],
            from: RightsSample.on("2024-04-01"), citation: "Section 75 agreement")
        let open = [edge("a", icb, .thePublic), edge("b", council, .thePublic)]
        let own = [
            edge("c", icb, .organisation(RightsSample.national)) { $0.matter = joint.matter },
            edge("d", council, .thePublic) { $0.matter = joint.matter },
        ]
        #expect(findings(book(open + own, rights: [joint])).map(\.kind) == [.jointMatterWithoutForum])
        let whole = edge("e", .partnership(RightsSample.name("better-care-board")), .thePublic) {
            $0.matter = joint.matter
        }
        #expect(findings(book(open + own + [whole], rights: [joint])) == [])
    }

    @Test func `more forums for one matter than the Rulebook's number are too many`() throws {
        let icb = AccountabilityEdge.Party.organisation(RightsSample.icb)
        let most = try #require(
            FindAccountabilityGaps.Question(
                of: book([]), on: RightsSample.day, rulebook: RightsSample.rulebook, successor: RightsSample.nobody
            ).forumsMost)
        let edges = (0...most).map { number in
            edge("e\(number)", icb, number == 0 ? .thePublic : .organisation(RightsSample.code("R\(number)")))
        }
        #expect(findings(book(Array(edges.dropLast()))) == [])
        let found = findings(book(edges))
        #expect(found.map(\.kind) == [.overload] && found[0].rule == GovernanceRuleID.forumsMost)
        #expect(found[0].edges.count == most + 1)
    }

    @Test func `somebody who sits on both sides is named`() {
        var book = RightsSample.book()
        book.rights = [:]
        let (one, other) = (RightsSample.name("pccc"), RightsSample.name("audit"))
        book.committees[other] = Committee(
            id: other, title: "Audit", body: RightsSample.icb, formedOn: RightsSample.on("2022-07-01"))
        func seat(_ person: String, office: Membership.Office? = nil) -> Membership {
            Membership(
                person: RightsSample.name(person), roles: [RightsSample.name("lay")], office: office,
                from: RightsSample.on("2024-04-01"))
        }
        book.committees[one]?.memberships = [seat("p014")]
        book.committees[other]?.memberships = [seat("p014", office: .chair), seat("p015")]
        let up = edge("up", .committee(one), .committee(other))
        let open = edge("open", .organisation(RightsSample.icb), .thePublic)
        let edges = [up.id: up, open.id: open]
        book.edges = edges
        let found = findings(book)
        #expect(found.map(\.kind) == [.samePerson])
        #expect(found[0].sentence.contains("1 of the 2 voting members of the forum sits on both"))
        #expect(found[0].sentence.contains("its chair, p014"))
        book.committees[one]?.memberships = [seat("p016")]
        #expect(findings(book) == [])
    }

    @Test func `a forum whose chair holds a post with the actor is named`() {
        var book = RightsSample.book()
        book.rights = [:]
        book.committees[RightsSample.name("pccc")]?.memberships = [
            Membership(
                person: RightsSample.name("p014"), roles: [RightsSample.name("lay")], office: .chair,
                from: RightsSample.on("2024-04-01"))
        ]
        let up = edge("up", .organisation(RightsSample.council), .committee(RightsSample.name("pccc")))
        let open = edge("open", .organisation(RightsSample.council), .thePublic)
        book.edges = [up.id: up, open.id: open]
        #expect(findings(book) == [])
        book.people[RightsSample.name("p014")]?.posts = [
            .init(title: "Director", organisation: RightsSample.council, from: RightsSample.on("2025-04-01"))
        ]
        #expect(findings(book).map(\.kind) == [.samePerson])
    }

    @Test func `a delegation that hangs in the air is named, and cites that the holder stays liable`() throws {
        let open = [
            edge("a", .organisation(RightsSample.icb), .thePublic),
            edge("b", .organisation(RightsSample.national), .thePublic),
        ]
        let whole = book(open, rights: [RightsSample.statute, RightsSample.delegated, RightsSample.place])
        #expect(findings(whole) == [])
        let ended = try whole.after(
            EndRight(right: RightsSample.statute.id, lastDay: RightsSample.on("2026-08-31"), reason: "Abolished."))
        let found = findings(ended)
        #expect(found.map(\.kind) == [.delegationBroken, .delegationBroken])
        #expect(found.allSatisfy { $0.rule == GovernanceRuleID.liability })
        #expect(found[0].sentence.contains("does not stand on 1 September 2026"))
    }

    @Test func `a limit lowered above is found to be passed below`() throws {
        var lowered = RightsSample.delegated
        lowered.from = RightsSample.on("2026-04-01")
        lowered.upTo = Money(pence: 4_000_000)
        let open = [
            edge("a", .organisation(RightsSample.icb), .thePublic),
            edge("b", .organisation(RightsSample.national), .thePublic),
        ]
        let after = try book(open, rights: [RightsSample.statute, RightsSample.delegated, RightsSample.place])
            .after(AmendRight(right: lowered, reason: "Lowered."))
        let found = findings(after)
        #expect(found.map(\.kind) == [.delegationBeyondParent])
        #expect(found[0].rights == [RightsSample.place.id, lowered.id])
    }

    @Test func `an instrument from before it was in force is named, however its section is written`() {
        var early = RightsSample.delegated
        early.delegatedFrom = nil
        early.extent = .own
        early.instrument = .init(name: "Section 65Z5", dated: RightsSample.on("2022-06-30"))
        let open = edge("a", .organisation(RightsSample.icb), .thePublic)
        #expect(findings(book([open], rights: [early])).map(\.kind) == [.instrumentNotInForce])
        early.instrument = .init(name: "s65Z5", dated: RightsSample.on("2022-07-01"))
        #expect(findings(book([open], rights: [early])) == [])
    }

    @Test func `what is contested and no longer asked about is named`() throws {
        var contested = RightsSample.place
        contested.id = RightsSample.name("contested")
        contested.delegatedFrom = nil
        contested.extent = .own
        contested.standing = .contested
        let open = edge("a", .organisation(RightsSample.icb), .thePublic)
        let asked = try book([open]).after(RecordRight(right: contested, question: RightsSample.question("closures")))
        #expect(findings(asked) == [])
        let answered = try asked.after(
            AnswerRightsQuestion(
                question: RightsSample.name("closures"), text: "The board does.", answeredOn: RightsSample.day))
        #expect(findings(answered).map(\.kind) == [.unsettledWithoutQuestion])
    }

    @Test(arguments: [UInt64(2), 29, 404])
    func `the order in which edges and rights are given changes nothing`(seed: UInt64) {
        var numbers = SeededNumbers(seed: seed)
        let parties: [AccountabilityEdge.Party] = [
            .organisation(RightsSample.icb), .organisation(RightsSample.council), .thePublic,
            .partnership(RightsSample.name("stp")), .committee(RightsSample.name("pccc")),
            .organisation(RightsSample.national),
        ]
        let edges = (0..<25).map { number in
            edge(
                "e\(number)", parties[Int.random(in: 0..<2, using: &numbers)],
                parties[Int.random(in: 2..<6, using: &numbers)]
            ) {
                if Bool.random(using: &numbers) { $0.consequences = nil }
                if Bool.random(using: &numbers) { $0.matter = nil }
            }
        }
        let rights = [RightsSample.statute, RightsSample.delegated, RightsSample.place]
        let first = FindAccountabilityGaps.findings(
            .init(day: RightsSample.day, edges: edges, rights: rights, forumsMost: 2))
        let second = FindAccountabilityGaps.findings(
            .init(
                day: RightsSample.day, edges: edges.shuffled(using: &numbers), rights: rights.reversed(), forumsMost: 2)
        )
        #expect(first == second && !first.isEmpty, "seed \(seed)")
        #expect(first.allSatisfy { $0.sentence.hasSuffix(".") && $0.remedy.hasSuffix(".") }, "seed \(seed)")
    }

    @Test func `a question is written and read back as JSON`() throws {
        let question = FindAccountabilityGaps.Question(
            of: RightsSample.book(), on: RightsSample.day, rulebook: RightsSample.rulebook,
            successor: RightsSample.nobody)
        let read: FindAccountabilityGaps.Question = try JSONValue(encoding: question).decoded(named: "question")
        #expect(read == question)
        let short: FindAccountabilityGaps.Question = try JSONValue(
            dictionaryLiteral: ("day", "2026-09-01")
        ).decoded(named: "question")
        #expect(FindAccountabilityGaps.findings(short) == [])
    }
}
