public import Vocabulary

/// The value of the rule in force on a day, by its unit.
///
/// Each throws a `Refusal` of kind `rule`: `no-rule` where none is in force, `rule-unit` where its unit is
/// another.
extension Rulebook {
    public func share(_ id: String, on day: Day) throws(Refusal) -> Share {
        let rule = try rule(id, on: day)
        guard case .share(let value) = rule.value else { throw rule.isNot(in: .percent) }
        return value
    }

    public func money(_ id: String, on day: Day) throws(Refusal) -> Money {
        let rule = try rule(id, on: day)
        guard case .money(let value) = rule.value else { throw rule.isNot(in: .pounds) }
        return value
    }

    public func units(_ id: String, on day: Day) throws(Refusal) -> Units {
        let rule = try rule(id, on: day)
        guard case .units(let value) = rule.value else { throw rule.isNot(in: .uda) }
        return value
    }

    public func count(_ id: String, on day: Day) throws(Refusal) -> Int {
        let rule = try rule(id, on: day)
        guard case .count(let value) = rule.value else { throw rule.isNot(in: .count) }
        return value
    }

    public func days(_ id: String, on day: Day) throws(Refusal) -> Int {
        let rule = try rule(id, on: day)
        guard case .days(let value) = rule.value else { throw rule.isNot(in: .days) }
        return value
    }

    public func months(_ id: String, on day: Day) throws(Refusal) -> Int {
        let rule = try rule(id, on: day)
        guard case .months(let value) = rule.value else { throw rule.isNot(in: .months) }
        return value
    }

    public func years(_ id: String, on day: Day) throws(Refusal) -> Int {
        let rule = try rule(id, on: day)
        guard case .years(let value) = rule.value else { throw rule.isNot(in: .years) }
        return value
    }

    public func flag(_ id: String, on day: Day) throws(Refusal) -> Bool {
        let rule = try rule(id, on: day)
        guard case .flag(let value) = rule.value else { throw rule.isNot(in: .yesOrNo) }
        return value
    }

    /// The same of a rule that older files of rules do not have: no in those.
    public func flag(ifRuled id: String, on day: Day) throws(Refusal) -> Bool {
        try all(on: day).contains { $0.id == id } ? flag(id, on: day) : false
    }

    public func text(_ id: String, on day: Day) throws(Refusal) -> String {
        let rule = try rule(id, on: day)
        guard case .text(let value) = rule.value else { throw rule.isNot(in: .text) }
        return value
    }

    /// The day that a rule such as "by 31 March" names in a financial year, by the rule in force on its first
    /// day.
    public func day(_ id: String, in year: FinancialYear) throws(Refusal) -> Day {
        let rule = try rule(id, on: year.firstDay)
        guard case .dayInYear(let value) = rule.value else { throw rule.isNot(in: .dayInYear) }
        return value.day(in: year)
    }
}

extension Rule {
    fileprivate func isNot(in unit: RuleValue.Unit) -> Refusal {
        Refusal(
            .rule, code: "rule-unit", "\(id) is in \(value.unit.rawValue), not in \(unit.rawValue).",
            remedy: "Correct the unit of the rule, or the working that asks for it.")
    }
}
