public import Rulebook
public import Vocabulary

extension DentalFlagLimits {
    /// What is odd in a month, by the rules in force on its first day; nil where there is no rule for it.
    public init?(_ rulebook: Rulebook, in month: Month) {
        let day = month.firstDay
        guard let low = try? rulebook.money(DentalRuleID.plausibleLow, on: day),
            let high = try? rulebook.money(DentalRuleID.plausibleHigh, on: day),
            let target = try? rulebook.units(DentalRuleID.nominalTarget, on: day),
            let value = try? rulebook.money(DentalRuleID.nominalValue, on: day)
        else { return nil }
        self.init(
            unitValue: PlausibleUnitValue(low: low, high: high), nominalTarget: target, nominalValue: value)
    }
}
