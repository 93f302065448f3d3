import Access
import Governance
import Markup
import Pages
import Rulebook
import Store
import Vocabulary

/// What is recorded of a meeting by a form on a page of its own; each form is sent to the page that it stands on.
enum MeetingFormAnswer {
    static func asking(
        _ kind: MeetingDeed.Kind, _ permission: Permission
    ) -> @Sendable (Question, Sent?) throws -> GovernanceAsking {
        { question, sent in try asking(kind, MeetingWork(question, permission), question, sent) }
    }

    static func made<Asked: AskedForm>(
        _ heading: String, _ form: Asked, _ kind: MeetingDeed.Kind, _ work: MeetingWork, _ sent: Sent?,
        button: Form.Button, notice: String, before: [Html] = [], free: Slug? = nil,
        _ acts: @escaping (Asked.Answer, GovernanceTexts) throws -> [any GovernanceAct]
    ) throws -> GovernanceAsking where Asked.Answer: GovernanceAct {
        let asked = GovernanceForm(
            work: work.work, heading: heading, trail: [("Meetings", .meetings), ("The meeting", .meeting(work.id))],
            form: form, deed: MeetingDeed(work.id, kind).destination, button: button,
            done: MeetingDeed(work.id, .live).path, notice: notice, before: before, after: [back(work)],
            record: RecordName(.meeting, work.id), free: free, told: GovernanceForm<Asked>.sameAct
        ) { answer, _, texts in try acts(answer, texts) }
        return try GovernanceAsking(asked)
    }

    private static func back(_ work: MeetingWork) -> Html {
        .paragraph(.link("Back to the live page", to: MeetingDeed(work.id, .live).destination))
    }

    /// Of a form whose answer is no act: a reason alone.
    private static func reason(
        _ heading: String, asking question: String, _ kind: MeetingDeed.Kind, _ work: MeetingWork, _ sent: Sent?,
        button: Form.Button, notice: String, before: [Html] = [], _ act: @escaping (String) -> any GovernanceAct
    ) -> GovernanceAsking {
        let form = ReasonForm(sent?.filled ?? SentValues(), question: question)
        func page(_ form: ReasonForm) -> any Page {
            FormPage(
                heading, trail: [("Meetings", .meetings), ("The meeting", .meeting(work.id))], form: form,
                to: MeetingDeed(work.id, kind).destination, token: work.work.question.token, button: button,
                before: before,
                after: [back(work)])
        }
        return GovernanceAsking(page: page(form)) { _ in
            try work.work.take(form, page: page, done: MeetingDeed(work.id, .live).path, notice: notice) {
                answer, _, _ in [act(answer)]
            }
        }
    }

    private static func made<Asked: AskedForm>(
        _ heading: String, _ form: Asked, _ kind: MeetingDeed.Kind, _ work: MeetingWork, _ sent: Sent?, button: String,
        notice: String, before: [Html] = [], free: Slug? = nil
    ) throws -> GovernanceAsking where Asked.Answer: GovernanceAct {
        try made(
            heading, form, kind, work, sent, button: .init(button), notice: notice, before: before, free: free
        ) { act, _ in [act] }
    }

    /// What a form is about: from the form where it was sent, else from the address.
    private static func about(_ name: String, _ question: Question, _ sent: Sent?) throws -> Slug {
        guard let found = Slug(sent?.body.text(name) ?? question.asked.query[name] ?? "") else {
            throw Refusal(.usage, code: "not-found", "What the page is about")
        }
        return found
    }

