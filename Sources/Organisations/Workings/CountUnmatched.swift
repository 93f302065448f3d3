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

    /// A join that was counted where its codes are kept.
    ///
    /// - Parameter unmatched: in order, each once; at most `codes`.
    public init(name: String, source: String, codes: Int, unmatched: [String]) {
        precondition(unmatched.count <= codes, "codes that are not found are among those looked for")
        self.name = name
        self.source = source
        self.codes = codes
        self.unmatched = unmatched
    }

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
    /// Codes that a file names and that are looked for among the organisations.
    public struct LookedFor: Hashable, Sendable {
        /// Whose codes: `sub-ICB locations of small areas`.
        public let name: String
        public let source: String
        public let codes: Set<String>
        /// True where they are those of the Office for National Statistics.
        public let isOfAreas: Bool

        public init(name: String, source: String, codes: Set<String>, isOfAreas: Bool) {
            self.name = name
            self.source = source
            self.codes = codes
            self.isOfAreas = isOfAreas
        }
    }

    /// Every tie that files state, file by file and kind by kind, against the organisations that are known.
    ///
    /// - Returns: for each file and kind of tie, the codes that tie (`practices`) and those they are tied to; then the
    ///   successions, and what lookups of small areas and shares
    ///   of trusts name. In the order of names and files.
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
        joins += countedJoins
        let areas = areaCodes
        for looked in lookedFor {
            joins.append(
                Join(name: looked.name, source: looked.source, looking: looked.codes) {
                    (looked.isOfAreas ? areas : known).contains($0)
                })
        }
        return joins.sorted { ($0.name, $0.source) < ($1.name, $1.source) }
    }
}
