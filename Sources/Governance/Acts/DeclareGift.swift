public import Vocabulary

/// Puts a gift, hospitality or the like that somebody was offered in the register, accepted or declined.
///
/// What the rules say of it is not refused but judged (`JudgeGift`), for what happened happened. Refused: a
/// short name that is taken (`gift-exists`), no value (`no-value`), days to come, declared before it was
/// offered (`declared-before-offered`), before the person's first day or after the last, approval by oneself
/// or somebody tied (`own-approval`, `approver-tied`), and what is only done later (`gift-has-history`).
public struct DeclareGift: GovernanceAct {
    public static let name = "declareGift"

    public var person: Slug
    public var gift: Gift

    public init(person: Slug, gift: Gift) {
        self.person = person
        self.gift = gift
    }

    public var record: RecordName { RecordName(.person, person) }

    public func decide(
        _ before: GovernanceBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> GovernanceBook {
        var file = try before.book.requirePerson(person)
        guard !file.gifts.contains(where: { $0.id == gift.id }) else {
            throw Refusal(
                .rule, code: "gift-exists", "“\(person)” has declared a gift “\(gift.id)” already.",
                remedy: "Give this one another short name; what was declared is never overwritten.")
        }
        guard gift.disposedOn == nil, gift.redactions.isEmpty else {
            throw Refusal(
                .input, code: "gift-has-history",
                "The gift “\(gift.id)” comes with what is only done to it afterwards.",
                remedy: "Leave out redactions and the day of disposal: each has its own act.")
        }
        guard gift.value > .zero else {
            throw Refusal(
                .input, code: "no-value", "The value of the gift “\(gift.id)” is \(gift.value).",
                remedy: "Give what it would cost; an estimate will do.")
        }
        try refuseFuture(gift.declaredOn, "The day on which “\(gift.id)” was declared", at: moment)
        guard gift.declaredOn >= gift.offeredOn else {
            throw Refusal(
                .input, code: "declared-before-offered",
                "“\(gift.id)” was declared on \(gift.declaredOn.inWords), before it was offered on "
                    + "\(gift.offeredOn.inWords).",
                remedy: "Correct one of the days.")
        }
        try file.requireKnown(on: gift.offeredOn, "The day on which “\(gift.id)” was offered")
        try file.requireKnown(on: gift.declaredOn, "The day on which “\(gift.id)” was declared")
        if let approver = gift.approvedBy {
            try before.book.requireIndependent(approver, of: file, on: gift.offeredOn, to: "approve a gift")
        }
        file.gifts.append(gift)
        var book = before.book
        book.people[person] = file
        return book
    }
}
