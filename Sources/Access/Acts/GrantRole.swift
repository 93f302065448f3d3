public import Vocabulary

/// Gives an account a role at a commissioner, or at all of them, over a span of days.
///
/// Refused: an unknown or closed account; to oneself (`own-account`), unless nobody administers the installation yet; a
/// role without a commissioner that is held at one only (`commissioner-missing`); a last day before the first
/// (`ends-before-start`), a first day that is over (`starts-in-past`); a role that the account holds at that place in
/// that span (`role-held`).
public struct GrantRole: AccessAct {
    public static let name = "grantRole"

    public var account: Slug
    public var role: Role
    /// Nil for all commissioners of the installation: administrators and observers only.
    public var commissioner: OrganisationCode?
    /// The first day: the day of the act or a later one.
    public var since: Day
    /// The last day.
    public var until: Day?

    public init(
        account: Slug, role: Role, commissioner: OrganisationCode?, since: Day, until: Day? = nil
    ) {
        self.account = account
        self.role = role
        self.commissioner = commissioner
        self.since = since
        self.until = until
    }

    public func decide(
        _ before: AccessBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> AccessBook {
        let today = moment.inLondon.day
        var account = try before.book.requireOpen(account)
        try before.book.requireAnother(than: author, for: account.id, "give themselves a role", on: today)
        guard commissioner != nil || role.mayBeEverywhere else {
            throw Refusal(
                .usage, code: "commissioner-missing",
                "The role \(role.inWords) is held at one commissioner, and none is named.",
                remedy: "Name the commissioner by its code; for several, give the role once for each.")
        }
        if let until, until < since {
            throw Refusal(
                .input, code: "ends-before-start",
                "The role would end on \(until.inWords), before it starts on \(since.inWords).",
                remedy: "Correct the days.")
        }
        guard since >= today else {
            throw Refusal(
                .input, code: "starts-in-past",
                "The role would start on \(since.inWords), and today is \(today.inWords).",
                remedy: "Nobody held a role before it was given: start it today or later.")
        }
        let grant = Grant(role: role, commissioner: commissioner, since: since, until: until)
        if let held = account.grants.first(where: { $0.overlaps(grant) }) {
            throw Refusal(
                .rule, code: "role-held",
                "“\(account.id)” is \(held.inWords) from \(held.since.inWords)"
                    + (held.until.map { " until \($0.inWords)" } ?? "") + " already.",
                remedy: "To change its days, withdraw it and give it again.")
        }
        account.grants.append(grant)
        return try before.book.replacing(account, on: today)
    }
}