    private static func asking(
        _ kind: MeetingDeed.Kind, _ work: MeetingWork, _ question: Question, _ sent: Sent?
    ) throws -> GovernanceAsking {
        let live = try work.live()
        let filled = sent?.filled ?? SentValues()
        let id = work.id
        switch kind {
        case .move, .votes, .closeVote, .putOff, .refer, .coOpt, .approveMinutes, .withdrawItem, .handling,
            .secretVotes, .consensus, .askClinician, .seen:
            return try onItem(kind, work, live, filled, question, sent)
        case .open:
            return try made(
                "Open the meeting",
                OpenMeetingForm(filled, meeting: id, people: live.people, committees: committees(work)), kind, work,
                sent,
                button: "Open it", notice: "The meeting is open.")
        case .chair:
            return try made(
                "Hand the chair over",
                ChairForm(filled, meeting: id, committees: committees(work), people: live.present, items: items(work)),
                kind, work, sent, button: "Hand it over", notice: "The chair is handed over.")
        case .declare, .tell:
            let members: [Choice]
            if kind == .declare { members = live.people } else { members = live.choices([try work.work.own().id]) }
            let free = live.free("told-", besides: work.meeting.interests.map(\.id))
            let form = TellInterestForm(
                filled, meeting: id, entry: sent?.entry(else: free) ?? free, members: members, items: items(work))
            return try made(
                "Declare an interest in an item", form, kind, work, sent, button: .init("Declare it"),
                notice: "The interest is recorded; the chair decides how it is handled.", free: free
            ) { act, _ in
                guard members.contains(where: { $0.value == act.interest.member.description }) else {
                    throw Refusal(.permission, code: "not-yours", "You declare interests of your own only.")
                }
                return [act]
            }
        case .action:
            let free = live.free("a", besides: work.meeting.actions.map(\.id))
            return try made(
                "Add an action",
                ActionForm(
                    filled, meeting: id, entry: sent?.entry(else: free) ?? free, people: work.work.people(),
                    items: items(work)), kind, work, sent, button: "Add it", notice: "The action is written down.",
                free: free)
        case .done:
            let action = try about("action", question, sent)
            let text = work.meeting.actions.first { $0.id == action }?.text ?? ""
            return try made(
                "An action is done", DoneForm(filled, meeting: id, action: action), kind, work, sent,
                button: "Record it",
                notice: "The action is done.", before: [.paragraph(.name(text), class: "lede")])
        case .correct:
            return try made(
                "Correct the draft minutes",
                CorrectMinutesForm(
                    filled, meeting: id, people: live.choices(work.meeting.presences.map(\.person).eachOnce)), kind,
                work, sent,
                button: "Record the correction", notice: "The correction stands in the draft.")
        case .sendPapers:
            return try made(
                "The papers went out", SendPapersForm(filled, meeting: id), kind, work, sent, button: "Record it",
                notice: "The papers are out.")
        case .cancel:
            return reason(
                "Cancel the meeting", asking: "Why is it cancelled?", kind, work, sent,
                button: .init("Cancel the meeting", .warning), notice: "The meeting is cancelled."
            ) { CancelMeeting(meeting: id, reason: $0) }
        case .proxy:
            return try made(
                "Record a proxy",
                ProxyForm(filled, meeting: id, members: live.choices(voting(work)), items: items(work)), kind, work,
                sent,
                button: "Record it", notice: "The proxy is recorded.")
        case .addItem: return try addingItem(work, live, filled, sent)
        case .amendItem: return try amendingItem(work, try about("item", question, sent), sent)
        case .orderAgenda: return try ordering(work, filled, sent)
        case .live, .pack, .arrive, .leave, .handle, .take, .vote, .closeItem, .closeMeeting:
            throw Refusal(.usage, code: "not-found", "")
        }
    }

