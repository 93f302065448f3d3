import ArgumentParser
import Governance
import Store
import Vocabulary

/// Documents of a meeting, with the files that they name and what rounds say of items about them.
struct MeetingIntake {
    let session: GovernanceSession

    /// Performs all that a document says, or nothing.
    func perform(_ written: WrittenFile, as value: JSONValue) throws -> (document: MeetingDocument, Meeting?) {
        var document = try MeetingDocument.read(value, named: written.name)
        let agenda = try document.header.agenda.map { agenda in
            let day = document.header.startsAt?.inLondon.day ?? session.now.day
            return try agenda.map { try RoundOnAgenda(session.desk).filled($0, on: day) }
        }
        document.header.agenda = agenda
        let acts = document.acts()
        let book = try session.perform(from: written) { _, _ in acts }
        return (document, book.meetings[document.header.meeting])
    }

    func say(_ meeting: Meeting?, _ done: String) throws {
        Printing.line(done)
        guard let meeting else { return }
        for line in MeetingRoom(meeting, in: try session.desk.book()).lines { Printing.line(line) }
    }
}

/// `remit meeting run`: a whole meeting as a clerk writes it.
struct MeetingRunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Record a whole meeting, or the rest of one, from meeting.yaml.",
        discussion: """
            Everything or nothing: where one event is refused, nothing of the file is recorded.

            Example: remit meeting run meeting.yaml
            """)

    @Argument(help: "meeting.yaml, or - for standard input.")
    var file: String

    @OptionGroup var store: StoreOptions

    func run() async throws {
        let intake = MeetingIntake(session: try GovernanceSession(store))
        let written = try WrittenFile(file)
        let (document, meeting) = try intake.perform(written, as: written.value)
        try intake.say(
            meeting,
            "“\(document.header.meeting)”: \(counted(document.acts().count, "act", "acts")) recorded.")
        for resolution in meeting?.resolutions ?? [] { Printing.line(MeetingOutcome.words(resolution)) }
    }
}

/// `remit meeting plan`: when and where, with the agenda.
struct MeetingPlanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "Plan a meeting with its agenda, from meeting.yaml without events.",
        discussion: """
            Papers may be named by file: they are kept, and the record has their digests. An item whose subject is a \
            round is filled from it: the contracts that each option touches, classes, documents the law asks for.

            Example: remit meeting plan meeting.yaml
            """)

    @Argument(help: "meeting.yaml, or - for standard input.")
    var file: String

    @OptionGroup var store: StoreOptions

    func run() async throws {
        let intake = MeetingIntake(session: try GovernanceSession(store))
        let written = try WrittenFile(file)
        guard written.value["events"] == nil else {
            throw Refusal(
                .usage, code: "events-in-plan", "\(written.name) tells what happened at the meeting too.",
                remedy: "Record it all with: remit meeting run \(file)")
        }
        let (document, meeting) = try intake.perform(written, as: written.value)
        let items = counted(meeting?.agenda.count ?? 0, "item", "items")
        try intake.say(meeting, "“\(document.header.meeting)” is planned, with \(items).")
    }
}

/// `remit meeting agenda`: one more item, or several.
struct MeetingAgendaCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "agenda", abstract: "Show the agenda, put items on it from a file, or withdraw one.",
        discussion: """
            The file has one item, or a list under agenda.

            Examples: remit meeting agenda pccc-2026-05
                      remit meeting agenda pccc-2026-05 --docx agenda.docx
                      remit meeting agenda pccc-2026-05 item.yaml
                      remit meeting agenda pccc-2026-05 --withdraw dental --reason “Not ready”
            """)

    @OptionGroup var options: MeetingOptions

    @Argument(help: "item.yaml, or - for standard input; without it the agenda is shown.")
    var file: String?

    @Option(help: ArgumentHelp("The item that is withdrawn.", valueName: "item"))
    var withdraw: Slug?

    @Option(help: "Why an item is withdrawn, or comes after the papers went out.")
    var reason: String?

    @Option(help: ArgumentHelp("Write the agenda as a Word document to FILE.", valueName: "file"))
    var docx: String?

    @OptionGroup var output: OutputOptions

    func validate() throws {
        if withdraw != nil && file != nil { throw ValidationError("Name a file, or an item with --withdraw.") }
        if docx != nil && (file != nil || withdraw != nil) {
            throw ValidationError("--docx writes the agenda as it stands: change it in a step of its own.")
        }
        if withdraw != nil && reason == nil { throw ValidationError("Say why with --reason.") }
    }

    func run() async throws {
        if let withdraw {
            try MeetingStep(options).perform(
                [WithdrawItem(meeting: options.meeting, item: withdraw, reason: reason ?? "")],
                "“\(withdraw)” is withdrawn.")
            return
        }
        guard let file else {
            let view = try GovernanceView(options.store, withNames: output.withNames || docx != nil)
            let meeting = try view.meeting(options.meeting)
            if let docx { return try MeetingDocuments.writeAgenda(of: meeting, in: view, to: docx) }
            return try output.show([MeetingTables(meeting, in: view.book, text: view.text).agenda])
        }
        try put(WrittenFile(file))
    }

    private func put(_ written: WrittenFile) throws {
        let session = try GovernanceSession(options.store)
        let day = try GovernanceView(session.desk, on: session.now.day).meeting(options.meeting).startsAt.inLondon.day
        let items: [AgendaItem]
        if case .list(let listed)? = written.value["agenda"] {
            items = try listed.enumerated().map { place, item in
                try item.writtenDocument(named: "\(written.name): agenda[\(place)]", manual: "docs/governance.md")
            }
        } else {
            items = [try written.value.writtenDocument(named: written.name, manual: "docs/governance.md")]
        }
        let filled = try items.map { try RoundOnAgenda(session.desk).filled($0, on: day) }
        let book = try session.perform(from: written) { _, _ in
            filled.map { PutOnAgenda(meeting: options.meeting, item: $0, reasonForLate: reason) }
        }
        Printing.line("\(counted(filled.count, "item", "items")) put on the agenda of “\(options.meeting)”.")
        if let meeting = book.meetings[options.meeting] {
            for line in MeetingRoom(meeting, in: book).lines { Printing.line(line) }
        }
    }
}

