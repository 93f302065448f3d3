import Tabular
public import Vocabulary

/// What a rule says: a figure with its unit, a day, yes or no, or words.
public enum RuleValue: Hashable, Sendable {
    case share(Share)
    case money(Money)
    case units(Units)
    case count(Int)
    case days(Int)
    case months(Int)
    case years(Int)
    case dayInYear(DayInYear)
    case flag(Bool)
    case text(String)

    /// The units that a file of rules may name; the raw value is the word in the file.
    public enum Unit: String, Sendable, CaseIterable {
        case percent = "%"
        case pounds = "£"
        case uda = "UDA"
        case count
        case days
        case months
        case years
        case dayInYear = "day in year"
        case yesOrNo = "yes/no"
        case text
    }

    public var unit: Unit {
        switch self {
        case .share: .percent
        case .money: .pounds
        case .units: .uda
        case .count: .count
        case .days: .days
        case .months: .months
        case .years: .years
        case .dayInYear: .dayInYear
        case .flag: .yesOrNo
        case .text: .text
        }
    }

    /// The value as people write it in a file of rules.
    ///
    /// - Parameter text: figures are plain, not negative, with at most two decimals (none for counts and
    ///   lengths of time); a day in the year is `03-31`; a flag is `yes` or `no`.
    /// - Returns: nil when the text is no such value, or is blank.
    public init?(_ text: String, in unit: Unit) {
        let hundredths = FixedPoint.hundredths(text).flatMap { $0 < 0 ? nil : $0 }
        let whole = FixedPoint.whole(text).flatMap { $0 < 0 ? nil : $0 }
        let value: RuleValue? =
            switch unit {
            case .percent: hundredths.flatMap { Share($0, of: 10_000) }.map(RuleValue.share)
            case .pounds: hundredths.map { .money(Money(pence: $0)) }
            case .uda: hundredths.map { .units(Units(hundredths: $0)) }
            case .count: whole.map(RuleValue.count)
            case .days: whole.map(RuleValue.days)
            case .months: whole.map(RuleValue.months)
            case .years: whole.map(RuleValue.years)
            case .dayInYear: DayInYear(text).map(RuleValue.dayInYear)
            case .yesOrNo: text == "yes" ? .flag(true) : text == "no" ? .flag(false) : nil
            case .text: text.isEmpty ? nil : .text(text)
            }
        guard let value else { return nil }
        self = value
    }

    /// For JSON: per cent and units are numbers, money is whole pence (`jsonUnit` says `pence`), a day in the
    /// year is text.
    public var json: JSONValue {
        switch self {
        case .share(let share): .decimal(share.percentNumber)
        case .money(let amount): .money(amount)
        case .units(let units): .units(units)
        case .count(let count), .days(let count), .months(let count), .years(let count): .integer(count)
        case .dayInYear(let day): .text(day.description)
        case .flag(let flag): .flag(flag)
        case .text(let text): .text(text)
        }
    }

    /// The unit of `json`; as in the file, but for money, which is in pence there.
    public var jsonUnit: String { unit == .pounds ? "pence" : unit.rawValue }

    /// For reading, with its unit: `96 %`, `£23.00`, `1.2 UDA`, `62 days`, `31 March`, `yes`.
    public var inWords: String {
        switch self {
        case .share(let share):
            (0...2).map { share.percentText(decimals: $0) }.first { text in
                Share.exactly(text) == share
            } ?? share.percentText(decimals: 2)
        case .money(let amount): amount.description
        case .units(let units): "\(units) UDA"
        case .count(let count): "\(count)"
        case .days(let count): count == 1 ? "1 day" : "\(count) days"
        case .months(let count): count == 1 ? "1 month" : "\(count) months"
        case .years(let count): count == 1 ? "1 year" : "\(count) years"
        case .dayInYear(let day): day.inWords
        case .flag(let flag): flag ? "yes" : "no"
        case .text(let text): text
        }
    }
}

extension Share {
    /// The share that a text of per cent names exactly: so that no shown figure is a rounded one.
    fileprivate static func exactly(_ text: String) -> Share? {
        FixedPoint.percent(text).flatMap { Share($0, of: 10_000) }
    }
}
