public import Vocabulary

/// Judges the first half of a contract's year.
///
/// Below the threshold the commissioner may require a written plan, or withhold at most the annual value less the
/// value of twice the first half's activity (the multiple is the rule's). Activity counts after what was carried in.
///
/// - Source: PDS Regulations 2005, Schedule 3, paragraph 59; NHS England policy on mid-year reconciliation, 2014.
public enum JudgeMidYear {
    /// - Parameter delivered: from 1 April to the day of the rule; not negative.
    /// - Throws: a refusal where an amount is negative.
    public static func judge(
        contracted: Units, delivered: Units, carriedIn: Units = .zero, value: Money, by rules: MidYearRules
    ) throws(Refusal) -> MidYearReview {
        guard contracted >= .zero, delivered >= .zero, value >= .zero else {
            throw Refusal(
                .input, code: "negative-amount",
                "Contracted \(contracted), delivered \(delivered) and value \(value): none can be negative.")
        }
        var review = MidYearReview(
            contracted: contracted, delivered: delivered, carriedIn: carriedIn, value: value, band: .noTarget,
            mostWithheld: .zero, rules: rules)
        guard let achieved = review.achieved else { return review }
        guard achieved < rules.threshold else {
            review.band = .noAction
            return review
        }
        review.band = .belowThreshold
        let activity = max(review.adjusted, .zero)
        let earned = value.scaled(by: activity.hundredths * rules.withholdMultiple, over: contracted.hundredths)
        review.mostWithheld = max(value - earned, .zero)
        return review
    }
}
