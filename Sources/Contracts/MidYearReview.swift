public import Vocabulary

/// Where a contract stands half-way through the year, and what a commissioner may do about it.
public struct MidYearReview: Hashable, Sendable {
    public var contracted: Units
    /// From 1 April to the day of the rule.
    public var delivered: Units
    /// From the year before; negative where a shortfall is owed, which is worked off first.
    public var carriedIn: Units
    public var value: Money
    public var band: Band
    /// Nothing unless the contract is below the threshold.
    public var mostWithheld: Money
    public var rules: MidYearRules

    public enum Band: String, Hashable, Sendable, CaseIterable {
        /// A written plan may be required, or money withheld.
        case belowThreshold
        case noAction
        case noTarget

        public var title: String {
            switch self {
            case .belowThreshold: "Below threshold: plan or withhold"
            case .noAction: "No action"
            case .noTarget: "No target"
            }
        }
    }

    public var adjusted: Units { delivered + carriedIn }

    /// Of the annual target, after what was carried in; nil without a target.
    public var achieved: Share? { Share(adjusted, of: contracted) }

    public var planMayBeRequired: Bool { band == .belowThreshold }

    /// The reasoning, line by line, with the rule that each line follows.
    public var steps: [Working.Step] {
        guard let achieved else { return [Working.Step("The contract has no target, so nothing is judged.")] }
        let threshold = rules.threshold.percentText(decimals: 0)
        let first = Working.Step(
            "By \(rules.by.inWords), \(delivered) delivered with \(carriedIn) carried in is \(adjusted) UDAs, "
                + "\(achieved.percentText(decimals: 2)) of \(contracted) contracted.", rule: DentalRuleID.midYearBy)
        guard band == .belowThreshold else {
            return [
                first, Working.Step("It is not below \(threshold): no action.", rule: DentalRuleID.midYearThreshold),
            ]
        }
        return [
            first,
            Working.Step(
                "It is below \(threshold): a written plan may be required.", rule: DentalRuleID.midYearThreshold),
            Working.Step(
                "Or money may be withheld, at most \(value) less the value of \(rules.withholdMultiple) × "
                    + "\(max(adjusted, .zero)) UDAs: \(mostWithheld).", rule: DentalRuleID.withholdMultiple),
        ]
    }
}
