public import Vocabulary

/// `decision.yaml`: what was decided, by which meeting and why, option by option.
public struct DecisionDocument: Hashable, Sendable, Codable {
    /// The day on which the file is taken in where it is left out.
    public var decidedOn: Day?
    /// The committee or person who decides; left out where the meeting says it.
    public var body: String?
    /// The meeting that decided, and the item of its agenda; the item may be left out where only one is on the round.
    public var meeting: Slug?
    public var item: Slug?
    public var outcomes: [Decision.Outcome]

    public init(
        decidedOn: Day? = nil, body: String? = nil, meeting: Slug? = nil, item: Slug? = nil,
        outcomes: [Decision.Outcome]
    ) {
        self.decidedOn = decidedOn
        self.body = body
        self.meeting = meeting
        self.item = item
        self.outcomes = outcomes
    }

    /// - Throws: a `Refusal` of kind `input` that names the key.
    public static func read(_ json: JSONValue, named name: String) throws(Refusal) -> DecisionDocument {
        try json.documentRoot(named: name).document(named: name)
    }

    /// - Parameters:
    ///   - day: the day of the decision where neither the file nor a meeting has one.
    ///   - sitting: the meeting that the file names, as its record has it.
    public func acts(in round: Slug, on day: Day, sitting: Sitting? = nil) -> [any RoundAct] {
        let body = body ?? sitting.map { $0.bodies.map(\.title).joined(separator: " and ") } ?? ""
        return [
            RecordDecision(
                round: round,
                decision: Decision(
                    decidedOn: decidedOn ?? sitting?.on ?? day, body: body, sitting: sitting, outcomes: outcomes))
        ]
    }
}
