public import Vocabulary

/// Closes an account for good, as when somebody has left; what was done with it stays theirs.
///
/// The person of the register and the seats in rounds that were linked to it are free for another account. Refused: an
/// unknown or closed account, the last administrator of the installation (`last-administrator`).
public struct CloseAccount: AccessAct {
    public static let name = "closeAccount"

    public var account: Slug

    public init(account: Slug) {
        self.account = account
    }

    public func decide(
        _ before: AccessBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> AccessBook {
        var account = try before.book.requireOpen(account)
        try account.go(to: .closed, by: CloseAccount.name)
        account.closedOn = moment.inLondon.day
        return try before.book.replacing(account, on: moment.inLondon.day)
    }
}
