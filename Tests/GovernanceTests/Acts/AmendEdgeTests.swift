import Governance
import Testing
import Vocabulary

struct AmendEdgeTests {
    let book = RightsSample.book()

    private func amended(from day: String = "2026-04-01") -> AccountabilityEdge {
        var edge = RightsSample.edge
        edge.from = RightsSample.on(day)
        edge.consequences = nil
        return edge
    }

    @Test func `the form before stays, up to the day before`() throws {
        let after = try book.after(AmendEdge(edge: amended(), reason: "The schedule lapsed."))
        let edge = try #require(after.edges[RightsSample.edge.id])
        #expect(edge.asOf(RightsSample.on("2026-03-31"))?.missing == [])
        #expect(edge.asOf(RightsSample.on("2026-04-01"))?.missing == [.consequence])
        #expect(edge.asOf(RightsSample.on("2023-03-31")) == nil)
    }

    @Test func `what cannot be amended is refused`() throws {
        #expect(book.refuses(AmendEdge(edge: amended(), reason: "")) == "no-reason")
        #expect(book.refuses(AmendEdge(edge: amended(from: "2023-04-01"), reason: "A slip.")) == "not-after")
        var other = amended()
        other.id = RightsSample.name("nowhere")
        #expect(book.refuses(AmendEdge(edge: other, reason: "A slip.")) == "no-such-edge")
        var circle = amended()
        circle.forum = circle.actor
        #expect(book.refuses(AmendEdge(edge: circle, reason: "A slip.")) == "actor-is-forum")
        let ended = try book.after(
            EndEdge(edge: RightsSample.edge.id, lastDay: RightsSample.on("2025-03-31"), reason: "Ended."))
        #expect(ended.refuses(AmendEdge(edge: amended(), reason: "Goes on.")) == "edge-ended")
    }
}
