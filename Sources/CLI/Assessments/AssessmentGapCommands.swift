import ArgumentParser
import Assessments
import Tabular
import Vocabulary

/// `remit assessment gap`: the inbox of gaps that practices and members report.
struct AssessmentGapCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gap", abstract: "Gaps that practices and members report: reported, merged, looked at, answered.",
        subcommands: [
            AssessmentGapReportCommand.self, AssessmentGapMergeCommand.self, AssessmentGapTriageCommand.self,
            AssessmentGapAnswerCommand.self,
        ])
}

struct AssessmentGapReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Report a gap in care.",
        discussion: """
            Example: remit assessment gap report childrens-teeth densham --what "No dentist takes new children" \
            --place Densham --from "Densham Surgery" --theme access
            """)

    @Argument(help: "The assessment's short name.")
    var assessment: Slug

    @Argument(help: "A short name for the gap.")
    var gap: Slug

    @Option(help: "What is missing, for whom.")
    var what: String

    @Option(help: "Where: a town, a site, a part of the area.")
    var place: String

    @Option(help: "The practice, office or group that reports it.")
    var from: String

    @Option(help: "What it is about, in a few words, as others name it.")
    var theme: String?

    @Option(help: "The code of the practice.")
    var organisation: OrganisationCode?

    @OptionGroup var store: StoreOptions

    func run() async throws {
        let reported = ReportedGap(
            id: gap, what: what, place: place, theme: theme, from: from, organisation: organisation)
        try AssessmentSession(store).perform(ReportGap(assessment: assessment, gap: reported))
        Printing.line("The gap “\(gap)” is reported, and waits to be looked at.")
    }
}

struct AssessmentGapMergeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge", abstract: "Say that a gap is the same as another; its reporter sees the other's answer.",
        discussion: "Example: remit assessment gap merge childrens-teeth densham-2 densham --reason \"The same town\"")

    @Argument(help: "The assessment's short name.")
    var assessment: Slug

    @Argument(help: "The gap that goes into the other.")
    var gap: Slug

    @Argument(help: "The other.")
    var into: Slug

    @Option(help: "Why they are one.")
    var reason: String

    @OptionGroup var store: StoreOptions

    func run() async throws {
        try AssessmentSession(store).perform(
            MergeGaps(assessment: assessment, gap: gap, into: into, reason: reason))
        Printing.line("The gap “\(gap)” is merged into “\(into)”.")
    }
}

struct AssessmentGapTriageCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "triage", abstract: "Say what a reported gap was found to be, and why.",
        discussion: """
            Example: remit assessment gap triage childrens-teeth densham takenUp --reason "Three practices say so"
            """)

    @Argument(help: "The assessment's short name.")
    var assessment: Slug

    @Argument(help: "The gap's short name.")
    var gap: Slug

    @Argument(help: "What it was found to be: takenUp, passedOn or noGap.")
    var outcome: GapHeld.Outcome

    @Option(help: "Why.")
    var reason: String

    @Option(help: "What it is about, where that is not what was reported.")
    var theme: String?

    @OptionGroup var store: StoreOptions

    func run() async throws {
        try AssessmentSession(store).perform(
            TriageGap(assessment: assessment, gap: gap, outcome: outcome, reason: reason, theme: theme))
        Printing.line("The gap “\(gap)”: \(outcome.title). Next: remit assessment gap answer \(assessment) \(gap)")
    }
}

struct AssessmentGapAnswerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "answer", abstract: "Answer whoever reported a gap, and those whose gaps went into it.",
        discussion: "Example: remit assessment gap answer childrens-teeth densham --text \"A clinic opens in May\"")

    @Argument(help: "The assessment's short name.")
    var assessment: Slug

    @Argument(help: "The gap's short name.")
    var gap: Slug

    @Option(help: "The answer.")
    var text: String

    @OptionGroup var store: StoreOptions

    func run() async throws {
        try AssessmentSession(store).perform(AnswerGap(assessment: assessment, gap: gap, text: text))
        Printing.line("The gap “\(gap)” is answered.")
    }
}
