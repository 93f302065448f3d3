public import Vocabulary

/// Adds somebody who is to sign in; the account is invited until they first can.
///
/// The short name is neutral and stands for good (`a014`). That no two accounts share an e-mail address is seen to by
/// whoever keeps the texts, for an act holds digests. Refused: a short name that is taken (`account-exists`).
public struct AddAccount: AccessAct {
    public static let name = "addAccount"

    public var account: Slug
    public var name: Personal
    public var email: Personal

    public init(account: Slug, name: Personal, email: Personal) {
        self.account = account
        self.name = name
        self.email = email
    }

    public func decide(
        _ before: AccessBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> AccessBook {
        guard before.book.accounts[account] == nil else {
            throw Refusal(
                .rule, code: "account-exists", "There is an account “\(account)” already.",
                remedy: "Choose another short name; two people never share one, also after one has left.")
        }
        var book = before.book
        book.accounts[account] = Account(id: account, name: name, email: email, addedOn: moment.inLondon.day)
        return book
    }
}
