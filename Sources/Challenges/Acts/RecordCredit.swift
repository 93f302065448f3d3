public import Vocabulary

/// Records a credit note of the provider; there may be several.
///
/// Refused: `no-such-bundle`, `bundle-state`, `text-missing`, `amount-missing`, `nothing-agreed`, `credit-twice`,
/// `no-such-credit`, `more-than-agreed`, `no-reason`, `day-in-future`, `day-before`.
public struct RecordCredit: ChallengeAct {
    public static let name = "recordCredit"

    public var bundle: Slug
    /// The provider's own number of the credit note.
    public var number: String
    public var on: Day
    public var amountPence: Int
    /// True where it corrects what was recorded of the same credit note.
    public var isCorrection: Bool
    public var reason: String?

    public init(
        bundle: Slug, number: String, on: Day, amount: Money, isCorrection: Bool = false, reason: String? = nil
    ) {
        (self.bundle, self.number, self.on, amountPence) = (bundle, number, on, amount.pence)
        (self.isCorrection, self.reason) = (isCorrection, reason)
    }

    public func decide(
        _ before: ChallengeBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> ChallengeBundle {
        var changed = try before.found(bundle)
        try changed.require(Self.name, to: "record a credit note")
        try refuseBlank(number, "The credit note's number")
        try refuseFuture(on, "The day of the credit note", at: moment)
        try changed.refuseBefore(changed.raisedOn, on, "The day of the credit note")
        let held = changed.standingCredits.first { $0.number == number }
        if isCorrection {
            guard let held else {
                throw Refusal(
                    .usage, code: "no-such-credit", "No credit note “\(number)” is recorded.",
                    remedy: "Record it as a new one.")
            }
            try refuseBlank(reason: reason, for: "correcting the credit note “\(held.number)”")
        } else if let held {
            throw Refusal(
                .rule, code: "credit-twice", "The credit note “\(number)” is recorded already, over \(held.amount).",
                remedy: "Say that it is a correction, or give the other note's number.")
        }
        guard amountPence > 0 || isCorrection && amountPence == 0 else {
            throw Refusal(
                .input, code: "amount-missing", "A credit note over \(Money(pence: amountPence)) is none.",
                remedy: "Give what the provider credits, in pounds.")
        }
        guard isCorrection || changed.agreed > .zero else {
            throw Refusal(
                .rule, code: "nothing-agreed", "Nothing is agreed in “\(bundle)” that could be credited.",
                remedy: "Conclude on the challenges first.")
        }
        changed.credits.append(CreditNote(number: number, on: on, amount: Money(pence: amountPence), reason: reason))
        guard changed.credited <= changed.agreed || !(reason ?? "").allSatisfy(\.isWhitespace) else {
            throw Refusal(
                .rule, code: "more-than-agreed",
                "\(changed.credited) would be credited, and \(changed.agreed) is agreed.",
                remedy: "Check the amount, or say why it is more.")
        }
        return changed
    }
}
