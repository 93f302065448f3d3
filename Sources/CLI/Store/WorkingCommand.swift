import ArgumentParser
import Store
import Tabular
import Vocabulary

/// `remit working record|list`: answers set down by name, for `remit verify` to work out again.
struct WorkingCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "working", abstract: "Set an answer down by name, so that anybody can work it out again.",
        subcommands: [WorkingRecordCommand.self, WorkingListCommand.self])
}

struct WorkingRecordCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record", abstract: "Work an answer out and set it down under a name.")

    @Argument(help: "The name, as the committee paper cites it.")
    var name: String

    @Option(help: "Which answer: position, movable, spend-by, inertia, concentration or unit-check.")
    var of: WorkingQuestion

    @Option(help: ArgumentHelp("The financial year (2024-25); else that of the last month held.", valueName: "year"))
    var year: FinancialYear?

    @Option(help: ArgumentHelp("Data to this month (2024-12); else the last held of the year.", valueName: "month"))
    var month: Month?

    @Option(help: ArgumentHelp("As seen on this day; else the first after the month.", valueName: "day"))
    var on: Day?

    @OptionGroup var options: StoreOptions

    func run() async throws {
        let (author, store) = (try options.author(), try options.open())
        let working = try WorkingRecord.make(name, of, year: year, month: month, on: on, in: store, by: author)
        Printing.line(
            "“\(name)” is set down: \(working.digest). Work it out again with: remit verify --working \"\(name)\"")
    }
}

/// Works an answer out and sets it down.
enum WorkingRecord {
    @discardableResult
    static func make(
        _ name: String, _ question: WorkingQuestion, year: FinancialYear? = nil, month: Month? = nil,
        on day: Day? = nil,
        in store: Store, by author: Author, at moment: Moment = Clock.now()
    ) throws -> RecordedWorking {
        let desk = try DentalDesk(store)
        let asked = try desk.month(year: year, month: month)
        let parameters = WorkingQuestion.Parameters(asked: asked, day: day ?? desk.day(of: asked))
        let recorded = try question.recorded(as: name, parameters, from: desk, store: store)
        return try store.perform(RecordWorking(recorded, basis: desk.head), by: author, at: moment)
    }
}

struct WorkingListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "The workings set down, each with the digest of its answer.")

    @OptionGroup var options: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        var table = Table(
            key: "workings", caption: "Workings set down",
            columns: [
                .init("name", "Name"), .init("method", "Method"), .init("version", "Version"),
                .init("parameters", "Parameters"), .init("journalLine", "Journal line"), .init("digest", "Digest"),
            ])
        for working in try options.open().read({ db in try WorkingHeld.all(db) }) {
            table.append([
                .text(working.name), .text(working.method), .count(working.version), .text(working.parameters),
                .count(working.sequence), .optional(working.digest?.description, else: "none"),
            ])
        }
        try output.write([table])
    }
}
