import ArgumentParser
import Governance
import Vocabulary

/// `remit meeting`: from the agenda to the approved minutes.
struct MeetingCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "meeting",
        abstract: "A meeting that stays quorate and lawful: agenda, interests, votes, minutes, actions.",
        discussion: """
            A whole meeting from one file: remit meeting run meeting.yaml. Or step by step, with
            a laptop in the room:

              plan meeting.yaml               committees, time, place and agenda
              interests MEETING               who is conflicted, and what is proposed
              handle MEETING ITEM MEMBER      what the chair decides
              open MEETING --present …        quorum is judged from here on
              leave MEETING PERSON --item …   likewise: arrive
              take MEETING ITEM               then: move, vote, close-vote, close-item
              close MEETING                   the minutes are drafted
              minutes MEETING --docx FILE
              approve MEETING --at NEXT …     at the next meeting

            Every step says who is there and whether the quorum holds. Whatever has no verb of
            its own here is done with: remit meeting do MEETING step.yaml.
            """,
        subcommands: [
            MeetingRunCommand.self, MeetingPlanCommand.self, MeetingAgendaCommand.self, MeetingPapersCommand.self,
            MeetingInterestsCommand.self, MeetingHandleCommand.self, MeetingOpenCommand.self,
            MeetingArriveCommand.self, MeetingLeaveCommand.self, MeetingChairCommand.self,
            MeetingCliniciansCommand.self, MeetingAskCommand.self, MeetingTakeCommand.self,
            MeetingMoveCommand.self, MeetingVoteCommand.self, MeetingCloseVoteCommand.self,
            MeetingCloseItemCommand.self, MeetingDeferCommand.self, MeetingReferCommand.self,
            MeetingDoCommand.self, MeetingCloseCommand.self, MeetingCancelCommand.self, MeetingApproveCommand.self,
            MeetingCorrectCommand.self, MeetingActionCommand.self, MeetingListCommand.self,
            MeetingShowCommand.self, MeetingMinutesCommand.self, MeetingActionsCommand.self, MeetingDueCommand.self,
            MeetingCalendarCommand.self, MeetingConsistencyCommand.self,
        ])
}

/// Which meeting, in which file, by whom.
struct MeetingOptions: ParsableArguments {
    @Argument(help: "The meeting's short name; see remit meeting list.")
    var meeting: Slug

    @OptionGroup var store: StoreOptions
}

/// When a step happened, for a record that is written up afterwards.
struct TimeOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "When it happened, as clocks in London showed it: 10:05 on the day of the meeting, or 2026-05-12T10:05; else now.",
            valueName: "time"))
    var at: String?

    /// - Returns: nil for now.
    func moment(of meeting: Meeting) throws(Refusal) -> Moment? {
        guard let at else { return nil }
        return try Moment(written: at, on: meeting.day, as: .usage)
    }
}

/// One step of a meeting from the command line.
struct MeetingStep {
    let session: GovernanceSession
    let before: Meeting
    let moment: Moment?

    init(_ options: MeetingOptions, _ time: TimeOption? = nil) throws {
        session = try GovernanceSession(options.store)
        before = try GovernanceView(session.desk, on: session.now.day).meeting(options.meeting)
        moment = try time?.moment(of: before)
    }

    /// Performs the acts, says `done`, and how the room stands.
    @discardableResult
    func perform(_ acts: [any GovernanceAct], _ done: String...) throws -> GovernanceBook {
        let book = try session.perform(acts)
        for line in done { Printing.line(line) }
        try say(book)
        return book
    }

    /// How the room stands afterwards.
    func say(_ book: GovernanceBook) throws {
        guard let meeting = book.meetings[before.id] else { return }
        for line in MeetingRoom(meeting, in: book).lines { Printing.line(line) }
    }
}

/// How a meeting stands at a moment, in a few lines for whoever types beside the chair.
struct MeetingRoom {
    let meeting: Meeting
    let book: GovernanceBook

    init(_ meeting: Meeting, in book: GovernanceBook) {
        self.meeting = meeting
        self.book = book
    }

    var lines: [String] {
        guard meeting.state == .open else { return [next] }
        let present = meeting.present
        return ["Present (\(present.count)): \(present.map(\.description).joined(separator: ", "))."] + quorum + unheard
            + [next]
    }

    /// That no clinician takes part in the item before the meeting, and how to find one.
    private var unheard: [String] {
        guard let item = meeting.itemBefore else { return [] }
        let lines = MeetingTables(meeting, in: book) { _ in nil }.unheard(item)
        return lines.isEmpty ? [] : lines + ["Who could be asked: remit meeting clinicians \(meeting.id) \(item)"]
    }

    /// How each committee stands for the item before the meeting, where it is to be decided; without one, nothing.
    private var quorum: [String] {
        guard let item = meeting.itemBefore, let proceeding = meeting.proceeding(item),
            meeting.agenda.first(where: { $0.id == item })?.purpose == .decide
        else { return [] }
        return found(item).map { found in
            let committee = found.committee
            guard found.isMet else {
                return "\(committee) is NOT quorate for “\(item)”: \(found.missing.joined(separator: "; ")) needed. "
                    + "Ways out: \(found.waysOut.joined(separator: "; "))."
            }
            return proceeding.state == .stopped
                ? "\(committee) would be quorate for “\(item)” now, with \(found.counted.count) counted."
                : "\(committee) is quorate for “\(item)”: \(found.counted.count) counted."
        }
    }

    /// Judged with those who are there now.
    private func found(_ item: Slug) -> [Proceeding.QuorumFinding] {
        (try? meeting.quorumNow(for: item, book: book, at: meeting.startsAt)) ?? []
    }

    private var next: String {
        let id = meeting.id
        switch meeting.state {
        case .planned: return "Next: remit meeting interests \(id), then remit meeting papers \(id)"
        case .papersOut: return "Next: remit meeting handle or open \(id) --present p001,p002 --chair p001"
        case .open: return open(id)
        case .closed:
            return meeting.approval == nil
                ? "Next: remit meeting minutes \(id); they are approved at a later meeting"
                : "Its minutes are approved."
        case .cancelled: return "The meeting is cancelled."
        }
    }

    private func open(_ id: Slug) -> String {
        if let motion = meeting.motions.last(where: { $0.openedAt != nil && $0.results.isEmpty }) {
            return "Next: remit meeting vote \(id) \(motion.id) --for … --against …, then remit meeting close-vote "
                + "\(id) \(motion.id)"
        }
        if let item = meeting.itemBefore {
            if meeting.proceeding(item)?.state == .stopped {
                if found(item).contains(where: \.isMet) {
                    return "Next: remit meeting take \(id) \(item), which takes it up again"
                }
                return "Next: remit meeting defer or refer \(id) \(item) --reason TEXT, or arrive \(id) PERSON"
            }
            if meeting.resolutions.contains(where: { $0.item == item }) {
                return "Next: remit meeting close-item \(id) \(item)"
            }
            return "Next: remit meeting move \(id) motion.yaml, or close-item \(id) \(item)"
        }
        if let waiting = meeting.proceedings.first(where: { $0.state == .waiting }) {
            return "Next: remit meeting take \(id) \(waiting.item)"
        }
        return "Next: remit meeting close \(id)"
    }
}
