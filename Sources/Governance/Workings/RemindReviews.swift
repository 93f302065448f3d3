public import Rulebook
public import Vocabulary

/// How often a body has its people confirm their entries.
public enum ReviewCycle: String, Hashable, Sendable, Codable, CaseIterable {
    /// As the national guidance has it.
    case yearly
    /// Decision-makers twice a year, everybody else yearly: a local variation.
    case decisionMakersTwiceYearly
}

/// Where somebody stands with the review of their entries.
public struct ReviewReminder: Hashable, Sendable {
    public let person: Slug
    public let isDecisionMaker: Bool
    /// The last day on which the person spoke to the whole of their entries; nil for a newcomer who has not.
    public let lastSpoke: Day?
    /// The last day on which the next review is in time.
    public let due: Day
    public let state: State

    public enum State: String, Hashable, Sendable, Codable, CaseIterable {
        case overdue, due, reviewed
    }
}

/// Finds whose entries are to be reviewed, by when.
///
/// A review, a nil declaration and a newcomer's first declaration count as having spoken to one's entries;
/// the next is due by the corresponding day a cycle later. A newcomer is to speak within the days for
/// declaring. `due` is what falls due within the notice that the Rulebook gives.
public struct RemindReviews: Sendable {
    public let rulebook: Rulebook
    public let cycle: ReviewCycle

    public init(rulebook: Rulebook, cycle: ReviewCycle = .yearly) {
        self.rulebook = rulebook
        self.cycle = cycle
    }

    /// Everybody who is there on the day; overdue first, then by day and person.
    ///
    /// - Throws: `Refusal` of kind `rule`, code `no-rule`, on a day before reviews were ruled.
    public func callAsFunction(in book: GovernanceBook, on day: Day) throws(Refusal) -> [ReviewReminder] {
        var reminders: [ReviewReminder] = []
        for person in book.people.values where person.isKnown(on: day) {
            reminders.append(try remind(person, on: day))
        }
        return reminders.sorted { ($0.due, $0.person) < ($1.due, $1.person) }
    }

    func remind(_ person: PersonFile, on day: Day) throws(Refusal) -> ReviewReminder {
        let isDecisionMaker = person.decisionMaking(on: day) != nil
        let isTwice = cycle == .decisionMakersTwiceYearly && isDecisionMaker
        let months = try rulebook.months(
            isTwice ? GovernanceRuleID.reviewEveryTwiceYearly : GovernanceRuleID.reviewEvery, on: day)
        let spoken = person.reviews.map(\.reviewedOn) + person.nilDeclarations.map(\.declaredOn)
        let first = person.declarations.map(\.declaredOn).min()
        let last = (spoken + [first].compactMap { $0 }).filter { $0 <= day }.max()
        let due =
            if let last {
                last.adding(months: months)
            } else {
                person.knownFrom.adding(days: try rulebook.days(GovernanceRuleID.declareWithin, on: day))
            }
        let notice = try rulebook.days(GovernanceRuleID.reviewNotice, on: day)
        return ReviewReminder(
            person: person.id, isDecisionMaker: isDecisionMaker, lastSpoke: last, due: due,
            state: due < day ? .overdue : due <= day.adding(days: notice) ? .due : .reviewed)
    }
}
