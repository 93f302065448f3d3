/// A calculation that was made, with all that is needed to make it again.
public struct Working: Hashable, Sendable {
    /// The method's name, as `remit calc` knows it.
    public let method: String
    /// Raised when the same inputs would give another answer.
    public let version: Int
    /// What it rested on: sources, acts and rules, by digest.
    public let inputs: [EvidenceID]
    public let parameters: JSONValue
    /// In the order in which they were made.
    public let steps: [Step]
    public let result: JSONValue

    /// One line of the reasoning, in words and with its figures.
    public struct Step: Hashable, Sendable {
        public let sentence: String
        /// The rule that was followed, if one was; its identifier in the Rulebook.
        public let rule: String?

        public init(_ sentence: String, rule: String? = nil) {
            self.sentence = sentence
            self.rule = rule
        }
    }

    public init(
        method: String, version: Int, inputs: [EvidenceID], parameters: JSONValue, steps: [Step],
        result: JSONValue
    ) {
        self.method = method
        self.version = version
        self.inputs = inputs
        self.parameters = parameters
        self.steps = steps
        self.result = result
    }
}
