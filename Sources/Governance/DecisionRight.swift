public import Vocabulary

/// Who may decide a matter, by which instrument and within which limits, over time.
public struct DecisionRight: Hashable, Sendable, Codable {
    public var id: Slug
    /// `primary-dental-services`; several rights may name one matter.
    public var matter: Slug
    /// The matter as people say it: `Primary care dental contracts: award, variation, closure`.
    public var title: String
    /// Other words by which it is looked for.
    public var alsoKnownAs: [String]
    public var level: Level
    public var standing: Standing
    /// The body that holds it; nil where that is unclear.
    public var holder: OrganisationCode?
    /// Its committee; nil where the body has not said.
    public var committee: Slug?
    /// The officer or post to approach, in words: `Head of primary care, contracts desk`.
    public var approach: String?
    /// Where to write: a published address of the body, not of a person.
    public var address: String?
    /// The body that holds it by statute; a chain of delegation must end there.
    public var statutoryHolder: OrganisationCode?
    /// The right from which it is delegated; nil for the statutory holder's own.
    public var delegatedFrom: Slug?
    public var instrument: Instrument?
    /// The most that one decision may commit; nil for no limit.
    public var upTo: Money?
    public var retained: [String]
    public var conditions: [String]
    public var allowsSubDelegation: Bool
    public var from: Day
    public var until: Day?
    /// The document that says so.
    public var document: EvidenceID?
    public var citation: String

    public enum Level: String, Hashable, Sendable, Codable, CaseIterable {
        case national, regional, local, place, provider
    }

    /// `unclear` and `contested` are answers; each makes a question with an owner and a day.
    public enum Standing: String, Hashable, Sendable, Codable, CaseIterable {
        case settled, unclear, contested
    }

    /// By what it is held or passed on: `s65Z5`, `s13Z`, `s75`, `statute`, `standing orders`.
    public struct Instrument: Hashable, Sendable, Codable {
        public var name: String
        public var dated: Day?

        public init(name: String, dated: Day? = nil) {
            self.name = name
            self.dated = dated
        }
    }

    public init(
        id: Slug, matter: Slug, title: String, alsoKnownAs: [String] = [], level: Level,
        standing: Standing = .settled, holder: OrganisationCode? = nil, committee: Slug? = nil,
        approach: String? = nil, address: String? = nil, statutoryHolder: OrganisationCode? = nil,
        delegatedFrom: Slug? = nil, instrument: Instrument? = nil, upTo: Money? = nil, retained: [String] = [],
        conditions: [String] = [], allowsSubDelegation: Bool = false, from: Day, until: Day? = nil,
        document: EvidenceID? = nil, citation: String
    ) {
        self.id = id
        self.matter = matter
        self.title = title
        self.alsoKnownAs = alsoKnownAs
        self.level = level
        self.standing = standing
        self.holder = holder
        self.committee = committee
        self.approach = approach
        self.address = address
        self.statutoryHolder = statutoryHolder
        self.delegatedFrom = delegatedFrom
        self.instrument = instrument
        self.upTo = upTo
        self.retained = retained
        self.conditions = conditions
        self.allowsSubDelegation = allowsSubDelegation
        self.from = from
        self.until = until
        self.document = document
        self.citation = citation
    }
}

/// Something about who decides that nobody can yet say, with whom it lies and by when.
public struct RightsQuestion: Hashable, Sendable, Codable {
    public var id: Slug
    public var matter: Slug
    public var question: String
    /// The person who is to find the answer.
    public var owner: Slug
    public var due: Day
    public var askedOn: Day
    public var answer: Answer?

    public struct Answer: Hashable, Sendable, Codable {
        public var text: String
        public var answeredOn: Day

        public init(text: String, answeredOn: Day) {
            self.text = text
            self.answeredOn = answeredOn
        }
    }

    public init(id: Slug, matter: Slug, question: String, owner: Slug, due: Day, askedOn: Day) {
        self.id = id
        self.matter = matter
        self.question = question
        self.owner = owner
        self.due = due
        self.askedOn = askedOn
    }
}
