import Governance
import Markup
import Pages
import Rulebook
import Store
import Vocabulary

/// One's own entries on the register of interests: declared, put right, ended, confirmed.
enum OwnInterestsAnswer {
    private static let trail: [(name: String, route: Route)] = [("Interests", .interests)]
    private static let back = Html.paragraph(.link("Back to your interests", to: RegisterDeed.mine.destination))

    /// Whoever is linked to nobody on the register is told who can link them.
    static func page(_ question: Question) throws -> Answer {
        let work = try GovernanceWork(question)
        return try work.isOnRegister ? Answer(mine(work)) : Answer(NotOnRegisterPage())
    }

    private static func mine(_ work: GovernanceWork, failure: String? = nil) throws -> MyInterestsPage {
        let person = try work.own()
        let reminders = try? RemindReviews(rulebook: work.desk.rules.rulebook)(in: work.book, on: work.day)
        return MyInterestsPage(
            person, on: work.day, token: work.question.token, reminder: reminders?.first { $0.person == person.id },
            organisation: work.organisation, text: work.text, failure: failure)
    }

    /// The first short name of a kind that no entry has.
    private static func free(_ kind: String, _ taken: [Slug]) -> Slug {
        var number = taken.count + 1
        while let name = Slug("\(kind)-\(number)"), taken.contains(name) { number += 1 }
        guard let name = Slug("\(kind)-\(number)") else { preconditionFailure("a word and a number make a name") }
        return name
    }

    private static func page<Asked: AskedForm>(
        _ heading: String, _ form: Asked, _ deed: RegisterDeed, _ work: GovernanceWork, button: Form.Button,
        before: [Html] = []
    ) -> FormPage {
        FormPage(
            heading, trail: trail, form: form, to: deed.destination, token: work.question.token, button: button,
            before: before, after: [back])
    }

    private static let checking = FormStep.check.button("Continue")

    // MARK: - Declaring, and putting right

    static func declaring(_ question: Question) throws -> Answer {
        let work = try GovernanceWork(question)
        let entry = free("interest", try work.own().declarations.map(\.id))
        return Answer(page("Declare an interest", DeclarationForm(entry: entry), .declare, work, button: checking))
    }

    static func declare(_ sent: Sent) throws -> Outcome {
        let work = try GovernanceWork(sent.question)
        let person = try work.own()
        let entry = sent.entry(else: free("interest", person.declarations.map(\.id)))
        return try told(sent, work, "Declare an interest", .declare, entry) { told, keep throws(Refusal) in
            EnterDeclaration(person: person.id, declaration: try told.declaration(entry, on: work.day, keeping: keep))
        }
    }

    /// What an entry has come to: itself, or the last that took its place.
    private static func latest(_ work: GovernanceWork) throws -> Declaration {
        let person = try work.own()
        var entry = try standing(work)
        while let later = entry.supersededBy, let found = person.declaration(later) { entry = found }
        return entry
    }

    static func amending(_ question: Question) throws -> Answer {
        let work = try GovernanceWork(question)
        let earlier = try latest(work)
        let form = DeclarationForm(
            DeclarationForm.filled(with: DeclarationTold(earlier, text: work.text)),
            entry: free("interest", try work.own().declarations.map(\.id)))
        return Answer(
            page("Put an interest right", form, .amend(earlier.id), work, button: checking, before: [amendWords]))
    }

    private static func mineDone(_ notice: String) -> Outcome {
        Outcome(kind: .done(RegisterDeed.mine.path, notice: notice))
    }

    private static let amendWords = Html.paragraph(
        "What you write takes the place of the entry; both stay on the record.", class: "lede")

    static func amend(_ sent: Sent) throws -> Outcome {
        let work = try GovernanceWork(sent.question)
        let (person, earlier) = (try work.own(), try standing(work))
        let latest = try latest(work)
        guard latest.id == earlier.id else {
            // Put right elsewhere since the form was opened: both versions are shown, and neither is lost.
            let form = DeclarationForm(
                sent.filled, entry: free("interest", person.declarations.map(\.id)))
            let theirs = DeclarationForm.filled(with: DeclarationTold(latest, text: work.text))
            let both = TwoVersions(form, beside: theirs, origin: "you on \(latest.declaredOn.inWords)")
            guard both.rows.contains(where: \.differs) else { return mineDone("Your declaration is on the register.") }
            return Outcome(
                kind: .again(
                    page("Put an interest right", form, .amend(latest.id), work, button: checking, before: [both.html]))
            )
        }
        let entry = sent.entry(else: free("interest", person.declarations.map(\.id)))
        return try told(sent, work, "Put an interest right", .amend(earlier.id), entry) { told, keep throws(Refusal) in
            SupersedeDeclaration(
                person: person.id, superseded: earlier.id,
                declaration: try told.declaration(entry, on: work.day, instead: earlier, keeping: keep))
        }
    }

