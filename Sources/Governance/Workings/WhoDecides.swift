public import Vocabulary

/// Finds who decides a matter on a day, and whom to approach: one search over matters, titles, other words, instruments,
/// posts, committees and bodies.
public enum WhoDecides {
    /// What is asked. In JSON `{"text": "dental contract closures", "day": "2026-09-01", "amount": "£250,000"}`.
    public struct Question: Hashable, Sendable, Codable {
        /// A few words; blank for every right in force.
        public var text: String
        public var day: Day
        /// What one decision would commit.
        public var amount: Money?
        /// Only rights of this body, or of one whose place it took.
        public var organisation: OrganisationCode?
        public var level: DecisionRight.Level?

        public init(
            text: String, day: Day, amount: Money? = nil, organisation: OrganisationCode? = nil,
            level: DecisionRight.Level? = nil
        ) {
            self.text = text
            self.day = day
            self.amount = amount
            self.organisation = organisation
            self.level = level
        }

        enum CodingKeys: String, CodingKey {
            case text, day
            case amount = "amountPence"
            case organisation, level
        }
    }

    /// A right that the words find, with what is needed to go there.
    public struct Found: Hashable, Sendable, Codable {
        /// As it stood on the day.
        public var right: DecisionRight
        /// The words of the question that it has.
        public var words: [String]
        /// Nil where no amount was asked about.
        public var coversAmount: Bool?
        /// The bodies that hold it now, where others took the place of those recorded.
        public var holdersNow: [OrganisationCode]
        public var committeesNow: [Slug]
        public var chain: TraceDelegation.Chain
        /// The questions about it that have no answer on the day.
        public var questions: [RightsQuestion]

        /// True where the holder is heard only.
        public var isHeardOnly: Bool { right.extent == .greaterInvolvement }
    }

    /// What is found, the likeliest first.
    public struct Answer: Hashable, Sendable, Codable {
        public var question: Question
        public var found: [Found]
        /// Open questions about matters that the words find and for which no right stands.
        public var openQuestions: [RightsQuestion]
    }

    /// Rights that have more of the words come first; then those that cover the amount, those that decide, those that
    /// have the words in better places, the smallest limit that will do, and the right nearest to the ground.
    ///
    /// - Parameter successor: bodies that handed over by the question's day.
    public static func answer(
        _ question: Question, in book: GovernanceBook, successor: FollowSuccession.Successor
    ) -> Answer {
        let sought = SoughtWords(question.text)
        var found: [(found: Found, score: Int)] = []
        for id in book.rights.keys.sorted() {
            guard let right = book.rights[id]?.asOf(question.day),
                question.level.map({ $0 == right.level }) ?? true,
                question.organisation.map({ isHeld(right, by: $0, successor) }) ?? true,
                let chain = TraceDelegation.chain(
                    of: id, among: book.rights, on: question.day, successor: successor)
            else { continue }
            let now = Set(right.holders.flatMap { FollowSuccession.now($0, by: successor) }).sorted()
            let committees = right.committee.map {
                FollowCommittees.successors(of: $0, on: question.day, in: book)
            }
            let met = sought.met(in: fields(of: right, committees: committees ?? [], holders: now, book))
            guard sought.isEmpty || !met.isEmpty else { continue }
            let questions = book.questions.values.filter { $0.right == id && $0.isOpen(on: question.day) }
            found.append(
                (
                    Found(
                        right: right, words: sought.words.filter { met[$0] != nil },
                        coversAmount: question.amount.map { covers($0, chain) }, holdersNow: now,
                        committeesNow: committees ?? [], chain: chain, questions: questions.sorted { $0.id < $1.id }),
                    met.values.reduce(0, +)
                ))
        }
        found.sort { rank($0).lexicographicallyPrecedes(rank($1)) }
        let matters = Set(found.map(\.found.right.matter))
        let open = book.questions.values.filter { asked in
            asked.isOpen(on: question.day) && !matters.contains(asked.matter) && question.organisation == nil
                && (sought.isEmpty || !sought.met(in: [(asked.matter.description, 1), (asked.question, 1)]).isEmpty)
        }
        return Answer(question: question, found: found.map(\.found), openQuestions: open.sorted { $0.id < $1.id })
    }

    private static func isHeld(
        _ right: DecisionRight, by organisation: OrganisationCode, _ successor: FollowSuccession.Successor
    ) -> Bool {
        right.holders.contains { FollowSuccession.isSame($0, organisation, by: successor) }
    }

    /// Every limit on the way up binds.
    private static func covers(_ amount: Money, _ chain: TraceDelegation.Chain) -> Bool {
        chain.upTo.map { amount <= $0 } ?? true
    }

    private static func fields(
        of right: DecisionRight, committees: [Slug], holders: [OrganisationCode], _ book: GovernanceBook
    ) -> [(text: String, weight: Int)] {
        var fields = [(text: right.matter.description, weight: 4), (text: right.title, weight: 3)]
        fields += right.alsoKnownAs.map { ($0, 3) }
        fields += committees.map { (book.committees[$0]?.title ?? $0.description, 2) }
        fields += Set(right.holders + holders).sorted().map { ($0.description, 2) }
        if let instrument = right.instrument { fields.append((instrument.name, 2)) }
        if let approach = right.approach { fields.append((approach, 1)) }
        fields.append((right.level.rawValue, 1))
        return fields
    }

    private static func rank(_ entry: (found: Found, score: Int)) -> [Int] {
        let found = entry.found
        // Within a chain that covers the amount, the smallest limit is that of whoever is nearest to the ground.
        let limit = found.coversAmount == true ? found.chain.upTo?.pence ?? Int.max : 0
        return [
            -found.words.count, found.coversAmount == false ? 1 : 0, found.isHeardOnly ? 1 : 0, -entry.score, limit,
            -found.chain.rights.count,
        ]
    }
}
