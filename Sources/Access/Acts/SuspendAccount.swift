public import Vocabulary

/// Takes everything from an account until it is restored; its roles stay on the record.
///
/// Refused: an unknown or closed account, one that is suspended (`state-forbids`), the last administrator of the
/// installation (`last-administrator`).
public struct SuspendAccount: AccessAct {
    public static let name = "suspendAccount"

    public var account: Slug
    /// Why, kept apart.
    public var reason: Personal?

    public init(account: Slug, reason: Personal? = nil) {
        self.account = account
        self.reason = reason
    }

    public func decide(
        _ before: AccessBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> AccessBook {
        var account = try before.book.requireOpen(account)
        try account.go(to: .suspended, by: SuspendAccount.name)
        return try before.book.replacing(account, on: moment.inLondon.day)
    }
}
