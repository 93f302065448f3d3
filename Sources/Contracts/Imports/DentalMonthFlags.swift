public import Tabular
public import Vocabulary

/// The money for one unit that is believable in a month; outside it, a row is flagged.
public struct PlausibleUnitValue: Hashable, Sendable {
    /// The lowest that is believable, for one UDA.
    public var low: Money
    /// The highest that is believable, for one UDA.
    public var high: Money

    public init(low: Money, high: Money) {
        self.low = low
        self.high = high
    }
}

/// What makes a row of a month an oddity that a person has to look at; filled from the Rulebook, by month.
public struct DentalFlagLimits: Hashable, Sendable {
    public var unitValue: PlausibleUnitValue
    /// A target above zero and up to this is nominal: it stands for "no target".
    public var nominalTarget: Units
    /// A value above zero and up to this is nominal.
    public var nominalValue: Money

    public init(unitValue: PlausibleUnitValue, nominalTarget: Units, nominalValue: Money) {
        self.unitValue = unitValue
        self.nominalTarget = nominalTarget
        self.nominalValue = nominalValue
    }
}

/// The rules by which a kept row is flagged or noted.
///
/// Flagged, so out of totals until a person accepts the row: `nominal-target`, `nominal-value`, `pence-as-units`,
/// `unit-value-low`, `unit-value-high`, `negative-delivery`. Noted, and counted: `negative-foundation`,
/// `late-claims-exceed-claims`. A target of zero and a blank delivery are neither. Where the target or the value is
/// nominal the value of a unit is not judged, since it says nothing.
public enum DentalMonthFlags {
    /// - Parameter row: as a spreadsheet numbers it.
    public static func problems(of value: DentalMonth, row: Int, limits: DentalFlagLimits) -> [Problem] {
        var problems: [Problem] = []
        func flag(_ column: String, _ code: String, _ explanation: String, effect: Problem.Effect = .flagged) {
            problems.append(Problem(row: row, column: column, code: code, explanation, effect: effect))
        }
        let isNominalTarget = value.target > .zero && value.target <= limits.nominalTarget
        let isNominalValue = value.value > .zero && value.value <= limits.nominalValue
        if isNominalTarget {
            flag(
                "UDA_PERF_TARGET", "nominal-target",
                "A target of \(value.target) UDAs on a contract worth \(value.value) is nominal: it stands for no target."
            )
        }
        if isNominalValue {
            flag(
                "UDA_FIN_VAL", "nominal-value",
                "A value of \(value.value) for \(value.target) UDAs is nominal: it stands for no value.")
        }
        if value.target > .zero, !isNominalTarget, !isNominalValue {
            if let odd = oddUnitValue(of: value, within: limits.unitValue) {
                flag(odd.column, odd.code, odd.explanation)
            }
        }
        guard let activity = value.activity else { return problems }
        if activity.delivered < .zero {
            flag(
                "UDA_DELIVERED", "negative-delivery",
                "\(activity.delivered) UDAs delivered in the month: more was taken back than delivered.")
        }
        if activity.foundation < .zero {
            flag(
                "UDA_DELIVERED_FD", "negative-foundation",
                "\(activity.foundation) UDAs of foundation dentists in the month: more was taken back than delivered.",
                effect: .noted)
        }
        if activity.lateClaims > activity.bands.total {
            flag(
                "LATE_SUBMITTED_FP17", "late-claims-exceed-claims",
                "\(activity.lateClaims) late claims, and \(activity.bands.total) courses of treatment in all bands.",
                effect: .noted)
        }
        return problems
    }

    private static func oddUnitValue(
        of value: DentalMonth, within limits: PlausibleUnitValue
    ) -> (column: String, code: String, explanation: String)? {
        let pence = Int128(value.value.pence) * 100
        let isLow = pence < Int128(limits.low.pence) * Int128(value.target.hundredths)
        let isHigh = pence > Int128(limits.high.pence) * Int128(value.target.hundredths)
        guard isLow || isHigh else { return nil }
        if isLow, pence == Int128(value.target.hundredths) {
            return (
                "UDA_PERF_TARGET", "pence-as-units",
                "A target of \(value.target) UDAs on a contract worth \(value.value): pence keyed as UDAs?"
            )
        }
        let unit = value.value.scaled(by: 100, over: value.target.hundredths)
        let each = "\(value.value) for \(value.target) UDAs is \(unit) each"
        return isLow
            ? ("UDA_FIN_VAL", "unit-value-low", "\(each), under the lowest plausible, \(limits.low).")
            : ("UDA_FIN_VAL", "unit-value-high", "\(each), over the highest plausible, \(limits.high).")
    }
}
