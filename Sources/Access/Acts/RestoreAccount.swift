public import Vocabulary

/// Gives a suspended account back what it had: active where its holder has signed in before, invited otherwise.
///
/// Refused: an unknown or closed account, one that is not suspended (`state-forbids`), one's own (`own-account`).
public struct RestoreAccount: AccessAct {
    public static let name = "restoreAccount"

    public var account: Slug

    public init(account: Slug) {
        self.account = account
    }

    public func decide(
        _ before: AccessBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> AccessBook {
        var account = try before.book.requireOpen(account)
        try before.book.requireAnother(
            than: author, for: account.id, "restore their own account", on: moment.inLondon.day)
        try account.go(
            to: account.activatedOn == nil ? .invited : .active, by: RestoreAccount.name,
            "Only an account that is suspended is restored.")
        return try before.book.replacing(account, on: moment.inLondon.day)
    }
}
