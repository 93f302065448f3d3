import ArgumentParser
import Digests
import Files
import Governance
import Store
import Tabular
import Vocabulary

/// `remit interest import`: a register as a body keeps it in a spreadsheet.
struct InterestImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Take in a register of interests as it is kept in a spreadsheet.",
        discussion: """
            The columns of the national template, by their usual titles: name, position, declared interest, type, \
            direct or indirect, from, to, action to mitigate. Who is known already by the same name is found again; \
            who is new gets a short name. Rows that are held already are passed over. Rows at fault are listed, and \
            the others are taken in.

            Example: remit interest import register.xlsx --declared-on 2026-04-01
            """)

    @Argument(help: "A .csv or .xlsx file, or - for standard input (CSV).")
    var file: String

    @Option(help: ArgumentHelp("The day of declaring where the file gives none; else today.", valueName: "day"))
    var declaredOn: Day?

    @Option(help: ArgumentHelp("From when new people are known; else from their first declaration.", valueName: "day"))
    var knownFrom: Day?

    @Option(help: ArgumentHelp("They are decision-makers, and why: their entries are published.", valueName: "why"))
    var decisionMaking: String?

    @Option(
        help: ArgumentHelp("How the file writes a day where that is not clear: day, month or year.", valueName: "first")
    )
    var first: DayOrder = .day

    @Option(help: ArgumentHelp("A column that is not to be read.", valueName: "column"))
    var drop: [String] = []

    @Flag(help: "Only say what would be taken in.")
    var dryRun = false

    @OptionGroup var store: StoreOptions
    @Flag(help: "Write JSON to standard output.")
    var json = false

    func run() async throws {
        let session = try GovernanceSession(store)
        let (sheet, notes) = try FirstSheet.read(InputBytes.read(file), named: RoundFiles.name(file))
        let reading = try RegisterSpreadsheetFile.read(
            sheet, days: first.format, today: session.now.inLondon.day, dropping: drop)
        var intake = RegisterIntake(
            declaredOn: declaredOn ?? session.now.day, knownFrom: knownFrom, decisionMaking: decisionMaking)
        if dryRun {
            _ = try intake.steps(reading.values, in: session.desk.book(), known: session.desk.texts()) { text in
                Personal(digest: Digest.of(text))
            }
        } else {
            try session.perform { texts, book in
                try intake.steps(reading.values, in: book, known: texts.all()) { text throws(Refusal) in
                    try texts.keep(text)
                }.map(\.act)
            }
        }
        report(intake, reading.problems + notes, rowsRead: reading.rowsRead)
        if reading.problems.contains(where: { $0.effect == .refused }) { throw ExitCode(1) }
    }

    private func report(_ intake: RegisterIntake, _ problems: [Problem], rowsRead: Int) {
        let refused = Set(problems.filter { $0.effect == .refused }.compactMap(\.row)).count
        if json {
            let document: JSONValue = [
                "rowsRead": .integer(rowsRead), "rowsKept": .integer(intake.kept), "rowsRefused": .integer(refused),
                "rowsHeld": .integer(intake.held), "people": .list(intake.entered.map { .text($0.description) }),
                "problems": .list(
                    problems.map {
                        [
                            "row": .optional($0.row) { .integer($0) }, "column": .optional($0.column) { .text($0) },
                            "code": .text($0.code), "explanation": .text($0.explanation),
                            "effect": .text($0.effect.rawValue),
                        ]
                    }),
            ]
            return Printing.line(document.pretty)
        }
        for problem in problems {
            let place = [problem.row.map { "row \($0)" }, problem.column].compactMap(\.self).joined(separator: ", ")
            Printing.warning("\(place.isEmpty ? "" : "\(place): ")\(problem.explanation)")
        }
        Printing.line(
            "Rows read: \(rowsRead). Kept \(intake.kept), refused \(refused), held already \(intake.held).")
        if !intake.entered.isEmpty {
            Printing.line(
                "New on the register: \(intake.entered[0])"
                    + (intake.entered.count > 1 ? " to \(intake.entered[intake.entered.count - 1])" : "") + ".")
        }
        Printing.line(dryRun ? "Nothing was recorded." : "Next: remit interest due")
    }
}

/// Which part of a day a file writes first.
enum DayOrder: String, ExpressibleByArgument, CaseIterable {
    case day, month, year

    var format: DayFormat {
        switch self {
        case .day: .dayFirst
        case .month: .monthFirst
        case .year: .yearFirst
        }
    }
}
