import ArgumentParser
import Files
import Governance
import Organisations
import Store
import Tabular
import Vocabulary

/// `remit decision register`: everything that committees and officers decided.
struct DecisionRegisterCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "register", abstract: "The register of decisions by meetings, urgent action and officers.",
        discussion: "Example: remit decision register --committee pccc --csv")

    @Option(help: "Only this committee's.")
    var committee: Slug?

    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let view = try GovernanceView(store, withNames: output.withNames)
        let register = DecisionRegister(view.book)
        let found = register.matching("", committee: committee)
        try output.show([register.table(found)], lines: found.isEmpty ? ["Nothing is decided yet."] : [])
    }
}

struct DecisionSearchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search", abstract: "Search the register of decisions.",
        discussion: "Example: remit decision search dental access")

    @Argument(help: "Words of the title, the text, the reasons or the options.")
    var words: [String]

    @Option(help: "Only this committee's.")
    var committee: Slug?

    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let register = DecisionRegister(try GovernanceView(store).book)
        let found = register.matching(words.joined(separator: " "), committee: committee)
        try output.show(
            [register.table(found)], lines: found.isEmpty ? ["No decision has all of these words."] : [])
    }
}

struct DecisionUrgentCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "urgent", abstract: "Record an urgent decision by the chair and another, from urgent.yaml.",
        discussion: """
            It is reported to the committee's next meeting. The file has decision, takenBy and urgency, as docs/governance.md \
            shows; files that it names as evidence are kept.

            Example: remit decision urgent urgent.yaml
            """)

    @Argument(help: "urgent.yaml, or - for standard input.")
    var file: String

    @OptionGroup var store: StoreOptions

    func run() async throws {
        let act: TakeUrgentAction = try OutsideDecisionEntry.perform(file, in: store)
        OutsideDecisionEntry.say(act.decision, "by urgent action")
    }
}

struct DecisionDelegatedCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "delegate", abstract: "Record a decision that an officer made under delegation, from a file.",
        discussion: """
            The file has decision and officer, as docs/governance.md shows; the terms of the committee give the \
            officer the limit. It is reported to the committee's next meeting.

            Example: remit decision delegate officer.yaml
            """)

    @Argument(help: "officer.yaml, or - for standard input.")
    var file: String

    @OptionGroup var store: StoreOptions

    func run() async throws {
        let act: DecideByOfficer = try OutsideDecisionEntry.perform(file, in: store)
        OutsideDecisionEntry.say(act.decision, "by “\(act.officer)” under delegation")
    }
}

/// A decision outside a meeting, from its file to what comes next.
enum OutsideDecisionEntry {
    /// Performs the one act that the file is.
    static func perform<Act: GovernanceAct>(_ file: String, in store: StoreOptions) throws -> Act {
        let session = try GovernanceSession(store)
        let written = try WrittenFile(file)
        let act: Act = try written.value.writtenDocument(named: written.name, manual: "docs/governance.md")
        try session.perform(from: written) { _, _ in [act] }
        return act
    }

    static func say(_ decision: OutsideDecision, _ how: String) {
        Printing.line("“\(decision.id)” is decided \(how).")
        Printing.line(
            "Next: put it on the agenda of the next meeting of “\(decision.committee)”, with the subject "
                + "{decisions: [\(decision.id)]}; see remit meeting due")
    }
}

/// `remit decision who`: who decides something, and whom to approach.
struct DecisionWhoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "who", abstract: "Who decides something, and whom do I approach?",
        discussion: """
            “Unclear” and “contested” are answers too: they come with the question and whose it is.

            Example: remit decision who dental contract --amount 300000 --on 2026-04-01
            """)

    @Argument(help: "Words of what is to be decided.")
    var words: [String]

    @Option(help: ArgumentHelp("What it would commit, in pounds.", valueName: "pounds"))
    var amount: Money?

    @Option(help: "national, regional, local, place or provider.")
    var level: DecisionRight.Level?

    @Option(help: ArgumentHelp("Only what this body holds.", valueName: "code"))
    var organisation: OrganisationCode?

    @OptionGroup var day: DayOption
    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let view = try GovernanceView(store, on: day.on, withNames: output.withNames)
        let answer = WhoDecides.answer(
            WhoDecides.Question(
                text: words.joined(separator: " "), day: view.day, amount: amount, organisation: organisation,
                level: level),
            in: view.book, successor: view.successor)
        let sentences = RightsSentences(names: view.names)
        guard !output.isForProgrammes else { return try output.show([sentences.table(answer)]) }
        if answer.found.isEmpty {
            Printing.line("No decision right that is recorded has these words.")
            Printing.line("Ask it as a question with an owner and a date, under questions in rights.yaml.")
        }
        for (number, found) in answer.found.enumerated() {
            if number > 0 { Printing.line("") }
            for sentence in sentences.sentences(of: found, on: view.day) {
                Printing.text(RoundExplainCommand.folded(sentence))
            }
        }
        for asked in answer.openQuestions {
            Printing.line("")
            Printing.text(
                RoundExplainCommand.folded(
                    "Open question: \(asked.question) It lies with \(view.names.name(person: asked.owner)), due "
                        + "\(asked.due.inWords)."))
        }
    }
}

