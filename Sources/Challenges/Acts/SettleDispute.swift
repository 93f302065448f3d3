public import Vocabulary

/// Ends the dispute about a bundle; values that were settled otherwise are concluded again.
///
/// Refused: `no-such-bundle`, `bundle-state`, `text-missing`, `day-in-future`, `day-before`.
public struct SettleDispute: ChallengeAct {
    public static let name = "settleDispute"

    public var bundle: Slug
    public var on: Day
    /// What was settled, and by whom.
    public var words: String

    public init(bundle: Slug, on: Day, words: String) { (self.bundle, self.on, self.words) = (bundle, on, words) }

    public func decide(
        _ before: ChallengeBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> ChallengeBundle {
        var changed = try before.found(bundle)
        try changed.require(Self.name, to: "settle a dispute")
        try refuseBlank(words, "What was settled")
        try refuseFuture(on, "The day of the settlement", at: moment)
        guard let last = changed.openDispute?.steps.last else {
            throw Refusal(.rule, code: "bundle-state", "The bundle “\(bundle)” is not in dispute.")
        }
        try changed.refuseBefore(last.on, on, "The day of the settlement")
        changed.disputes[changed.disputes.count - 1].settlement = .init(on: on, words: words)
        return changed
    }
}
