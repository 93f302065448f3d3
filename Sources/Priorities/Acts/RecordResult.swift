public import Vocabulary

/// Records the digest of the answer that was worked out for the round as it stands; after the scores have closed.
///
/// The same answer again changes nothing: it counts from the moment when it was first recorded.
public struct RecordResult: RoundAct {
    public static let name = "recordResult"

    public var round: Slug
    public var digest: EvidenceID

    public init(round: Slug, digest: EvidenceID) {
        self.round = round
        self.digest = digest
    }

    public func decide(
        _ before: RoundBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> Round {
        var round = try before.found(round)
        try round.requireClosed(.scores, before: "the result")
        try round.requireUndecided(to: "record a result")
        try round.requireRulings(before: "the result")
        if let ballot = round.ballot, round.result?.digest != digest {
            throw Refusal(
                .rule, code: "ballot-on-result",
                "The ballot “\(ballot.id)” is on the result that was recorded before.",
                remedy: "Open the scores again, with a reason, if the result is to change.")
        }
        guard round.result?.digest != digest else { return round }
        round.result = Round.ResultHeld(digest: digest, at: moment)
        return round
    }
}
