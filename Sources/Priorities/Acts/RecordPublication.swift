public import Vocabulary

/// Records that the decision was published, as the manifest of this digest; refused for a record that nobody could be
/// held to.
public struct RecordPublication: RoundAct {
    public static let name = "recordPublication"

    public var round: Slug
    /// Of the manifest of what was published.
    public var digest: EvidenceID

    public init(round: Slug, digest: EvidenceID) {
        self.round = round
        self.digest = digest
    }

    public func decide(
        _ before: RoundBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> Round {
        var round = try before.found(round)
        let lacking = try Accountability.conditions(of: round, rulebook: before.rulebook)
            .filter { !$0.lacking.isEmpty }
        guard lacking.isEmpty else {
            let words = lacking.map { "\($0.kind.words) (\($0.lacking.joined(separator: "; ")))" }
            throw Refusal(
                .wanting, code: "not-accountable",
                "The record cannot be published: it lacks \(words.joined(separator: ", and ")).",
                remedy: "Put right what is named, then publish.")
        }
        round.published.append(Round.Publication(at: moment, digest: digest))
        return round
    }
}
