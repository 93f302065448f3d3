import Activity
import ArgumentParser
import Engines
import Imports
import Store
import Tabular
import Vocabulary

/// `remit activity`: what providers bill, in files of any size.
struct ActivityCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "activity", abstract: "Contract monitoring: what providers bill, in files of any size.",
        subcommands: [
            ActivityImportCommand.self, ActivityListCommand.self, ActivityProblemsCommand.self,
            ActivityReferenceCommand.self, ActivityTablesCommand.self, ActivityRulesCommand.self,
            ActivityPaysCommand.self, ActivityChallengeCommand.self,
            RaiseCommand.self, BundlesCommand.self, BundleCommand.self, SendCommand.self, AnswersCommand.self,
            ConcludeCommand.self, CreditCommand.self, DisputeCommand.self, CloseBundleCommand.self, CostsCommand.self,
            ActivityPositionCommand.self, ActivityVarianceCommand.self, ActivityForecastCommand.self,
            ActivityNoticeCommand.self,
        ])
}

/// As it is typed.
enum DayOrderArgument: String, ExpressibleByArgument, CaseIterable {
    case dayFirst = "day-first"
    case monthFirst = "month-first"

    var order: ActivityDayOrder { self == .dayFirst ? .dayFirst : .monthFirst }
}

struct ActivityImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Take in files of contract monitoring (ACM, PLCM, DrPLCM, DePLCM) as they are.",
        discussion: """
            A file is known by its columns, or by a mapping that somebody reviewed. Rows are typed and stored as Parquet \
            files beside the records (remit.activity beside remit.sqlite); faults come out as problems by row and column. \
            The same file twice changes nothing. A file that identifies a patient is refused whole. Archives and compressed \
            files are unpacked (zip, tar, gz, xz, bz2, zst): each file in them is a submission of its own, and none is taken \
            where the archive is damaged or cut off. Of a workbook (.xlsx) each sheet is read that is known by its titles. \
            Tables of reference are known by their columns too, and taken in as remit activity reference does. All is done by \
            a process beside this one, within its limits. Needs the query engine: ./do setup engines.
            """)

    @Option(help: ArgumentHelp("A reviewed column mapping, a YAML file.", valueName: "file"))
    var mapping: String?

    @Option(
        help: ArgumentHelp(
            "Which comes first where day and month are numbers: day-first or month-first; else a day with two readings is a problem.",
            valueName: "order"))
    var dates: DayOrderArgument?

    @Option(
        help: ArgumentHelp(
            "The provider whose files these are: one that states another is refused before anything is stored.",
            valueName: "code"))
    var provider: String?

    @Option(
        help: ArgumentHelp(
            "The financial year that the files are of, 2025/26: one that states another is refused, likewise.",
            valueName: "year"))
    var year: String?

    @Option(help: "Who sent the files, for the record.")
    var publisher: String?

    @Option(
        name: .customLong("drop"), parsing: .singleValue,
        help: ArgumentHelp("A column not to be read at all (repeatable); the record says so.", valueName: "column"))
    var drop: [String] = []

    @OptionGroup var store: StoreOptions
    @OptionGroup var intake: IntakeRun

    @Argument(
        help: ArgumentHelp("Files in CSV (UTF-8, Windows-1252, UTF-16), workbooks and archives.", valueName: "file"))
    var files: [String]

    func run() async throws {
        let claimed = try year.map { text throws(Refusal) in
            guard let year = FinancialYear(text) else {
                throw Refusal(
                    .usage, code: "bad-year", "“\(text)” is not a financial year.", remedy: "Write it as 2025/26.")
            }
            return year
        }
        _ = try store.open()
        try intake.run(
            IntakeOrder(
                store: store.path, author: store.author(), files: files, provider: provider, year: claimed,
                dayOrder: dates?.order, dropping: drop, mapping: mapping, publisher: publisher))
    }
}

struct ActivityListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "The submissions taken in, and which of their months a later one has taken over."
    )

    @Flag(help: "Hold every stored part against its digest.")
    var check = false

    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let submissions = try store.open().read { db in try HeldSubmission.all(db) }
        if check {
            let folder = ActivityFolder(beside: store.path)
            for submission in submissions { try folder.check(submission) }
        }
        try output.write([SubmissionsTable.table(of: submissions)])
    }
}

struct ActivityProblemsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "problems", abstract: "What was wrong in a submission, by row and column.")

    @Option(help: "Only with this code: unreadable-amount.")
    var code: String?

    @Option(help: "At most so many, from the first row on.")
    var limit = 10_000

    @OptionGroup var engine: EngineOptions
    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    @Argument(help: ArgumentHelp("The file: its name, or the beginning of its digest.", valueName: "file"))
    var file: String

    func validate() throws {
        guard limit >= 1 else { throw ValidationError("--limit takes 1 or more.") }
    }

    func run() async throws {
        let submissions = try store.open().read { db in try HeldSubmission.all(db) }
        guard let found = submissions.first(where: { $0.name == file || $0.digest.description.hasPrefix(file) }) else {
            throw Refusal(
                .usage, code: "no-such-submission", "No submission “\(file)” was taken in.",
                remedy: "See remit activity list.")
        }
        let folder = ActivityFolder(beside: store.path)
        try folder.check(found, isOfProblems: true)
        let (opened, place) = try engine.activity().open(seeing: folder)
        let table = try SubmissionProblems(of: found, in: place, on: opened).table(code: code, limit: limit)
        try output.write([table])
    }
}
