public import Vocabulary

/// `criteria.yaml`: what options are judged by, with the anchors of each scale.
public struct CriteriaDocument: Hashable, Sendable, Codable {
    public var criteria: [Criterion]
    public var pack: PackUse?

    public init(criteria: [Criterion], pack: PackUse? = nil) {
        self.criteria = criteria
        self.pack = pack
    }

    /// - Throws: a `Refusal` of kind `input` that names the key.
    public static func read(_ json: JSONValue, named name: String) throws(Refusal) -> CriteriaDocument {
        try json.documentRoot(named: name).document(named: name)
    }

    public func acts(in round: Slug) -> [any RoundAct] {
        [SetCriteria(round: round, benefit: nil, criteria: criteria, pack: pack)]
    }
}
