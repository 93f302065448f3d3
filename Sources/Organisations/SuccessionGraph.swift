public import Vocabulary

/// Who came after whom, over all days: a code may have several successors, and come back.
public struct SuccessionGraph: Sendable {
    private let after: [OrganisationCode: [Succession]]
    private let before: [OrganisationCode: [Succession]]

    /// - Parameter pairs: one that is given twice counts once; one that was published goes before one that was derived.
    public init(_ pairs: some Sequence<Succession>) {
        var distinct: [Key: Succession] = [:]
        for pair in pairs {
            let key = Key(predecessor: pair.predecessor, successor: pair.successor, day: pair.day)
            if distinct[key].map({ $0.isDerived && !pair.isDerived }) ?? true { distinct[key] = pair }
        }
        func order(_ pairs: [Succession]) -> [Succession] {
            pairs.sorted {
                ($0.day, $0.predecessor, $0.successor) < ($1.day, $1.predecessor, $1.successor)
            }
        }
        after = Dictionary(grouping: distinct.values, by: \.predecessor).mapValues(order)
        before = Dictionary(grouping: distinct.values, by: \.successor).mapValues(order)
    }

    private struct Key: Hashable {
        let predecessor: OrganisationCode
        let successor: OrganisationCode
        let day: Day
    }

    public var count: Int { after.values.reduce(0) { $0 + $1.count } }

    /// Every code that stands in a pair, in order.
    public var codes: [OrganisationCode] { Set(after.keys).union(before.keys).sorted() }

    /// Codes with more than one successor, over all days, in order.
    public var split: [OrganisationCode] {
        after.filter { Set($0.value.map(\.successor)).count > 1 }.keys.sorted()
    }

    /// What came after the code, in order of days; a pair with itself says that a part of it stayed.
    public func successions(from code: OrganisationCode) -> [Succession] { after[code] ?? [] }

    /// What the code came after, in order of days.
    public func successions(to code: OrganisationCode) -> [Succession] {
        (before[code] ?? []).filter { $0.predecessor != code }
    }
}
