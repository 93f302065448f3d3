import Governance
import Organisations
import Rulebook
import Store
import Vocabulary

/// Who acts, when and in which file: what every command of governance that changes something has.
struct GovernanceSession {
    let author: Author
    let now: Moment
    let desk: GovernanceDesk

    init(_ options: StoreOptions) throws {
        author = try options.author()
        now = Clock.now()
        desk = GovernanceDesk(try options.open())
    }

    @discardableResult
    func perform(_ acts: any GovernanceAct...) throws -> GovernanceBook {
        try desk.perform(by: author, at: now) { _, _ in acts }
    }

    @discardableResult
    func perform(
        _ make: (GovernanceTexts, GovernanceBook) throws -> [any GovernanceAct]
    ) throws -> GovernanceBook {
        try desk.perform(by: author, at: now, make)
    }
}

/// The book of governance on a day, with the names by which people know it.
struct GovernanceView {
    let desk: GovernanceDesk
    let book: GovernanceBook
    let day: Day
    private let texts: [Personal: String]

    /// - Parameter day: nil for today.
    init(_ options: StoreOptions, on day: Day? = nil) throws {
        try self.init(GovernanceDesk(options.open()), on: day ?? Clock.now().day)
    }

    init(_ desk: GovernanceDesk, on day: Day) throws {
        self.desk = desk
        book = try desk.book()
        texts = try desk.texts()
        self.day = day
    }

    var rulebook: Rulebook { desk.rules.rulebook }

    /// A personal text that is still held.
    var text: @Sendable (Personal) -> String? {
        let texts = texts
        return { texts[$0] }
    }

    var names: PartyNames {
        PartyNames(of: book, on: day, organisation: { Directory.shipped.name(of: $0, on: day) }, text: text)
    }

    /// To which bodies a code's work had gone by the day.
    var successor: FollowSuccession.Successor {
        let day = day
        return { Directory.shipped.successors(of: $0, on: day).map(\.successor) }
    }

    var register: RegisterTables { RegisterTables(book, rulebook: rulebook, text: text) }

    func meeting(_ id: Slug) throws -> Meeting {
        guard let meeting = book.meetings[id] else { throw GovernanceView.unknown("meeting", id) }
        return meeting
    }

    func committee(_ id: Slug) throws -> Committee {
        guard let committee = book.committees[id] else { throw GovernanceView.unknown("committee", id) }
        return committee
    }

    func person(_ id: Slug) throws -> PersonFile {
        guard let person = book.people[id] else {
            throw Refusal(
                .usage, code: "no-such-person", "Nobody is known as “\(id)”.",
                remedy: "List the people with: remit interest list --people")
        }
        return person
    }

    private static func unknown(_ what: String, _ id: Slug) -> Refusal {
        Refusal(
            .usage, code: "no-such-\(what)", "There is no \(what) “\(id)”.",
            remedy: "List them with: remit \(what) list")
    }
}
