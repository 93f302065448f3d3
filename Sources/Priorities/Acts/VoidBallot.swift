public import Vocabulary

/// Sets an open ballot aside without opening its votes: where the key that opens them is lost, or the vote went wrong.
///
/// Whoever voted votes again in another ballot, under another short name.
public struct VoidBallot: RoundAct {
    public static let name = "voidBallot"

    public var round: Slug
    public var ballot: Slug
    public var reason: String

    public init(round: Slug, ballot: Slug, reason: String) {
        self.round = round
        self.ballot = ballot
        self.reason = reason
    }

    public func decide(
        _ before: RoundBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> Round {
        var round = try before.found(round)
        try refuseBlank(reason: reason, for: "voiding the ballot “\(ballot)”")
        _ = try round.requireOpenBallot(ballot)
        round.note(round.dropBallot(), at: .scores, reason: reason, on: moment)
        return round
    }
}
