import Vocabulary

/// Codes at a join that stand on one side and not on the other: counted and listed, never dropped.
public struct Join: Hashable, Sendable {
    /// What is joined to what: `practices of the map in ODS's list`.
    public let name: String
    /// The file whose codes are looked for.
    public let source: String
    /// Distinct codes looked for.
    public let codes: Int
    /// Those that were not found, in order.
    public let unmatched: [String]

    public var matched: Int { codes - unmatched.count }

    /// - Parameter looked: codes looked for; one that stands twice counts once.
    public init(
        name: String, source: String, looking looked: some Sequence<String>, isFound: (String) -> Bool
    ) {
        let codes = Set(looked)
        self.name = name
        self.source = source
        self.codes = codes.count
        unmatched = codes.filter { !isFound($0) }.sorted()
    }
}

extension OrganisationBook {
    /// Every tie that files state, file by file and kind by kind, against the organisations that are known.
    ///
    /// - Returns: for each file and kind of tie, the codes that tie (`practices`) and those they are tied to; then the
    ///   successions. In the order of names and files.
    public func joins() -> [Join] {
        struct Side: Hashable {
            let name: String
            let source: String
        }
        var looked: [Side: Set<String>] = [:]
        for code in tyingCodes {
            for stated in relationships(of: code) {
                let kind = stated.value.kind.rawValue
                looked[Side(name: "who \(kind)", source: stated.source), default: []]
                    .insert(code.description)
                looked[Side(name: "what each \(kind)", source: stated.source), default: []]
                    .insert(stated.value.target.description)
            }
        }
        let known = Set(codes.map(\.description))
        var joins = looked.map { side, codes in
            Join(name: side.name, source: side.source, looking: codes) { known.contains($0) }
        }
        if successions.count > 0 {
            joins.append(
                Join(
                    name: "codes in successions", source: "all successions",
                    looking: successions.codes.map(\.description)
                ) { known.contains($0) })
        }
        return joins.sorted { ($0.name, $0.source) < ($1.name, $1.source) }
    }
}
