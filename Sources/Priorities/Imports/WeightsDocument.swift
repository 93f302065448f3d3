public import Vocabulary

/// `weights.yaml`: what each member said about how much the criteria matter.
public struct WeightsDocument: Hashable, Sendable, Codable {
    public var weights: [Entry]

    public struct Entry: Hashable, Sendable, Codable {
        public var member: Slug
        public var given: [WeightsGiven]
    }

    public init(weights: [Entry]) {
        self.weights = weights
    }

    /// - Throws: a `Refusal` of kind `input` that names the key.
    public static func read(_ json: JSONValue, named name: String) throws(Refusal) -> WeightsDocument {
        try json.documentRoot(named: name).decoded(named: name)
    }

    public func acts(in round: Slug) -> [any RoundAct] {
        weights.map { GiveWeights(round: round, member: $0.member, given: $0.given) }
    }
}
