import Vocabulary

/// Moments as headers say them: `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110, section 5.6.7).
enum HTTPDate {
    private static let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    static func written(_ moment: Moment) -> String {
        let day = moment.day
        let seconds = moment.secondsSince1970 - day.number * 86_400
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        let (year, month, number) = day.parts
        let clock = "\(two(seconds / 3_600)):\(two(seconds / 60 % 60)):\(two(seconds % 60))"
        return "\(days[day.weekday - 1]), \(two(number)) \(months[month - 1]) \(year) \(clock) GMT"
    }

    /// - Returns: nil for anything but the one form that is written today; what cannot be read is left out of account.
    static func read(_ text: String) -> Moment? {
        guard
            let found = text.wholeMatch(
                of: /[A-Z][a-z]{2}, ([0-9]{2}) ([A-Z][a-z]{2}) ([0-9]{4}) ([0-9]{2}):([0-9]{2}):([0-9]{2}) GMT/),
            let number = Int(found.1), let month = months.firstIndex(of: String(found.2)), let year = Int(found.3),
            let day = Day(year: year, month: month + 1, day: number), let hours = Int(found.4),
            let minutes = Int(found.5), let seconds = Int(found.6), hours < 24, minutes < 60, seconds < 61
        else { return nil }
        return Moment(secondsSince1970: day.number * 86_400 + hours * 3_600 + minutes * 60 + seconds)
    }
}
