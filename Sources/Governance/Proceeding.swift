public import Vocabulary

/// What became of an item of the agenda: when it was taken, whether a quorum was there, how it ended.
public struct Proceeding: Hashable, Sendable, Codable {
    public var item: Slug
    public var state: State = .waiting
    public var takenAt: Moment?
    public var closedAt: Moment?
    /// Each time that the quorum was judged and a committee's answer was new.
    public var findings: [QuorumFinding] = []
    /// Each time that it was new whether a clinician takes part; none while all have been heard.
    public var voices: [ClinicalVoice] = []
    public var outcomes: [Outcome] = []
    public var reasonWithdrawn: String?
    /// What was noted or said, in a sentence or two.
    public var note: String?

    public enum State: String, Hashable, Sendable, Codable, CaseIterable {
        /// `stopped`: no committee is quorate for it, so that it may not be decided.
        case waiting, taken, stopped, closed, withdrawn
    }

    /// Whether one committee was quorate for the item at a moment, less those who were left out.
    public struct QuorumFinding: Hashable, Sendable, Codable {
        public var committee: Slug
        public var at: Moment
        public var isMet: Bool
        public var counted: [Slug]
        public var missing: [String]
        /// What may be done where it is not met.
        public var waysOut: [String]
    }

    /// How the item ended in one committee.
    public struct Outcome: Hashable, Sendable, Codable {
        public var committee: Slug
        public var kind: Kind
        public var resolution: Slug?
        /// To when it was deferred, to whom referred, or what was noted.
        public var note: String?
        public var at: Moment

        public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
            case decided, notCarried, noted, discussed, deferred, referred, notReached, minutesApproved

            /// For reading: `not carried`.
            public var inWords: String {
                switch self {
                case .notCarried: "not carried"
                case .notReached: "not reached"
                case .minutesApproved: "minutes approved"
                default: rawValue
                }
            }
        }
    }
}
