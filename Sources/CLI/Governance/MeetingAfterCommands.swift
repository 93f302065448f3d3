import ArgumentParser
import Governance
import Store
import Vocabulary

/// `remit meeting approve`: a later meeting takes the minutes as right.
struct MeetingApproveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "approve", abstract: "Record that a later meeting approved the minutes of this one.",
        discussion: """
            Two people or more approve, one of them having been there, no two of one household, practice or firm.

            Example: remit meeting approve pccc-2026-05 --at pccc-2026-06 --item minutes --by p001,p002
            """)

    @OptionGroup var options: MeetingOptions

    @Option(name: .customLong("at"), help: ArgumentHelp("The later meeting, which is open.", valueName: "meeting"))
    var later: Slug

    @Option(help: ArgumentHelp("Its item, whose subject is these minutes; else the one there is.", valueName: "item"))
    var item: Slug?

    @Option(help: ArgumentHelp("Who proposed and who supported it, set apart by commas.", valueName: "people"))
    var by: NameList

    @Option(help: ArgumentHelp("When it happened: 10:05 on that day, in London; else now.", valueName: "time"))
    var time: String?

    func run() async throws {
        let session = try GovernanceSession(options.store)
        let view = try GovernanceView(session.desk, on: session.now.day)
        let meeting = try view.meeting(later)
        let found = meeting.agenda.first { $0.subject == .minutes(of: options.meeting) }?.id
        guard let item = item ?? found else {
            throw Refusal(
                .usage, code: "item-missing",
                "No item of “\(later)” is on the minutes of “\(options.meeting)”.",
                remedy: "Put one on its agenda with purpose approveMinutes and subject {minutes: \(options.meeting)}.")
        }
        var asked = TimeOption()
        asked.at = time
        try session.perform(
            ApproveMinutes(meeting: later, item: item, approvers: by.names, at: try asked.moment(of: meeting)))
        Printing.line("The minutes of “\(options.meeting)” are approved by “\(later)”.")
    }
}

struct MeetingCorrectCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "correct", abstract: "Put something right in the draft minutes of a closed meeting.",
        discussion: "Example: remit meeting correct pccc-2026-05 --text “Item 2: £30,000, not £3,000” --by p002")

    @OptionGroup var options: MeetingOptions

    @Option(help: "What is put right.")
    var text: String

    @Option(help: ArgumentHelp("Who asked for it.", valueName: "person"))
    var by: Slug

    func run() async throws {
        try MeetingStep(options).perform(
            [CorrectMinutes(meeting: options.meeting, text: text, askedBy: by)], "The correction is recorded.")
    }
}

struct MeetingActionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "action", abstract: "Agree an action with its owner and day, or mark it done.",
        discussion: """
            Examples: remit meeting action pccc-2026-05 letter --text “Write to the practice” --owner p002 \
            --due 2026-06-01
                      remit meeting action pccc-2026-05 letter --done --on 2026-05-28
            """)

    @OptionGroup var options: MeetingOptions

    @Argument(help: "A short name for the action.")
    var action: Slug

    @Option(help: "What is to be done.")
    var text: String?

    @Option(help: ArgumentHelp("Who does it.", valueName: "person"))
    var owner: Slug?

    @Option(help: ArgumentHelp("By when.", valueName: "day"))
    var due: Day?

    @Option(help: "The item that it comes from.")
    var item: Slug?

    @Flag(help: "It is done.")
    var done = false

    @Option(help: ArgumentHelp("The day on which it was done; else today.", valueName: "day"))
    var on: Day?

    @Option(help: "A word on how it was done.")
    var note: String?

    func validate() throws {
        guard done || (text != nil && owner != nil && due != nil) else {
            throw ValidationError("Give --text, --owner and --due, or --done.")
        }
    }

    func run() async throws {
        let session = try GovernanceSession(options.store)
        if done {
            try session.perform(
                CompleteAction(
                    meeting: options.meeting, action: action, doneOn: on ?? session.now.day, note: note))
            Printing.line("“\(action)” is done.")
        } else if let text, let owner, let due {
            try session.perform(
                AddAction(
                    meeting: options.meeting,
                    action: MeetingAction(id: action, item: item, text: text, owner: owner, due: due)))
            Printing.line("“\(action)” lies with “\(owner)”, by \(due.inWords).")
        }
    }
}
