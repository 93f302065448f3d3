/// In which larger area each area or practice lies, as a lookup says.
public struct AreaGrouping: Hashable, Sendable {
    /// The file that says so.
    public let source: String
    /// What the larger areas are, in the plural: `boards`.
    public let kind: String
    private var groups: [String: Set<String>] = [:]
    private var names: [String: String] = [:]
    private var members: [Member: [String: Set<String>]] = [:]

    /// What lies in the larger areas.
    public enum Member: String, Hashable, Sendable, CaseIterable {
        case practice, commissioner, smallArea2011, smallArea2021, authority

        /// True where all of them together are the whole larger area, so that none may be missing. A lookup of commissioners
        /// lists those of several years, not all of which stood at once.
        var isTerritory: Bool { self != .practice && self != .commissioner }

        /// In the plural, for sentences.
        var inWords: String {
            switch self {
            case .practice: "practices"
            case .commissioner: "commissioners"
            case .smallArea2011, .smallArea2021: "small areas"
            case .authority: "authorities"
            }
        }
    }

    public init(source: String, kind: String) {
        self.source = source
        self.kind = kind
    }

    /// Places an area; one that is placed twice lies across.
    public mutating func place(_ area: String, _ member: Member, in group: String, named name: String? = nil) {
        groups[area, default: []].insert(group)
        members[member, default: [:]][group, default: []].insert(area)
        if let name { names[group] = name }
    }

    /// The larger areas in which it lies; more than one where it lies across, none where the lookup does not have it.
    public func groups(of area: String) -> Set<String> { groups[area] ?? [] }

    public func name(of group: String) -> String? { names[group] }

    /// Every larger area, in order.
    public var all: [String] { groups.values.reduce(into: Set<String>()) { $0.formUnion($1) }.sorted() }

    /// How many of some areas it has a place for.
    public func covered(_ areas: Set<String>) -> Int { areas.count { groups[$0] != nil } }

    /// What lies in a larger area and has no figure, where a part of it cannot be left out.
    ///
    /// - Parameter areas: those that have figures; what they are is what most of them are.
    /// - Returns: by larger area how many are missing of how many, and what they are in the plural; only where any is.
    func missing(_ areas: Set<String>) -> [String: (missing: Int, of: Int, kind: String)] {
        let found = Member.allCases.map { member in
            (member, (members[member] ?? [:]).values.reduce(into: Set<String>()) { $0.formUnion($1) })
        }
        let most = found.max { areas.intersection($0.1).count < areas.intersection($1.1).count }
        guard let member = most?.0, member.isTerritory else { return [:] }
        return (members[member] ?? [:]).compactMapValues { own in
            let missing = own.subtracting(areas).count
            return missing == 0 ? nil : (missing, own.count, member.inWords)
        }
    }
}
