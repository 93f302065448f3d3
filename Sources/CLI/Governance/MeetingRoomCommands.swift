import ArgumentParser
import Governance
import Store
import Tabular
import Vocabulary

/// `remit meeting interests`: who is conflicted in what, and what is proposed.
struct MeetingInterestsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "interests", abstract: "Who is conflicted in which item, what is proposed, what was decided.",
        discussion: "Example: remit meeting interests pccc-2026-05 --with-names")

    @OptionGroup var options: MeetingOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let view = try GovernanceView(options.store, withNames: output.withNames)
        let meeting = try view.meeting(options.meeting)
        let tables = MeetingTables(meeting, in: view.book, text: view.text)
        let proposals = try tables.proposals(view.rulebook)
        try output.show(
            meeting.handlings.isEmpty || output.csv ? [proposals] : [proposals, tables.handlings],
            lines: proposals.rows.isEmpty
                ? ["The register knows of no interest in the items of “\(meeting.id)”. Ask for others at the start."]
                : try sentences(meeting, view)
                    + ["Decide with: remit meeting handle \(meeting.id) ITEM MEMBER --chair PERSON"])
    }
}

extension MeetingInterestsCommand {
    /// Each proposal with its reason, which a table has no room for.
    fileprivate func sentences(_ meeting: Meeting, _ view: GovernanceView) throws(Refusal) -> [String] {
        try ProposeHandling.proposals(for: meeting, book: view.book, rulebook: view.rulebook).map { proposal in
            "“\(proposal.item)”: \(proposal.why). Proposed: \(proposal.option.inWords)."
        }
    }
}

struct MeetingHandleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "handle", abstract: "Record how the chair decides to handle a member's interest in an item.",
        discussion: """
            Without --option what is proposed holds; anything else needs a reason. The options, from the strongest: \
            \(HandlingOption.allCases.map(\.rawValue).joined(separator: ", ")).

            Example: remit meeting handle pccc-2026-05 dental p003 --chair p001
            """)

    @OptionGroup var options: MeetingOptions

    @Argument(help: "The item's short name.")
    var item: Slug

    @Argument(help: "The member's short name.")
    var member: Slug

    @Option(help: ArgumentHelp("Who takes the chair and decides.", valueName: "person"))
    var chair: Slug

    @Option(help: "What the member does; else what is proposed.")
    var option: HandlingOption?

    @Option(help: ArgumentHelp("Only these options of the item, set apart by commas.", valueName: "parts"))
    var parts: NameList?

    @Option(help: ArgumentHelp("Only these interests, set apart by commas.", valueName: "names"))
    var interests: NameList?

    @Flag(help: "The member gets no papers on it.")
    var withholdPapers = false

    @Option(help: "Why, where it is not what is proposed.")
    var reason: String?

    @OptionGroup var time: TimeOption

    func run() async throws {
        let step = try MeetingStep(options, time)
        let act = HandleInterest(
            meeting: options.meeting, item: item, member: member, chair: chair, option: option, parts: parts?.names,
            interests: interests?.names, withholdsPapers: withholdPapers ? true : nil, reason: reason,
            at: step.moment)
        let book = try step.session.perform(act)
        if let handled = book.meetings[options.meeting]?.standingHandlings(item, member: member).last {
            Printing.line("“\(member)” on “\(item)”: \(handled.option.inWords).")
            if let proposed = handled.proposed, proposed != handled.option {
                Printing.line("Proposed was: \(proposed.inWords).")
            }
        }
        try step.say(book)
    }
}

