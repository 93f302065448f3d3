public import Vocabulary

/// What the rules of the day say of a gift, with the rules that say so.
public struct GiftJudgement: Hashable, Sendable, Codable {
    public let answer: Answer
    /// This gift and those from the same source that count with it.
    public let total: Money
    /// Earlier ones that count with it.
    public let countedWith: [Slug]
    /// Earlier ones, not declared, that this one pushes over the limit: they are to be declared now.
    public let toDeclareNow: [Slug]
    /// One sentence each.
    public let reasons: [String]
    /// The two ways to read the rules, where the answer is to ask.
    public let readings: [String]
    /// The rules that were followed, by their names in the Rulebook.
    public let rules: [String]

    public enum Answer: String, Hashable, Sendable, Codable, CaseIterable {
        case accept
        case acceptAndDeclare
        /// Only for the organisation, and declared.
        case acceptForOrganisation
        case decline
        /// Declined unless a senior person approves it beforehand; declared either way.
        case declineUnlessApproved
        /// The rules leave it open; a person is to be asked.
        case ask

        public var inWords: String {
            switch self {
            case .accept: "may be accepted without declaring"
            case .acceptAndDeclare: "may be accepted, and is declared"
            case .acceptForOrganisation: "may be accepted for the organisation only, and is declared"
            case .decline: "is declined"
            case .declineUnlessApproved: "is declined unless a senior person approves it, and is declared"
            case .ask: "the rules leave open: ask"
            }
        }
    }

    enum CodingKeys: String, CodingKey {
        case answer
        case total = "totalPence"
        case countedWith, toDeclareNow, reasons, readings, rules
    }

    /// True where what was done is what the rules say; nil where they leave it open.
    public func isKept(by gift: Gift) -> Bool? {
        guard gift.isAccepted else { return true }
        return switch answer {
        case .accept, .acceptAndDeclare: true
        case .acceptForOrganisation: gift.isForOrganisation
        case .decline: false
        case .declineUnlessApproved: gift.approvedBy != nil
        case .ask: nil
        }
    }
}
