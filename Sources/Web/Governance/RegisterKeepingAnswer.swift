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
        return Answer(RegisterPersonPage(try work.person(.keepRegister), on: work.day, text: work.text))
    }

    private static func page<Asked: AskedForm>(
        _ heading: String, _ form: Asked, _ deed: RegisterDeed, _ work: GovernanceWork, of person: PersonFile,
        button: String, before: [Html] = []
    ) -> any Page {
        FormPage(
            heading, trail: trail, form: form, to: deed.destination, token: work.question.token, button: .init(button),
            before: [.paragraph(.name(work.name(person.id)), class: "subtitle")] + before,
            after: [.paragraph(.link("Back to the person’s entries", to: RegisterDeed.person(person.id).destination))])
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

    // MARK: - Approving

    private static func approvePage(
        _ form: ApproveInterestForm, _ work: GovernanceWork, _ person: PersonFile, _ declaration: Declaration
    ) -> any Page {
        let rows = DeclarationForm.rows(DeclarationTold(declaration, text: work.text)) { _ in nil }
        return page(
            "Agree how an interest is handled", form, .approve(person.id, declaration.id), work, of: person,
            button: "Agree", before: [.summaryList(rows)])
    }

    static func approving(_ question: Question) throws -> Answer {
        let work = try GovernanceWork(question)
        let person = try work.person(.ruleOnInterests)
        return Answer(approvePage(ApproveInterestForm(), work, person, try entry(work, of: person)))
    }

    static func approve(_ sent: Sent) throws -> Outcome {
        let work = try GovernanceWork(sent.question)
        let person = try work.person(.ruleOnInterests)
        let declaration = try entry(work, of: person)
        let by = try ruler(work)
        return try work.take(
            ApproveInterestForm(sent.filled), page: { approvePage($0, work, person, declaration) },
            done: RegisterDeed.person(person.id).path, notice: "It is agreed how the interest is handled."
        ) { answer, _, _ in
            [
                ApproveDeclaration(
                    person: person.id, declaration: declaration.id, approver: by, on: work.day,
                    mitigation: answer.mitigation)
            ]
        }
    }

    // MARK: - What is withheld

    private static func wish(_ work: GovernanceWork, of person: PersonFile, _ isGift: Bool) throws -> (
        Slug, Redaction, RegisterDeed
    ) {
        let id = try work.question.parameter("entry") { Slug($0) }
        let wish = isGift ? person.gifts.first { $0.id == id }?.redaction : person.declaration(id)?.redaction
        guard let wish else { throw Refusal(.usage, code: "not-found", "A wish that “\(id)” be withheld") }
        return (id, wish, isGift ? .decideWithholdingGift(person.id, id) : .decideWithholding(person.id, id))
    }

    private static func wishPage(
        _ form: WithholdingForm, _ work: GovernanceWork, _ person: PersonFile, _ wish: Redaction, _ deed: RegisterDeed
    ) -> any Page {
        let reason = work.texts[wish.reason] ?? "text removed"
        return page(
            "Withhold or publish an entry", form, deed, work, of: person, button: "Decide",
            before: [
                .summaryList([.init("Asked", .text(wish.askedOn.inWords)), .init("Because", .name(reason))])
            ])
    }

    static func deciding(isGift: Bool) -> @Sendable (Question) throws -> Answer {
        { question in
            let work = try GovernanceWork(question)
            let person = try work.person(.ruleOnInterests)
            let (_, wish, deed) = try wish(work, of: person, isGift)
            return Answer(wishPage(WithholdingForm(), work, person, wish, deed))
        }
    }

    static func decide(isGift: Bool) -> @Sendable (Sent) throws -> Outcome {
        { sent in
            let work = try GovernanceWork(sent.question)
            let person = try work.person(.ruleOnInterests)
            let (id, wish, deed) = try wish(work, of: person, isGift)
            let by = try ruler(work)
            return try work.take(
                WithholdingForm(sent.filled), page: { wishPage($0, work, person, wish, deed) },
                done: RegisterDeed.person(person.id).path, notice: "It is decided."
            ) { isGranted, _, _ in
                [
                    DecideRedaction(
                        person: person.id, declaration: isGift ? nil : id, gift: isGift ? id : nil, decidedBy: by,
                        on: work.day, isGranted: isGranted)
                ]
            }
        }
    }

    // MARK: - Breaches

    private static func breachForm(_ work: GovernanceWork, _ person: PersonFile, _ sent: Sent?) -> BreachForm {
        var number = person.breaches.count + 1
        while person.breaches.contains(where: { $0.id == Slug("breach-\(number)") }) { number += 1 }
        guard let made = Slug("breach-\(number)") else { preconditionFailure("a word and a number make a name") }
        let items = work.book.meetings.values.sorted { $0.startsAt > $1.startsAt }.flatMap { meeting in
            meeting.agenda.map { Choice("\(meeting.id)/\($0.id)", "\(meeting.day.inWords): \($0.title)") }
        }
        return BreachForm(
            sent?.filled ?? SentValues(), entry: sent?.entry(else: made) ?? made,
            people: work.people(besides: person.id),
            items: items)
    }

    private static func breachPage(_ form: BreachForm, _ work: GovernanceWork, _ person: PersonFile) -> any Page {
        page("Record a breach", form, .breach(person.id), work, of: person, button: "Record the breach")
    }

    static func breaching(_ question: Question) throws -> Answer {
        let work = try GovernanceWork(question)
        let person = try work.person(.ruleOnInterests)
        return Answer(breachPage(breachForm(work, person, nil), work, person))
    }

    static func breach(_ sent: Sent) throws -> Outcome {
        let work = try GovernanceWork(sent.question)
        let person = try work.person(.ruleOnInterests)
        let form = breachForm(work, person, sent)
        return try work.take(
            form, page: { breachPage($0, work, person) }, done: RegisterDeed.person(person.id).path,
            notice: "The breach is recorded and open."
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

    private static func settlePage(
        _ form: SettleBreachForm, _ work: GovernanceWork, _ person: PersonFile, _ breach: Breach
    ) -> any Page {
        page(
            "Settle a breach", form, .settle(person.id, breach.id), work, of: person, button: "Settle it",
            before: [
                .summaryList([
                    .init("Found", .text(breach.foundOn.inWords)),
                    .init("What happened", .name(work.texts[breach.account] ?? "text removed")),
                ])
            ])
    }

    private static func breach(_ work: GovernanceWork, of person: PersonFile) throws -> Breach {
        let id = try work.question.parameter("breach") { Slug($0) }
        guard let breach = person.breaches.first(where: { $0.id == id }) else {
            throw Refusal(.usage, code: "not-found", "A breach “\(id)”")
        }
        return breach
    }

    static func settling(_ question: Question) throws -> Answer {
        let work = try GovernanceWork(question)
        let person = try work.person(.ruleOnInterests)
        return Answer(settlePage(SettleBreachForm(), work, person, try breach(work, of: person)))
    }

    static func settle(_ sent: Sent) throws -> Outcome {
        let work = try GovernanceWork(sent.question)
        let person = try work.person(.ruleOnInterests)
        let breach = try breach(work, of: person)
        return try work.take(
            SettleBreachForm(sent.filled), page: { settlePage($0, work, person, breach) },
            done: RegisterDeed.person(person.id).path, notice: "The breach is settled."
        ) { told, _, _ in
            [
                SettleBreach(
                    person: person.id, breach: breach.id, on: work.day, effect: told.effect, meeting: breach.meeting,
                    item: breach.item, sanction: told.sanction, lesson: told.lesson, publishedText: told.publishedText)
            ]
        }
    }
}
