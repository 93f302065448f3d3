import ArgumentParser
import Files
import Governance
import Store
import Tabular
import Vocabulary

struct MeetingListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the meetings, the latest first.",
        discussion: "Example: remit meeting list --committee pccc")

    @Option(help: "Only this committee's.")
    var committee: Slug?

    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let view = try GovernanceView(store, withNames: output.withNames)
        var table = Table(
            key: "meetings", caption: "Meetings",
            columns: [
                .init("day", "Day"), .init("meeting", "Meeting"), .init("committees", "Committee"),
                .init("state", "State"), .init("items", "Items"), .init("decisions", "Decisions"),
                .init("minutes", "Minutes"),
            ])
        let meetings = view.book.meetings.values.filter { committee.map($0.committees.contains) ?? true }
        for meeting in meetings.sorted(by: { ($0.startsAt, $0.id) > ($1.startsAt, $1.id) }) {
            table.append([
                .day(meeting.startsAt.inLondon.day), .text(meeting.id.description),
                .text(meeting.committees.map(\.description).joined(separator: ", ")), .text(meeting.state.inWords),
                .count(meeting.agenda.count), .count(meeting.resolutions.count { $0.isCarried }),
                meeting.approval == nil
                    ? .absent(meeting.state == .closed ? "draft" : "none yet") : .text("approved"),
            ])
        }
        try output.show(
            [table],
            lines: table.rows.isEmpty ? ["No meeting is planned yet. Begin with: remit meeting plan meeting.yaml"] : [])
    }
}

struct MeetingShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "How a meeting stands: agenda, who is there, interests, quorum, votes.",
        discussion: "Example: remit meeting show pccc-2026-05")

    @OptionGroup var options: MeetingOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let view = try GovernanceView(options.store, withNames: output.withNames)
        let meeting = try view.meeting(options.meeting)
        let tables = MeetingTables(meeting, in: view.book, text: view.text)
        let all = [
            tables.agenda, tables.attendance, tables.handlings, tables.quorum, tables.clinicalVoice,
            tables.cliniciansAsked, tables.votes,
            tables.actions(on: view.day),
        ]
        // For people: what there is; for programs all of it, and in CSV one table.
        let shown = output.csv ? [tables.agenda] : output.isForProgrammes ? all : all.filter { !$0.rows.isEmpty }
        try output.show(
            shown.isEmpty ? [tables.agenda] : shown,
            facts: [
                .init("meeting", .text(meeting.id.description)), .init("state", .text(meeting.state.rawValue)),
            ],
            lines: [
                "“\(meeting.id)”, \(meeting.startsAt.inLondon.day.inWords), is \(meeting.state.inWords)."
            ] + MeetingRoom(meeting, in: view.book).lines)
    }
}

/// `remit meeting minutes`: drafted from what happened.
struct MeetingMinutesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "minutes", abstract: "The minutes, drafted from what happened, as text or as a Word document.",
        discussion: """
            With --for they are what that person may read: an item whose papers were kept back is left out.

            Example: remit meeting minutes pccc-2026-05 --docx minutes.docx
            """)

    @OptionGroup var options: MeetingOptions

    @Option(help: ArgumentHelp("Write a Word document to FILE.", valueName: "file"))
    var docx: String?

    @Option(name: .customLong("for"), help: ArgumentHelp("Who will read them.", valueName: "person"))
    var reader: Slug?

    @Flag(help: "People by their short names.")
    var withoutNames = false

    @Flag(help: "Write JSON to standard output.")
    var json = false

    func run() async throws {
        let view = try GovernanceView(options.store)
        let meeting = try view.meeting(options.meeting)
        guard meeting.state == .closed else {
            throw Refusal(
                .rule, code: "minutes-not-closed",
                "The meeting “\(meeting.id)” is \(meeting.state.inWords), and has no minutes.",
                remedy: meeting.state == .cancelled
                    ? "Its items are owed to the next: remit meeting due"
                    : "How it stands: remit meeting show \(meeting.id)")
        }
        let hidden: @Sendable (Personal) -> String? = { _ in nil }
        let minutes = MinutesText(meeting, in: view.book, reader: reader, text: withoutNames ? hidden : view.text)
        if let docx {
            try MeetingDocuments.write(
                minutes.title, minutes.blocks, footer: minutes.isDraft ? "Draft, not yet approved" : "Approved",
                to: docx)
            if !json { Printing.line("Wrote \(docx)\(minutes.isDraft ? ": a draft until they are approved" : "").") }
        }
        if json {
            Printing.text(minutes.json.pretty + "\n")
        } else if docx == nil {
            Printing.line(minutes.title)
            for block in minutes.blocks { Printing.text(Printing.visible(block.text)) }
        }
    }
}