    /// The form, then its answers to be checked, then the act.
    private static func told(
        _ sent: Sent, _ work: GovernanceWork, _ heading: String, _ deed: RegisterDeed, _ entry: Slug,
        _ act: (DeclarationTold, @escaping GovernanceWork.Keeping) throws(Refusal) -> any GovernanceAct
    ) throws -> Outcome {
        var form = DeclarationForm(sent.filled, entry: entry)
        let asked: (DeclarationForm) -> any Page = { page(heading, $0, deed, work, button: checking) }
        switch sent.filled.step ?? .check {
        case .change, .remove: return Outcome(kind: .shown(asked(form)))
        case .check:
            guard let answer = form.read() else { return Outcome(kind: .again(asked(form))) }
            let names = OrganisationNames(work.question.desk)
            let rows = DeclarationForm.rows(answer) { names.name(of: $0, on: work.day) }
            return Outcome(
                kind: .shown(
                    FormPage(
                        "Check what you declare", trail: trail, checking: rows, filled: sent.filled,
                        to: deed.destination,
                        token: work.question.token, button: "Send the declaration")))
        case .send:
            return try work.take(
                form, page: asked, done: RegisterDeed.mine.path, notice: "Your declaration is on the register."
            ) { answer, keep, _ in [try act(answer, keep)] }
        }
    }

    /// An entry of one's own, named by the path.
    private static func standing(_ work: GovernanceWork) throws -> Declaration {
        let id = try work.question.parameter("entry") { Slug($0) }
        guard let declaration = try work.own().declaration(id) else {
            throw Refusal(.usage, code: "not-found", "An entry of yours “\(id)”")
        }
        return declaration
    }

    // MARK: - Ending, confirming, withholding

    private static func ending(_ work: GovernanceWork, _ form: EndInterestForm) throws -> any Page {
        page("End an interest", form, .end(try standing(work).id), work, button: .init("Record the last day"))
    }

    static func ending(_ question: Question) throws -> Answer {
        Answer(try ending(GovernanceWork(question), EndInterestForm()))
    }

    static func end(_ sent: Sent) throws -> Outcome {
        let work = try GovernanceWork(sent.question)
        let (person, entry) = (try work.own().id, try standing(work).id)
        return try work.take(
            EndInterestForm(sent.filled),
            page: { page("End an interest", $0, .end(entry), work, button: .init("Record the last day")) },
            done: RegisterDeed.mine.path, notice: "The last day of the interest is recorded."
        ) { day, _, _ in [EndDeclaration(person: person, declaration: entry, ended: day)] }
    }

    private static func confirmPage(_ form: ConfirmEntriesForm, _ work: GovernanceWork) -> any Page {
        page("Confirm your entries", form, .confirm, work, button: .init("Confirm"))
    }

    static func confirming(_ question: Question) throws -> Answer {
        let work = try GovernanceWork(question)
        _ = try work.own()
        return Answer(confirmPage(ConfirmEntriesForm(), work))
    }

    static func confirm(_ sent: Sent) throws -> Outcome {
        let work = try GovernanceWork(sent.question)
        let person = try work.own().id
        return try work.take(
            ConfirmEntriesForm(sent.filled), page: { confirmPage($0, work) }, done: RegisterDeed.mine.path,
            notice: "You confirmed your entries."
        ) { answer, _, _ in [ReviewRegister(person: person, reviewedOn: work.day, note: answer.note)] }
    }

    static func nothing(_ sent: Sent) throws -> Outcome {
        let work = try GovernanceWork(sent.question)
        let person = try work.own().id
        do {
            try work.perform { _, _ in [DeclareNil(person: person, declaredOn: work.day)] }
        } catch let refusal as Refusal where refusal.kind != .engine {
            return Outcome(kind: .again(try mine(work, failure: refusal.told)))
        }
        return Outcome(
            kind: .done(RegisterDeed.mine.path, notice: "It is recorded that you have nothing to declare."))
    }

    private static func harm(_ filled: SentValues = SentValues()) -> ReasonForm {
        ReasonForm(
            filled, question: "Why would publication harm?",
            hint: "The reason is kept apart from the record and never published.")
    }

    private static let withheldWords = Html.paragraph(
        "Until it is decided, and where it is granted, the published register says that details are withheld.",
        class: "lede")

    /// - Parameter isGift: true for a gift, else for a declaration.
    static func withholding(isGift: Bool) -> @Sendable (Question) throws -> Answer {
        { question in
            let work = try GovernanceWork(question)
            let deed = try withholdDeed(work, isGift)
            return Answer(
                page(
                    "Ask that an entry be withheld", harm(), deed, work, button: .init("Ask"), before: [withheldWords]))
        }
    }

