import ArgumentParser
import Governance
import Store
import Vocabulary

/// What a committee resolved, in a line.
enum MeetingOutcome {
    static func words(_ resolution: Resolution) -> String {
        let how = resolution.tally?.inWords ?? "carried \(resolution.manner.inWords)"
        return "\(resolution.committee): “\(resolution.id)” is \(how)."
    }
}

struct MeetingTakeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "take", abstract: "Take the next item: every interest in it has been handled by now.",
        discussion: "Example: remit meeting take pccc-2026-05 dental")

    @OptionGroup var options: MeetingOptions

    @Argument(help: "The item's short name.")
    var item: Slug

    @OptionGroup var time: TimeOption

    func run() async throws {
        let step = try MeetingStep(options, time)
        try step.perform([TakeItem(meeting: options.meeting, item: item, at: step.moment)])
    }
}

struct MeetingMoveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "move",
        abstract: "Put a motion to the vote, from motion.yaml; or record what was agreed without one.",
        discussion: """
            The file has id, item, text, reasons, considered, evidence (digests, or names of files), mover.

            Example: remit meeting move pccc-2026-05 motion.yaml
            """)

    @OptionGroup var options: MeetingOptions

    @Argument(help: "motion.yaml, or - for standard input.")
    var file: String

    @Flag(help: "Nobody voted: those present agreed, where the terms allow that.")
    var byConsensus = false

    @OptionGroup var time: TimeOption

    func run() async throws {
        let step = try MeetingStep(options, time)
        let written = try WrittenFile(file)
        let motion: Motion = try written.value.writtenDocument(named: written.name, manual: "docs/governance.md")
        let act: any GovernanceAct =
            byConsensus
            ? DecideByConsensus(meeting: options.meeting, motion: motion, at: step.moment)
            : MoveMotion(meeting: options.meeting, motion: motion, at: step.moment)
        let book = try step.session.perform(from: written) { _, _ in [act] }
        Printing.line("“\(motion.id)”: \(motion.text)")
        for resolution in book.meetings[options.meeting]?.resolutions.filter({ $0.id == motion.id }) ?? [] {
            Printing.line(MeetingOutcome.words(resolution))
        }
        try step.say(book)
    }
}

struct MeetingVoteCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "vote", abstract: "Record votes on a motion by show of hands; none is left out in silence.",
        discussion: """
            A vote that may not be given (recused, not a member, not there, without a vote) is refused with the reason, \
            and then none of the others is recorded either.

            Example: remit meeting vote pccc-2026-05 m1 --for p001,p002 --against p005 --abstain p006
            """)

    @OptionGroup var options: MeetingOptions

    @Argument(help: "The motion's short name.")
    var motion: Slug

    @Option(name: .customLong("for"), help: ArgumentHelp("Who voted for it.", valueName: "people"))
    var inFavour: NameList?

    @Option(help: ArgumentHelp("Who voted against it.", valueName: "people"))
    var against: NameList?

    @Option(help: ArgumentHelp("Who abstained.", valueName: "people"))
    var abstain: NameList?

    @Option(
        name: .customLong("cast-by"),
        help: ArgumentHelp("A vote that a proxy cast: VOTER=PROXY, beside --for or the like.", valueName: "pair"))
    var proxies: [NamePair] = []

    @Option(help: "The committee, where somebody sits on several that meet in common.")
    var committee: Slug?

    @OptionGroup var time: TimeOption

    func validate() throws {
        if inFavour == nil && against == nil && abstain == nil {
            throw ValidationError("Say who voted: --for, --against, --abstain.")
        }
    }

    func run() async throws {
        let step = try MeetingStep(options, time)
        let held = Dictionary(proxies.map { ($0.left, $0.right) }, uniquingKeysWith: { first, _ in first })
        func votes(_ people: NameList?, _ choice: Vote.Choice) -> [Vote] {
            (people?.names ?? []).map { Vote(voter: $0, choice: choice, castBy: held[$0]) }
        }
        let all = votes(inFavour, .inFavour) + votes(against, .against) + votes(abstain, .abstain)
        if let stray = proxies.first(where: { pair in !all.contains { $0.voter == pair.left } }) {
            throw Refusal(
                .usage, code: "proxy-without-vote", "“\(stray.left)” is named with --cast-by, and votes neither way.",
                remedy: "Name them with --for, --against or --abstain too.")
        }
        try step.perform(
            [CastVotes(meeting: options.meeting, motion: motion, votes: all, committee: committee, at: step.moment)],
            "\(counted(all.count, "vote", "votes")) recorded.")
    }
}

