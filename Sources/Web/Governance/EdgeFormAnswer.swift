import Access
import Governance
import Markup
import Pages
import Store
import Vocabulary

/// Who answers to whom, for whoever keeps it.
enum EdgeFormAnswer {
    private static let trail: [(name: String, route: Route)] = [
        ("Accountability", .accountability), ("Keep who answers to whom", .rightsWork(.keepingEdges)),
    ]

    static func keeping(_ question: Question) throws -> Answer {
        let work = try GovernanceWork(question)
        let (book, day, name, organisation) = (work.book, work.day, work.name, work.organisation)
        var kept = book
        kept.edges = book.edges.filter { work.keeps($0.value.actor) }
        return Answer(
            EdgesKeepingPage(kept, on: day) { party in
                switch party {
                case .organisation(let code): organisation(code)
                case .committee(let id): book.committees[id]?.title ?? id.description
                case .person(let id): name(id)
                case .partnership(let id): ShortName.words(of: id)
                case .thePublic: "the public"
                }
            })
    }

    private static func form(
        _ filled: SentValues, _ work: GovernanceWork, _ sent: Sent?, amending edge: AccountabilityEdge? = nil
    ) -> EdgeForm {
        let book = work.book
        let partnerships = Set(
            book.edges.values.flatMap { [$0.actor, $0.forum] }.compactMap { party -> Slug? in
                if case .partnership(let id) = party { id } else { nil }
            })
        func named(_ kind: String, _ choices: [Choice]) -> [Choice] {
            choices.map { Choice("\(kind) \($0.value)", $0.words) }
        }
        let committees = book.committees.values.filter { $0.dissolvedOn == nil }
            .sorted { ($0.title, $0.id) < ($1.title, $1.id) }.map { Choice($0.id.description, $0.title) }
        let groups = [
            ChoiceGroup(nil, [Choice("public", "The public")]),
            ChoiceGroup("Bodies", named("organisation", work.organisations())),
            ChoiceGroup("Committees", named("committee", committees)),
            ChoiceGroup(
                "Partnerships",
                partnerships.sorted().map { Choice("partnership \($0)", ShortName.words(of: $0).firstUpper) }),
            ChoiceGroup("People", named("person", work.people())),
        ].filter { !$0.choices.isEmpty }
        let entry = ShortName.free("edge-", besides: book.edges.keys)
        let mandates = book.committees.values.flatMap(\.terms).flatMap(\.mandates).map(\.matter)
        let matters = Set(mandates + book.rights.values.map(\.matter) + book.edges.values.compactMap(\.matter))
        return EdgeForm(
            filled, amended: edge?.id, entry: sent?.entry(else: entry) ?? entry, parties: groups,
            matters: matters.sorted().map { Choice($0.description, ShortName.words(of: $0).firstUpper) })
    }

    private static func asking(
        _ heading: String, _ form: EdgeForm, _ deed: RightsDeed, _ work: GovernanceWork, notice: String,
        free: Slug? = nil
    ) throws -> GovernanceAsking {
        try GovernanceAsking(
            GovernanceForm(
                work: work, heading: heading, trail: trail, form: form, deed: deed.destination,
                button: .init("Check the answers"), done: RightsDeed.keepingEdges.path, notice: notice,
                record: RecordName(.accountability, form.amended ?? form.entry), isNew: form.amended == nil, free: free,
                forbidden: { answer in work.keeps(answer.edge.actor) ? nil : work.notYourRight },
                checking: .init(
                    heading: "Check who answers to whom", button: .init("Record it"),
                    notes: { answer in
                        let missing = answer.edge.missing
                        guard !missing.isEmpty else { return [] }
                        return [
                            .paragraph(
                                "It is no accountability yet: something is left empty that makes it so. It is drawn as it is.",
                                class: "notes")
                        ]
                    }, trial: { [$0.act] }),
                told: { act, _ in
                    switch act {
                    case let act as DrawEdge: .init(edge: act.edge)
                    case let act as AmendEdge: .init(edge: act.edge, reason: act.reason)
                    default: nil
                    }
                }
            ) { answer, _, _ in [answer.act] })
    }

    static func drawing(_ question: Question, _ sent: Sent?) throws -> GovernanceAsking {
        let work = try GovernanceWork(question)
        return try asking(
            "Record who answers to whom", form(sent?.filled ?? SentValues(), work, sent), .draw, work,
            notice: "It is recorded who answers to whom.",
            free: ShortName.free("edge-", besides: work.book.edges.keys))
    }

    /// - Throws: `not-found`.
    static func edge(_ work: GovernanceWork) throws -> AccountabilityEdge {
        let id = try work.question.parameter("edge") { Slug($0) }
        guard let edge = work.book.edges[id], work.keeps(edge.actor) else {
            throw Refusal(.usage, code: "not-found", "An edge “\(id)”")
        }
        return edge
    }

    static func amending(_ question: Question, _ sent: Sent?) throws -> GovernanceAsking {
        let work = try GovernanceWork(question)
        let edge = try edge(work)
        var standing = EdgeForm.filled(with: .init(edge: edge))
        standing.set("from", to: DayTyped())
        return try asking(
            "Change who answers to whom", form(sent?.filled ?? standing, work, sent, amending: edge),
            .amendEdge(edge.id), work, notice: "It is changed; what it was stays on the record.")
    }

    static func ending(_ question: Question, _ sent: Sent?) throws -> GovernanceAsking {
        let work = try GovernanceWork(question)
        let edge = try edge(work)
        return try GovernanceAsking(
            GovernanceForm(
                work: work, heading: "End who answers to whom", trail: trail,
                form: EndForm(sent?.filled ?? SentValues()), deed: RightsDeed.endEdge(edge.id).destination,
                button: .init("End it"), done: RightsDeed.keepingEdges.path, notice: "Its last day is recorded.",
                before: [.paragraph(.name("For \(edge.about)"), class: "subtitle")],
                record: RecordName(.accountability, edge.id),
                told: { act, _ in (act as? EndEdge).map { .init(lastDay: $0.lastDay, reason: $0.reason) } }
            ) { answer, _, _ in [EndEdge(edge: edge.id, lastDay: answer.lastDay, reason: answer.reason)] })
    }
}

extension GovernanceWork {
    /// True where the visitor keeps who answers to whom for a party.
    func keeps(_ party: AccountabilityEdge.Party) -> Bool {
        switch party {
        case .organisation(let code): keeps(code)
        case .committee(let id): keeps(book.committees[id]?.body)
        case .person, .partnership, .thePublic: true
        }
    }
}
