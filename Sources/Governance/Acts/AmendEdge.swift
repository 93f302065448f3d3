public import Vocabulary

/// Gives an edge of the accountability map another form from a day on; what it was until the day before stays.
///
/// The edge that is given takes the whole place of the one before. Refused besides what `DrawEdge` refuses:
/// `no-such-edge`, `not-after`, `edge-ended`, `no-reason`.
public struct AmendEdge: GovernanceAct {
    public static let name = "amendEdge"

    /// The edge in its new form, under its short name; `from` is the first day of that form.
    public var edge: AccountabilityEdge
    public var reason: String

    public init(edge: AccountabilityEdge, reason: String) {
        self.edge = edge
        self.reason = reason
    }

    public var record: RecordName { RecordName(.accountability, edge.id) }

    public func decide(
        _ before: GovernanceBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> GovernanceBook {
        var book = before.book
        let amended = try book.edge(edge.id).amended(to: edge, reason: reason)
        try edge.check(in: book)
        book.edges[edge.id] = amended
        return book
    }
}