    private static func onItem(
        _ kind: MeetingDeed.Kind, _ work: MeetingWork, _ live: LiveMeeting, _ filled: SentValues,
        _ question: Question, _ sent: Sent?
    ) throws -> GovernanceAsking {
        let id = work.id
        if kind == .votes || kind == .closeVote || kind == .secretVotes {
            return try onMotion(kind, work, live, filled, question, sent)
        }
        let item = try about("item", question, sent)
        guard let asked = work.meeting.item(item) else {
            throw Refusal(.usage, code: "not-found", "An item “\(item)” of the meeting")
        }
        let title = [Html.paragraph(.name(asked.title), class: "lede")]
        switch kind {
        case .move:
            let free = live.free("m", besides: work.meeting.motions.map(\.id))
            let reading = question.round(of: asked)
            let parts = asked.parts.map { Choice($0.description, reading?.title(of: $0) ?? $0.description) }
            let draft = reading.flatMap { MotionDraft($0) }
            let wanted = question.asked.query["as"].flatMap { MotionDraft.Kind(rawValue: $0) }
            let drafted = sent == nil ? wanted.flatMap { draft?.filled($0) } : nil
            return try made(
                "Put a motion",
                MotionForm(
                    drafted ?? filled, meeting: id, item: item, entry: sent?.entry(else: free) ?? free,
                    people: live.present, partsOfItem: parts), kind, work, sent, button: "Put it to the vote",
                notice: "The vote is open.",
                before: title
                    + (draft.map { [$0.links(to: MeetingDeed(id, .move, ["item": item]).destination)] } ?? []),
                free: free)
        case .consensus:
            let free = live.free("m", besides: work.meeting.motions.map(\.id))
            return try made(
                "Decide without a vote",
                ConsensusForm(
                    filled, meeting: id, item: item, entry: sent?.entry(else: free) ?? free,
                    partsOfItem: asked.parts.map { Choice($0.description, $0.description) }), kind, work, sent,
                button: "Record that all agreed", notice: "It is decided by consensus.",
                before: title + [
                    .paragraph(
                        "Only where everybody here who may vote agrees. It is reported to the next meeting by name.")
                ], free: free)
        case .askClinician:
            let (proposed, others) = try live.clinicians(for: item)
            let askers = (live.people + work.work.people()).eachOnce
            let known = work.meeting.asked(for: item).map(\.person)
            let waiting = live.choices(known.filter { one in !proposed.contains { $0.value == one.description } })
            return try made(
                "Record that a clinician was asked",
                AskClinicianForm(
                    filled, meeting: id, item: item, clinicians: proposed + waiting, askers: askers), kind, work, sent,
                button: "Record it", notice: "It is recorded whom was asked.",
                before: title + live.unheard(item).map { .paragraph(.name($0)) }
                    + (others.isEmpty
                        ? []
                        : [.paragraph("Not to be asked:"), .list(others.map { .name($0) })])
                    + (proposed.isEmpty && waiting.isEmpty
                        ? [.paragraph("No other clinician without an interest stands in the register.", class: "empty")]
                        : []))
        case .seen:
            let gates = asked.gates.map { Choice($0.kind.rawValue, "\($0.title), dated \($0.dated.inWords)") }
            return try made(
                "Record who has seen a document",
                GateSeenForm(filled, meeting: id, item: item, gates: gates, people: live.people), kind, work, sent,
                button: "Record it", notice: "It is recorded who has seen it.", before: title)
        case .putOff:
            let later = work.work.book.meetings.values.filter {
                $0.startsAt > work.meeting.startsAt && [.planned, .papersOut].contains($0.state)
            }.sorted { $0.startsAt < $1.startsAt }.map { Choice($0.id.description, "\($0.day.inWords), \($0.place)") }
            return try made(
                "Put an item off", PutOffForm(filled, meeting: id, item: item, later: later), kind, work, sent,
                button: "Put it off", notice: "The item is put off.", before: title)
        case .refer:
            return try made(
                "Refer an item", ReferForm(filled, meeting: id, item: item), kind, work, sent, button: "Refer it",
                notice: "The item is referred.", before: title)
        case .coOpt:
            let roles = work.meeting.committees.flatMap { work.work.book.committees[$0]?.memberships ?? [] }
                .flatMap(\.roles).eachOnce.sorted().map {
                    Choice($0.description, $0.description.replacing("-", with: " "))
                }
            return try made(
                "Ask somebody to join for an item",
                CoOptForm(
                    filled, meeting: id, item: item, committees: committees(work), people: live.present,
                    known: work.work.people(), roles: roles), kind, work, sent, button: "Record it",
                notice: "They joined for the item; take it up again.", before: title)
        case .approveMinutes:
            return try made(
                "Approve the minutes", ApproveMinutesForm(filled, meeting: id, item: item, people: live.present), kind,
                work, sent, button: "Approve them", notice: "The minutes are approved.", before: title)
        case .withdrawItem:
            return reason(
                "Withdraw an item", asking: "Why is it withdrawn?", kind, work, sent,
                button: .init("Withdraw it", .warning, sending: .init("item", item.description)),
                notice: "The item is withdrawn.", before: title
            ) { WithdrawItem(meeting: id, item: item, reason: $0) }
        default:
            let member = try about("member", question, sent)
            let options = try ProposeHandling.options(on: work.meeting.day, rulebook: live.rulebook)
            let chairs = live.people.filter { $0.value != member.description }
            return try made(
                "Decide about an interest",
                HandlingForm(filled, meeting: id, item: item, member: member, chairs: chairs, options: options), kind,
                work, sent, button: "Record the decision", notice: "It is decided how the interest is handled.",
                before: [.paragraph(.name("\(live.name(member)): \(asked.title)"), class: "lede")])
        }
    }

