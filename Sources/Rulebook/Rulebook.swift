public import Vocabulary

/// Dated, cited rules: an old decision is judged by the rules of its own day.
///
/// Gaps are allowed: in 2020/21 there was no year-end threshold. To ask in a gap is a refusal, never a guess.
///
/// ```swift
/// let threshold = try Rulebook.shipped.share("dental.yearEnd.threshold", on: year.lastDay)
/// ```
public struct Rulebook: Sendable {
    /// In the order of the file.
    public let rules: [Rule]
    private let places: [String: [Int]]

    /// - Throws: `Refusal` of kind `input`, code `bad-rulebook`, naming every rule that stands twice,
    ///   overlaps another of its name, or changes its unit between periods.
    public init(rules: [Rule]) throws(Refusal) {
        let places = Dictionary(grouping: rules.indices) { rules[$0].id }
        var faults: [String] = []
        for indices in places.values.sorted(by: { $0[0] < $1[0] }) {
            let dated = indices.map { rules[$0] }.sorted { $0.period.start < $1.period.start }
            for (earlier, later) in zip(dated, dated.dropFirst()) {
                if earlier.period == later.period {
                    faults.append("\(later.id) stands twice from \(later.period.start)")
                } else if earlier.period.overlaps(later.period) {
                    faults.append("\(later.id) from \(later.period.start) overlaps the one before it")
                }
                if earlier.value.unit != later.value.unit {
                    faults.append("\(later.id) changes its unit on \(later.period.start)")
                }
            }
        }
        guard faults.isEmpty else {
            throw Refusal(
                .input, code: "bad-rulebook",
                "The rules contradict one another: \(faults.joined(separator: "; ")).",
                remedy: "One id has one unit, and at most one value on any day.")
        }
        self.rules = rules
        self.places = places
    }

    /// The rule of that name in force on the day.
    ///
    /// - Throws: `Refusal` of kind `rule`: `no-rule` where none is in force, or there is no such rule at all.
    public func rule(_ id: String, on day: Day) throws(Refusal) -> Rule {
        let candidates = places[id] ?? []
        if let place = candidates.first(where: { rules[$0].period.contains(day) }) { return rules[place] }
        throw Refusal(
            .rule, code: "no-rule",
            candidates.isEmpty
                ? "The rulebook has no rule \(id)." : "No rule \(id) was in force on \(day.inWords).",
            remedy: "See `remit rules list` for the rules and their days.")
    }

    /// Every rule in force on the day, by id.
    public func all(on day: Day) -> [Rule] {
        rules.filter { $0.period.contains(day) }.sorted { $0.id < $1.id }
    }

    /// Rules of which nobody has read the value at its source.
    public var unverified: [Rule] { rules.filter { !$0.isVerified } }
}
