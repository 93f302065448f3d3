public import Vocabulary

/// Somebody known to the body: a member, an officer, a clinician who may be asked; with all that they have
/// declared.
///
/// The short name is neutral (`p014`): it stands in the journal for good, while the name is a personal text.
public struct PersonFile: Hashable, Sendable, Codable {
    public var id: Slug
    public var name: Personal
    /// The first day on which the person was of the body, or known to it.
    public var knownFrom: Day
    /// The last day.
    public var left: Day?
    /// The day on which the name was disposed of, its retention over.
    public var nameDisposedOn: Day?
    public var posts: [Post] = []
    /// Spans in which the person's declarations are published, and why.
    public var decisionMaking: [DecisionMaking] = []
    /// Households, practices and firms shared with others: two of one tie do not both approve.
    public var ties: [Tie] = []
    public var declarations: [Declaration] = []
    public var nilDeclarations: [NilDeclaration] = []
    public var gifts: [Gift] = []
    public var reviews: [RegisterReview] = []
    public var breaches: [Breach] = []

    public init(id: Slug, name: Personal, knownFrom: Day) {
        self.id = id
        self.name = name
        self.knownFrom = knownFrom
    }

    /// A post held over time.
    public struct Post: Hashable, Sendable, Codable {
        /// `GP partner, Harbour Street Surgery`; published.
        public var title: String
        /// Where the post is held; nil for the body itself.
        public var organisation: OrganisationCode?
        public var from: Day
        /// The last day; nil while it is held.
        public var until: Day?
        /// A clinician, and of which kind: `gp`, `nurse`, `dentist`, `secondary-care-doctor`; nil for none.
        public var clinician: Slug?
        /// The area in which the person practises, such as `harbour`: an unconflicted clinician is sought
        /// from another.
        public var area: Slug?

        public init(
            title: String, organisation: OrganisationCode? = nil, from: Day, until: Day? = nil,
            clinician: Slug? = nil, area: Slug? = nil
        ) {
            self.title = title
            self.organisation = organisation
            self.from = from
            self.until = until
            self.clinician = clinician
            self.area = area
        }
    }

    public struct DecisionMaking: Hashable, Sendable, Codable {
        /// `votes on the primary care commissioning committee`.
        public var why: String
        public var from: Day
        public var until: Day?

        public init(why: String, from: Day, until: Day? = nil) {
            self.why = why
            self.from = from
            self.until = until
        }
    }

    /// A bond between people, by a neutral name that they share: `household-3`, `practice-y02494`.
    public struct Tie: Hashable, Sendable, Codable {
        public var name: Slug
        public var from: Day
        public var until: Day?

        public init(name: Slug, from: Day, until: Day? = nil) {
            self.name = name
            self.from = from
            self.until = until
        }
    }
}

/// Somebody's word that they have nothing to declare.
public struct NilDeclaration: Hashable, Sendable, Codable {
    public var declaredOn: Day

    public init(declaredOn: Day) {
        self.declaredOn = declaredOn
    }
}

/// Somebody's word that their entries are right, or what was put right.
public struct RegisterReview: Hashable, Sendable, Codable {
    public var reviewedOn: Day
    public var note: String?

    public init(reviewedOn: Day, note: String? = nil) {
        self.reviewedOn = reviewedOn
        self.note = note
    }
}
