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

    /// - Throws: a `Refusal` of kind `input` that names the key, or the member who stands there twice.
    public static func read(_ json: JSONValue, named name: String) throws(Refusal) -> WeightsDocument {
        let document: WeightsDocument = try json.documentRoot(named: name).document(named: name)
        if let twice = twice(document.weights.map(\.member)) {
            throw Refusal(
                .input, code: "member-twice", "\(name): the member “\(twice)” stands twice.",
                remedy: "Write all of one member’s weights in one place.")
        }
        return document
    }

    public func acts(in round: Slug) -> [any RoundAct] {
        weights.map { GiveWeights(round: round, member: $0.member, given: $0.given) }
    }
}
