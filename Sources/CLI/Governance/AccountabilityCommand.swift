import ArgumentParser
import Governance
import Store
import Tabular
import Vocabulary

/// `remit accountability`: who answers to whom, and where nobody does.
struct AccountabilityCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "accountability", abstract: "Who answers to whom, for what, and where that is missing.",
        subcommands: [
            AccountabilityEnterCommand.self, AccountabilityMapCommand.self, AccountabilityGapsCommand.self,
            AccountabilityWhoCommand.self,
        ])
}

struct AccountabilityEnterCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "enter", abstract: "Enter, amend or end who answers to whom, from accountability.yaml.",
        discussion: "Example: remit accountability enter accountability.yaml")

    @Argument(help: "accountability.yaml, or - for standard input.")
    var file: String

    @OptionGroup var store: StoreOptions

    func run() async throws {
        let session = try GovernanceSession(store)
        let written = try WrittenFile(file)
        let acts = try AccountabilityDocument.read(written.value, named: written.name).acts()
        try session.perform(from: written) { _, _ in acts }
        Printing.line("\(counted(acts.count, "act", "acts")) recorded.")
        Printing.line("Next: remit accountability gaps")
    }
}

struct AccountabilityMapCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "map", abstract: "Every line from an actor to a forum on a day, with what each lacks.",
        discussion: "Example: remit accountability map --on 2026-04-01")

    @OptionGroup var day: DayOption
    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let view = try GovernanceView(store, on: day.on, withNames: output.withNames)
        try output.show(
            [AccountabilityTables(view.book, on: view.day, names: view.names).edges()],
            lines: view.book.edges.isEmpty
                ? ["Nothing is entered yet. Begin with: remit accountability enter accountability.yaml"] : [])
    }
}

struct AccountabilityGapsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gaps", abstract: "Find joint matters without a forum, forums without consequence, broken chains.",
        discussion: "Ends with 1 where something was found. Example: remit accountability gaps")

    @OptionGroup var day: DayOption
    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let view = try GovernanceView(store, on: day.on, withNames: output.withNames)
        let question = FindAccountabilityGaps.Question(
            of: view.book, on: view.day, rulebook: view.rulebook, successor: view.successor)
        let findings = FindAccountabilityGaps.findings(question, names: view.names)
        let sentences = findings.map { "\n\($0.kind.title): \($0.sentence)\n  To mend it: \($0.remedy)" }
        try output.show(
            output.isForProgrammes ? [AccountabilityTables.findings(findings, on: view.day)] : [],
            lines: [findings.isEmpty ? nothing(in: view.book) : counted(findings.count, "finding.", "findings.")]
                + (output.isForProgrammes ? [] : sentences))
        if !findings.isEmpty { throw ExitCode(1) }
    }

    private func nothing(in book: GovernanceBook) -> String {
        book.edges.isEmpty && book.rights.isEmpty
            ? "Nothing is entered yet in which a gap could be found. Begin with: remit accountability enter FILE"
            : "Nothing was found."
    }
}

struct AccountabilityWhoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "who", abstract: "Who answers for something, and to whom.",
        discussion: """
            Examples: remit accountability who dental budget
                      remit accountability who --party QWX
                      remit accountability who --party committee:pccc
            """)

    @Argument(help: "Words of what it is about.")
    var words: [String] = []

    @Option(
        help: ArgumentHelp(
            "A code, committee:ID, person:ID, partnership:ID or public: to whom and by whom.", valueName: "party"))
    var party: PartyArgument?

    @Option(help: "A matter, as decision rights name it.")
    var matter: Slug?

    @OptionGroup var day: DayOption
    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let view = try GovernanceView(store, on: day.on, withNames: output.withNames)
        let answer = WhoAnswers.answer(
            WhoAnswers.Question(
                party: party?.party, matter: matter, words: words.isEmpty ? nil : words.joined(separator: " "),
                day: view.day),
            in: view.book, successor: view.successor)
        let table = AccountabilityTables(view.book, on: view.day, names: view.names).answer(answer)
        try output.show(
            [table],
            lines: table.rows.isEmpty
                ? ["Nobody is recorded as answering for that. See also: remit accountability gaps"]
                : (answer.answersTo + answer.answeredBy).map { line in
                    "\(view.names.name(line.edge.actor)) answers to \(view.names.name(line.edge.forum)) "
                        + "for \(line.edge.about)."
                })
    }
}
