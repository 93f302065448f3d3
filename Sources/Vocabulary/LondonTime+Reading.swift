extension Moment {
    /// A time as people write it down: `10:05` on a day that is known, or `2026-05-12T10:05`, both as clocks in London
    /// show it; or an instant in UTC, `2026-05-12T09:05:00Z`. A space may stand in place of the `T`, and seconds may be
    /// given.
    ///
    /// - Parameters:
    ///   - day: of a time that comes without its day; nil where none is known.
    ///   - kind: of the refusal: `usage` on a command line, `input` in a file.
    /// - Throws: `Refusal`: `time-unreadable`; `time-left-out` in the hour that is left out when summer time begins;
    ///   `time-twice` in the hour that comes twice when it ends; `time-before-1996` where London's clocks are not known.
    public init(written text: String, on day: Day? = nil, as kind: Refusal.Kind) throws(Refusal) {
        if let instant = Moment(text: text) {
            self = instant
            return
        }
        guard let (ownDay, hour, minute, second) = Moment.parts(of: text), let day = ownDay ?? day else {
            throw Refusal(
                kind, code: "time-unreadable", "“\(text.printable)” is no time.",
                remedy: (day == nil ? "" : "Write 10:05 for a time of that day, or ")
                    + (day == nil ? "Write " : "") + "2026-05-12T10:05, as clocks in London show it; or an instant, "
                    + "2026-05-12T09:05:00Z.")
        }
        let moments = LondonTime.moments(on: day, hour: hour, minute: minute, second: second)
        guard let first = moments.first else {
            let isEarly = LondonTime(Moment(secondsSince1970: day.number * 86_400)).zone == .universal
            throw Refusal(
                kind, code: isEarly ? "time-before-1996" : "time-left-out",
                isEarly
                    ? "\(text.printable) is before 1996: which time London’s clocks showed then is not held here."
                    : "No clock in London showed \(text.printable) on \(day.inWords): summer time began in that hour.",
                remedy: "Write it as an instant in UTC, with a Z at its end.")
        }
        guard moments.count == 1 else {
            throw Refusal(
                kind, code: "time-twice",
                "Clocks in London showed \(text.printable) twice on \(day.inWords): summer time ended in that hour.",
                remedy: "Write which it was, as an instant: \(moments.map(\.description).joined(separator: " or ")).")
        }
        self = first
    }

    /// `10:05`, `10:05:30`, or either after a day and a `T` or a space.
    private static func parts(of text: String) -> (day: Day?, hour: Int, minute: Int, second: Int)? {
        var clock = text[...]
        var day: Day?
        if let mark = text.firstIndex(where: { $0 == "T" || $0 == " " }) {
            guard let own = Day(text[..<mark]) else { return nil }
            day = own
            clock = text[text.index(after: mark)...]
        }
        let numbers = clock.split(separator: ":", omittingEmptySubsequences: false)
        guard (2...3).contains(numbers.count),
            numbers.allSatisfy({ $0.utf8.count == 2 && $0.utf8.allSatisfy { (48...57).contains($0) } })
        else { return nil }
        let values = numbers.compactMap { Int($0) }
        let (hour, minute, second) = (values[0], values[1], values.count == 3 ? values[2] : 0)
        return hour < 24 && minute < 60 && second < 60 ? (day, hour, minute, second) : nil
    }
}
