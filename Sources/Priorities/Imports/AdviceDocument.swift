public import Vocabulary

/// `advice.yaml`: advice that was asked for, and representations from outside, each on one option.
///
/// `person` is a name in plain text; it is kept apart when the acts are made.
public struct AdviceDocument: Hashable, Sendable, Codable {
    public var advice: [Given]?
    public var representations: [Made]?

    /// Advice with the adviser's name as it is written.
    public struct Given: Hashable, Sendable, Codable {
        public var option: Slug
        public var adviser: String
        public var person: String?
        public var advised: String
        public var interest: String
        public var isFollowed: Bool
        public var reason: String
        public var day: Day
    }

    /// A representation with the name as it is written.
    public struct Made: Hashable, Sendable, Codable {
        public var option: Slug
        public var from: Representation.Origin
        public var who: String
        public var person: String?
        public var asked: String
        public var answer: String?
        public var day: Day
    }

    public init(advice: [Given]? = nil, representations: [Made]? = nil) {
        self.advice = advice
        self.representations = representations
    }

    /// - Throws: a `Refusal` of kind `input` that names the key.
    public static func read(_ json: JSONValue, named name: String) throws(Refusal) -> AdviceDocument {
        try json.documentRoot(named: name).document(named: name)
    }

    /// - Parameter keeping: keeps a personal text apart and says by what it is named.
    public func acts(
        in round: Slug, keeping: (String) throws(Refusal) -> Personal
    ) throws(Refusal) -> [any RoundAct] {
        var acts: [any RoundAct] = []
        for given in advice ?? [] {
            acts.append(
                RecordAdvice(
                    round: round,
                    advice: Advice(
                        option: given.option, adviser: given.adviser, person: try kept(given.person, keeping),
                        advised: given.advised, interest: given.interest, isFollowed: given.isFollowed,
                        reason: given.reason, day: given.day)))
        }
        for made in representations ?? [] {
            acts.append(
                RecordRepresentation(
                    round: round,
                    representation: Representation(
                        option: made.option, from: made.from, who: made.who, person: try kept(made.person, keeping),
                        asked: made.asked, answer: made.answer, day: made.day)))
        }
        return acts
    }
}
