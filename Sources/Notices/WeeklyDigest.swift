public import Vocabulary

/// One message a week to each person for whom something waits, in place of many.
public struct WeeklyDigest: Hashable, Sendable {
    /// Whose installation it is: `Wexbourne ICB`.
    public var system: String
    /// How browsers reach it, without a path: `https://remit.example`.
    public var site: String

    public init(system: String, site: String) {
        self.system = system
        self.site = site
    }

    /// True where a week has gone by since the last one, or there was none.
    public static func isDue(on day: Day, lastSent: Day?) -> Bool { lastSent.map { day - $0 >= 7 } ?? true }

    /// The messages, by account; nobody gets one for whom nothing waits. A notice given twice is told once.
    public func texts(of notices: [Notice], on day: Day) -> [NoticeText] {
        let byAccount = Dictionary(grouping: Set(notices)) { $0.account }
        return byAccount.sorted { $0.key < $1.key }.map { account, notices in
            let late = notices.count { $0.due.map { $0 < day } ?? false }
            let count = notices.count == 1 ? "1 thing waits" : "\(notices.count) things wait"
            let lateness = late == 0 ? "." : late == 1 ? "; 1 is late." : "; \(late) are late."
            return NoticeText(
                to: account, subject: "\(count) for you in Remit",
                [
                    "Hello,", "\(count) for you at \(system)\(lateness)",
                    notices.sorted(by: Notice.isBefore).map { $0.lines(on: day, site: site) }.joined(separator: "\n"),
                    "You get this once a week, while something waits for you. Please do not reply to it.",
                ])
        }
    }
}
