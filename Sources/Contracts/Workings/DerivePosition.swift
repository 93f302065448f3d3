import Vocabulary

/// Derives a contract's position at the end of a month from what the files hold.
public enum DerivePosition {
    /// - Parameters:
    ///   - months: 1 for April to 12 for March.
    ///   - isMonthHeld: whether that month's file is held at all, so that an absent row means a closed contract.
    ///   - isAprilHeld: likewise for April, so that an absent row means a contract that began later.
    ///   - agreement: what was agreed about over-delivery in the year, if anything.
    /// - Returns: nil where the contract has no row from April to the month.
    public static func position(
        of held: ContractYear, at month: Int, carriedIn: CarriedIn, by rules: DentalYearRules,
        isMonthHeld: Bool = true, isAprilHeld: Bool = true, agreement: AgreedOverDelivery? = nil
    ) -> Position? {
        precondition((1...12).contains(month), "a financial year has twelve months")
        precondition(held.year == rules.year, "a year is judged by its own rules")
        guard let last = held.lastHeld(through: month) else { return nil }
        var delivered = Units.zero
        var blank = 0
        var flags: [String] = []
        var isRebased = false
        for row in held.months.prefix(month) {
            guard let row else { continue }
            if let units = row.delivered { delivered += units } else { blank += 1 }
            if row.target != last.target { isRebased = true }
            for flag in row.flags where !flags.contains(flag) { flags.append(flag) }
        }
        let holder = held.holder(at: month)
        var position = Position(
            contract: held.contract, year: held.year, month: month, commissioner: holder.commissioner,
            commissionerName: holder.commissionerName, providerName: holder.providerName, contracted: last.target,
            value: last.value, scheduled: rules.workingDays.scheduled(last.target, through: month),
            delivered: delivered, carriedIn: carriedIn, blankMonths: blank, standing: .whole, isRebased: isRebased,
            flags: flags)
        if held.months[month - 1] == nil, isMonthHeld {
            position.standing = .closed
        } else if held.months[0] == nil, isAprilHeld {
            position.standing = .new
        }
        if let midYear = rules.midYear, month >= midYear.month {
            position.midYear = try? JudgeMidYear.judge(
                contracted: position.contracted, delivered: held.delivered(through: midYear.month),
                carriedIn: carriedIn.units, value: position.value, by: midYear)
        }
        if month == 12 { position.yearEnd = outcome(of: position, by: rules, agreement: agreement) }
        return position
    }

    /// The judgement of a whole year; nil for a contract that closed within it (what was settled is not in the
    /// files), for one with negative amounts, and where unscheduled care and the rest have separate targets that
    /// the files do not tell apart.
    private static func outcome(
        of position: Position, by rules: DentalYearRules, agreement: AgreedOverDelivery?
    ) -> YearEndOutcome? {
        guard position.standing != .closed, rules.yearEnd.unscheduledShare == nil else { return nil }
        return try? JudgeYearEnd.judge(
            contracted: position.contracted, delivered: position.delivered, carriedIn: position.carriedIn.units,
            value: position.value, by: rules.yearEnd, agreement: agreement)
    }
}
