public import Vocabulary

/// `rights.yaml`: who may decide what, what of it changed or ended, and the questions about it.
///
/// ```yaml
/// rights:
///   - id: dental-contracts
///     matter: primary-dental-services
///     title: "Primary care dental contracts: award, variation, closure"
///     level: local
///     holder: QWX
///     committee: pccc
///     approach: Head of primary care, contracts desk
///     delegatedFrom: dental-national
///     instrument: {name: s65Z5, dated: 2023-04-01}
///     upTo: £500,000
///     from: 2023-04-01
///     citation: Delegation agreement of 1 April 2023, schedule 2
///     question: {id: who-closes, question: Who decides closures?, owner: p014, due: 2026-10-30}
/// ```
public struct RightsDocument: Hashable, Sendable, Codable {
    public var rights: [Entry]?
    public var amendments: [Amendment]?
    public var ends: [EndRight]?
    public var questions: [AskRightsQuestion]?
    public var answers: [AnswerRightsQuestion]?

    /// A right with the question that it comes with, if it is not settled.
    public struct Entry: Hashable, Sendable, Codable {
        public var right: DecisionRight
        public var question: RightsQuestion.Put?

        enum CodingKeys: String, CodingKey { case question }

        public init(right: DecisionRight, question: RightsQuestion.Put? = nil) {
            self.right = right
            self.question = question
        }

        public init(from decoder: any Decoder) throws {
            right = try DecisionRight(from: decoder)
            let container = try decoder.container(keyedBy: CodingKeys.self)
            question = try container.decodeIfPresent(RightsQuestion.Put.self, forKey: .question)
        }

        public func encode(to encoder: any Encoder) throws {
            try right.encode(to: encoder)
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encodeIfPresent(question, forKey: .question)
        }
    }

    /// The right in its new form, why, and the question it comes with.
    public struct Amendment: Hashable, Sendable, Codable {
        public var right: DecisionRight
        public var reason: String
        public var question: RightsQuestion.Put?

        public init(right: DecisionRight, reason: String, question: RightsQuestion.Put? = nil) {
            self.right = right
            self.reason = reason
            self.question = question
        }
    }

    public init(
        rights: [Entry]? = nil, amendments: [Amendment]? = nil, ends: [EndRight]? = nil,
        questions: [AskRightsQuestion]? = nil, answers: [AnswerRightsQuestion]? = nil
    ) {
        self.rights = rights
        self.amendments = amendments
        self.ends = ends
        self.questions = questions
        self.answers = answers
    }

    /// - Throws: a `Refusal` of kind `input` that names the key, or the right that stands there twice.
    public static func read(_ json: JSONValue, named name: String) throws(Refusal) -> RightsDocument {
        let document: RightsDocument = try json.writtenDocument(named: name, manual: "docs/governance.md")
        if let twice = twice((document.rights ?? []).map(\.right.id)) {
            throw Refusal(
                .input, code: "right-twice", "\(name): two rights have the short name “\(twice)”.",
                remedy: "Give each right a short name of its own; what changes later stands under amendments.")
        }
        return document
    }

    /// Rights before those that come from them, whatever their order in the file; then answers, amendments, ends and
    /// other questions.
    public func acts() -> [any GovernanceAct] {
        var waiting = rights ?? []
        var ordered: [Entry] = []
        while !waiting.isEmpty {
            let names = Set(waiting.map(\.right.id))
            let ready = waiting.filter { entry in entry.right.delegatedFrom.map { !names.contains($0) } ?? true }
            // A circle is left to the act, which refuses it.
            guard !ready.isEmpty else { break }
            ordered += ready
            waiting.removeAll { entry in ready.contains { $0.right.id == entry.right.id } }
        }
        var acts: [any GovernanceAct] = (ordered + waiting).map {
            RecordRight(right: $0.right, question: $0.question)
        }
        acts += answers ?? []
        acts += (amendments ?? []).map { AmendRight(right: $0.right, reason: $0.reason, question: $0.question) }
        acts += ends ?? []
        acts += questions ?? []
        return acts
    }
}
