public import Vocabulary

/// Something that is missing, broken or too much in who answers to whom, in a sentence and with what would mend it.
public struct AccountabilityFinding: Hashable, Sendable, Codable {
    public var kind: Kind
    public var sentence: String
    /// What would mend it.
    public var remedy: String
    /// The edges, rights and parties that it is about, in order.
    public var edges: [Slug]
    public var rights: [Slug]
    public var parties: [AccountabilityEdge.Party]
    /// The rule of the Rulebook by which it was found, where there is one.
    public var rule: String?

    /// In the order in which findings are listed.
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        case jointMatterWithoutForum, forumWithoutConsequence, elementMissing, noEdgeToPublic, functionWithoutForum
        case overload, samePerson, delegationBroken, delegationBeyondParent, instrumentNotInForce
        case unsettledWithoutQuestion

        /// For reading.
        public var title: String {
            switch self {
            case .jointMatterWithoutForum: "Joint matter with no forum"
            case .forumWithoutConsequence: "Forum without consequence"
            case .elementMissing: "Not accountability yet"
            case .noEdgeToPublic: "Nothing to the public"
            case .functionWithoutForum: "Function with no forum"
            case .overload: "Too many forums"
            case .samePerson: "Same person on both sides"
            case .delegationBroken: "Delegation that does not end at the statutory holder"
            case .delegationBeyondParent: "Delegation beyond what was held"
            case .instrumentNotInForce: "Instrument not in force"
            case .unsettledWithoutQuestion: "Unsettled, and nobody is asked"
            }
        }
    }

    public init(
        _ kind: Kind, _ sentence: String, remedy: String, edges: [Slug] = [], rights: [Slug] = [],
        parties: [AccountabilityEdge.Party] = [], rule: String? = nil
    ) {
        self.kind = kind
        self.sentence = sentence
        self.remedy = remedy
        self.edges = edges
        self.rights = rights
        self.parties = parties
        self.rule = rule
    }
}
