public import Vocabulary

/// Closes a bundle: all is concluded, and what was agreed is credited, or it is said why it is not.
///
/// Refused: `no-such-bundle`, `bundle-state` (where something is open or in dispute), `credit-outstanding`,
/// `day-in-future`, `day-before`.
public struct CloseBundle: ChallengeAct {
    public static let name = "closeBundle"

    public var bundle: Slug
    public var on: Day
    /// Why it is closed with money outstanding.
    public var reason: String?

    public init(bundle: Slug, on: Day, reason: String? = nil) {
        (self.bundle, self.on, self.reason) = (bundle, on, reason)
    }

    public func decide(
        _ before: ChallengeBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> ChallengeBundle {
        var changed = try before.found(bundle)
        try changed.require(Self.name, to: "close it")
        try refuseFuture(on, "The day of closing", at: moment)
        try changed.refuseBefore(changed.concludedOn ?? changed.raisedOn, on, "The day of closing")
        guard changed.credited >= changed.agreed || !(reason ?? "").allSatisfy(\.isWhitespace) else {
            throw Refusal(
                .rule, code: "credit-outstanding",
                "\(changed.agreed) is agreed in “\(bundle)”, and \(changed.credited) is credited.",
                remedy: "Record the credit note, or say why the bundle is closed without it.")
        }
        changed.closing = BundleClosing(on: on, reason: reason)
        return changed
    }
}
