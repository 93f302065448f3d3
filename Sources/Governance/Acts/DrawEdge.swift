public import Vocabulary

/// Draws on the accountability map that an actor answers to a forum for something, from a day.
///
/// An edge may lack elements: it is drawn as it is, and found to be no accountability yet. Refused: a short name that
/// is taken (`edge-twice`), an actor that is its own forum (`actor-is-forum`), the public as an actor
/// (`public-is-actor`), committees and persons that are not known (`no-such-committee`, `no-such-person`), a last day
/// before the first (`ends-before-start`), no words or citation (`text-missing`).
public struct DrawEdge: GovernanceAct {
    public static let name = "drawEdge"

    public var edge: AccountabilityEdge

    public init(edge: AccountabilityEdge) {
        self.edge = edge
    }

    public var record: RecordName { RecordName(.accountability, edge.id) }

    public func decide(
        _ before: GovernanceBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> GovernanceBook {
        var book = before.book
        guard book.edges[edge.id] == nil else {
            throw Refusal(
                .input, code: "edge-twice", "An edge “\(edge.id)” is on the map already.",
                remedy: "Amend it from a day, or give this one another short name.")
        }
        try edge.check(in: book)
        var drawn = edge
        drawn.earlier = []
        book.edges[edge.id] = drawn
        return book
    }
}
