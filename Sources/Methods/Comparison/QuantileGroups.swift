public import Vocabulary

/// Areas in groups of equal number by the order of a value: the most deprived fifth.
///
/// - Reference: Fingertips technical guidance, assigning deprivation categories.
public enum QuantileGroups {
    /// The group of each area, 1 the first.
    ///
    /// Areas with the same value stand in the same group, so that groups may differ in size.
    ///
    /// - Parameters:
    ///   - values: in any order; nil where there is none.
    ///   - count: of groups: 10 for tenths.
    ///   - highestFirst: true where the highest values are group 1.
    /// - Returns: as many as values; nil where a value is missing, and for all where there are fewer values than groups.
    /// - Throws: `Refusal`, code `bad-quantiles`.
    public static func places(of values: [Double?], count: Int, highestFirst: Bool) throws(Refusal) -> [Int?] {
        guard (2...100).contains(count) else {
            throw Refusal(.input, code: "bad-quantiles", "\(count) groups cannot be made.", remedy: "Ask for 2 to 100.")
        }
        let present = values.indices.filter { values[$0] != nil }
        var places = [Int?](repeating: nil, count: values.count)
        guard present.count >= count else { return places }
        let order = present.sorted { highestFirst ? values[$0]! > values[$1]! : values[$0]! < values[$1]! }
        var rank = 1
        for (place, index) in order.enumerated() {
            if place > 0, values[index] != values[order[place - 1]] { rank = place + 1 }
            // Whole numbers throughout: a division in between would put areas on a boundary into the next group.
            let above = (present.count + 1 - rank) * count
            places[index] = max(1, count + 1 - (above + present.count - 1) / present.count)
        }
        return places
    }

    /// An area to be put into a group, and among which it stands.
    public struct Area: Hashable, Sendable {
        public let name: String
        public let value: Double?
        /// The larger area whose parts are grouped by themselves; nil where there is none.
        public let within: String?
        public let highestFirst: Bool

        public init(name: String, value: Double?, within: String?, highestFirst: Bool) {
            self.name = name
            self.value = value
            self.within = within
            self.highestFirst = highestFirst
        }
    }

    /// The same for the parts of several larger areas, each by itself.
    ///
    /// - Throws: `Refusal`: `bad-quantiles`, `area-twice`, `mixed-order` where parts of one area are to be ordered both ways.
    public static func places(of areas: [Area], count: Int) throws(Refusal) -> [Int?] {
        try AreaNames.check(areas.map(\.name))
        var places = [Int?](repeating: nil, count: areas.count)
        let parts = Dictionary(grouping: areas.indices) { areas[$0].within }
        for (within, indices) in parts.sorted(by: { $0.value[0] < $1.value[0] }) {
            let highestFirst = areas[indices[0]].highestFirst
            guard indices.allSatisfy({ areas[$0].highestFirst == highestFirst }) else {
                throw Refusal(
                    .input, code: "mixed-order",
                    "The areas\(within.map { " of “\($0)”" } ?? "") are to be ordered both ways.",
                    remedy: "Give one order to all that are grouped together.")
            }
            let found = try self.places(
                of: indices.map { areas[$0].value }, count: count, highestFirst: highestFirst)
            for (place, index) in zip(found, indices) { places[index] = place }
        }
        return places
    }

    /// Which way the groups were made, and by whom.
    public static let method = MethodCitation.quantiles
}
