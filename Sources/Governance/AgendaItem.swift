public import Vocabulary

/// A matter on the agenda of a meeting.
public struct AgendaItem: Hashable, Sendable, Codable {
    public var id: Slug
    public var title: String
    public var purpose: Purpose
    public var subject: Subject
    /// What it touches, as it was told when it was put on the agenda: that is how interests find it.
    public var touches: [Touch]
    /// The classes whose common interest it touches, such as `dentists`.
    public var classes: [Slug]
    /// Under which mandate it is decided; needed where it is for decision.
    public var matter: Slug?
    /// What the decision would commit; a motion may name its own.
    public var amount: Money?
    /// True where it would stop or change a service, so that the documents that the law asks for are needed.
    public var changesService: Bool
    public var gates: [Gate]
    public var papers: [Paper]
    /// Who brings it before the meeting; nil where that is not told.
    public var reporter: Slug?
    /// How long the meeting is to give it, in minutes; nil where that is left open.
    public var minutes: Int?

    /// A time that a meeting can give an item: within a day.
    public static let likelyMinutes = 1...1_440

    public enum Purpose: String, Hashable, Sendable, Codable, CaseIterable {
        case decide, discuss, note, approveMinutes
    }

    /// What it is about, so that the decision is found from there and there from the decision.
    ///
    /// In JSON an object of one key: `{round: dental-2025}`, `{contract: "10024"}`, `{initiative: …}`,
    /// `{organisation: Y02494}`, `{minutes: pccc-2026-02}`, `{decisions: [urgent-3]}`; or the word `other`.
    public enum Subject: Hashable, Sendable {
        case round(Slug)
        case contract(String)
        case initiative(Slug)
        case organisation(OrganisationCode)
        case minutes(of: Slug)
        /// Decisions that were made outside a meeting and are reported here.
        case decisions([Slug])
        case other
    }

    /// An organisation that an item, or one option of it, concerns.
    public struct Touch: Hashable, Sendable, Codable {
        public var organisation: OrganisationCode
        /// The option that it touches; nil for the whole item.
        public var part: Slug?
        /// `holds the contract that option 7 would end`.
        public var how: String

        public init(organisation: OrganisationCode, part: Slug? = nil, how: String) {
            self.organisation = organisation
            self.part = part
            self.how = how
        }
    }

    /// A document laid before the meeting.
    public struct Paper: Hashable, Sendable, Codable {
        public var title: String
        public var document: EvidenceID?
        public var dated: Day?
        /// The parts that it is about; empty for the whole item.
        public var parts: [Slug]

        public init(title: String, document: EvidenceID? = nil, dated: Day? = nil, parts: [Slug] = []) {
            self.title = title
            self.document = document
            self.dated = dated
            self.parts = parts
        }

        public init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            self.init(
                title: try container.decode(String.self, forKey: .title),
                document: try container.decodeIfPresent(EvidenceID.self, forKey: .document),
                dated: try container.decodeIfPresent(Day.self, forKey: .dated),
                parts: try container.decodeIfPresent([Slug].self, forKey: .parts) ?? [])
        }
    }

    /// A document that the law asks for before a service is stopped or changed, and who of the deciders has seen it.
    public struct Gate: Hashable, Sendable, Codable {
        public var kind: Kind
        public var title: String
        public var document: EvidenceID?
        public var dated: Day
        public var seenBy: [Slug]
        /// Why there is none; allowed for public involvement only.
        public var reasonForNone: String?

        /// As the rules of priority rounds name them: `priorities.gate.equalityImpact`.
        public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
            case equalityImpact, qualityImpact, publicInvolvement
        }

        public init(
            kind: Kind, title: String, document: EvidenceID? = nil, dated: Day, seenBy: [Slug] = [],
            reasonForNone: String? = nil
        ) {
            self.kind = kind
            self.title = title
            self.document = document
            self.dated = dated
            self.seenBy = seenBy
            self.reasonForNone = reasonForNone
        }

        public init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            self.init(
                kind: try container.decode(Kind.self, forKey: .kind),
                title: try container.decode(String.self, forKey: .title),
                document: try container.decodeIfPresent(EvidenceID.self, forKey: .document),
                dated: try container.decode(Day.self, forKey: .dated),
                seenBy: try container.decodeIfPresent([Slug].self, forKey: .seenBy) ?? [],
                reasonForNone: try container.decodeIfPresent(String.self, forKey: .reasonForNone))
        }
    }

    public init(
        id: Slug, title: String, purpose: Purpose, subject: Subject = .other, touches: [Touch] = [],
        classes: [Slug] = [], matter: Slug? = nil, amount: Money? = nil, changesService: Bool = false,
        gates: [Gate] = [], papers: [Paper] = [], reporter: Slug? = nil, minutes: Int? = nil
    ) {
        self.id = id
        self.title = title
        self.purpose = purpose
        self.subject = subject
        self.touches = touches
        self.classes = classes
        self.matter = matter
        self.amount = amount
        self.changesService = changesService
        self.gates = gates
        self.papers = papers
        self.reporter = reporter
        self.minutes = minutes
    }

    enum CodingKeys: String, CodingKey {
        case id, title, purpose, subject, touches, classes, matter
        case amount = "amountPence"
        case changesService, gates, papers, reporter, minutes
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            id: try container.decode(Slug.self, forKey: .id),
            title: try container.decode(String.self, forKey: .title),
            purpose: try container.decode(Purpose.self, forKey: .purpose),
            subject: try container.decodeIfPresent(Subject.self, forKey: .subject) ?? .other,
            touches: try container.decodeIfPresent([Touch].self, forKey: .touches) ?? [],
            classes: try container.decodeIfPresent([Slug].self, forKey: .classes) ?? [],
            matter: try container.decodeIfPresent(Slug.self, forKey: .matter),
            amount: try container.decodeIfPresent(Money.self, forKey: .amount),
            changesService: try container.decodeIfPresent(Bool.self, forKey: .changesService) ?? false,
            gates: try container.decodeIfPresent([Gate].self, forKey: .gates) ?? [],
            papers: try container.decodeIfPresent([Paper].self, forKey: .papers) ?? [],
            reporter: try container.decodeIfPresent(Slug.self, forKey: .reporter),
            minutes: try container.decodeIfPresent(Int.self, forKey: .minutes))
    }

    /// The parts that its touches and papers name, each once, in order.
    public var parts: [Slug] {
        Set(touches.compactMap(\.part) + papers.flatMap(\.parts)).sorted()
    }
}
