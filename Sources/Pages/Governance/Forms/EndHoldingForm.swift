public import Governance
public import Markup
public import Vocabulary

/// Asks which post, tie or part in decisions of somebody ends, and with which last day.
public struct EndHoldingForm: AskedForm {
    public var filled: SentValues
    public var errors: [String: String] = [:]
    public var failures: [String] = []
    /// What stands without a last day.
    public var holdings: [Choice]

    /// What was told.
    public struct Answer: Hashable, Sendable {
        /// `post 0`, `tie 1`, `deciding 0`: the kind and its place in the person's file.
        public var holding: String
        public var lastDay: Day

        public init(holding: String, lastDay: Day) {
            self.holding = holding
            self.lastDay = lastDay
        }

        /// The act that sets the last day; nil where nothing stands in that place.
        public func act(on person: PersonFile) -> (any GovernanceAct)? {
            let words = holding.split(separator: " ")
            guard words.count == 2, let place = Int(words[1]) else { return nil }
            switch words[0] {
            case "post" where person.posts.indices.contains(place):
                var post = person.posts[place]
                post.until = lastDay
                return EnterPost(person: person.id, post: post)
            case "tie" where person.ties.indices.contains(place):
                var tie = person.ties[place]
                tie.until = lastDay
                return EnterTie(person: person.id, tie: tie)
            case "deciding" where person.decisionMaking.indices.contains(place):
                var span = person.decisionMaking[place]
                span.until = lastDay
                return EnterDecisionMaking(person: person.id, span: span)
            default: return nil
            }
        }
    }

    public init(_ filled: SentValues = SentValues(), of person: PersonFile) {
        self.filled = filled
        let posts = person.posts.enumerated().filter { $0.element.until == nil }
            .map { Choice("post \($0.offset)", $0.element.title) }
        let ties = person.ties.enumerated().filter { $0.element.until == nil }
            .map { Choice("tie \($0.offset)", "Tie: \(ShortName.words(of: $0.element.name))") }
        let parts = person.decisionMaking.enumerated().filter { $0.element.until == nil }
            .map { Choice("deciding \($0.offset)", "Takes part in decisions: \($0.element.why)") }
        holdings = posts + ties + parts
    }

    public var parts: [Form.Part] {
        [radios("holding", "What ends?", holdings), day("lastDay", "What is its last day?")]
    }

    public func read(_ reader: inout FieldReader) -> Answer? {
        let holding = reader.sent.text("holding")
        if !holdings.contains(where: { $0.value == holding }) { reader.refuse("holding", "Choose what ends.") }
        let day = reader.day("lastDay", missing: "Enter the last day.")
        guard reader.errors.isEmpty, let day else { return nil }
        return Answer(holding: holding, lastDay: day)
    }

    public static func filled(with answer: Answer) -> SentValues {
        var filled = SentValues()
        filled.fill("holding", answer.holding)
        filled.fill("lastDay", answer.lastDay)
        return filled
    }

    public static func field(ofRefusal code: String) -> String? { code == "ends-before-start" ? "lastDay" : nil }
}
