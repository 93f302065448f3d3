public import Vocabulary

/// Records that an invited person can now sign in: a password was set, or another way of signing in was found good.
///
/// The person may do it. Refused: an unknown or closed account, one that is not invited (`state-forbids`).
public struct ActivateAccount: AccessAct {
    public static let name = "activateAccount"

    public var account: Slug

    public init(account: Slug) {
        self.account = account
    }

    public func decide(
        _ before: AccessBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> AccessBook {
        var account = try before.book.requireOpen(account)
        try account.go(to: .active, by: ActivateAccount.name, "Only an account that is invited is activated.")
        account.activatedOn = moment.inLondon.day
        return try before.book.replacing(account, on: moment.inLondon.day)
    }
}
