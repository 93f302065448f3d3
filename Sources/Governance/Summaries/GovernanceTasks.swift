public import Rulebook
public import Vocabulary

/// What waits on a day for one person of the register, and for whoever keeps meetings and the register.
public struct GovernanceTasks: Hashable, Sendable {
    /// What goes on at this moment first, then what has a day by that day, then the rest.
    public let waiting: [Waiting]

    public enum Waiting: Hashable, Sendable {
        // Now.
        /// To vote on a motion that is before a meeting.
        case vote(meeting: Slug, motion: Slug)
        /// To come to a meeting that is open.
        case join(meeting: Slug)
        /// To record what happens at a meeting that is open.
        case keep(meeting: Slug)

        // By a day.
        /// A newcomer who has said nothing yet.
        case declare(due: Day)
        case confirm(due: Day)
        /// To do what a meeting gave the person to do.
        case act(meeting: Slug, action: Slug, due: Day)
        /// To say who decides a matter.
        case answer(question: Slug, due: Day)
        /// To read what comes with a meeting, and to be there.
        case read(meeting: Slug, due: Day)
        /// To be at a meeting whose papers have not gone out.
        case attend(meeting: Slug, due: Day)
        case sendPapers(meeting: Slug, due: Day)
        case open(meeting: Slug, due: Day)

        // When they can.
        /// To bring so many things before the next meeting of a committee.
        case takeUp(committee: Slug, count: Int)
        /// To agree how so many interests are handled.
        case agree(count: Int)
        /// To decide so many wishes that an entry be withheld.
        case decideWithholding(count: Int)
        case settleBreaches(count: Int)
        /// To see to so many people who have not confirmed their entries in time.
        case remind(count: Int)

        /// The last day on which it is of use; nil where none is set.
        public var due: Day? {
            switch self {
            case .declare(let due), .confirm(let due): due
            case .act(_, _, let due), .answer(_, let due), .read(_, let due), .attend(_, let due): due
            case .sendPapers(_, let due), .open(_, let due): due
            case .vote, .join, .keep, .takeUp, .agree, .decideWithholding, .settleBreaches, .remind: nil
            }
        }

        /// True for what goes on at this moment.
        public var isNow: Bool {
            switch self {
            case .vote, .join, .keep: true
            default: false
            }
        }
    }

    /// - Parameters:
    ///   - person: nil for somebody who is not on the register.
    ///   - keeping: the committees whose meetings they keep.
    ///   - ruling: the people on whose entries they rule.
    public init(
        of person: Slug?, keeping: Set<Slug> = [], ruling: Set<Slug> = [], in book: GovernanceBook,
        rulebook: Rulebook, on day: Day
    ) {
        var found: [Waiting] = []
        let before = GovernanceBefore(book: book, rulebook: rulebook)
        let meetings = book.meetings.values.sorted { ($0.startsAt, $0.id) < ($1.startsAt, $1.id) }
        if let person, let file = book.people[person], file.isKnown(on: day) {
            found += GovernanceTasks.entries(of: file, rulebook, on: day)
            for meeting in meetings { found += GovernanceTasks.taking(part: person, in: meeting, book, on: day) }
            found += book.questions.values.sorted { $0.id < $1.id }
                .filter { $0.owner == person && $0.isOpen(on: day) }
                .map { .answer(question: $0.id, due: $0.due) }
        }
        for meeting in meetings where !keeping.isDisjoint(with: meeting.committees) {
            found += GovernanceTasks.keeping(meeting, before, on: day)
        }
        let owed = Dictionary(grouping: ForwardPlan(book).owed(), by: \.committee)
        for committee in keeping.sorted() where book.committees[committee]?.dissolvedOn == nil {
            if let owed = owed[committee] { found.append(.takeUp(committee: committee, count: owed.count)) }
        }
        found += GovernanceTasks.ruling(ruling.sorted().compactMap { book.people[$0] }, before, on: day)
        let (now, rest) = (found.filter(\.isNow), found.filter { !$0.isNow })
        let byDay = rest.enumerated().filter { $0.element.due != nil }
            .sorted { ($0.element.due ?? day, $0.offset) < ($1.element.due ?? day, $1.offset) }.map(\.element)
        waiting = now + byDay + rest.filter { $0.due == nil }
    }

