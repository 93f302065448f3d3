public import Vocabulary

/// Gives an account the seat of a member of a round: what the member gives comes from it and from no other.
///
/// That the round has such a member is seen to by whoever reads the round. Refused: an unknown or closed account, one's
/// own (`own-account`), an account that has a seat in the round (`seat-held`), a member whose seat another account has
/// (`seat-taken`).
public struct TakeSeat: AccessAct {
    public static let name = "takeSeat"

    public var account: Slug
    public var round: Slug
    public var member: Slug

    public init(account: Slug, round: Slug, member: Slug) {
        self.account = account
        self.round = round
        self.member = member
    }

    public func decide(
        _ before: AccessBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> AccessBook {
        let today = moment.inLondon.day
        var account = try before.book.requireOpen(account)
        try before.book.requireAnother(than: author, for: account.id, "give themselves a seat", on: today)
        if let held = account.seats.first(where: { $0.isHeld && $0.round == round }) {
            throw Refusal(
                .rule, code: "seat-held",
                "“\(account.id)” is the member “\(held.member)” of the round “\(round)” already.",
                remedy: "A person is one member of a round; where it is the wrong one, leave that seat first.")
        }
        if let other = before.book.account(ofMember: member, in: round) {
            throw Refusal(
                .rule, code: "seat-taken",
                "The member “\(member)” of the round “\(round)” is the account “\(other.id)”.",
                remedy: "One member is one person; where it is the wrong one, that account leaves the seat first.")
        }
        account.seats.append(RoundSeat(round: round, member: member, takenOn: today))
        return try before.book.replacing(account, on: today)
    }
}
