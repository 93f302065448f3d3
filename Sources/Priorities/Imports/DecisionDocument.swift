public import Vocabulary

/// `decision.yaml`: what was decided, by whom and why, option by option.
public struct DecisionDocument: Hashable, Sendable, Codable {
    /// The day on which the file is taken in where it is left out.
    public var decidedOn: Day?
    public var body: String
    public var outcomes: [Decision.Outcome]

    public init(decidedOn: Day? = nil, body: String, outcomes: [Decision.Outcome]) {
        self.decidedOn = decidedOn
        self.body = body
        self.outcomes = outcomes
    }

    /// - Throws: a `Refusal` of kind `input` that names the key.
    public static func read(_ json: JSONValue, named name: String) throws(Refusal) -> DecisionDocument {
        try json.documentRoot(named: name).decoded(named: name)
    }

    /// - Parameter day: the day of the decision where the file has none.
    public func acts(in round: Slug, on day: Day) -> [any RoundAct] {
        [
            RecordDecision(
                round: round, decision: Decision(decidedOn: decidedOn ?? day, body: body, outcomes: outcomes))
        ]
    }
}
