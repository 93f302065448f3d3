import Vocabulary

/// What the finding of gaps looks at: the edges and rights of one day, and who is who.
struct AccountabilityGround {
    typealias Party = AccountabilityEdge.Party
    typealias Finding = AccountabilityFinding

    let question: FindAccountabilityGaps.Question
    let names: PartyNames
    let edges: [AccountabilityEdge]
    let rights: [DecisionRight]
    private let following: [OrganisationCode: [OrganisationCode]]
    private let bodies: [Slug: OrganisationCode]

    init(_ question: FindAccountabilityGaps.Question, names: PartyNames) {
        self.question = question
        self.names = names
        edges = question.edges.compactMap { $0.asOf(question.day) }.sorted { $0.id < $1.id }
        rights = question.rights.compactMap { $0.asOf(question.day) }.sorted { $0.id < $1.id }
        following = Dictionary(grouping: question.successions, by: \.predecessor).mapValues { $0.map(\.successor) }
        bodies = Dictionary(
            question.committees.map { ($0.committee, $0.body) }, uniquingKeysWith: { first, _ in first })
    }

    func successor(_ code: OrganisationCode) -> [OrganisationCode] { following[code] ?? [] }

    func isSame(_ one: OrganisationCode, _ other: OrganisationCode) -> Bool {
        FollowSuccession.isSame(one, other, by: successor)
    }

    /// The body that a party is, or whose committee it is.
    func body(of party: Party) -> OrganisationCode? {
        switch party {
        case .organisation(let code): code
        case .committee(let id): bodies[id]
        case .person, .partnership, .thePublic: nil
        }
    }

    /// Each once, in the order of their texts.
    func sorted(_ parties: some Sequence<Party>) -> [Party] {
        Set(parties).sorted { $0.description < $1.description }
    }

    func named(_ right: DecisionRight) -> String { "“\(right.title)” (\(right.id))" }

    // MARK: - Joint matters

    /// Partnerships that answer to nobody, and rights held jointly for which nobody answers as one.
    func jointMatters() -> [Finding] {
        let partnerships = sorted(
            edges.flatMap { [$0.actor, $0.forum] }.filter {
                if case .partnership = $0 { true } else { false }
            })
        let unanswered = partnerships.filter { partnership in !edges.contains { $0.actor == partnership } }
        let ofPartnerships = unanswered.map { partnership in
            Finding(
                .jointMatterWithoutForum,
                "Nobody answers for \(names.name(partnership)) as a whole: it is a joint matter, and answers to no forum.",
                remedy: "Agree one forum to which it answers as one, and draw the edge.",
                edges: edges.filter { $0.forum == partnership }.map(\.id), parties: [partnership])
        }
        let joint = rights.filter { right in
            right.extent == .joint
                && !edges.contains { edge in
                    guard edge.matter == right.matter else { return false }
                    if case .partnership = edge.actor { return true }
                    return right.committee.map { edge.actor == .committee($0) } ?? false
                }
        }
        return ofPartnerships
            + joint.map { right in
                Finding(
                    .jointMatterWithoutForum,
                    "\(named(right)) is held jointly by \(names.names(right.holders)), and nobody answers for it as one: "
                        + "no joint committee or partnership has a forum for it.",
                    remedy: "Name the joint committee or partnership that answers for it, and its forum.",
                    rights: [right.id], parties: right.holders.map { .organisation($0) })
            }
    }

    // MARK: - Forums and edges

    /// Forums none of whose edges bears consequences.
    func forums() -> [Finding] {
        sorted(edges.map(\.forum)).compactMap { forum in
            let incoming = edges.filter { $0.forum == forum }
            guard incoming.allSatisfy({ $0.missing.contains(.consequence) }) else { return nil }
            let actors = listed(sorted(incoming.map(\.actor)).map { names.name($0) })
            return Finding(
                .forumWithoutConsequence,
                "\(names.name(forum)) can let nothing follow: \(actors) "
                    + "\(Set(incoming.map(\.actor)).count == 1 ? "answers" : "answer") to it, and no edge says what "
                    + "consequences there may be.",
                remedy: "Say what follows when the forum is not satisfied, or find a forum that can let it follow.",
                edges: incoming.map(\.id), parties: [forum])
        }
    }

    /// Edges that lack an element.
    func elements() -> [Finding] {
        edges.filter { !$0.missing.isEmpty }.map { edge in
            let actor = names.name(edge.actor)
            let forum = names.name(edge.forum)
            let lacking = edge.missing.map { element in
                switch element {
                case .explain: "what \(actor) explains"
                case .question: "how \(forum) may put questions"
                case .judge: "how \(forum) judges"
                case .consequence: "what consequences there may be"
                }
            }
            return Finding(
                .elementMissing,
                "\(actor) to \(forum), about \(edge.about): not accountability yet, for nobody has said "
                    + "\(listed(lacking)).",
                remedy: "Amend the edge “\(edge.id)” with \(listed(edge.missing.map(\.inWords))), and the "
                    + "document that says so.",
                edges: [edge.id], parties: [edge.actor, edge.forum])
        }
    }

    /// Bodies that act or hold rights and answer to the public for nothing.
    func toPublic() -> [Finding] {
        let acting = edges.compactMap { body(of: $0.actor) } + rights.flatMap(\.holders)
        let bodies = Set(acting.flatMap { FollowSuccession.now($0, by: successor) })
        let open = edges.filter { $0.forum == .thePublic }.compactMap { body(of: $0.actor) }
        return bodies.filter { body in !open.contains { isSame($0, body) } }.sorted().map { body in
            Finding(
                .noEdgeToPublic, "\(names.name(body)) answers to the public for nothing.",
                remedy:
                    "Say how it explains itself to the public, how the public may question and judge, and what follows.",
                parties: [.organisation(body)])
        }
    }
}

extension AccountabilityEdge.Element {
    /// In a sentence: `an obligation to explain`.
    public var inWords: String {
        switch self {
        case .explain: "an obligation to explain"
        case .question: "questions"
        case .judge: "a judgement"
        case .consequence: "consequences"
        }
    }
}