struct MeetingCloseVoteCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "close-vote", abstract: "Close a vote: the quorum is judged again, and the votes are counted.",
        discussion: """
            Where votes are equal and the terms give whoever chairs a casting vote, say how it was cast, or that it \
            was not.

            Examples: remit meeting close-vote pccc-2026-05 m1
                      remit meeting close-vote pccc-2026-05 m1 --casting p001=for
            """)

    @OptionGroup var options: MeetingOptions

    @Argument(help: "The motion's short name.")
    var motion: Slug

    @Option(help: ArgumentHelp("The casting vote on a tie: PERSON=for or PERSON=against.", valueName: "pair"))
    var casting: NamePair?

    @Flag(help: "Whoever chairs casts no casting vote, and a tie stands.")
    var noCasting = false

    @Option(help: "The committee of the casting vote, where several meet.")
    var committee: Slug?

    @OptionGroup var time: TimeOption

    func validate() throws {
        if casting != nil && noCasting { throw ValidationError("Choose one of --casting and --no-casting.") }
        if let casting, !["for", "against"].contains(casting.right.description) {
            throw ValidationError("--casting takes PERSON=for or PERSON=against.")
        }
    }

    func run() async throws {
        let step = try MeetingStep(options, time)
        let cast = casting.map { pair in
            (committee.map { [$0] } ?? step.before.committees).map {
                CloseVote.Casting(
                    committee: $0,
                    vote: CastingVote(by: pair.left, choice: pair.right.description == "for" ? .inFavour : .against))
            }
        }
        let act = CloseVote(meeting: options.meeting, motion: motion, castingVotes: cast, at: step.moment)
        let book = try step.session.perform { _, book in
            if cast == nil && !noCasting { try refuseOpenTie(of: act, from: book, step) }
            return [act]
        }
        let meeting = book.meetings[options.meeting]
        for resolution in meeting?.resolutions.filter({ $0.id == motion }) ?? [] {
            Printing.line(MeetingOutcome.words(resolution))
            if !resolution.setAside.isEmpty {
                Printing.line("Not counted, since they had left or were left out: \(named(resolution.setAside)).")
            }
        }
        for result in meeting?.motion(motion)?.results.filter({ $0.outcome == .quorumLost }) ?? [] {
            Printing.line("\(result.committee): the quorum was lost, and nothing is decided.")
        }
        try step.say(book)
    }

    /// A vote once closed stays closed: a casting vote is asked for before.
    private func refuseOpenTie(of act: CloseVote, from book: GovernanceBook, _ step: MeetingStep) throws(Refusal) {
        let before = GovernanceBefore(book: book, rulebook: step.session.desk.rules.rulebook)
        let after = try act.decide(before, by: step.session.author, at: step.session.now)
        guard let meeting = after.meetings[options.meeting] else { return }
        let tied = meeting.resolutions.first { resolution in
            let terms = book.committees[resolution.committee]?.terms(on: meeting.day)
            return resolution.id == motion && resolution.tally?.outcome == .tied && terms?.hasCastingVote == true
        }
        guard let tied, let tally = tied.tally else { return }
        let chair = meeting.chair(of: tied.committee, item: tied.item)?.description ?? "PERSON"
        throw Refusal(
            .rule, code: "casting-vote-open",
            "“\(motion)” is \(tally.inWords), and the terms of “\(tied.committee)” give whoever chairs a casting vote.",
            remedy: "Say how it was cast, with --casting \(chair)=for or \(chair)=against; or --no-casting.")
    }
}

struct MeetingCloseItemCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "close-item", abstract: "Close the item that is before the meeting.",
        discussion: "Example: remit meeting close-item pccc-2026-05 dental")

    @OptionGroup var options: MeetingOptions

    @Argument(help: "The item's short name.")
    var item: Slug

    @Option(help: "What was noted or said, in a sentence or two.")
    var note: String?

    @OptionGroup var time: TimeOption

    func run() async throws {
        let step = try MeetingStep(options, time)
        try step.perform(
            [CloseItem(meeting: options.meeting, item: item, note: note, at: step.moment)], "“\(item)” is closed.")
    }
}

/// How an item leaves a meeting: which, why, when, and whether for all committees.
struct SettledItemOptions: ParsableArguments {
    @OptionGroup var options: MeetingOptions

    @Argument(help: "The item's short name.")
    var item: Slug

    @Option(help: "Why.")
    var reason: String

    @Option(help: "In one committee only, where several meet.")
    var committee: Slug?

    @OptionGroup var time: TimeOption

    /// - Parameter act: made for the moment at which it happened.
    func settle(_ done: String, by act: (Moment?) -> any GovernanceAct) throws {
        let step = try MeetingStep(options, time)
        try step.perform([act(step.moment)], "“\(item)” is \(done).")
    }
}

struct MeetingDeferCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "defer", abstract: "Defer an item to a later meeting.",
        discussion: "Example: remit meeting defer pccc-2026-05 dental --reason “No quorum” --to pccc-2026-06")

    @OptionGroup var settled: SettledItemOptions

    @Option(help: ArgumentHelp("The meeting to which it goes, where that is planned.", valueName: "meeting"))
    var to: Slug?

    func run() async throws {
        try settled.settle(to.map { "deferred to “\($0)”" } ?? "deferred") { moment in
            DeferItem(
                meeting: settled.options.meeting, item: settled.item, committee: settled.committee, to: to,
                reason: settled.reason, at: moment)
        }
    }
}

struct MeetingReferCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "refer", abstract: "Refer an item to another body.",
        discussion: "Example: remit meeting refer pccc-2026-05 dental --to “the board” --reason “Above our limit”")

    @OptionGroup var settled: SettledItemOptions

    @Option(help: "To whom, in words.")
    var to: String

    func run() async throws {
        try settled.settle("referred to \(to)") { moment in
            ReferItem(
                meeting: settled.options.meeting, item: settled.item, committee: settled.committee, to: to,
                reason: settled.reason, at: moment)
        }
    }
}

struct MeetingCloseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "close", abstract: "Close the meeting; items that were not reached stay owed to the next.",
        discussion: "Example: remit meeting close pccc-2026-05 --at 11:00")

    @OptionGroup var options: MeetingOptions
    @OptionGroup var time: TimeOption

    func run() async throws {
        let step = try MeetingStep(options, time)
        try step.perform([CloseMeeting(meeting: options.meeting, at: step.moment)], "“\(options.meeting)” is closed.")
    }
}