    private static func onMotion(
        _ kind: MeetingDeed.Kind, _ work: MeetingWork, _ live: LiveMeeting, _ filled: SentValues,
        _ question: Question, _ sent: Sent?
    ) throws -> GovernanceAsking {
        let name = try about("motion", question, sent)
        guard let motion = work.meeting.motion(name) else {
            throw Refusal(.usage, code: "not-found", "A motion “\(name)” of the meeting")
        }
        let title = [Html.paragraph(.name(motion.text), class: "lede")]
        if kind == .secretVotes {
            return try made(
                "Enter the counts of a secret vote",
                SecretVotesForm(
                    filled, meeting: work.id, motion: name, committees: committees(work),
                    voters: live.choices(work.meeting.mayStillVote(on: motion, book: work.work.book))), kind, work,
                sent,
                button: "Record the counts", notice: "The counts are recorded; close the vote.",
                before: title + [
                    .paragraph(
                        """
                        Hand each voter a paper with “for”, “against” and “abstain”. Collect them folded, count them before \
                        two members, and enter the counts here. Remit keeps the counts and who put a paper in; nobody \
                        can see who voted how, so look the counts through before you record them.
                        """)
                ])
        }
        if kind == .votes {
            let voters = work.meeting.mayStillVote(on: motion, book: work.work.book)
            return try made(
                "Enter votes", VotesForm(filled, meeting: work.id, motion: name, voters: live.choices(voters)), kind,
                work, sent,
                button: "Record the votes", notice: "The votes are recorded.", before: title)
        }
        let castings = work.meeting.committees.compactMap { committee -> CloseVoteForm.Casting? in
            guard let terms = work.work.book.committees[committee]?.terms(on: work.meeting.day), terms.hasCastingVote,
                let chair = work.meeting.chair(of: committee, item: motion.item)
            else { return nil }
            return .init(
                committee: committee, title: work.work.book.committees[committee]?.title ?? committee.description,
                chair: chair)
        }
        return try made(
            "Close the vote", CloseVoteForm(filled, meeting: work.id, motion: name, castings: castings), kind, work,
            sent,
            button: "Close the vote and count", notice: "The vote is closed.", before: title)
    }

    /// Members with a vote.
    private static func voting(_ work: MeetingWork) -> [Slug] {
        work.meeting.committees.flatMap { work.work.book.committees[$0]?.members(on: work.meeting.day) ?? [] }
            .filter(\.isVoting).map(\.person).eachOnce
    }

    private static func committees(_ work: MeetingWork) -> [Choice] {
        work.meeting.committees.map {
            Choice($0.description, work.work.book.committees[$0]?.title ?? $0.description)
        }
    }

    private static func items(_ work: MeetingWork) -> [Choice] {
        work.meeting.agenda.map { Choice($0.id.description, $0.title) }
    }
}