/// `remit meeting papers`: when they went out, and the pack for a reader.
struct MeetingPapersCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "papers", abstract: "Record when the papers went out, or make the pack for a reader.",
        discussion: """
            The pack has the agenda and each paper: text in full, other files by name; --files writes these files \
            too. For a person it leaves out what is kept back from that person, and says so; without --for it is \
            whole, for who takes the minutes. With --for alone, what is kept back is listed.

            Examples: remit meeting papers pccc-2026-05 --on 2026-05-01
                      remit meeting papers pccc-2026-05 --for p003
                      remit meeting papers pccc-2026-05 --for p003 --docx p003.docx --files p003-papers
            """)

    @OptionGroup var options: MeetingOptions

    @Option(help: ArgumentHelp("The day on which they went out; else today.", valueName: "day"))
    var on: Day?

    @Option(help: "Why they went out late.")
    var reason: String?

    @Option(
        name: .customLong("for"),
        help: ArgumentHelp("Who will read them; alone, it lists what this person does not get.", valueName: "person"))
    var reader: Slug?

    @Option(help: ArgumentHelp("Write the pack as a Word document to FILE.", valueName: "file"))
    var docx: String?

    @Option(help: ArgumentHelp("Write the papers' files into a folder that is not there yet.", valueName: "dir"))
    var files: String?

    func validate() throws {
        if (docx != nil || files != nil) && (on != nil || reason != nil) {
            throw ValidationError("The pack is made without --on and --reason, which record that papers went out.")
        }
    }

    func run() async throws {
        if docx != nil || files != nil {
            let view = try GovernanceView(options.store)
            return try MeetingDocuments.writePapers(
                of: try view.meeting(options.meeting), for: reader, in: view, to: docx, folder: files)
        }
        let step = try MeetingStep(options)
        if let reader {
            let withheld = WithholdPapers.withheld(from: reader, in: step.before)
            for one in withheld {
                Printing.line(
                    "“\(one.item)”: \(one.paper.title) is kept back (\(one.option.inWords)), by “\(one.decidedBy)”.")
            }
            if withheld.isEmpty { Printing.line("“\(reader)” gets all papers of “\(options.meeting)”.") }
            return
        }
        let day = on ?? step.session.now.day
        try step.perform(
            [SendPapers(meeting: options.meeting, on: day, reasonForLate: reason)],
            "The papers of “\(options.meeting)” went out on \(day.inWords).")
    }
}

/// `remit meeting do`: any act on a meeting, as it stands in a file.
struct MeetingDoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "do", abstract: "Record any step of a meeting from step.yaml: one, or a list under events.",
        discussion: """
            A step is an act by its name with its fields, as in the events of meeting.yaml; the meeting is left out:

              do: giveProxy
              principal: p004
              holder: p002

            Example: remit meeting do pccc-2026-05 step.yaml
            """)

    @OptionGroup var options: MeetingOptions

    @Argument(help: "step.yaml, or - for standard input.")
    var file: String

    func run() async throws {
        let session = try GovernanceSession(options.store)
        let meeting = try GovernanceView(session.desk, on: session.now.day).meeting(options.meeting)
        let written = try WrittenFile(file)
        let day = JSONValue.Member("day", .text(meeting.startsAt.inLondon.day.description))
        let value: JSONValue =
            written.value["do"] == nil
            ? try written.of(meeting: meeting.id, adding: written.value["day"] == nil ? [day] : [])
            : .object([
                .init("meeting", .text(meeting.id.description)), day, .init("events", .list([written.value])),
            ])
        let intake = MeetingIntake(session: session)
        let (document, after) = try intake.perform(written, as: value)
        try intake.say(after, "\(counted(document.events.count, "step", "steps")) recorded.")
    }
}

struct MeetingCancelCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cancel", abstract: "Cancel a meeting that is planned.",
        discussion: "Example: remit meeting cancel pccc-2026-05 --reason “Half the members are ill”")

    @OptionGroup var options: MeetingOptions

    @Option(help: "Why; its items stay owed to the next meeting.")
    var reason: String

    func run() async throws {
        try MeetingStep(options).perform([CancelMeeting(meeting: options.meeting, reason: reason)])
    }
}
