public import Vocabulary

/// Takes a role at a commissioner, or at all of them, from an account at once.
///
/// What is given from a later day is taken as well. Refused: an unknown or closed account, a role that it does not hold
/// there now or later (`role-not-held`), the last administrator of the installation (`last-administrator`).
public struct WithdrawRole: AccessAct {
    public static let name = "withdrawRole"

    public var account: Slug
    public var role: Role
    /// As it was given: nil for the role at all commissioners.
    public var commissioner: OrganisationCode?

    public init(account: Slug, role: Role, commissioner: OrganisationCode?) {
        self.account = account
        self.role = role
        self.commissioner = commissioner
    }

    public func decide(
        _ before: AccessBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> AccessBook {
        let today = moment.inLondon.day
        var account = try before.book.requireOpen(account)
        let standing = account.grants.indices.filter { place in
            let grant = account.grants[place]
            return grant.role == role && grant.commissioner == commissioner && grant.stands(on: today)
        }
        guard !standing.isEmpty else {
            let held = account.grants.filter { $0.stands(on: today) }.map(\.inWords)
            throw Refusal(
                .usage, code: "role-not-held",
                "“\(account.id)” is not \(Grant(role: role, commissioner: commissioner, since: today).inWords).",
                remedy: held.isEmpty ? "It holds no role." : "It is \(named(held)).")
        }
        for place in standing { account.grants[place].withdrawnOn = today }
        return try before.book.replacing(account, on: today)
    }
}
