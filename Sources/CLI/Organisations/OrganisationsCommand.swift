import ArgumentParser
import Organisations
import Store
import Tabular
import Vocabulary

/// `remit organisations`: the directory, by code and day.
struct OrganisationsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "organisations",
        abstract: "The directory: what an organisation is on a day, who came after it, and what lies under it.",
        discussion: """
            It rests on the files that were taken in (remit import FILE…) and on the directory of commissioners that \
            comes with Remit.
            """,
        subcommands: [
            OrganisationsShowCommand.self, OrganisationsSearchCommand.self, OrganisationsTreeCommand.self,
            OrganisationsHistoryCommand.self, OrganisationsUnmatchedCommand.self, OrganisationsDeriveCommand.self,
            OrganisationsPlaceCommand.self,
        ])
}

/// What each of them takes.
struct DirectoryOptions: ParsableArguments {
    @OptionGroup var day: DayOption
    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    var on: Day { day.on ?? Clock.now().day }

    /// The book, and lines that say what it rests on.
    func book() throws -> (book: OrganisationBook, lines: [String]) {
        let (book, files) = try store.open().read { db in (try DirectoryFacts.book(db), try DirectoryFacts.files(db)) }
        let none = [
            "No file of the directory was taken in: only the commissioners that come with Remit are known. "
                + "Take files in with: remit import FILE…"
        ]
        return (book, files == 0 ? none : [])
    }

    static func unknown(_ code: OrganisationCode) -> Refusal {
        Refusal(
            .usage, code: "no-such-organisation", "No file that was taken in lists \(code).",
            remedy: "Look for it with: remit organisations search WORDS")
    }
}

struct OrganisationsShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "What is known of an organisation on a day, and where each fact comes from.",
        discussion: "Example: remit organisations show A81001 --on 2026-07-01")

    @Argument(help: "Its code.")
    var code: OrganisationCode

    @OptionGroup var options: DirectoryOptions

    func run() async throws {
        let (book, lines) = try options.book()
        guard let table = OrganisationTables(book, on: options.on).profile(of: code) else {
            throw DirectoryOptions.unknown(code)
        }
        try options.output.write(
            [table], facts: [.init("code", .text(code.description)), .init("on", .day(options.on))], lines: lines)
    }
}

struct OrganisationsSearchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search", abstract: "Organisations by words of their name, their code or their postcode.",
        discussion: "Example: remit organisations search dental stockton --role \"dental practice\"")

    @Argument(help: "Words; every one must be found.")
    var words: [String]

    @Option(help: "Only these: GP practice, dental practice, NHS trust, integrated care board ….")
    var role: OrganisationRole?

    @OptionGroup var options: DirectoryOptions

    func run() async throws {
        let (book, lines) = try options.book()
        let asked = words.joined(separator: " ")
        let found = book.search(asked, role: role, on: options.on)
        let table = OrganisationTables(book, on: options.on).list(found, caption: "Organisations found by “\(asked)”")
        try options.output.write([table], lines: lines)
    }
}

struct OrganisationsTreeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tree", abstract: "What lies under an organisation on a day.",
        discussion: "Example: remit organisations tree QHM --depth 1 --on 2026-07-01")

    @Argument(help: "Its code.")
    var code: OrganisationCode

    @Option(help: "Levels below it.")
    var depth = 2

    @OptionGroup var options: DirectoryOptions

    func validate() throws {
        guard (1...6).contains(depth) else { throw ValidationError("--depth takes 1 to 6.") }
    }

    func run() async throws {
        let (book, lines) = try options.book()
        guard book.knows(code) else { throw DirectoryOptions.unknown(code) }
        try options.output.write([OrganisationTables(book, on: options.on).tree(of: code, depth: depth)], lines: lines)
    }
}

struct OrganisationsHistoryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: "What is said of an organisation over time: names, ties, who came after whom.",
        discussion: "Example: remit organisations history QM7")

    @Argument(help: "Its code.")
    var code: OrganisationCode

    @OptionGroup var options: DirectoryOptions

    func run() async throws {
        let (book, lines) = try options.book()
        let table = OrganisationTables(book, on: options.on).history(of: code)
        guard !table.rows.isEmpty else { throw DirectoryOptions.unknown(code) }
        try options.output.write([table], lines: lines)
    }
}
