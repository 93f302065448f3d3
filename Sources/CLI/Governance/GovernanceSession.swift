import Governance
import Organisations
import Rulebook
import Store
import Tabular
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
    func perform(_ acts: any GovernanceAct...) throws -> GovernanceBook { try perform(acts) }

    /// Performs acts whose texts were typed.
    @discardableResult
    func perform(_ acts: [any GovernanceAct]) throws -> GovernanceBook {
        for act in acts { try PatientIdentifier.refuse(in: act.journalled, of: "The text") }
        return try perform { _, _ in acts }
    }

    /// - Parameter file: whose acts they are: its attached files are held, and where one of several acts is refused the
    ///   refusal says which.
    @discardableResult
    func perform(
        from file: WrittenFile? = nil,
        _ make: (GovernanceTexts, GovernanceBook) throws -> [any GovernanceAct]
    ) throws -> GovernanceBook {
        try desk.perform(by: author, at: now) { texts, book in
            try file?.hold(texts)
            let acts = try make(texts, book)
            if let file, acts.count > 1 { try rehearse(acts, of: file, from: book) }
            return acts
        }
    }

    /// Decides the acts one after the other and writes nothing.
    ///
    /// - Throws: the refusal of the first that cannot be, with its place in the file.
    private func rehearse(
        _ acts: [any GovernanceAct], of file: WrittenFile, from book: GovernanceBook
    ) throws(Refusal) {
        var before = GovernanceBefore(book: book, rulebook: desk.rules.rulebook)
        for (number, act) in acts.enumerated() {
            do {
                before.book = try act.decide(before, by: author, at: now)
            } catch {
                throw Refusal(
                    error.kind, code: error.code,
                    "\(file.place(of: act, number, among: acts.count)): \(error.sentence)",
                    remedy: error.remedy)
            }
        }
    }
}

/// The book of governance on a day, with the names by which people know it.
struct GovernanceView {
    let desk: GovernanceDesk
    let book: GovernanceBook
    let day: Day
    private let texts: [Personal: String]
    private let withNames: Bool

    /// - Parameters:
    ///   - day: nil for today.
    ///   - withNames: false where people are to stand by their short names alone.
    init(_ options: StoreOptions, on day: Day? = nil, withNames: Bool = true) throws {
        try self.init(GovernanceDesk(options.open()), on: day ?? Clock.now().day, withNames: withNames)
    }

    init(_ desk: GovernanceDesk, on day: Day, withNames: Bool = true) throws {
        self.desk = desk
        book = try desk.book()
        texts = withNames ? try desk.texts() : [:]
        self.day = day
        self.withNames = withNames
    }

    var rulebook: Rulebook { desk.rules.rulebook }

    /// A personal text that is still held.
    var text: @Sendable (Personal) -> String? {
        let texts = texts
        return { texts[$0] }
    }

    /// Bodies and committees by name; people too where names are shown.
    var names: PartyNames {
        var names = PartyNames(
            of: book, on: day, organisation: { Directory.shipped.name(of: $0, on: day) }, text: text)
        if !withNames { names.people = [:] }
        return names
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
