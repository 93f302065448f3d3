import ArgumentParser
import Files
import Imports
import Organisations
import Store
import Tabular
import Vocabulary

struct OrganisationsUnmatchedCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unmatched",
        abstract: "Codes that one file states and no file lists: counted at each join, and listed.",
        discussion: "With --codes every code is a row.")

    @Flag(help: "Every code that was not found, instead of the counts.")
    var codes = false

    @OptionGroup var options: DirectoryOptions

    func run() async throws {
        let (book, lines) = try options.book()
        let joins = book.joins()
        try options.output.write(
            [codes ? ReorganisationTables.unmatched(joins) : ReorganisationTables.joins(joins)], lines: lines)
    }
}

struct OrganisationsDeriveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "derive",
        abstract: "Who came after whom among boards, derived from the practices of two files that were taken in.",
        discussion: """
            For a reorganisation of which no pairs are published. Example: remit organisations derive \
            --before epraccur_2024.csv --after gp-reg-pat-prac-map.csv --first-day 2026-04-01. With --patients a split shows \
            each part's share of registered patients, else of practices.
            """)

    @Option(help: ArgumentHelp("The earlier file, by its name.", valueName: "file"))
    var before: String

    @Option(help: ArgumentHelp("The later file, by its name.", valueName: "file"))
    var after: String

    @Option(help: "The first day of the organisations after.")
    var firstDay: Day

    @Option(
        help: ArgumentHelp(
            "Patients registered at GP practices, to share by: a file or an archive on disk.", valueName: "path"))
    var patients: String?

    @OptionGroup var options: DirectoryOptions

    func run() async throws {
        let (book, lines) = try options.book()
        let (earlier, later) = (try book.boards(in: before), try book.boards(in: after))
        let counted = try patients.map { try NeedsFiles([$0], by: .board).registeredPatients() }
        let outcome = DeriveReorganisation.derive(before: earlier, after: later, on: firstDay, patients: counted)
        let table = ReorganisationTables.handovers(outcome) { code in
            book.name(of: code, on: firstDay) ?? book.name(of: code, on: firstDay.adding(days: -1))
        }
        try options.output.write(
            [table],
            facts: [
                .init("practicesMatched", .integer(outcome.matched)), .init("practicesMoved", .integer(outcome.moved)),
                .init("onlyBefore", .list(outcome.onlyBefore.map { .text($0.description) })),
                .init("onlyAfter", .list(outcome.onlyAfter.map { .text($0.description) })),
            ], lines: lines)
    }
}

extension OrganisationBook {
    /// The board of each practice that a file lists.
    ///
    /// - Throws: `Refusal` of kind `usage`, code `no-such-source`.
    fileprivate func boards(in file: String) throws(Refusal) -> [OrganisationCode: OrganisationCode] {
        let boards = boardsOfPractices(in: file)
        guard !boards.isEmpty else {
            throw Refusal(
                .usage, code: "no-such-source",
                "No file “\(file.printable)” that lists practices under boards was taken in.",
                remedy: "See remit sources.")
        }
        return boards
    }
}

struct OrganisationsPlaceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "place",
        abstract: "Show a series by board on the organisations of another day; a split says that it is one.",
        discussion: """
            FILE is CSV or Excel with the columns code and figure. Nothing is lost: the placed figures sum to the figures. \
            Example: remit organisations place spend.csv --from 2024-01-01 --on 2026-07-01. Back in time a board that was made \
            of others cannot be divided again; with figures by practice, and --practices-by a file that was taken in and \
            lists practices under the boards of that day, the figures are exact.
            """)

    @Argument(help: ArgumentHelp("The series.", valueName: "file"))
    var file: String

    @Option(help: "The day of whose organisations the figures are.")
    var from: Day?

    @Option(
        help: ArgumentHelp(
            "Figures are by practice: show them on the boards of this file that was taken in.", valueName: "file"))
    var practicesBy: String?

    @OptionGroup var store: StoreOptions

    @OptionGroup var day: DayOption
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let bytes = try WholeFile.read(file, limit: 64 << 20)
        let reading = try BoardFiguresFile.read(try FirstSheet.read(bytes, named: FileSource(file).name).sheet)
        let figures = Dictionary(uniqueKeysWithValues: reading.values.map(\.value))
        let on = day.on ?? Clock.now().day
        var table: Table
        if let practicesBy {
            let book = try store.open().read { db in try DirectoryFacts.book(db) }
            let placed = PlaceByPractice.place(figures, boards: try book.boards(in: practicesBy))
            table = ReorganisationTables.placed(placed, by: practicesBy) { book.name(of: $0, on: on) }
        } else if let from {
            table = ReorganisationTables.placed(figures, in: .shipped, from: from, on: on)
        } else {
            throw Refusal(
                .usage, code: "no-day", "Of which day's organisations are the figures?",
                remedy: "Give --from DAY, or for figures by practice --practices-by FILE.")
        }
        let refused = reading.problems.filter { $0.effect == .refused }
        table.notes += refused.map { "Row \($0.row.map(String.init) ?? "–") was refused: \($0.explanation)" }
        try output.write([table])
        if !refused.isEmpty { throw ExitCode(Refusal.Kind.input.exitCode) }
    }
}