extension MinutesText {
    /// Blocks with their kind; tables as they are everywhere.
    fileprivate var json: JSONValue {
        [
            "title": .text(title), "isDraft": .flag(isDraft),
            "blocks": .list(
                blocks.map { block in
                    switch block {
                    case .heading(let text, let level):
                        ["kind": "heading", "level": .integer(level), "text": .text(text)]
                    case .paragraph(let text): ["kind": "paragraph", "text": .text(text)]
                    case .bullets(let lines): ["kind": "bullets", "lines": .list(lines.map { .text($0) })]
                    case .table(let table):
                        ["kind": "table", "caption": .text(table.caption), "table": table.json]
                    }
                }),
        ]
    }
}

extension MinutesText.Block {
    /// For a terminal.
    fileprivate var text: String {
        switch self {
        case .heading(let text, _): "\n\(text)\n"
        case .paragraph(let text): text + "\n"
        case .bullets(let lines): lines.map { "- \($0)\n" }.joined()
        case .table(let table): table.fitted(to: Printing.width)
        }
    }
}

struct MeetingActionsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "actions", abstract: "Actions of all meetings: overdue first, with owners and days.",
        discussion: "Example: remit meeting actions --with-names")

    @OptionGroup var day: DayOption
    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let view = try GovernanceView(store, on: day.on, withNames: output.withNames)
        try output.show([ForwardPlan(view.book).actions(on: view.day, text: view.text)])
    }
}

struct MeetingDueCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "due", abstract: "What is owed to the next meetings, and what is planned for them.",
        discussion: """
            Deferred items, items not reached, minutes to approve, decisions outside a meeting to report.

            Example: remit meeting due
            """)

    @OptionGroup var day: DayOption
    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let view = try GovernanceView(store, on: day.on, withNames: output.withNames)
        let plan = ForwardPlan(view.book)
        let owed = plan.owedTable()
        let planned = plan.table(on: view.day)
        try output.show(
            output.csv ? [owed] : [output.brief(owed, ["committee", "sentence"]), planned],
            lines: owed.rows.isEmpty && planned.rows.isEmpty ? ["Nothing is owed, and no meeting is planned."] : [])
    }
}

struct MeetingCalendarCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calendar", abstract: "Meetings to come, as a list or as a calendar file.",
        discussion: "Example: remit meeting calendar --ics meetings.ics")

    @Option(help: ArgumentHelp("Write a calendar file (.ics), which any calendar reads.", valueName: "file"))
    var ics: String?

    @Option(help: "The end of each event's identifier: your domain.")
    var domain = "remit.invalid"

    @Option(help: "How many hours a meeting is taken to last.")
    var hours = 2

    @Flag(help: "Past meetings too.")
    var past = false

    @OptionGroup var day: DayOption
    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        if !(1...24).contains(hours) { throw ValidationError("--hours takes 1 to 24.") }
    }

    func run() async throws {
        let view = try GovernanceView(store, on: day.on, withNames: output.withNames)
        let meetings = view.book.meetings.values.filter { past || $0.startsAt.inLondon.day >= view.day }
            .sorted { ($0.startsAt, $0.id) < ($1.startsAt, $1.id) }
        guard let ics else { return try output.show([ForwardPlan(view.book).table(on: view.day)]) }
        let text = MeetingCalendar(meetings, in: view.book).text(
            stampedAt: Clock.now(), domain: domain, hours: hours)
        try WholeFile.write(Array(text.utf8), to: ics)
        Printing.line("Wrote \(counted(meetings.count, "meeting", "meetings")) to \(ics).")
    }
}

struct MeetingConsistencyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "consistency", abstract: "Like interest, unlike handling: over all meetings.",
        discussion: "Example: remit meeting consistency --all")

    @Flag(help: "Also where all were handled alike.")
    var all = false

    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let report = ConsistencyReport(try GovernanceView(store).book)
        let table = report.table(unlikeOnly: !all)
        try output.show(
            [table],
            lines: table.rows.isEmpty
                ? [
                    all
                        ? "No interest was handled at a meeting yet."
                        : "No interests that are alike were handled unlike. All of them: --all"
                ] : [])
    }
}
