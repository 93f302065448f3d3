public import Vocabulary

/// A meeting of a committee, or of several in common, as its acts have made it.
public struct Meeting: Hashable, Sendable, Codable {
    public var id: Slug
    /// More than one: committees in common, each deciding and quorate for itself.
    public var committees: [Slug]
    public var startsAt: Moment
    public var place: String
    public var isPublic: Bool
    /// Why it is held in private although the terms say public.
    public var reasonForPrivate: String?
    public var state: State = .planned
    public var agenda: [AgendaItem] = []
    /// What became of each item, in the order of the agenda.
    public var proceedings: [Proceeding] = []
    public var papers: PapersSent?
    public var handlings: [Handling] = []
    /// Interests told at the meeting.
    public var interests: [MeetingInterest] = []
    public var presences: [Presence] = []
    public var chairing: [Chairing] = []
    public var proxies: [ProxyGiven] = []
    public var coOptions: [CoOption] = []
    /// Clinicians who were asked where an item had lost its clinical voice; `asked(for:)` has what stands.
    public var asked: [ClinicianAsked] = []
    public var motions: [Motion] = []
    public var resolutions: [Resolution] = []
    public var actions: [MeetingAction] = []
    public var corrections: [Correction] = []
    public var approval: MinutesApproval?
    public var reasonForCancelling: String?
    public var openedAt: Moment?
    public var closedAt: Moment?
    /// The last thing that happened; nothing is recorded as having happened before it.
    public var lastAt: Moment?

    public enum State: String, Hashable, Sendable, Codable, CaseIterable {
        case planned, papersOut, open, closed, cancelled
    }

    /// When and how late the papers went out.
    public struct PapersSent: Hashable, Sendable, Codable {
        public var on: Day
        /// The day by which they were due.
        public var due: Day
        public var reasonForLate: String?

        public var isLate: Bool { on > due }
    }

    /// Who takes the chair for a committee: for the whole meeting from then on, or for one item.
    public struct Chairing: Hashable, Sendable, Codable {
        public var committee: Slug
        public var person: Slug
        public var item: Slug?
        /// Those present who chose the person, where it is neither the chair nor the vice-chair.
        public var chosenBy: [Slug]
        public var reason: String?
        public var at: Moment
    }

    /// A member's vote given to another to cast, for the meeting or for one item.
    public struct ProxyGiven: Hashable, Sendable, Codable {
        public var proxy: Proxy
        public var item: Slug?
        public var at: Moment
    }

    /// Somebody without an interest who joins a committee for one item, so that it can decide.
    public struct CoOption: Hashable, Sendable, Codable {
        public var committee: Slug
        public var item: Slug
        public var person: Slug
        public var roles: [Slug]
        /// Who was asked, the person among them.
        public var asked: [Slug]
        public var reason: String
        public var at: Moment
    }

    /// Something in the draft minutes that was put right before they were approved.
    public struct Correction: Hashable, Sendable, Codable {
        public var text: String
        public var askedBy: Slug
        public var at: Moment
    }

    /// That a later meeting took the minutes as right.
    public struct MinutesApproval: Hashable, Sendable, Codable {
        public var meeting: Slug
        public var item: Slug
        public var by: [Slug]
        public var at: Moment
    }

    public init(id: Slug, committees: [Slug], startsAt: Moment, place: String, isPublic: Bool) {
        self.id = id
        self.committees = committees
        self.startsAt = startsAt
        self.place = place
        self.isPublic = isPublic
    }

    /// The day, in London, by which memberships, terms, interests and rules are judged.
    public var day: Day { (openedAt ?? startsAt).inLondon.day }

    public func item(_ id: Slug) -> AgendaItem? { agenda.first { $0.id == id } }
    public func proceeding(_ id: Slug) -> Proceeding? { proceedings.first { $0.item == id } }
    public func motion(_ id: Slug) -> Motion? { motions.first { $0.id == id } }

    /// The item that is before the meeting now, or was stopped and not yet settled.
    public var itemBefore: Slug? {
        proceedings.first { $0.state == .taken || $0.state == .stopped }?.item
    }
}

/// Somebody's being there, from a moment to another.
public struct Presence: Hashable, Sendable, Codable {
    public var person: Slug
    public var from: Moment
    public var until: Moment?
    /// The item for which the person left, where it was for one.
    public var leftFor: Slug?
    /// True where the person went to sit with the public.
    public var isInGallery = false
}

/// Something that somebody is to do after a meeting.
public struct MeetingAction: Hashable, Sendable, Codable {
    public var id: Slug
    public var item: Slug?
    public var text: String
    public var owner: Slug
    public var due: Day
    public var doneOn: Day?
    public var note: String?

    public init(id: Slug, item: Slug? = nil, text: String, owner: Slug, due: Day) {
        self.id = id
        self.item = item
        self.text = text
        self.owner = owner
        self.due = due
    }
}
