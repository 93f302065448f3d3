public import Vocabulary

/// What a year's delivery means for a contract: money recovered, or units carried into the next year.
public struct YearEndOutcome: Hashable, Sendable {
    public var contracted: Units
    public var delivered: Units
    /// From the year before; negative where a shortfall is owed, which is worked off first.
    public var carriedIn: Units
    /// The value of the line that the target belongs to.
    public var value: Money
    public var band: Band
    public var recovery: Money
    public var breachNotice: Bool
    /// Into the next year; negative where a shortfall is owed.
    public var carriedForward: Units
    /// Delivered above what is carried or paid.
    public var unpaidExcess: Units
    /// Units whose money is recovered.
    public var recoveredUnits: Units
    /// Missing units whose money cannot be recovered, because recovery ends at the value of the line.
    public var unrecoveredUnits: Units
    /// Units above the target that are paid under an agreement, and the money for them.
    public var overDeliveredUnits: Units
    public var overDeliveryPayment: Money
    public var rules: YearEndRules

    public enum Band: String, Hashable, Sendable, CaseIterable {
        case belowThreshold
        case shortfallCarried
        /// Exactly the target.
        case met
        case creditCarried
        /// Above the target under an agreement, and paid.
        case overDeliveryPaid
        case excessUnpaid
        /// The year is not judged by a threshold.
        case notJudged
        case noTarget

        /// For reading.
        public var title: String {
            switch self {
            case .belowThreshold: "Below threshold: recover"
            case .shortfallCarried: "Shortfall carried forward"
            case .met: "Met"
            case .creditCarried: "Credit carried forward"
            case .overDeliveryPaid: "Agreed over-delivery paid"
            case .excessUnpaid: "Credit carried forward, excess unpaid"
            case .notJudged: "Not judged"
            case .noTarget: "No target"
            }
        }
    }

    /// Nothing recovered, carried or paid: where a year is not judged, and what a judgement starts from.
    public init(
        contracted: Units, delivered: Units, carriedIn: Units, value: Money, band: Band, rules: YearEndRules
    ) {
        self.contracted = contracted
        self.delivered = delivered
        self.carriedIn = carriedIn
        self.value = value
        self.band = band
        self.rules = rules
        self.recovery = .zero
        self.breachNotice = false
        self.carriedForward = .zero
        self.unpaidExcess = .zero
        self.recoveredUnits = .zero
        self.unrecoveredUnits = .zero
        self.overDeliveredUnits = .zero
        self.overDeliveryPayment = .zero
    }

    /// Delivered, after what was carried in: `delivered + carriedIn`.
    public var adjusted: Units { delivered + carriedIn }

    /// Of the target, after what was carried in; nil without a target.
    public var achieved: Share? { Share(adjusted, of: contracted) }
}

extension YearEndOutcome {
    /// The reasoning, line by line, with the rule that each line follows.
    public var steps: [Working.Step] {
        guard let limits = rules.limits else {
            return [
                Working.Step(
                    "\(rules.year) is not judged by a threshold: it had arrangements of its own.",
                    rule: DentalRuleID.yearEndJudged)
            ]
        }
        guard let achieved else {
            return [Working.Step("The contract has no target in \(rules.year), so nothing is judged.")]
        }
        let sum = "\(delivered) delivered \(carriedIn < .zero ? "less" : "plus") \(magnitude(carriedIn)) carried in"
        return [
            Working.Step(
                "\(sum) is \(adjusted) UDAs, \(achieved.percentText(decimals: 2)) of \(contracted) contracted.")
        ] + conclusions(under: limits)
    }

    private func conclusions(under limits: YearEndRules.Limits) -> [Working.Step] {
        let threshold = limits.threshold.percentText(decimals: 0)
        switch band {
        case .belowThreshold:
            return [
                Working.Step(
                    "It is below \(threshold), so money is recovered"
                        + (breachNotice ? " and a breach notice goes with it." : "."),
                    rule: DentalRuleID.threshold),
                Working.Step(
                    "\(value) × \(recoveredUnits) ÷ \(contracted) = \(recovery), to the whole of the target.",
                    rule: DentalRuleID.recoverTo),
            ]
                + (unrecoveredUnits == .zero
                    ? []
                    : [
                        Working.Step(
                            "Recovery ends at the value of the line: \(unrecoveredUnits) UDAs owed from the year "
                                + "before are left.", rule: DentalRuleID.recoverTo)
                    ])
        case .shortfallCarried:
            return [
                Working.Step(
                    "It is at least \(threshold) and below the target: \(magnitude(carriedForward)) UDAs are owed "
                        + "next year, and worked off first.", rule: DentalRuleID.carryShortfall)
            ]
        case .met:
            return [Working.Step("It is exactly the target: nothing is recovered and nothing is carried.")]
        case .overDeliveryPaid:
            return [
                Working.Step(
                    "Over-delivery was agreed: \(overDeliveredUnits) UDAs above the target are paid, "
                        + "\(value) × \(overDeliveredUnits) ÷ \(contracted) = \(overDeliveryPayment).",
                    rule: DentalRuleID.creditLimitAgreed)
            ] + excessSteps
        case .creditCarried, .excessUnpaid:
            return [
                Working.Step(
                    "It is above the target: \(carriedForward) UDAs are carried forward as credit.",
                    rule: DentalRuleID.creditLimit)
            ] + excessSteps
        case .notJudged, .noTarget:
            return []
        }
    }

    private var excessSteps: [Working.Step] {
        guard unpaidExcess > .zero else { return [] }
        return [
            Working.Step("\(unpaidExcess) UDAs beyond the limit are not paid.", rule: DentalRuleID.creditLimit)
        ]
    }

    private func magnitude(_ units: Units) -> Units { units < .zero ? -units : units }
}
