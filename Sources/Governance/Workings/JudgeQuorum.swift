public import Vocabulary

/// Whether those who take part in an item make its quorum, who fills which place, and who is missing.
///
/// Every combination of the rule's alternatives is looked at (at most `QuorumRule.check` allows), and in each of them
/// the places are filled by a largest matching of people to places: at most places × people × places steps. The answer
/// does not depend on the order of the seats.
public enum JudgeQuorum {
    /// In JSON and YAML: `{rule: {all: […]}, seats: [{person: p014, roles: [lay], isPresent: true}, …]}`.
    public struct Question: Hashable, Sendable, Codable {
        public var rule: QuorumRule
        /// Every seat of the committee on the day, the empty ones too: parts are parts of all of them.
        public var seats: [Seat]

        public init(rule: QuorumRule, seats: [Seat]) {
            self.rule = rule
            self.seats = seats
        }
    }

    /// How the rule comes out; of an unmet rule with alternatives, by the one to which least is missing.
    public struct Answer: Hashable, Sendable, Codable {
        public var isMet: Bool
        /// Each thing that the rule asks for, in its order.
        public var places: [Place]
        /// Those who count, by short name in order.
        public var counted: [Slug]

        /// What is missing, in words: `one more lay member`.
        public var missing: [String] { places.compactMap(\.missing) }

        /// The answer with `missing` in words and the sentence `inWords`.
        public var json: JSONValue {
            [
                "isMet": .flag(isMet), "places": .list(places.map { JSONValue(encoding: $0) }),
                "counted": .list(counted.map { .text($0.description) }),
                "missing": .list(missing.map { .text($0) }), "inWords": .text(inWords),
            ]
        }

        /// `quorate`, or `not quorate: one more lay member and two more members are needed`.
        public var inWords: String {
            guard !isMet else { return "quorate" }
            return "not quorate: \(QuorumWords.listed(missing)) \(places.isOneMissing ? "is" : "are") needed"
        }
    }

    /// One thing that the rule asks for, and who meets it.
    public struct Place: Hashable, Sendable, Codable {
        /// `at least 2 GPs`.
        public var wanted: String
        public var number: Int
        /// Who fills the places, or is counted, by short name in order.
        public var people: [Slug]
        /// `one more GP`; nil where nothing is missing.
        public var missing: String?

        /// How many are missing.
        public var short: Int { max(0, number - people.count) }
    }

    /// - Throws: what `QuorumRule.check` refuses.
    public static func judge(_ question: Question) throws(Refusal) -> Answer {
        try question.rule.check()
        let taking = QuorumPerson.people(of: question.seats.takingPart)
        let base = QuorumBase(seats: question.seats)
        var places: [Place] = []
        var nearest: (people: Int, places: Int)?
        for demands in question.rule.alternatives {
            let found = JudgeQuorum.places(demands, among: taking, of: base)
            // People who must come at least: one fills one place, and stands in every other count.
            let short = zip(demands, found).reduce(into: 0) { $0 += $1.0.isPlace ? $1.1.short : 0 }
            let distance = (
                people: max(short, found.map(\.short).max() ?? 0), places: found.reduce(0) { $0 + $1.short }
            )
            // The first of the nearest; nothing is nearer than met.
            if let nearest, nearest <= distance { continue }
            (nearest, places) = (distance, found)
        }
        return Answer(
            isMet: places.allSatisfy { $0.short == 0 }, places: places, counted: taking.map(\.id))
    }

    private static func places(_ demands: [QuorumDemand], among people: [QuorumPerson], of base: QuorumBase) -> [Place]
    {
        let filled = QuorumMatching.fill(demands.filter(\.isPlace), by: people)
        var next = filled.makeIterator()
        return demands.map { demand in
            let number = demand.number(of: base)
            let whom = demand.isPlace ? (next.next() ?? []) : people.filter { demand.whom.covers($0) }.map(\.id)
            let short = max(0, number - whom.count)
            return Place(
                wanted: demand.inWords, number: number, people: whom,
                missing: short == 0 ? nil : QuorumWords.more(short, demand.whom))
        }
    }
}

extension [JudgeQuorum.Place] {
    fileprivate var isOneMissing: Bool { filter { $0.short > 0 }.map(\.short) == [1] }
}
