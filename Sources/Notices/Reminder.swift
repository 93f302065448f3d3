public import Vocabulary

/// Tells somebody of one thing that is due soon, apart from the weekly message.
public struct Reminder: Hashable, Sendable {
    public var notice: Notice

    /// - Returns: nil for a notice without a day: that waits for the weekly message.
    public init?(of notice: Notice) {
        guard notice.due != nil else { return nil }
        self.notice = notice
    }

    /// - Parameter site: how browsers reach it, without a path.
    public func text(from system: String, site: String, on day: Day) -> NoticeText {
        let due = notice.due ?? day
        let when = due < day ? "was due on \(due.inWords)" : due == day ? "due today" : "due on \(due.inWords)"
        return NoticeText(
            to: notice.account, subject: "A reminder from Remit: \(when)",
            [
                "Hello,", "This waits for you at \(system):", notice.lines(on: day, site: site),
                "If it is done already, there is nothing to do. Please do not reply to this message.",
            ])
    }
}
