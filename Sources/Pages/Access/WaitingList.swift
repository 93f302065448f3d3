public import Access
public import Governance
public import Priorities
public import Rulebook
public import Vocabulary

/// What waits for the holder of an account on a day, in rounds, meetings and registers: for the home page and for
/// messages.
///
/// It holds only what the account's roles and seats let its holder do; that a thing may be done now the rounds and
/// meetings themselves tell.
public struct WaitingList: Sendable {
    /// What goes on now first, then by day, then the rest.
    public let items: [Waiting]

    /// - Parameters:
    ///   - rounds: every round, in the order in which they are told.
    ///   - book: the whole book of governance.
    public init(
        for account: Account, on day: Day, by rules: AccessRules, rounds: [Round], governance book: GovernanceBook,
        rulebook: Rulebook
    ) {
        let finding = WaitingFor(account: account, rules: rules, day: day)
        items = WaitingList.inOrder(finding.inRounds(rounds) + finding.inGovernance(book, rulebook))
    }

    /// What goes on now first, then by day, then the rest.
    public static func inOrder(_ all: [Waiting]) -> [Waiting] {
        let (now, rest) = (all.filter(\.kind.isNow), all.filter { !$0.kind.isNow })
        let dated = rest.enumerated().compactMap { place, one in one.due.map { (day: $0, place: place, one: one) } }
        return now + dated.sorted { ($0.day, $0.place) < ($1.day, $1.place) }.map(\.one)
            + rest.filter { $0.due == nil }
    }
}

/// Finds what waits for an account.
private struct WaitingFor {
    let account: Account
    let rules: AccessRules
    let day: Day

    private func reach(_ permission: Permission) -> AccessRules.Reach {
        rules.reach(of: account, permission, on: day)
    }

    // MARK: - Rounds

    func inRounds(_ rounds: [Round]) -> [Waiting] {
        rounds.flatMap { round -> [Waiting] in
            var found: [Waiting] = []
            if let member = account.member(in: round.id), round.member(member) != nil {
                found += MemberTasks(of: member, in: round).waiting.map { task in
                    let (kind, words, part) = WaitingFor.words(for: task)
                    return Waiting(kind, "\(words): \(round.title)", .roundWork(round.id, part))
                }
            }
            let runs = reach(.runRounds)
            let isRun = round.programme.commissioner.map { runs.covers($0) } ?? !runs.isNowhere
            if isRun, round.published.isEmpty {
                found.append(
                    Waiting(
                        .runRound, "Run the round: \(round.title)", .roundWork(round.id, .manage),
                        note: RoundProgress(round).words))
            }
            return found
        }
    }

    private static func words(for task: MemberTasks.Waiting) -> (Waiting.Kind, String, RoundWork) {
        switch task {
        case .rule: (.ruleInRound, "Rule on interests", .mine)
        case .weigh: (.weigh, "Give your weights", .weights)
        case .score: (.score, "Score the options", .scores)
        case .readAssessments: (.readAssessments, "Read what the law asks for", .papers)
        case .vote: (.castBallot, "Vote", .vote)
        }
    }

    // MARK: - Governance

    func inGovernance(_ book: GovernanceBook, _ rulebook: Rulebook) -> [Waiting] {
        let (keeps, rules) = (reach(.keepMeetings), reach(.ruleOnInterests))
        let keeping = Set(book.committees.values.filter { keeps.covers($0.body) }.map(\.id))
        let ruling = rules.isNowhere ? [] : Set(book.people.keys.filter { covers($0, rules, in: book) })
        let tasks = GovernanceTasks(
            of: account.person, keeping: keeping, ruling: ruling, in: book, rulebook: rulebook, on: day)
        let sees = reach(.readMeetings)
        let words = GovernanceWords(book: book) { meeting in
            meeting.committees.contains { sees.covers(book.committees[$0]?.body) }
        }
        return tasks.waiting.filter { isFor($0) }.map { words.waiting($0) }
    }

    /// Of somebody with a seat, whoever rules at the body of the committee; of anybody else, whoever rules at all.
    private func covers(_ person: Slug, _ reach: AccessRules.Reach, in book: GovernanceBook) -> Bool {
        let bodies = book.committees.values.filter { $0.memberships.contains { $0.person == person } }.map(\.body)
        return bodies.isEmpty || bodies.contains { reach.covers($0) }
    }

