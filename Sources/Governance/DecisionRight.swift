public import Vocabulary

/// Who may decide a matter, by which instrument and within which limits, from a day.
///
/// A right that is amended keeps its short name: what it was before stands in `earlier`, in order, each with its last
/// day.
public struct DecisionRight: Hashable, Sendable, Codable {
    public var id: Slug
    /// `primary-dental-services`; several rights may name one matter.
    public var matter: Slug
    /// The matter as people say it: `Primary care dental contracts: award, variation, closure`.
    public var title: String
    /// Other words by which it is looked for.
    public var alsoKnownAs: [String]
    public var level: Level
    public var extent: Extent
    public var standing: Standing
    /// The body that holds it; nil where that is unclear.
    public var holder: OrganisationCode?
    /// The bodies with which it is held, where it is held jointly.
    public var jointWith: [OrganisationCode]
    /// The holder's committee; nil where the body has not said.
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
    /// The most that one decision may commit; nil for no limit. In JSON `upToPence`, or `upTo` as pounds in text.
    public var upTo: Money?
    /// What the body from which it comes keeps to itself.
    public var retained: [String]
    public var conditions: [String]
    public var allowsSubDelegation: Bool
    public var from: Day
    /// The last day; nil while it stands.
    public var until: Day?
    /// The document that says so.
    public var document: EvidenceID?
    public var citation: String
    /// What it was before it was amended, oldest first; acts make it, and it stands in no document.
    public internal(set) var earlier: [DecisionRight] = []

    public enum Level: String, Hashable, Sendable, Codable, CaseIterable {
        case national, regional, local, place, provider
    }

    /// How far the holder decides; left out, it is `delegated` where the right names another from which it comes, and
    /// `own` elsewhere.
    ///
    /// The last three are the levels of primary care co-commissioning of 2015.
    public enum Extent: String, Hashable, Sendable, Codable, CaseIterable {
        /// By statute or by its own standing orders.
        case own
        case delegated
        /// With other bodies, none of which decides alone.
        case joint
        /// It is asked and heard, and does not decide.
        case greaterInvolvement
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

    enum CodingKeys: String, CodingKey {
        case id, matter, title, alsoKnownAs, level, extent, standing, holder, jointWith, committee, approach, address
        case statutoryHolder, delegatedFrom, instrument
        case upTo = "upToPence"
        case retained, conditions, allowsSubDelegation, from, until, document, citation
    }

    /// - Parameter extent: nil for `delegated` or `own`, as `delegatedFrom` says.
    public init(
        id: Slug, matter: Slug, title: String, alsoKnownAs: [String] = [], level: Level, extent: Extent? = nil,
        standing: Standing = .settled, holder: OrganisationCode? = nil, jointWith: [OrganisationCode] = [],
        committee: Slug? = nil, approach: String? = nil, address: String? = nil,
        statutoryHolder: OrganisationCode? = nil, delegatedFrom: Slug? = nil, instrument: Instrument? = nil,
        upTo: Money? = nil, retained: [String] = [], conditions: [String] = [], allowsSubDelegation: Bool = false,
        from: Day, until: Day? = nil, document: EvidenceID? = nil, citation: String
    ) {
        self.id = id
        self.matter = matter
        self.title = title
        self.alsoKnownAs = alsoKnownAs
        self.level = level
        self.extent = extent ?? (delegatedFrom == nil ? .own : .delegated)
        self.standing = standing
        self.holder = holder
        self.jointWith = jointWith
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

    /// The bodies that hold it, alone or together.
    public var holders: [OrganisationCode] { (holder.map { [$0] } ?? []) + jointWith }

    /// The right as it stood on a day; nil where it did not.
    public func asOf(_ day: Day) -> DecisionRight? { form(on: day) }

    /// The first day on which it stood in any form.
    public var began: Day { earlier.first?.from ?? from }
}
