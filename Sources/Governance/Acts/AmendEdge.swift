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
        let held = try book.edge(edge.id)
        try refuseBlank(reason: reason, for: "amending the edge “\(edge.id)”")
        guard held.from < edge.from else {
            throw Refusal(
                .input, code: "not-after",
                "The edge “\(edge.id)” has its present form from \(held.from.inWords), and another cannot begin on "
                    + "\(edge.from.inWords).",
                remedy: "Give a later day.")
        }
        if let until = held.until, until.adding(days: 1) < edge.from {
            throw Refusal(
                .rule, code: "edge-ended", "The edge “\(edge.id)” ended on \(until.inWords).",
                remedy: "Draw the one that took its place under another short name.")
        }
        try edge.check(in: book)
        var past = held
        past.earlier = []
        past.until = edge.from.adding(days: -1)
        var amended = edge
        amended.earlier = held.earlier + [past]
        book.edges[edge.id] = amended
        return book
    }
}
