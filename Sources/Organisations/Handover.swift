public import Vocabulary

/// What became of an organisation on a day: to whom its work went, in which shares, as counted in other data.
///
/// A succession is no function: Frimley went to three boards. The shares are of what was counted (GP
/// practices, dental contracts), not of money or people; a page that uses them says so.
public struct Handover: Hashable, Sendable {
    public let predecessor: OrganisationCode
    /// The first day on which the successors hold.
    public let day: Day
    /// The largest first; never empty, each count above zero, each successor once.
    public let parts: [Part]
    /// The plural noun of what was counted: `GP practices`.
    public let counted: String

    public struct Part: Hashable, Sendable {
        public let successor: OrganisationCode
        public let count: Int
        public let share: Share
    }

    /// - Parameter counts: of what went from the predecessor to each successor.
    /// - Returns: nil when no count is above zero, or one is below it.
    public init?(predecessor: OrganisationCode, day: Day, counts: [OrganisationCode: Int], counted: String) {
        let counts = counts.filter { $0.value != 0 }
        let whole = counts.values.reduce(0, +)
        guard whole > 0, counts.values.allSatisfy({ $0 > 0 }) else { return nil }
        self.predecessor = predecessor
        self.day = day
        self.counted = counted
        self.parts =
            counts
            .sorted { $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value }
            .map { Part(successor: $0.key, count: $0.value, share: Share($0.value, of: whole)!) }
    }

    /// True where everything counted went to one successor.
    public var isWhole: Bool { parts.count == 1 }

    /// The pairs, as Vocabulary has them; all derived.
    public var successions: [Succession] {
        parts.map {
            Succession(predecessor: predecessor, successor: $0.successor, day: day, isDerived: true)
        }
    }
}
