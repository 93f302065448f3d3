public import Vocabulary

/// Says which person of the register of interests an account's holder is.
///
/// That the person stands in the register is seen to by whoever reads it. Refused: an unknown or closed account, one's
/// own (`own-account`), an account that is linked (`account-linked`), a person who has an account (`person-linked`).
public struct LinkPerson: AccessAct {
    public static let name = "linkPerson"

    public var account: Slug
    public var person: Slug

    public init(account: Slug, person: Slug) {
        self.account = account
        self.person = person
    }

    public func decide(
        _ before: AccessBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> AccessBook {
        let today = moment.inLondon.day
        var account = try before.book.requireOpen(account)
        try before.book.requireAnother(than: author, for: account.id, "say who they are in the register", on: today)
        if let linked = account.person {
            throw Refusal(
                .rule, code: "account-linked", "“\(account.id)” is “\(linked)” of the register already.",
                remedy: "Where that is wrong, take the link away first.")
        }
        if let other = before.book.account(ofPerson: person) {
            throw Refusal(
                .rule, code: "person-linked", "“\(person)” of the register has the account “\(other.id)”.",
                remedy: "One person has one account: close the other, or take its link away.")
        }
        account.person = person
        return try before.book.replacing(account, on: today)
    }
}