/// `remit decision rights`: the rights themselves.
struct DecisionRightsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rights", abstract: "Who may decide what: enter it, list it, and the questions that are open.",
        subcommands: [
            DecisionRightsEnterCommand.self, DecisionRightsListCommand.self, DecisionRightsQuestionsCommand.self,
        ])
}

struct DecisionRightsEnterCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "enter", abstract: "Enter decision rights from rights.yaml, or a scheme of delegation as a sheet.",
        discussion: """
            Examples: remit decision rights enter rights.yaml
                      remit decision rights enter scheme.xlsx --body QWX --from 2026-04-01
            """)

    @Argument(help: "rights.yaml, a .csv or .xlsx scheme, or - for standard input (YAML).")
    var file: String

    @Option(help: ArgumentHelp("Whose scheme the sheet is.", valueName: "code"))
    var body: OrganisationCode?

    @Option(help: ArgumentHelp("From when a row without a day holds; else today.", valueName: "day"))
    var from: Day?

    @OptionGroup var store: StoreOptions

    private var isSheet: Bool { [".csv", ".xlsx", ".xlsm"].contains { file.lowercased().hasSuffix($0) } }

    func validate() throws {
        if isSheet && body == nil { throw ValidationError("Say with --body whose scheme of delegation it is.") }
    }

    func run() async throws {
        let session = try GovernanceSession(store)
        if let body, isSheet { return try enterScheme(of: body, session) }
        let written = try WrittenFile(file)
        let acts = try RightsDocument.read(written.value, named: written.name).acts()
        try session.perform(from: written) { _, _ in acts }
        Printing.line("\(counted(acts.count, "act", "acts")) recorded.")
    }

    /// All rows or none: a scheme with a hole in it would name the wrong holder.
    private func enterScheme(of body: OrganisationCode, _ session: GovernanceSession) throws {
        let day = from ?? session.now.day
        let (sheet, notes) = try FirstSheet.read(InputBytes.read(file), named: RoundFiles.name(file))
        let reading = try SchemeOfDelegationFile.read(
            sheet,
            defaults: .init(
                body: body, from: day, organisations: Set(Directory.shipped.all(on: day).map(\.code))))
        try RoundIntake.refuse(reading.problems, in: RoundFiles.name(file))
        RoundIntake.note(reading.problems + notes)
        try session.perform { _, _ in reading.values.map { RecordRight(right: $0.value, question: nil) } }
        Printing.line("\(counted(reading.values.count, "right", "rights")) entered.")
        Printing.line("Next: remit decision rights list")
    }
}

struct DecisionRightsListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Every decision right on a day, or the history of one.",
        discussion: "Example: remit decision rights list --on 2026-04-01")

    @Option(help: ArgumentHelp("What this right has been over time.", valueName: "name"))
    var history: Slug?

    @OptionGroup var day: DayOption
    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let view = try GovernanceView(store, on: day.on, withNames: output.withNames)
        let tables = RightsTables(view.book, on: view.day, names: view.names)
        if let history {
            guard view.book.rights[history] != nil else {
                throw Refusal(
                    .usage, code: "no-such-right", "There is no decision right “\(history)”.",
                    remedy: "List them with: remit decision rights list")
            }
            return try output.show([tables.history(of: history)])
        }
        try output.show(
            [tables.rights()],
            lines: view.book.rights.isEmpty
                ? ["No right is entered yet. Begin with: remit decision rights enter rights.yaml"] : [])
    }
}

struct DecisionRightsQuestionsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "questions", abstract: "Questions about who decides: overdue first, then open, then answered.",
        discussion: "Example: remit decision rights questions")

    @OptionGroup var day: DayOption
    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let view = try GovernanceView(store, on: day.on, withNames: output.withNames)
        try output.show([RightsTables(view.book, on: view.day, names: view.names).questions()])
    }
}
