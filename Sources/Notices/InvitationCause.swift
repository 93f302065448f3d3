public import Vocabulary

/// What somebody is invited to.
public enum InvitationCause: Hashable, Sendable, CustomStringConvertible {
    /// To begin with an account.
    case account
    /// To take part in a round, or in a meeting.
    case round(Slug), meeting(Slug)

    /// - Returns: nil for what `description` does not give.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        switch (parts.first, parts.count == 2 ? Slug(parts[1]) : nil, parts.count) {
        case ("account"?, nil, 1): self = .account
        case ("round"?, let id?, 2): self = .round(id)
        case ("meeting"?, let id?, 2): self = .meeting(id)
        default: return nil
        }
    }

    /// `round/dental-2026`.
    public var description: String {
        switch self {
        case .account: "account"
        case .round(let id): "round/\(id)"
        case .meeting(let id): "meeting/\(id)"
        }
    }

    /// In a sentence, without a title: a message is read by whoever stands beside.
    public var inWords: String {
        switch self {
        case .account: "its work on decisions about shared money"
        case .round: "the panel of a priority round"
        case .meeting: "a meeting"
        }
    }
}
