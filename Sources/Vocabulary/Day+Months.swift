extension Day {
    /// The corresponding day so many months later, or earlier; where that month is too short, its last day.
    ///
    /// 31 August and 6 months is 28 February, or 29 in a leap year; 29 February and 72 months is 28 February. Adding
    /// months and taking them away again need not come back to the day.
    ///
    /// - Reference: the corresponding date rule, Dodds v Walker [1981] 1 WLR 1027 (House of Lords).
    public func adding(months: Int) -> Day {
        let month = month.adding(months: months)
        return min(month.firstDay.adding(days: parts.day - 1), month.lastDay)
    }
}
