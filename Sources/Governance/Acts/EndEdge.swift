public import Vocabulary

/// Ends an edge of the accountability map with a last day, which may be to come.
///
/// Refused: an edge that is not on the map (`no-such-edge`), a last day before its present form begins
/// (`ends-before-start`), an edge that has ended by that day already (`edge-ended`), no reason (`no-reason`).
public struct EndEdge: GovernanceAct {
    public static let name = "endEdge"

    public var edge: Slug
    public var lastDay: Day
    public var reason: String

    public init(edge: Slug, lastDay: Day, reason: String) {
        self.edge = edge
        self.lastDay = lastDay
        self.reason = reason
    }

    public var record: RecordName { RecordName(.accountability, edge) }

    public func decide(
        _ before: GovernanceBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> GovernanceBook {
        var book = before.book
        book.edges[edge] = try book.edge(edge).ended(on: lastDay, reason: reason)
        return book
    }
}
