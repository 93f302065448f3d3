import Governance
import Testing
import Vocabulary

struct EndEdgeTests {
    let book = RightsSample.book()

    private func end(_ day: String, reason: String = "The agreement ended.") -> EndEdge {
        EndEdge(edge: RightsSample.edge.id, lastDay: RightsSample.on(day), reason: reason)
    }

    @Test func `an edge stands on its last day and not on the next`() throws {
        let after = try book.after(end("2027-03-31"))
        let edge = try #require(after.edges[RightsSample.edge.id])
        #expect(edge.asOf(RightsSample.on("2027-03-31")) != nil && edge.asOf(RightsSample.on("2027-04-01")) == nil)
        #expect(after.refuses(end("2027-03-31")) == "edge-ended" && after.refuses(end("2027-03-30")) == nil)
    }

    @Test func `what cannot end is refused`() {
        #expect(book.refuses(end("2023-03-31")) == "ends-before-start")
        #expect(book.refuses(end("2027-03-31", reason: "")) == "no-reason")
        let other = EndEdge(edge: RightsSample.name("nowhere"), lastDay: RightsSample.day, reason: "Ended.")
        #expect(book.refuses(other) == "no-such-edge")
    }
}
