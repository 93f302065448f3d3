public import Vocabulary

/// `envelope.yaml`: the money by year, what is locked and until when, and the rules that any choice keeps to.
public struct EnvelopeDocument: Hashable, Sendable, Codable {
    public var years: [Envelope.Year]
    public var locks: [Lock]?
    public var rules: [PortfolioRule]?

    public init(years: [Envelope.Year], locks: [Lock]? = nil, rules: [PortfolioRule]? = nil) {
        self.years = years
        self.locks = locks
        self.rules = rules
    }

    /// - Throws: a `Refusal` of kind `input` that names the key.
    public static func read(_ json: JSONValue, named name: String) throws(Refusal) -> EnvelopeDocument {
        try json.documentRoot(named: name).document(named: name)
    }

    public func acts(in round: Slug) -> [any RoundAct] {
        [SetEnvelope(round: round, envelope: Envelope(years: years, locks: locks ?? []), rules: rules ?? [])]
    }
}
