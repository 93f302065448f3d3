public import Vocabulary

/// Records that rebasing, a hand-back or a termination sets recurrent money free on a line of a contract.
public struct RecordRelease: Act {
    public static let name = "recordRelease"

    public var release: Release

    public init(_ release: Release) {
        self.release = release
    }

    public struct Before: Sendable {
        /// What the contract's line carries in the latest annual file; nil where it has no such line.
        public var lineValue: Money?
        /// Units contracted on the line; nil where it has none.
        public var lineUnits: Units?
        /// What earlier acts released on the line.
        public var released: Money
        public var releasedUnits: Units
        /// The first day from which rebasing may hold after the day of notice; nil where no rule sets one.
        public var earliestRebasing: Day?

        public init(
            lineValue: Money?, lineUnits: Units?, released: Money = .zero, releasedUnits: Units = .zero,
            earliestRebasing: Day? = nil
        ) {
            self.lineValue = lineValue
            self.lineUnits = lineUnits
            self.released = released
            self.releasedUnits = releasedUnits
            self.earliestRebasing = earliestRebasing
        }
    }

    public struct After: Hashable, Sendable {
        public var release: Release
        public var author: Author
        public var moment: Moment
    }

    public var journalled: JSONValue {
        [
            "contract": .text(release.contract.description), "line": .text(release.line.rawValue),
            "kind": .text(release.kind.rawValue), "amountPence": .money(release.amount),
            "units": .optional(release.units, JSONValue.units), "noticeDay": .day(release.noticeDay),
            "fromDay": .day(release.fromDay), "reason": .text(release.reason),
        ]
    }

    public func decide(
        _ before: Before, by author: Author, at moment: Moment
    ) throws(Refusal) -> After {
        try refuseBlank(reason: release.reason, for: "releasing money")
        try refuseAmount(before)
        guard release.fromDay >= release.noticeDay else {
            throw Refusal(
                .usage, code: "from-before-notice",
                "Money cannot be free from \(release.fromDay.inWords), before the notice of "
                    + "\(release.noticeDay.inWords).")
        }
        if release.kind == .rebasing, let earliest = before.earliestRebasing, release.fromDay < earliest {
            throw Refusal(
                .rule, code: "rebasing-too-early",
                "Rebasing with notice on \(release.noticeDay.inWords) holds from \(earliest.inWords) at the "
                    + "earliest, not from \(release.fromDay.inWords).",
                remedy: "Choose a later day; see the rule \(DentalRuleID.rebasingDay).")
        }
        return After(release: release, author: author, moment: moment)
    }

    private func refuseAmount(_ before: Before) throws(Refusal) {
        guard let value = before.lineValue else {
            throw Refusal(
                .usage, code: "no-such-line",
                "Contract \(release.contract) carries no money on \(release.line.title) in the annual file.")
        }
        guard release.amount > .zero else {
            throw Refusal(.usage, code: "nothing-released", "\(release.amount) is no amount to release.")
        }
        let left = value - before.released
        guard release.amount <= left else {
            throw Refusal(
                .rule, code: "more-than-the-line",
                "\(release.amount) is more than the \(left) that is left of \(value) on \(release.line.title).")
        }
        guard let units = release.units else { return }
        let unitsLeft = (before.lineUnits ?? .zero) - before.releasedUnits
        guard units > .zero, units <= unitsLeft else {
            throw Refusal(
                .rule, code: "more-units-than-the-line",
                "\(units) units cannot be released: \(unitsLeft) are left on \(release.line.title).")
        }
    }
}
