/// What a message to somebody is for.
public enum MessageKind: String, Hashable, Sendable, Codable, CaseIterable {
    case invitation, reminder, digest

    /// `a reminder`.
    public var inWords: String {
        switch self {
        case .invitation: "an invitation"
        case .reminder: "a reminder"
        case .digest: "the weekly message"
        }
    }

    /// True for what its reader may turn off: an invitation is asked for each time by a person.
    public var canBeTurnedOff: Bool { self != .invitation }
}
