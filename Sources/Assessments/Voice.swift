public import Vocabulary

/// Somebody who was asked what they see: clinicians, the public or patients, by the office or group that was asked.
public struct Voice: Hashable, Sendable, Codable {
    public var id: Slug
    public var kind: Kind
    /// The office or group: `Local dental committee`.
    public var asked: String
    /// The name of whoever was asked, kept apart.
    public var person: Personal?
    public var askedOn: Day
    public var answer: Answer?

    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        case clinical, `public`, patient

        /// For a sentence: `clinical voice`.
        public var words: String {
            switch self {
            case .clinical: "clinical voice"
            case .public: "public voice"
            case .patient: "patient voice"
            }
        }

        /// What weight it has on the evidence ladder.
        public var rung: EvidenceRung { self == .clinical ? .expert : .experience }
    }

    /// What came back.
    public struct Answer: Hashable, Sendable, Codable {
        /// Nil where nothing came back.
        public var said: String?
        /// When it came, or when the waiting ended.
        public var on: Day

        public init(said: String?, on: Day) {
            self.said = said
            self.on = on
        }
    }

    public init(id: Slug, kind: Kind, asked: String, person: Personal? = nil, askedOn: Day, answer: Answer? = nil) {
        self.id = id
        self.kind = kind
        self.asked = asked
        self.person = person
        self.askedOn = askedOn
        self.answer = answer
    }

    /// True where something was said.
    public var isHeard: Bool { answer?.said != nil }
}
