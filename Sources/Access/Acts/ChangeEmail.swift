public import Vocabulary

/// Gives an account another e-mail address, with which its holder signs in from then on.
///
/// That no two accounts share one is seen to by whoever keeps the texts. Refused: an unknown or closed account, the very
/// text that stands (`nothing-changes`).
public struct ChangeEmail: AccessAct {
    public static let name = "changeEmail"

    public var account: Slug
    public var email: Personal

    public init(account: Slug, email: Personal) {
        self.account = account
        self.email = email
    }

    public func decide(
        _ before: AccessBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> AccessBook {
        var account = try before.book.requireOpen(account)
        guard account.email != email else {
            throw Refusal(.usage, code: "nothing-changes", "That is the e-mail address of “\(account.id)” already.")
        }
        account.email = email
        return try before.book.replacing(account, on: moment.inLondon.day)
    }
}