    private func isFor(_ task: GovernanceTasks.Waiting) -> Bool {
        switch task {
        case .declare, .confirm: !reach(.declareOwnInterests).isNowhere
        case .vote: !reach(.takePartInMeetings).isNowhere
        default: true
        }
    }
}

/// What waits in governance, in words and with where it is done.
private struct GovernanceWords {
    let book: GovernanceBook
    /// True where the page on which a meeting is kept is open to the person.
    let sees: (Meeting) -> Bool

    func waiting(_ task: GovernanceTasks.Waiting) -> Waiting {
        switch task {
        case .vote(let meeting, let motion):
            return Waiting(
                .vote, "Vote now: \(title(meeting))", live(meeting), note: book.meetings[meeting]?.motion(motion)?.text)
        case .join(let meeting):
            return Waiting(.joinMeeting, "Join the meeting, which is open: \(title(meeting))", live(meeting))
        case .keep(let meeting):
            return Waiting(.keepMeeting, "Record the meeting, which is open: \(title(meeting))", live(meeting))
        case .declare(let due):
            return Waiting(
                .declare, "Declare your interests, or that you have none", .register(.mine), due: due)
        case .confirm(let due):
            return Waiting(.confirm, "Confirm your declared interests", .register(.confirm), due: due)
        case .act(let meeting, let action, let due):
            return Waiting(
                .action, "Do what the meeting asked of you (\(action)): \(title(meeting))", live(meeting), due: due,
                note: book.meetings[meeting]?.actions.first { $0.id == action }?.text)
        case .answer(let question, let due):
            return Waiting(
                .reply,
                "Find out who decides: \(book.questions[question]?.matter.description.replacing("-", with: " ") ?? question.description)",
                .answerRights(question), due: due, note: book.questions[question]?.question)
        case .read(let meeting, let due):
            return Waiting(.readPapers, "Read the papers and attend: \(title(meeting))", live(meeting), due: due)
        case .attend(let meeting, let due):
            return Waiting(.attend, "Attend: \(title(meeting))", live(meeting), due: due)
        case .sendPapers(let meeting, let due):
            return Waiting(.sendPapers, "Send the papers out: \(title(meeting))", live(meeting), due: due)
        case .open(let meeting, let due):
            return Waiting(.openMeeting, "Open the meeting: \(title(meeting))", live(meeting), due: due)
        case .takeUp(let committee, let count):
            let coming = book.meetings.values.filter {
                $0.committees.contains(committee) && [.planned, .papersOut].contains($0.state)
            }.min { $0.startsAt < $1.startsAt }
            let things = count == 1 ? "one thing" : "\(count) things"
            return Waiting(
                .planMeeting,
                "Bring \(things) to the next meeting: \(book.committees[committee]?.title ?? committee.description)",
                coming.map { live($0.id) } ?? .planMeeting)
        case .agree(let count):
            return Waiting(
                .agreeHandling,
                "Agree how \(count == 1 ? "an interest is" : "\(count) interests are") handled", .register(.keeping))
        case .decideWithholding(let count):
            return Waiting(
                .decideWithholding,
                "Decide whether \(count == 1 ? "an entry is" : "\(count) entries are") withheld",
                .register(.keeping))
        case .settleBreaches(let count):
            return Waiting(
                .settleBreach, "Settle \(count == 1 ? "a breach" : "\(count) breaches")", .register(.keeping))
        case .remind(let count):
            return Waiting(
                .remind,
                "\(count == 1 ? "One person has" : "\(count) people have") not confirmed their interests in time",
                .register(.keeping))
        }
    }

    /// `12 May 2026, Primary care committee`.
    private func title(_ id: Slug) -> String {
        guard let meeting = book.meetings[id] else { return id.description }
        let committees = meeting.committees.map { book.committees[$0]?.title ?? $0.description }
        return "\(committees.joined(separator: " and ")), \(meeting.day.inWords)"
    }

    private func live(_ id: Slug) -> Route {
        guard let meeting = book.meetings[id], sees(meeting) else { return .meeting(id) }
        return .meetingWork(MeetingDeed(id, .live))
    }
}
