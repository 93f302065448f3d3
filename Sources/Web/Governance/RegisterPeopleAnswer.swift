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

    private static func enterPage(_ form: PersonForm, _ work: GovernanceWork) -> any Page {
        FormPage(
            "Enter somebody on the register", trail: trail, form: form, to: RegisterDeed.enter.destination,
            token: work.question.token, button: .init("Enter them"),
            after: [
                .paragraph(
                    "They declare their interests for themselves once an administrator has linked their account to them."
                )
            ])
    }

    static func entering(_ question: Question) throws -> Answer {
        let work = try GovernanceWork(question)
        return Answer(enterPage(PersonForm(entry: free(work)), work))
    }

    static func enter(_ sent: Sent) throws -> Outcome {
        let work = try GovernanceWork(sent.question)
        // Somebody else may have entered somebody meanwhile: nobody takes another's short name.
        let entry = sent.entry(else: free(work))
        let isTaken = work.book.people[entry] != nil
        var form = PersonForm(sent.filled, entry: isTaken ? free(work) : entry)
        if isTaken, let answer = form.read(), let held = work.book.people[entry] {
            if work.texts[held.name] == answer.name {
                return Outcome(kind: .done(RegisterDeed.person(entry).path, notice: "They stand on the register."))
            }
            form.failures = [
                "“\(entry)” was given to somebody else meanwhile. Send it again to enter this person as “\(form.entry)”."
            ]
            return Outcome(kind: .again(enterPage(form, work)))
        }
        return try work.take(
            form, page: { enterPage($0, work) }, done: RegisterDeed.person(form.entry).path,
            notice: "They stand on the register."
        ) { [entry = form.entry] answer, keep, _ in
            [
                EnterPerson(
                    person: entry, name: try keep(answer.name), knownFrom: answer.knownFrom, posts: [answer.post],
                    decisionMaking: answer.decides.map { [.init(why: $0, from: answer.knownFrom)] } ?? [])
            ]
        }
    }

    // MARK: - Leaving

    private static func leavePage(_ form: LeavingForm, _ work: GovernanceWork, _ person: PersonFile) -> any Page {
        FormPage(
            "Record that somebody left", trail: trail, form: form, to: RegisterDeed.leave(person.id).destination,
            token: work.question.token, button: .init("Record it"),
            before: [.paragraph(.name(work.name(person.id)), class: "subtitle")],
            after: [.paragraph(.link("Back to the person’s entries", to: RegisterDeed.person(person.id).destination))])
    }

    static func leaving(_ question: Question) throws -> Answer {
        let work = try GovernanceWork(question)
        return Answer(leavePage(LeavingForm(), work, try work.person(.keepRegister)))
    }

    static func leave(_ sent: Sent) throws -> Outcome {
        let work = try GovernanceWork(sent.question)
        let person = try work.person(.keepRegister)
        return try work.take(
            LeavingForm(sent.filled), page: { leavePage($0, work, person) }, done: RegisterDeed.person(person.id).path,
            notice: "Their last day is recorded."
        ) { day, _, _ in [RecordLeaving(person: person.id, left: day)] }
    }
}
