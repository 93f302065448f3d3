public import Markup
public import Vocabulary

/// Where a committee is kept: who sits on it, by which terms, and what is decided for it outside a meeting.
public enum CommitteeDeed: Hashable, Sendable {
    /// A committee is formed.
    case form
    /// The page of who keeps one.
    case keeping(Slug)
    case appoint(Slug), terms(Slug), dissolve(Slug)
    /// One person's seat.
    case changeSeat(Slug, Slug), endSeat(Slug, Slug)
    /// Decisions outside a meeting: by the chair with another member, and by an officer alone.
    case urgent(Slug), delegated(Slug)

    public var path: String {
        switch self {
        case .form: "/committees/new"
        case .keeping(let committee): "/committees/\(committee)/keep"
        case .appoint(let committee): "/committees/\(committee)/appoint"
        case .terms(let committee): "/committees/\(committee)/terms"
        case .dissolve(let committee): "/committees/\(committee)/dissolve"
        case .changeSeat(let committee, let person): "/committees/\(committee)/seats/\(person)/change"
        case .endSeat(let committee, let person): "/committees/\(committee)/seats/\(person)/end"
        case .urgent(let committee): "/committees/\(committee)/urgent"
        case .delegated(let committee): "/committees/\(committee)/delegated"
        }
    }

    public var destination: Destination {
        guard let destination = Destination(path) else { preconditionFailure("no path: \(path)") }
        return destination
    }
}
