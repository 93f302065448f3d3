import Access
import Governance
import Markup
import Pages
import Store
import Tabular
import Vocabulary

/// The whole book of governance for somebody who works with it, and what that person may do.
///
/// Who may stands in roles, at the body of a committee; when it may be done the acts decide.
struct GovernanceWork {
    let question: Question
    let desk: GovernanceDesk
    let book: GovernanceBook
    let texts: [Personal: String]
    let account: Account

    init(_ question: Question) throws {
        self.question = question
        desk = GovernanceDesk(question.store)
        book = try desk.book()
        texts = try desk.texts()
        account = try question.signedIn().account
    }

    var day: Day { question.now.inLondon.day }

    var text: @Sendable (Personal) -> String? {
        let texts = texts
        return { texts[$0] }
    }

    /// The name, else the post, else the short name.
    var name: @Sendable (Slug) -> String {
        let (book, texts, day) = (book, texts, day)
        return { id in
            guard let person = book.people[id] else { return id.description }
            if let name = texts[person.name] { return name }
            let post = person.position(on: day)
            return post.isEmpty ? id.description : post
        }
    }

    /// True where the account is a person of the register.
    var isOnRegister: Bool { account.person.map { book.people[$0] != nil } ?? false }

    /// The person of the register that the account is.
    ///
    /// - Throws: `not-linked`.
    func own() throws -> PersonFile {
        guard let id = account.person, let person = book.people[id] else {
            throw Refusal(
                .usage, code: "not-linked", "Your account is linked to nobody on the register of interests.",
                remedy: "Ask an administrator to link it, on the page of your account at /people.")
        }
        return person
    }

    /// Everybody who is known on the day, by name.
    func people(besides one: Slug? = nil) -> [Choice] {
        book.people.values.filter { $0.isKnown(on: day) && $0.id != one }
            .map { Choice($0.id.description, name($0.id)) }
            .sorted { ($0.words, $0.value) < ($1.words, $1.value) }
    }

    // MARK: - Who may

    func may(_ permission: Permission, in committees: [Slug]) -> Bool {
        let reach = question.reach(permission)
        return committees.contains { reach.covers(book.committees[$0]?.body) }
    }

    /// The bodies on whose committees somebody sits or sat.
    private func bodies(of person: Slug) -> Set<OrganisationCode> {
        Set(book.committees.values.filter { $0.memberships.contains { $0.person == person } }.map(\.body))
    }

    /// Of somebody with a seat, whoever holds it at the body of the committee; of anybody else, whoever holds it at all.
    func may(_ permission: Permission, of person: Slug) -> Bool {
        let (reach, bodies) = (question.reach(permission), bodies(of: person))
        return bodies.isEmpty ? !reach.isNowhere : bodies.contains { reach.covers($0) }
    }

    /// A person of the register whom the visitor may rule on.
    ///
    /// - Throws: `not-found`, also where the visitor may not.
    func person(_ permission: Permission) throws -> PersonFile {
        let id = try question.parameter("person") { Slug($0) }
        guard let person = book.people[id], may(permission, of: id) else {
            throw Refusal(.usage, code: "not-found", "The entries of \(id)")
        }
        return person
    }

    // MARK: - Doing it

    /// Looks a text through for what identifies patients, and keeps it apart.
    typealias Keeping = (String) throws(Refusal) -> Personal

    /// Performs what `make` makes, in one transaction, after looking its texts through for what identifies patients.
    func perform(_ make: (_ keep: @escaping Keeping, GovernanceTexts) throws -> [any GovernanceAct]) throws {
        try desk.perform(by: account.author, at: question.now) { texts, _ in
            let acts = try make(
                { text throws(Refusal) in
                    try PatientIdentifier.refuse(in: text)
                    return try texts.keep(text)
                }, texts)
            for act in acts {
                try check(act)
                try PatientIdentifier.refuse(in: act.journalled, of: nil)
            }
            return acts
        }
    }

    /// Reads a form and does what it asks; what is wrong with it is shown at it, with what was typed.
    func take<Asked: AskedForm>(
        _ asked: Asked, page: (Asked) -> any Page, done: String, notice: String,
        _ make: (Asked.Answer, @escaping Keeping, GovernanceTexts) throws -> [any GovernanceAct]
    ) throws -> Outcome {
        var form = asked
        guard let answer = form.read() else { return Outcome(kind: .again(page(form))) }
        do {
            try perform { keep, texts in try make(answer, keep, texts) }
        } catch let refusal as Refusal where refusal.kind != .engine {
            form.refuse(book.naming(refusal, name))
            return Outcome(kind: .again(page(form)))
        }
        return Outcome(kind: .done(done, notice: notice))
    }
}

extension Sent {
    /// What its fields hold.
    var filled: SentValues { SentValues(body.values) }

    /// The short name that the entry is to have, as the form brought it.
    func entry(else made: Slug) -> Slug { Slug(body.text("entry")) ?? made }
}
