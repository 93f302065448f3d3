import Access
import Governance
import Markup
import Pages
import Store
import Vocabulary

/// Who stands on the register: people are entered, and their leaving is recorded.
enum RegisterPeopleAnswer {
    private static let trail: [(name: String, route: Route)] = [("Register", .register(.keeping))]

    // MARK: - Entering

    /// `p015`: after the last short name of that kind.
    private static func free(_ work: GovernanceWork) -> Slug {
        let numbers = work.book.people.keys.compactMap { id in
            id.description.wholeMatch(of: /p([0-9]{1,6})/).flatMap { Int($0.1) }
        }
        let number = "\((numbers.max() ?? 0) + 1)"
        let name = "p" + String(repeating: "0", count: max(0, 3 - number.count)) + number
        guard let free = Slug(name) else { preconditionFailure("a letter and a number make a name") }
        return free
    }

    static func entering(_ question: Question, _ sent: Sent?) throws -> GovernanceAsking {
        let work = try GovernanceWork(question)
        let free = free(work)
        let form = PersonForm(sent?.filled ?? SentValues(), entry: sent?.entry(else: free) ?? free)
        return try GovernanceAsking(
            GovernanceForm(
                work: work, heading: "Enter somebody on the register", trail: trail, form: form,
                deed: RegisterDeed.enter.destination, button: .init("Enter them"),
                done: RegisterDeed.person(form.entry).path, notice: "They stand on the register.",
                after: [
                    .paragraph(
                        "They declare their interests for themselves once an administrator has linked their account to them."
                    )
                ], record: RecordName(.person, form.entry), isNew: true, free: free,
                told: { act, _ in
                    guard let act = act as? EnterPerson, let post = act.posts.first else { return nil }
                    return .init(
                        name: work.texts[act.name] ?? "text removed", knownFrom: act.knownFrom, post: post,
                        decides: act.decisionMaking.first?.why)
                }
            ) { answer, keep, _ in
                [
                    EnterPerson(
                        person: form.entry, name: try keep(answer.name), knownFrom: answer.knownFrom,
                        posts: [answer.post],
                        decisionMaking: answer.decides.map { [.init(why: $0, from: answer.knownFrom)] } ?? [])
                ]
            })
    }

    /// A form on somebody who stands on the register.
    private static func made<Asked: AskedForm>(
        _ heading: String, _ form: Asked, _ deed: RegisterDeed, _ work: GovernanceWork, of person: PersonFile,
        button: String, notice: String, told: @escaping (any GovernanceAct, Asked.Answer) -> Asked.Answer?,
        acts: @escaping GovernanceForm<Asked>.Acts
    ) throws -> GovernanceAsking {
        let entries = RegisterDeed.person(person.id)
        return try GovernanceAsking(
            GovernanceForm(
                work: work, heading: heading, trail: trail, form: form, deed: deed.destination,
                button: .init(button), done: entries.path, notice: notice,
                before: [.paragraph(.name(work.name(person.id)), class: "subtitle")],
                after: [.paragraph(.link("Back to the person’s entries", to: entries.destination))],
                record: RecordName(.person, person.id), told: told, acts: acts))
    }

    static func leaving(_ question: Question, _ sent: Sent?) throws -> GovernanceAsking {
        let work = try GovernanceWork(question)
        let person = try work.person(.keepRegister)
        return try made(
            "Record that somebody left", LeavingForm(sent?.filled ?? SentValues()), .leave(person.id), work,
            of: person, button: "Record it", notice: "Their last day is recorded.",
            told: { act, _ in (act as? RecordLeaving)?.left }
        ) { day, _, _ in [RecordLeaving(person: person.id, left: day)] }
    }

    // MARK: - Posts and ties

    static func holding(_ question: Question, _ sent: Sent?) throws -> GovernanceAsking {
        let work = try GovernanceWork(question)
        let person = try work.person(.keepRegister)
        return try made(
            "Enter a post", PostForm(sent?.filled ?? SentValues(), person: person.id), .post(person.id), work,
            of: person, button: "Enter it", notice: "The post is entered.",
            told: GovernanceForm<PostForm>.sameAct
        ) { act, _, _ in [act] }
    }

    static func tying(_ question: Question, _ sent: Sent?) throws -> GovernanceAsking {
        let work = try GovernanceWork(question)
        let person = try work.person(.keepRegister)
        let known = Set(work.book.people.values.flatMap(\.ties).map(\.name)).sorted()
        return try made(
            "Enter a tie", TieForm(sent?.filled ?? SentValues(), person: person.id, known: known), .tie(person.id),
            work, of: person, button: "Enter it", notice: "The tie is entered.",
            told: GovernanceForm<TieForm>.sameAct
        ) { act, _, _ in [act] }
    }

    static func decidingFrom(_ question: Question, _ sent: Sent?) throws -> GovernanceAsking {
        let work = try GovernanceWork(question)
        let person = try work.person(.keepRegister)
        return try made(
            "Record that somebody takes part in decisions",
            DecisionMakingForm(sent?.filled ?? SentValues(), person: person.id), .deciding(person.id), work,
            of: person, button: "Record it", notice: "It is recorded; what they declare is published.",
            told: GovernanceForm<DecisionMakingForm>.sameAct
        ) { act, _, _ in [act] }
    }

    static func endingOne(_ question: Question, _ sent: Sent?) throws -> GovernanceAsking {
        let work = try GovernanceWork(question)
        let person = try work.person(.keepRegister)
        return try made(
            "End a post, a tie or a part in decisions", EndHoldingForm(sent?.filled ?? SentValues(), of: person),
            .endHolding(person.id), work, of: person, button: "Record the last day",
            notice: "The last day is recorded.", told: { _, _ in nil }
        ) { answer, _, _ in [answer.act(on: person)].compactMap(\.self) }
    }
}
