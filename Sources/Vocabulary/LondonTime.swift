/// A moment as clocks in London show it: Greenwich mean time in winter, an hour ahead of it in summer time.
///
/// Summer time begins at 01:00 Greenwich mean time on the last Sunday of March and ends at 01:00 Greenwich mean time on
/// the last Sunday of October. It has since 1996; before that the days were set by an order for each few years, of
/// which none is held here. An earlier moment therefore reads in UTC and says so, and no earlier time of day is taken.
/// Greenwich mean time is taken to be UTC: they differ by less than a second.
///
/// - Reference: Summer Time Act 1972, section 1, as amended by the Summer Time Order 2002 (SI 2002/262); Directive
///   2000/84/EC, articles 2 and 3; for 1996 to 2001 the orders of 1994 and 1997 (SI 1994/2798, SI 1997/2982).
public struct LondonTime: Hashable, Sendable, CustomStringConvertible {
    public let moment: Moment
    public let zone: Zone
    public let day: Day
    /// 0 to 23.
    public let hour: Int
    public let minute: Int
    public let second: Int

    /// Which time the clocks show.
    public enum Zone: String, Hashable, Sendable, CaseIterable {
        case greenwich = "GMT"
        case summer = "BST"
        /// Before 1996.
        case universal = "UTC"

        /// In a sentence: `British summer time (BST)`.
        public var inWords: String {
            switch self {
            case .greenwich: "Greenwich mean time (GMT)"
            case .summer: "British summer time (BST)"
            case .universal: "UTC"
            }
        }
    }

    public init(_ moment: Moment) {
        self.moment = moment
        zone = LondonTime.zone(of: moment)
        let shown = Moment(secondsSince1970: moment.secondsSince1970 + (zone == .summer ? 3_600 : 0))
        day = shown.day
        let rest = shown.secondsSince1970 - shown.day.number * 86_400
        hour = rest / 3_600
        minute = rest / 60 % 60
        second = rest % 60
    }

    /// Hours and minutes: `10:05`.
    public var clock: String { "\(LondonTime.two(hour)):\(LondonTime.two(minute))" }

    /// `2026-05-12 10:05 BST`.
    public var description: String { "\(day) \(clock) \(zone.rawValue)" }

    /// For reading: `12 May 2026, 10:05 BST`.
    public var inWords: String { "\(day.inWords), \(clock) \(zone.rawValue)" }

    /// The moments at which clocks in London show a time of day: one, as a rule; none in the hour that is left out
    /// when summer time begins, and before 1996; two, in order, in the hour that comes twice when it ends.
    ///
    /// - Parameters:
    ///   - hour: 0 to 23; nothing shows any other.
    ///   - minute: 0 to 59, and `second` likewise.
    public static func moments(on day: Day, hour: Int, minute: Int, second: Int = 0) -> [Moment] {
        guard (0..<24).contains(hour), (0..<60).contains(minute), (0..<60).contains(second) else { return [] }
        let inGreenwich = day.number * 86_400 + hour * 3_600 + minute * 60 + second
        let inSummer = Moment(secondsSince1970: inGreenwich - 3_600)
        let inWinter = Moment(secondsSince1970: inGreenwich)
        return (zone(of: inSummer) == .summer ? [inSummer] : [])
            + (zone(of: inWinter) == .greenwich ? [inWinter] : [])
    }

    private static func zone(of moment: Moment) -> Zone {
        let year = moment.day.parts.year
        guard year >= firstYear else { return .universal }
        let (begins, ends) = (turn(in: 3, of: year), turn(in: 10, of: year))
        return begins <= moment.secondsSince1970 && moment.secondsSince1970 < ends ? .summer : .greenwich
    }

    /// The first year with the days of today.
    private static let firstYear = 1996

    /// 01:00 UTC on the last Sunday of a month, in seconds since 1970.
    private static func turn(in month: Int, of year: Int) -> Int {
        let last = Month(index: year * 12 + month - 1).lastDay
        return last.adding(days: -(last.weekday % 7)).number * 86_400 + 3_600
    }

    private static func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
}

extension Moment {
    /// As clocks in London show it.
    public var inLondon: LondonTime { LondonTime(self) }
}