    private static func entries(of person: PersonFile, _ rulebook: Rulebook, on day: Day) -> [Waiting] {
        guard let reminder = try? RemindReviews(rulebook: rulebook).remind(person, on: day),
            reminder.state != .reviewed
        else { return [] }
        return [reminder.lastSpoke == nil ? .declare(due: reminder.due) : .confirm(due: reminder.due)]
    }

    private static func taking(
        part person: Slug, in meeting: Meeting, _ book: GovernanceBook, on day: Day
    ) -> [Waiting] {
        var found: [Waiting] = meeting.actions.filter { $0.owner == person && $0.doneOn == nil }
            .map { .act(meeting: meeting.id, action: $0.id, due: $0.due) }
        guard meeting.peopleConcerned(book).contains(person) else { return found }
        switch meeting.state {
        case .open:
            if !meeting.isPresent(person) {
                // Whoever left for good, or for an item, has come already.
                if !meeting.attended(person) { found.append(.join(meeting: meeting.id)) }
            } else {
                found += meeting.motions.filter { meeting.mayStillVote(person, on: $0, book) }
                    .map { .vote(meeting: meeting.id, motion: $0.id) }
            }
        case .papersOut where meeting.day >= day: found.append(.read(meeting: meeting.id, due: meeting.day))
        case .planned where meeting.day >= day: found.append(.attend(meeting: meeting.id, due: meeting.day))
        default: break
        }
        return found
    }

    private static func keeping(_ meeting: Meeting, _ before: GovernanceBefore, on day: Day) -> [Waiting] {
        switch meeting.state {
        case .open: return [.keep(meeting: meeting.id)]
        case .planned:
            guard meeting.day > day, let due = try? meeting.papersDue(before) else {
                return [.open(meeting: meeting.id, due: meeting.day)]
            }
            return [.sendPapers(meeting: meeting.id, due: due)]
        case .papersOut where meeting.day <= day: return [.open(meeting: meeting.id, due: meeting.day)]
        default: return []
        }
    }

    private static func ruling(_ people: [PersonFile], _ before: GovernanceBefore, on day: Day) -> [Waiting] {
        let standing = people.flatMap { person in
            person.interests(on: day).filter { $0.disposedOn == nil }
        }
        let wishes =
            people.flatMap { $0.declarations.compactMap(\.redaction) + $0.gifts.compactMap(\.redaction) }
            .count { $0.isGranted == nil }
        let breaches = people.flatMap(\.breaches).count { $0.settledOn == nil }
        let late = people.count { person in
            guard person.isKnown(on: day) else { return false }
            return (try? RemindReviews(rulebook: before.rulebook).remind(person, on: day).state) == .overdue
        }
        let counts: [(Int, (Int) -> Waiting)] = [
            (wishes, Waiting.decideWithholding), (breaches, Waiting.settleBreaches),
            (standing.count { $0.approval == nil }, Waiting.agree), (late, Waiting.remind),
        ]
        return counts.filter { $0.0 > 0 }.map { $0.1($0.0) }
    }
}

extension Meeting {
    /// True where the person is there and has a vote on an open motion, by show of hands, that was not given yet.
    func mayStillVote(_ person: Slug, on motion: Motion, _ book: GovernanceBook) -> Bool {
        guard motion.isOpen, motion.secretVotes.isEmpty else { return false }
        return committees.contains { committee in
            guard !motion.votes.contains(where: { $0.committee == committee && $0.vote.voter == person }) else {
                return false
            }
            let sitting = try? Sitting(
                of: committee, in: self, item: motion.item, within: .motion(motion.parts), book: book)
            return sitting?.votesInPerson(person) ?? false
        }
    }
}
