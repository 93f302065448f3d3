public import Vocabulary

/// Gives an account's holder another name, as after a marriage.
///
/// Refused: an unknown or closed account, the very text that stands (`nothing-changes`).
public struct ChangeAccountName: AccessAct {
    public static let name = "changeAccountName"

    public var account: Slug
    public var name: Personal

    public init(account: Slug, name: Personal) {
        self.account = account
        self.name = name
    }

    public func decide(
        _ before: AccessBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> AccessBook {
        var account = try before.book.requireOpen(account)
        guard account.name != name else {
            throw Refusal(.usage, code: "nothing-changes", "That is the name of “\(account.id)” already.")
        }
        account.name = name
        return try before.book.replacing(account, on: moment.inLondon.day)
    }
}
