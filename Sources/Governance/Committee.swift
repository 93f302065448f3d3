public import Vocabulary

/// A committee of a body, with its terms of reference and members over time.
public struct Committee: Hashable, Sendable, Codable {
    public var id: Slug
    /// `Wexbourne ICB primary care commissioning committee`.
    public var title: String
    /// Whose committee it is.
    public var body: OrganisationCode
    public var formedOn: Day
    /// The last day; its meetings and decisions are found under its successors.
    public var dissolvedOn: Day?
    public var successors: [Slug] = []
    /// In the order in which they came into force.
    public var terms: [TermsOfReference] = []
    public var memberships: [Membership] = []

    public init(id: Slug, title: String, body: OrganisationCode, formedOn: Day) {
        self.id = id
        self.title = title
        self.body = body
        self.formedOn = formedOn
    }
}

/// How a committee may meet and decide, from a day.
public struct TermsOfReference: Hashable, Sendable, Codable {
    public var from: Day
    public var quorum: QuorumRule
    public var majority: Majority
    public var hasCastingVote: Bool
    /// A member may give another member or a deputy a vote to cast in the meeting.
    public var allowsProxies: Bool
    public var allowsDeputies: Bool
    public var allowsConsensus: Bool
    public var allowsUrgentAction: Bool
    public var isPublic: Bool
    /// Days before the meeting by which its papers are out; nil: as the Rulebook has it.
    public var papersDays: Int?
    /// What it may decide, and up to how much; a matter that is not named is not its own.
    public var mandates: [Mandate]
    /// The document that says so.
    public var document: EvidenceID?
    public var citation: String

    /// What may be decided, and up to how much.
    public struct Mandate: Hashable, Sendable, Codable {
        /// `primary-dental-services`, as decision rights and agenda items name it.
        public var matter: Slug
        /// The most that one decision may commit; nil for no limit.
        public var upTo: Money?
        /// The officer who may decide alone up to `upTo`; nil for the committee itself.
        public var officer: Slug?

        public init(matter: Slug, upTo: Money? = nil, officer: Slug? = nil) {
            self.matter = matter
            self.upTo = upTo
            self.officer = officer
        }

        enum CodingKeys: String, CodingKey {
            case matter
            case upTo = "upToPence"
            case officer
        }
    }

    public init(
        from: Day, quorum: QuorumRule, majority: Majority = .simple, hasCastingVote: Bool = false,
        allowsProxies: Bool = false, allowsDeputies: Bool = false, allowsConsensus: Bool = false,
        allowsUrgentAction: Bool = false, isPublic: Bool = true, papersDays: Int? = nil, mandates: [Mandate] = [],
        document: EvidenceID? = nil, citation: String
    ) {
        self.from = from
        self.quorum = quorum
        self.majority = majority
        self.hasCastingVote = hasCastingVote
        self.allowsProxies = allowsProxies
        self.allowsDeputies = allowsDeputies
        self.allowsConsensus = allowsConsensus
        self.allowsUrgentAction = allowsUrgentAction
        self.isPublic = isPublic
        self.papersDays = papersDays
        self.mandates = mandates
        self.document = document
        self.citation = citation
    }
}

extension TermsOfReference {
    /// What is left out is the plain case: more than half of the votes, in public, nothing else allowed.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        func flag(_ key: CodingKeys, else usual: Bool = false) throws -> Bool {
            try container.decodeIfPresent(Bool.self, forKey: key) ?? usual
        }
        self.init(
            from: try container.decode(Day.self, forKey: .from),
            quorum: try container.decode(QuorumRule.self, forKey: .quorum),
            majority: try container.decodeIfPresent(Majority.self, forKey: .majority) ?? .simple,
            hasCastingVote: try flag(.hasCastingVote), allowsProxies: try flag(.allowsProxies),
            allowsDeputies: try flag(.allowsDeputies), allowsConsensus: try flag(.allowsConsensus),
            allowsUrgentAction: try flag(.allowsUrgentAction), isPublic: try flag(.isPublic, else: true),
            papersDays: try container.decodeIfPresent(Int.self, forKey: .papersDays),
            mandates: try container.decodeIfPresent([Mandate].self, forKey: .mandates) ?? [],
            document: try container.decodeIfPresent(EvidenceID.self, forKey: .document),
            citation: try container.decode(String.self, forKey: .citation))
    }
}

/// A seat on a committee held over time; one person holds at most one seat of a committee on a day.
public struct Membership: Hashable, Sendable, Codable {
    public var person: Slug
    /// What the person sits as: `lay`, `gp`, `executive`, `chief-officer`, `cfo`, `head-of-contracting`, `healthwatch`.
    /// A person of several roles counts once, and fills one place of a quorum at a time.
    public var roles: [Slug]
    public var isVoting: Bool
    public var office: Office?
    /// The member for whom this one deputises: counts and votes only while that member is absent.
    public var deputyFor: Slug?
    public var from: Day
    public var until: Day?

    public enum Office: String, Hashable, Sendable, Codable, CaseIterable {
        case chair, viceChair
    }

    public init(
        person: Slug, roles: [Slug], isVoting: Bool = true, office: Office? = nil, deputyFor: Slug? = nil, from: Day,
        until: Day? = nil
    ) {
        self.person = person
        self.roles = roles
        self.isVoting = isVoting
        self.office = office
        self.deputyFor = deputyFor
        self.from = from
        self.until = until
    }
}

extension Membership {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            person: try container.decode(Slug.self, forKey: .person),
            roles: try container.decode([Slug].self, forKey: .roles),
            isVoting: try container.decodeIfPresent(Bool.self, forKey: .isVoting) ?? true,
            office: try container.decodeIfPresent(Office.self, forKey: .office),
            deputyFor: try container.decodeIfPresent(Slug.self, forKey: .deputyFor),
            from: try container.decode(Day.self, forKey: .from),
            until: try container.decodeIfPresent(Day.self, forKey: .until))
    }
}

/// What part of the votes cast carries a motion; abstentions are not votes cast.
public enum Majority: String, Hashable, Sendable, Codable, CaseIterable {
    /// More than half.
    case simple
    /// At least two in three.
    case twoThirds
    /// At least four in five.
    case fourFifths
}