    static func withhold(isGift: Bool) -> @Sendable (Sent) throws -> Outcome {
        { sent in
            let work = try GovernanceWork(sent.question)
            let person = try work.own().id
            let deed = try withholdDeed(work, isGift)
            let entry = try work.question.parameter("entry") { Slug($0) }
            return try work.take(
                harm(sent.filled),
                page: {
                    page("Ask that an entry be withheld", $0, deed, work, button: .init("Ask"), before: [withheldWords])
                }, done: RegisterDeed.mine.path, notice: "It is withheld until somebody has decided."
            ) { reason, keep, _ in
                [
                    AskForRedaction(
                        person: person, declaration: isGift ? nil : entry, gift: isGift ? entry : nil,
                        reason: try keep(reason), askedOn: work.day)
                ]
            }
        }
    }

    private static func withholdDeed(_ work: GovernanceWork, _ isGift: Bool) throws -> RegisterDeed {
        guard isGift else { return .withhold(try standing(work).id) }
        let id = try work.question.parameter("entry") { Slug($0) }
        guard try work.own().gifts.contains(where: { $0.id == id }) else {
            throw Refusal(.usage, code: "not-found", "A gift of yours “\(id)”")
        }
        return .withholdGift(id)
    }

    // MARK: - Gifts

    private static func giftForm(_ work: GovernanceWork, _ sent: Sent?) throws -> GiftForm {
        let person = try work.own()
        let sources = person.gifts.map { gift in
            Choice(gift.sourceKey.description, work.texts[gift.source] ?? gift.sourceKey.description)
        }
        let known = work.book.people.values.flatMap { $0.gifts.map(\.sourceKey) }
        var seen: Set<String> = []
        return GiftForm(
            sent?.filled ?? SentValues(),
            entry: sent?.entry(else: free("gift", person.gifts.map(\.id))) ?? free("gift", person.gifts.map(\.id)),
            newSource: Slug(sent?.body.text("newSource") ?? "") ?? free("source", known),
            sources: sources.filter { seen.insert($0.value).inserted }, approvers: work.people(besides: person.id))
    }

    private static func giftPage(_ form: GiftForm, _ work: GovernanceWork) -> any Page {
        page(
            "Declare a gift or hospitality", form, .gift, work, button: checking,
            before: [.paragraph("Declare what you were offered, also where you declined it.", class: "lede")])
    }

    static func gift(_ question: Question) throws -> Answer {
        let work = try GovernanceWork(question)
        return Answer(giftPage(try giftForm(work, nil), work))
    }

    static func declareGift(_ sent: Sent) throws -> Outcome {
        let work = try GovernanceWork(sent.question)
        let person = try work.own()
        var form = try giftForm(work, sent)
        let (entry, source) = (form.entry, form.newSource)
        switch sent.filled.step ?? .check {
        case .change, .remove: return Outcome(kind: .shown(giftPage(form, work)))
        case .check:
            guard let told = form.read() else { return Outcome(kind: .again(giftPage(form, work))) }
            return Outcome(kind: .shown(try giftCheck(told, form, person, work, sent)))
        case .send:
            return try work.take(
                form, page: { giftPage($0, work) }, done: RegisterDeed.mine.path,
                notice: "Your declaration is on the register."
            ) { told, keep, _ in
                [
                    DeclareGift(
                        person: person.id, gift: try told.gift(entry, on: work.day, newSource: source, keeping: keep))
                ]
            }
        }
    }

    /// The answers with what the rules of the day say of them.
    private static func giftCheck(
        _ told: GiftTold, _ form: GiftForm, _ person: PersonFile, _ work: GovernanceWork, _ sent: Sent
    ) throws -> FormPage {
        // What its texts say does not enter the judgement: the person's own name stands for them.
        let gift = try told.gift(form.entry, on: work.day, newSource: form.newSource) { _ throws(Refusal) in person.name
        }
        let rulebook = work.desk.rules.rulebook
        var notes: [Html] = []
        do throws(Refusal) {
            let judgement = try JudgeGift(rulebook: rulebook)(gift, in: person)
            var met: Set<String> = []
            let citations = judgement.rules.compactMap { try? rulebook.rule($0, on: gift.offeredOn) }
                .map { $0.isVerified ? $0.source : "\($0.source) (not verified)" }
                .filter { met.insert($0).inserted }
            notes = [GiftForm.judged(judgement, of: gift, citations: citations)]
        } catch {
            notes = [.paragraph(.text(error.told))]
        }
        return FormPage(
            "Check what you declare", trail: trail, checking: form.rows(told), notes: notes, filled: sent.filled,
            to: RegisterDeed.gift.destination, token: work.question.token, button: "Send the declaration")
    }
}
