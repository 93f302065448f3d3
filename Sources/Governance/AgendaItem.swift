public import Vocabulary

/// A matter on the agenda of a meeting.
public struct AgendaItem: Hashable, Sendable, Codable {
    public var id: Slug
    public var title: String
    public var purpose: Purpose
    public var subject: Subject
    /// What it touches, as it was told when it was put on the agenda: that is how interests find it.
    public var touches: [Touch]
    /// Under which mandate it is decided; needed where it is for decision.
    public var matter: Slug?
    public var amount: Money?

    public enum Purpose: String, Hashable, Sendable, Codable, CaseIterable {
        case decide, discuss, note, approveMinutes
    }

    /// What it is about, so that the decision is found from there and there from the decision.
    public enum Subject: Hashable, Sendable, Codable {
        case round(Slug)
        case contract(String)
        case initiative(Slug)
        case organisation(OrganisationCode)
        case minutes(of: Slug)
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
}

/// How the chair decided to handle a member's interest in an item.
public struct Handling: Hashable, Sendable, Codable {
    public var member: Slug
    public var item: Slug
}

/// Somebody's being there, from a moment to another.
public struct Presence: Hashable, Sendable, Codable {
    public var person: Slug
    public var from: Moment
    public var until: Moment?
}
