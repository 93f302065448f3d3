import ArgumentParser
import Files
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
            --before epraccur_2024.csv --after gp-reg-pat-prac-map.csv --first-day 2026-04-01
            """)

    @Option(help: ArgumentHelp("The earlier file, by its name.", valueName: "file"))
    var before: String

    @Option(help: ArgumentHelp("The later file, by its name.", valueName: "file"))
    var after: String

    @Option(help: "The first day of the organisations after.")
    var firstDay: Day

    @OptionGroup var options: DirectoryOptions

    func run() async throws {
        let (book, lines) = try options.book()
        let (earlier, later) = (try boards(in: before, book), try boards(in: after, book))
        let outcome = DeriveReorganisation.derive(before: earlier, after: later, on: firstDay)
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

    private func boards(
        in file: String, _ book: OrganisationBook
    ) throws(Refusal) -> [OrganisationCode: OrganisationCode] {
        let boards = book.boardsOfPractices(in: file)
        guard !boards.isEmpty else {
            throw Refusal(
                .usage, code: "no-such-source", "No file “\(file)” that lists practices under boards was taken in.",
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
            Example: remit organisations place spend.csv --from 2024-01-01 --on 2026-07-01
            """)

    @Argument(help: ArgumentHelp("The series.", valueName: "file"))
    var file: String

    @Option(help: "The day of whose organisations the figures are.")
    var from: Day

    @OptionGroup var day: DayOption
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let bytes = try WholeFile.read(file, limit: 64 << 20)
        let reading = try BoardFiguresFile.read(try FirstSheet.read(bytes, named: FileSource(file).name).sheet)
        let figures = Dictionary(uniqueKeysWithValues: reading.values.map(\.value))
        var table = ReorganisationTables.placed(
            figures, in: .shipped, from: from, on: day.on ?? Clock.now().day)
        let refused = reading.problems.filter { $0.effect == .refused }
        table.notes += refused.map { "Row \($0.row.map(String.init) ?? "–") was refused: \($0.explanation)" }
        try output.write([table])
        if !refused.isEmpty { throw ExitCode(Refusal.Kind.input.exitCode) }
    }
}
