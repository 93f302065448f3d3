public import Vocabulary

/// `assessments.yaml`: the documents that the law asks for before a service is stopped or changed, and who saw them.
public struct AssessmentsDocument: Hashable, Sendable, Codable {
    public var assessments: [Entry]

    public struct Entry: Hashable, Sendable, Codable {
        public var id: Slug
        public var option: Slug
        public var kind: Assessment.Kind
        public var title: String
        /// The document beside this file; nil where there is a reason for none.
        public var file: String?
        public var dated: Day
        public var reasonForNone: String?
        /// Members who have seen it.
        public var seenBy: [Slug]?
    }

    public init(assessments: [Entry]) {
        self.assessments = assessments
    }

    /// - Throws: a `Refusal` of kind `input` that names the key.
    public static func read(_ json: JSONValue, named name: String) throws(Refusal) -> AssessmentsDocument {
        try json.documentRoot(named: name).document(named: name)
    }

    /// - Parameter holding: keeps the document at a path beside this file as a source, and says its digest.
    public func acts(
        in round: Slug, holding: (String) throws(Refusal) -> EvidenceID
    ) throws(Refusal) -> [any RoundAct] {
        var acts: [any RoundAct] = []
        for entry in assessments {
            var document: EvidenceID?
            if let file = entry.file { document = try holding(file) }
            acts.append(
                AttachAssessment(
                    round: round,
                    assessment: Assessment(
                        id: entry.id, option: entry.option, kind: entry.kind, document: document, title: entry.title,
                        dated: entry.dated, reasonForNone: entry.reasonForNone)))
        }
        var members: [Slug] = []
        for member in assessments.flatMap({ $0.seenBy ?? [] }) where !members.contains(member) {
            members.append(member)
        }
        for member in members {
            let seen = assessments.filter { $0.seenBy?.contains(member) ?? false }.map(\.id)
            acts.append(MarkSeen(round: round, member: member, assessments: seen))
        }
        return acts
    }
}
