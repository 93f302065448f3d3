import Access
import Governance
import Markup
import Pages
import Store
import Vocabulary

/// The register as its keeper works with it: approvals, rulings on what is withheld, breaches.
enum RegisterKeepingAnswer {
    private static let trail: [(name: String, route: Route)] = [("Interests", .interests)]

    static func page(_ question: Question) throws -> Answer {
        let work = try GovernanceWork(question)
        let people = work.book.people.values.filter { work.may(.keepRegister, of: $0.id) }.sorted { $0.id < $1.id }
        let tables = RegisterTables(work.book, rulebook: work.desk.rules.rulebook, text: work.text)
        return Answer(
            RegisterKeepingPage(work.book, on: work.day, people: people, tables: tables, text: work.text))
    }

    static func person(_ question: Question) throws -> Answer {
        let work = try GovernanceWork(question)
        return Answer(
            RegisterPersonPage(
                try work.person(.keepRegister), on: work.day, organisation: work.organisation, text: work.text))
    }

    /// A form on one person's entries.
    ///
    /// - Parameter told: what an act that was recorded meanwhile says to the form; nil where it is on something else.
    private static func made<Asked: AskedForm>(
        _ heading: String, _ form: Asked, _ deed: RegisterDeed, _ work: GovernanceWork, of person: PersonFile,
        button: String, notice: String, before: [Html] = [], free: Slug? = nil,
        told: @escaping (any GovernanceAct, Asked.Answer) -> Asked.Answer?, acts: @escaping GovernanceForm<Asked>.Acts
    ) throws -> GovernanceAsking {
        let entries = RegisterDeed.person(person.id)
        return try GovernanceAsking(
            GovernanceForm(
                work: work, heading: heading, trail: trail, form: form, deed: deed.destination,
                button: .init(button), done: entries.path, notice: notice,
                before: [.paragraph(.name(work.name(person.id)), class: "subtitle")] + before,
                after: [.paragraph(.link("Back to the person’s entries", to: entries.destination))],
                record: RecordName(.person, person.id), free: free, told: told, acts: acts))
    }

    /// Who rules: the person of the register that the account is.
    private static func ruler(_ work: GovernanceWork) throws -> Slug { try work.own().id }

    private static func entry(_ work: GovernanceWork, of person: PersonFile) throws -> Declaration {
        let id = try work.question.parameter("entry") { Slug($0) }
        guard let declaration = person.declaration(id) else {
            throw Refusal(.usage, code: "not-found", "An entry “\(id)”")
        }
        return declaration
    }

    // MARK: - Rulings

    static func approving(_ question: Question, _ sent: Sent?) throws -> GovernanceAsking {
        let work = try GovernanceWork(question)
        let person = try work.person(.ruleOnInterests)
        let declaration = try entry(work, of: person)
        let rows = DeclarationForm.rows(DeclarationTold(declaration, text: work.text)) { _ in nil }
        return try made(
            "Agree how an interest is handled", ApproveInterestForm(sent?.filled ?? SentValues()),
            .approve(person.id, declaration.id), work, of: person, button: "Agree",
            notice: "It is agreed how the interest is handled.", before: [.summaryList(rows)],
            told: { act, _ in
                guard let act = act as? ApproveDeclaration, act.declaration == declaration.id else { return nil }
                return .init(mitigation: act.mitigation)
            }
        ) { answer, _, _ in
            [
                ApproveDeclaration(
                    person: person.id, declaration: declaration.id, approver: try ruler(work), on: work.day,
                    mitigation: answer.mitigation)
            ]
        }
    }

