public import Vocabulary

/// Takes the seat in a round from an account; what the member gave stays given.
///
/// Refused: an unknown or closed account, one without a seat there (`no-such-seat`).
public struct LeaveSeat: AccessAct {
    public static let name = "leaveSeat"

    public var account: Slug
    public var round: Slug

    public init(account: Slug, round: Slug) {
        self.account = account
        self.round = round
    }

    public func decide(
        _ before: AccessBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> AccessBook {
        var account = try before.book.requireOpen(account)
        guard let place = account.seats.lastIndex(where: { $0.isHeld && $0.round == round }) else {
            throw Refusal(
                .usage, code: "no-such-seat", "“\(account.id)” has no seat in the round “\(round)”.")
        }
        account.seats[place].leftOn = moment.inLondon.day
        return try before.book.replacing(account, on: moment.inLondon.day)
    }
}
