import Rulebook
public import Vocabulary

/// Holds money of one month back for a milestone that an exception report said was missed, and that is still not met.
///
/// Refused: no exception report (`no-exception`), a milestone met since (`milestone-met`), an amount of
/// nothing, beyond the monthly value or beyond any contract (`amount-out-of-range`), more than the rule allows for one milestone and month (`withheld-beyond-milestone`) or
/// for all of a plan in a month (`withheld-beyond-plan`), and another monthly value than was given before for that month
/// (`monthly-value-differs`).
public struct WithholdPayment: MatterAct {
    public static let name = "withholdPayment"

    public var matter: Slug
    public var milestone: Slug
    public var month: Month
    public var amount: Money
    /// The Actual Monthly Value of the contract in that month.
    public var monthlyValue: Money
    public var on: Day

    enum CodingKeys: String, CodingKey {
        case matter, milestone, month, on
        case amount = "amountPence"
        case monthlyValue = "monthlyValuePence"
    }

    public init(matter: Slug, milestone: Slug, month: Month, amount: Money, monthlyValue: Money, on: Day) {
        (self.matter, self.milestone, self.month) = (matter, milestone, month)
        (self.amount, self.monthlyValue, self.on) = (amount, monthlyValue, on)
    }

    public func decide(
        _ before: MatterBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> ContractMatter {
        let start = try before.found(matter)
        let found = start.milestones[try start.place(of: milestone)]
        guard let missedOn = found.missedOn, missedOn <= on else {
            throw Refusal(
                .rule, code: "no-exception", "No exception report says that “\(milestone)” was missed.",
                remedy: "Report it first, once its day has passed.")
        }
        if let met = found.metOn {
            throw Refusal(
                .rule, code: "milestone-met", "The milestone “\(milestone)” was met on \(met.inWords).",
                remedy: "Release what is held back for it.")
        }
        guard amount > .zero, amount <= monthlyValue, monthlyValue.pence <= DocumentShape.largestWhole else {
            throw Refusal(
                .input, code: "amount-out-of-range",
                "\(amount) of a monthly value of \(monthlyValue) cannot be held back.",
                remedy: "Give both as amounts above nothing, the first not above the second.")
        }
        var held = try start.stepping(
            Self.name, to: .excepted, on: on, "\(amount) of \(month.inWords) withheld for “\(milestone)”", at: moment)
        let ofMonth = start.withholdings.filter { $0.month == month && !$0.isGivenBack }
        if let other = ofMonth.first(where: { $0.monthlyValue != monthlyValue }) {
            throw Refusal(
                .input, code: "monthly-value-differs",
                "The Actual Monthly Value of \(month.inWords) was \(other.monthlyValue) before, and is \(monthlyValue) now.",
                remedy: "Give the same, or release what was held back by the other.")
        }
        try refuseBeyond(
            PerformanceRuleID.withholdMilestone, ofMonth.filter { $0.milestone == milestone }, before,
            "withheld-beyond-milestone", "one milestone")
        try refuseBeyond(PerformanceRuleID.withholdPlan, ofMonth, before, "withheld-beyond-plan", "a whole plan")
        held.withholdings.append(
            .init(milestone: milestone, month: month, amount: amount, monthlyValue: monthlyValue, on: on))
        return held
    }

    private func refuseBeyond(
        _ rule: String, _ earlier: [ContractMatter.Withholding], _ before: MatterBefore, _ code: String, _ whose: String
    ) throws(Refusal) {
        let most = try before.rulebook.share(rule, on: on)
        let whole = earlier.map(\.amount).total() + amount
        guard let share = Share(whole, of: monthlyValue), share > most else { return }
        // The whole pence within the share.
        let cap = Money(pence: Int(Int128(monthlyValue.pence) * Int128(most.part) / Int128(most.whole)))
        throw Refusal(
            .rule, code: code,
            "\(whole) of \(monthlyValue) would be withheld in \(month.inWords) for \(whose): at most "
                + "\(most.percentText(decimals: 0)), \(cap), may be.",
            remedy: "Withhold less; see the rule \(rule).")
    }
}
