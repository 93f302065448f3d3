public import Vocabulary

/// Judges a contract's year by the rules of that year: recovered, carried, credited or unpaid.
///
/// Below the threshold the money of the whole shortfall is recovered, not only down to the threshold:
/// `value × (contracted − adjusted) ÷ contracted`, to the nearest penny, at most the value of the line.
/// Comparisons are exact: 95.99 % is below 96 %, and 96 % is not.
///
/// - Source: NHSBSA KA-01672; NHS England, dental contract management arrangements, 2023/24 year-end.
public enum JudgeYearEnd {
    /// - Parameters:
    ///   - delivered: in the year; not negative.
    ///   - carriedIn: from the year before; negative for a shortfall owed.
    ///   - value: of the line that the target belongs to, never of the whole contract.
    ///   - agreement: what the commissioner agreed about over-delivery in this year, if anything.
    /// - Throws: a refusal where an amount is negative, or an agreement goes beyond the year's rule.
    public static func judge(
        contracted: Units, delivered: Units, carriedIn: Units = .zero, value: Money, by rules: YearEndRules,
        agreement: AgreedOverDelivery? = nil
    ) throws(Refusal) -> YearEndOutcome {
        try refuseNegative(contracted: contracted, delivered: delivered, value: value)
        var outcome = YearEndOutcome(
            contracted: contracted, delivered: delivered, carriedIn: carriedIn, value: value, band: .notJudged,
            rules: rules)
        guard let limits = rules.limits else { return outcome }
        let adjusted = outcome.adjusted
        guard let achieved = outcome.achieved else {
            outcome.band = .noTarget
            outcome.unpaidExcess = max(adjusted, .zero)
            outcome.unrecoveredUnits = max(-adjusted, .zero)
            return outcome
        }
        if achieved < limits.threshold {
            outcome.band = .belowThreshold
            outcome.recoveredUnits = min(contracted - adjusted, contracted)
            outcome.unrecoveredUnits = contracted - adjusted - outcome.recoveredUnits
            outcome.recovery = value.scaled(by: outcome.recoveredUnits.hundredths, over: contracted.hundredths)
            outcome.breachNotice = limits.givesBreachNotice
        } else if adjusted < contracted {
            outcome.band = .shortfallCarried
            outcome.carriedForward = adjusted - contracted
        } else if adjusted == contracted {
            outcome.band = .met
        } else {
            try judgeAbove(&outcome, limits: limits, agreement: agreement)
        }
        return outcome
    }

    private static func judgeAbove(
        _ outcome: inout YearEndOutcome, limits: YearEndRules.Limits, agreement: AgreedOverDelivery?
    ) throws(Refusal) {
        let above = outcome.adjusted - outcome.contracted
        var limit = limits.creditLimit
        if let agreement {
            try refuse(agreement, beyond: limits, in: outcome.rules.year)
            limit = agreement.limit
        }
        let allowed = min(above, outcome.contracted.scaled(by: limit.part, over: limit.whole) - outcome.contracted)
        outcome.unpaidExcess = above - allowed
        if let agreement, agreement.settlement == .paid {
            outcome.band = .overDeliveryPaid
            outcome.overDeliveredUnits = allowed
            outcome.overDeliveryPayment = outcome.value.scaled(
                by: allowed.hundredths, over: outcome.contracted.hundredths)
        } else {
            outcome.band = outcome.unpaidExcess > .zero ? .excessUnpaid : .creditCarried
            outcome.carriedForward = allowed
        }
    }

    static func refuse(
        _ agreement: AgreedOverDelivery, beyond limits: YearEndRules.Limits, in year: FinancialYear
    ) throws(Refusal) {
        guard let agreed = limits.agreedLimit else {
            throw Refusal(
                .rule, code: "over-delivery-not-in-rules",
                "The rules of \(year) know no agreement on over-delivery.",
                remedy: "Agree it for a year whose rules have \(DentalRuleID.creditLimitAgreed).")
        }
        guard agreement.limit <= agreed, agreement.limit >= .whole else {
            throw Refusal(
                .rule, code: "over-delivery-out-of-range",
                "Over-delivery to \(agreement.limit.percentText(decimals: 1)) was asked for; \(year) allows "
                    + "100 % to \(agreed.percentText(decimals: 1)).")
        }
    }

    private static func refuseNegative(contracted: Units, delivered: Units, value: Money) throws(Refusal) {
        func refusal(_ what: String, _ given: String) -> Refusal {
            Refusal(
                .input, code: "negative-amount", "\(what) is \(given): it cannot be negative.",
                remedy: "Give it as zero or more; a shortfall owed from last year belongs in the carried-in units.")
        }
        if contracted < .zero { throw refusal("The contracted number of UDAs", "\(contracted)") }
        if delivered < .zero { throw refusal("The delivered number of UDAs", "\(delivered)") }
        if value < .zero { throw refusal("The value of the line", "\(value)") }
    }
}
