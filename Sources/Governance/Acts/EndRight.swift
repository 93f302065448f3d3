public import Vocabulary

/// Ends a right with a last day, which may be to come; rights delegated from it stay, and are found to hang in the air.
///
/// Refused: a right that is not recorded (`no-such-right`), a last day before its present form begins
/// (`ends-before-start`), a right that has ended by that day already (`right-ended`), no reason (`no-reason`).
public struct EndRight: GovernanceAct {
    public static let name = "endRight"

    public var right: Slug
    public var lastDay: Day
    public var reason: String

    public init(right: Slug, lastDay: Day, reason: String) {
        self.right = right
        self.lastDay = lastDay
        self.reason = reason
    }

    public var record: RecordName { RecordName(.right, right) }

    public func decide(
        _ before: GovernanceBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> GovernanceBook {
        var book = before.book
        book.rights[right] = try book.right(right).ended(on: lastDay, reason: reason)
        return book
    }
}