struct MeetingOpenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "open", abstract: "Open the meeting with those who are there.",
        discussion: """
            Examples: remit meeting open pccc-2026-05 --present p001,p002,p003 --chair p001
                      remit meeting open joint-2026-05 --present p001,q001 --chair pccc=p001 --chair qcc=q001
            """)

    @OptionGroup var options: MeetingOptions

    @Option(help: ArgumentHelp("Who is there, set apart by commas.", valueName: "people"))
    var present: NameList

    @Option(
        help: ArgumentHelp(
            "Who takes the chair; with several committees COMMITTEE=PERSON for each.", valueName: "person"))
    var chair: [ChairArgument]

    @Option(
        help: ArgumentHelp(
            "Who chose the person, where it is neither chair nor vice-chair.", valueName: "people"))
    var chosenBy: NameList?

    @OptionGroup var time: TimeOption

    func run() async throws {
        let step = try MeetingStep(options, time)
        let chairs = try chair.map { chosen in
            guard let committee = chosen.committee ?? step.before.committees.first,
                chosen.committee != nil || step.before.committees.count == 1
            else {
                throw Refusal(
                    .usage, code: "chair-of-which", "Several committees meet in “\(options.meeting)”.",
                    remedy: "Say for each who chairs: --chair COMMITTEE=PERSON.")
            }
            return OpenMeeting.Chair(committee: committee, person: chosen.person, chosenBy: chosenBy?.names)
        }
        try step.perform(
            [OpenMeeting(meeting: options.meeting, present: present.names, chairs: chairs, at: step.moment)],
            "“\(options.meeting)” is open.")
    }
}

/// `p001`, or `pccc=p001`.
struct ChairArgument: ExpressibleByArgument {
    let committee: Slug?
    let person: Slug

    init?(argument: String) {
        if let pair = NamePair(argument: argument) {
            (committee, person) = (pair.left, pair.right)
        } else if let person = Slug(argument) {
            (committee, self.person) = (nil, person)
        } else {
            return nil
        }
    }
}

struct MeetingArriveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "arrive", abstract: "Record that people came, or came back.",
        discussion: "Example: remit meeting arrive pccc-2026-05 p004 --at 09:20")

    @OptionGroup var options: MeetingOptions

    @Argument(help: "Who came.")
    var people: [Slug]

    @OptionGroup var time: TimeOption

    func run() async throws {
        let step = try MeetingStep(options, time)
        try step.perform(people.map { JoinMeeting(meeting: options.meeting, person: $0, at: step.moment) })
    }
}

struct MeetingLeaveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "leave", abstract: "Record that people left, for an item or for good.",
        discussion: """
            Where the quorum goes with them, the item stops; say so before they go: remit meeting show.

            Example: remit meeting leave pccc-2026-05 p003 --item dental
            """)

    @OptionGroup var options: MeetingOptions

    @Argument(help: "Who left.")
    var people: [Slug]

    @Option(help: ArgumentHelp("The item for which they left.", valueName: "item"))
    var item: Slug?

    @Flag(help: "They sit with the public meanwhile.")
    var gallery = false

    @OptionGroup var time: TimeOption

    func run() async throws {
        let step = try MeetingStep(options, time)
        try step.perform(
            people.map {
                LeaveMeeting(
                    meeting: options.meeting, person: $0, item: item, isInGallery: gallery ? true : nil,
                    at: step.moment)
            })
    }
}

struct MeetingChairCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "chair", abstract: "Hand the chair over, for one item or from now on.",
        discussion: "Example: remit meeting chair pccc-2026-05 p002 --item dental --reason “The chair is conflicted”")

    @OptionGroup var options: MeetingOptions

    @Argument(help: "Who takes the chair.")
    var person: Slug

    @Option(help: "In which committee, where several meet.")
    var committee: Slug?

    @Option(help: ArgumentHelp("For this item only.", valueName: "item"))
    var item: Slug?

    @Option(help: ArgumentHelp("Who chose the person, where it is not the vice-chair.", valueName: "people"))
    var chosenBy: NameList?

    @Option(help: "Why.")
    var reason: String

    @OptionGroup var time: TimeOption

    func run() async throws {
        let step = try MeetingStep(options, time)
        guard let committee = committee ?? step.before.committees.first,
            self.committee != nil || step.before.committees.count == 1
        else {
            throw Refusal(
                .usage, code: "chair-of-which", "Several committees meet in “\(options.meeting)”.",
                remedy: "Say with --committee in which.")
        }
        try step.perform(
            [
                HandOverChair(
                    meeting: options.meeting, committee: committee, to: person, item: item,
                    chosenBy: chosenBy?.names, reason: reason, at: step.moment)
            ], "“\(person)” takes the chair.")
    }
}
