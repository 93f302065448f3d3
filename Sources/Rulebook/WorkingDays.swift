public import Vocabulary

/// The working days of England and Wales: Monday to Friday, less the bank holidays.
///
/// Known for the whole calendar years from the first holiday given to the last; a question about any other
/// day is refused. The list that comes with Remit knows 2012 to 2028, so the first financial year is 2012/13
/// and the last 2027/28.
public struct WorkingDays: Sendable {
    public let holidays: [BankHoliday]
    /// The days that the holidays given cover.
    public let known: Period
    private let firstDay: Day
    private let lastDay: Day
    /// How many working days come before the day at this place, counted from `firstDay`; one place more than
    /// days.
    private let before: [Int]

    /// - Throws: `Refusal` of kind `input`, code `bad-calendar`: no holidays, or two on one day.
    public init(holidays: [BankHoliday]) throws(Refusal) {
        let holidays = holidays.sorted { $0.day < $1.day }
        guard let first = holidays.first?.day.parts.year, let last = holidays.last?.day.parts.year,
            let firstDay = Day(year: first, month: 1, day: 1),
            let lastDay = Day(year: last, month: 12, day: 31),
            let known = Period(from: firstDay, to: lastDay.adding(days: 1))
        else {
            throw Refusal(.input, code: "bad-calendar", "The calendar has no bank holidays.")
        }
        if let twice = zip(holidays, holidays.dropFirst()).first(where: { $0.day == $1.day }) {
            throw Refusal(.input, code: "bad-calendar", "Two bank holidays fall on \(twice.0.day.inWords).")
        }
        let days = Set(holidays.map(\.day))
        var before = [0]
        for number in firstDay.number...lastDay.number {
            let day = Day(number: number)
            before.append(before.last! + (day.weekday <= 5 && !days.contains(day) ? 1 : 0))
        }
        self.holidays = holidays
        self.known = known
        self.firstDay = firstDay
        self.lastDay = lastDay
        self.before = before
    }

    public func isWorking(_ day: Day) throws(Refusal) -> Bool {
        try count(from: day, to: day.adding(days: 1)) == 1
    }

    /// Working days from a day, up to and without another; none where the second is not after the first.
    ///
    /// - Throws: `Refusal` of kind `rule`, code `no-calendar`, where bank holidays are not known for all the
    ///   days.
    public func count(from start: Day, to end: Day) throws(Refusal) -> Int {
        guard start < end else { return 0 }
        guard start >= firstDay else { throw unknown(start) }
        guard end <= lastDay.adding(days: 1) else { throw unknown(end.adding(days: -1)) }
        return before[end - firstDay] - before[start - firstDay]
    }

    public func count(in month: Month) throws(Refusal) -> Int {
        try count(from: month.firstDay, to: month.adding(months: 1).firstDay)
    }

    public func count(in year: FinancialYear) throws(Refusal) -> Int {
        try count(from: year.firstDay, to: year.next.firstDay)
    }

    /// The working day that comes `number`th after a day; the day itself is not counted.
    ///
    /// - Precondition: `number` is 1 or more.
    public func day(_ number: Int, after day: Day) throws(Refusal) -> Day {
        precondition(number >= 1, "the first working day after a day is number 1")
        var left = number
        var next = day
        while left > 0 {
            next = next.adding(days: 1)
            if try isWorking(next) { left -= 1 }
        }
        return next
    }

    private func unknown(_ day: Day) -> Refusal {
        Refusal(
            .rule, code: "no-calendar",
            "The bank holidays of \(day.inWords) are not known: the calendar runs from \(firstDay.inWords) to "
                + "\(lastDay.inWords).",
            remedy: "Choose a day in the calendar, or extend the list of bank holidays.")
    }
}
