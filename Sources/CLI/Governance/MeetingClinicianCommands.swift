public import ArgumentParser
public import Governance
import Tabular
import Vocabulary

extension ClinicianAsked.Answer: ExpressibleByArgument {}

/// `remit meeting clinicians`: who could be asked where an item has lost its clinical voice.
struct MeetingCliniciansCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clinicians", abstract: "Clinicians without a known interest who could be asked for an item.",
        discussion: """
            Members who are not there come first, then clinicians of other areas; who is not to be asked is listed with \
            the reason. Whom the chair asks is recorded with: remit meeting ask

            Example: remit meeting clinicians pccc-2026-05 dental --with-names
            """)

    @OptionGroup var options: MeetingOptions

    @Argument(help: "The item's short name.")
    var item: Slug

    @OptionGroup var output: OutputOptions

    func run() async throws {
        let view = try GovernanceView(options.store, withNames: output.withNames)
        let meeting = try view.meeting(options.meeting)
        let table = try MeetingTables(meeting, in: view.book, text: view.text).clinicians(for: item, view.rulebook)
        let unheard = MeetingTables(meeting, in: view.book) { _ in nil }.unheard(item)
        try output.show(
            [table],
            lines: (unheard.isEmpty ? ["“\(item)” has not lost its clinical voice."] : unheard)
                + (table.rows.isEmpty ? ["No other clinician stands in the register on that day."] : []))
    }
}

/// `remit meeting ask`: that a clinician was asked, and the answer.
struct MeetingAskCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ask", abstract: "Record that a clinician was asked for an item, and what they answered.",
        discussion: """
            Examples: remit meeting ask pccc-2026-05 dental p021 --by p001
                      remit meeting ask pccc-2026-05 dental p021 --by p001 --answer advises --note “Both are safe”

            Who comes is recorded with: remit meeting arrive, and joins with coOptMember in a file for: remit meeting do
            """)

    @OptionGroup var options: MeetingOptions

    @Argument(help: "The item's short name.")
    var item: Slug

    @Argument(help: "Who was asked.")
    var person: Slug

    @Option(help: ArgumentHelp("Who asked.", valueName: "person"))
    var by: Slug

    @Option(help: "comes, advises or declines; else there is no answer yet.")
    var answer: ClinicianAsked.Answer?

    @Option(help: "What was advised, or why not.")
    var note: String?

    @OptionGroup var time: TimeOption

    func run() async throws {
        let step = try MeetingStep(options, time)
        try step.perform(
            [
                AskClinician(
                    meeting: options.meeting, item: item, person: person, by: by, answer: answer, note: note,
                    at: step.moment)
            ], "“\(person)” was asked for “\(item)”: \(answer?.inWords ?? "no answer yet").")
    }
}
