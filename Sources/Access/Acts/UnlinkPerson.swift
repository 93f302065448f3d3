public import Vocabulary

/// Takes away the link between an account and a person of the register, as when the wrong one was named.
///
/// Refused: an unknown or closed account, one that is not linked (`account-not-linked`).
public struct UnlinkPerson: AccessAct {
    public static let name = "unlinkPerson"

    public var account: Slug

    public init(account: Slug) {
        self.account = account
    }

    public func decide(
        _ before: AccessBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> AccessBook {
        var account = try before.book.requireOpen(account)
        guard account.person != nil else {
            throw Refusal(
                .usage, code: "account-not-linked", "“\(account.id)” is linked to nobody of the register.")
        }
        account.person = nil
        return try before.book.replacing(account, on: moment.inLondon.day)
    }
}
