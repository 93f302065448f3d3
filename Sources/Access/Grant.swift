public import Vocabulary

/// A role given to an account, at one commissioner or at all of them, over a span of days.
///
/// One that is withdrawn stays on the record and is held no more, from the day of its withdrawal.
public struct Grant: Hashable, Sendable, Codable {
    public var role: Role
    /// Where it is held; nil for all commissioners of the installation (`Role.mayBeEverywhere`).
    public var commissioner: OrganisationCode?
    /// The first day.
    public var since: Day
    /// The last day; nil where none is set.
    public var until: Day?
    /// The day of its withdrawal, on which it was held no more.
    public var withdrawnOn: Day?

    public init(role: Role, commissioner: OrganisationCode?, since: Day, until: Day? = nil) {
        self.role = role
        self.commissioner = commissioner
        self.since = since
        self.until = until
    }

    public func isHeld(on day: Day) -> Bool {
        since <= day && (until.map { day <= $0 } ?? true) && (withdrawnOn.map { day < $0 } ?? true)
    }

    /// True where it is held on the day or will be.
    public func stands(on day: Day) -> Bool { withdrawnOn == nil && (until.map { day <= $0 } ?? true) }

    /// `commissioning manager at QWX`, `administrator at all commissioners`.
    public var inWords: String { role.inWords + " at " + (commissioner?.description ?? "all commissioners") }

    /// True where both give the role at the same place on one day or more.
    func overlaps(_ other: Grant) -> Bool {
        role == other.role && commissioner == other.commissioner && withdrawnOn == nil && other.withdrawnOn == nil
            && (until.map { other.since <= $0 } ?? true) && (other.until.map { since <= $0 } ?? true)
    }
}