    /// Whether an entry is withheld, as somebody asked.
    static func deciding(isGift: Bool) -> @Sendable (Question, Sent?) throws -> GovernanceAsking {
        { question, sent in
            let work = try GovernanceWork(question)
            let person = try work.person(.ruleOnInterests)
            let id = try question.parameter("entry") { Slug($0) }
            let wish = isGift ? person.gifts.first { $0.id == id }?.redaction : person.declaration(id)?.redaction
            guard let wish else { throw Refusal(.usage, code: "not-found", "A wish that “\(id)” be withheld") }
            let (declaration, gift) = isGift ? (nil, id) : (id, nil)
            return try made(
                "Withhold or publish an entry", WithholdingForm(sent?.filled ?? SentValues()),
                isGift ? .decideWithholdingGift(person.id, id) : .decideWithholding(person.id, id), work, of: person,
                button: "Decide", notice: "It is decided.",
                before: [
                    .summaryList([
                        .init("Asked", .text(wish.askedOn.inWords)),
                        .init("Because", .name(work.texts[wish.reason] ?? "text removed")),
                    ])
                ],
                told: { act, _ in
                    guard let act = act as? DecideRedaction, act.declaration == declaration, act.gift == gift else {
                        return nil
                    }
                    return act.isGranted
                }
            ) { isGranted, _, _ in
                [
                    DecideRedaction(
                        person: person.id, declaration: declaration, gift: gift, decidedBy: try ruler(work),
                        on: work.day, isGranted: isGranted)
                ]
            }
        }
    }

    // MARK: - Breaches

    static func breaching(_ question: Question, _ sent: Sent?) throws -> GovernanceAsking {
        let work = try GovernanceWork(question)
        let person = try work.person(.ruleOnInterests)
        let free = ShortName.free("breach-", besides: person.breaches.map(\.id))
        let items = work.book.meetings.values.sorted { $0.startsAt > $1.startsAt }.flatMap { meeting in
            meeting.agenda.map { Choice("\(meeting.id)/\($0.id)", "\(meeting.day.inWords): \($0.title)") }
        }
        let form = BreachForm(
            sent?.filled ?? SentValues(), entry: sent?.entry(else: free) ?? free,
            people: work.people(besides: person.id), items: items)
        return try made(
            "Record a breach", form, .breach(person.id), work, of: person, button: "Record the breach",
            notice: "The breach is recorded and open.", free: free,
            told: { act, _ in
                guard let act = act as? RecordBreach, act.breach.id == form.entry else { return nil }
                return .init(
                    account: work.texts[act.breach.account] ?? "text removed", dealtWithBy: act.breach.dealtWithBy,
                    foundOn: act.breach.foundOn, meeting: act.breach.meeting, item: act.breach.item)
            }
        ) { told, keep, _ in
            [
                RecordBreach(
                    person: person.id,
                    breach: Breach(
                        id: form.entry, foundOn: told.foundOn, account: try keep(told.account),
                        dealtWithBy: told.dealtWithBy, meeting: told.meeting, item: told.item))
            ]
        }
    }

    static func settling(_ question: Question, _ sent: Sent?) throws -> GovernanceAsking {
        let work = try GovernanceWork(question)
        let person = try work.person(.ruleOnInterests)
        let id = try question.parameter("breach") { Slug($0) }
        guard let breach = person.breaches.first(where: { $0.id == id }) else {
            throw Refusal(.usage, code: "not-found", "A breach “\(id)”")
        }
        return try made(
            "Settle a breach", SettleBreachForm(sent?.filled ?? SentValues()), .settle(person.id, breach.id), work,
            of: person, button: "Settle it", notice: "The breach is settled.",
            before: [
                .summaryList([
                    .init("Found", .text(breach.foundOn.inWords)),
                    .init("What happened", .name(work.texts[breach.account] ?? "text removed")),
                ])
            ],
            told: { act, _ in
                guard let act = act as? SettleBreach, act.breach == breach.id else { return nil }
                return .init(
                    effect: act.effect, publishedText: act.publishedText, sanction: act.sanction, lesson: act.lesson)
            }
        ) { told, _, _ in
            [
                SettleBreach(
                    person: person.id, breach: breach.id, on: work.day, effect: told.effect, meeting: breach.meeting,
                    item: breach.item, sanction: told.sanction, lesson: told.lesson, publishedText: told.publishedText)
            ]
        }
    }
}
