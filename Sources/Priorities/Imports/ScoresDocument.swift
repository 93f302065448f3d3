public import Vocabulary

/// `scores.yaml`: what members scored, each alone; a member may also send a sheet, `scores/MEMBER.csv` or `.xlsx`.
public struct ScoresDocument: Hashable, Sendable, Codable {
    public var scores: [Entry]

    public struct Entry: Hashable, Sendable, Codable {
        public var member: Slug
        public var scores: [Score]
    }

    public init(scores: [Entry]) {
        self.scores = scores
    }

    /// - Throws: a `Refusal` of kind `input` that names the key, or the member who stands there twice.
    public static func read(_ json: JSONValue, named name: String) throws(Refusal) -> ScoresDocument {
        let document: ScoresDocument = try json.documentRoot(named: name).document(named: name)
        if let twice = twice(document.scores.map(\.member)) {
            throw Refusal(
                .input, code: "member-twice", "\(name): the member “\(twice)” stands twice.",
                remedy: "Write all of one member’s scores in one place.")
        }
        return document
    }

    /// - Parameter document: the file as a source of the installation, where it is kept as one.
    public func acts(in round: Slug, document: EvidenceID? = nil) -> [any RoundAct] {
        scores.map { GiveScores(round: round, member: $0.member, scores: $0.scores, document: document) }
    }
}
