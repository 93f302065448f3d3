import Governance
import Testing
import Vocabulary

struct DrawEdgeTests {
    let book = RightsSample.book()

    private func code(_ change: (inout AccountabilityEdge) -> Void) -> String? {
        var edge = RightsSample.edge
        edge.id = RightsSample.name("another")
        change(&edge)
        return book.refuses(DrawEdge(edge: edge))
    }

    @Test func `an edge that lacks elements is drawn as it is`() throws {
        var edge = RightsSample.edge
        edge.id = RightsSample.name("weak")
        edge.judges = nil
        edge.consequences = " "
        let after = try book.after(DrawEdge(edge: edge))
        #expect(after.edges[edge.id]?.missing == [.judge, .consequence])
        #expect(DrawEdge(edge: edge).record == RecordName(.accountability, edge.id))
    }

    @Test func `nobody is one's own forum`() {
        #expect(code { $0.forum = $0.actor } == "actor-is-forum")
        #expect(
            code {
                $0.actor = .person(RightsSample.name("p014")); $0.forum = $0.actor
            } == "actor-is-forum")
    }

    @Test func `the public is answered to, and does not answer`() {
        #expect(code { $0.actor = .thePublic } == "public-is-actor")
        #expect(code { $0.forum = .thePublic } == nil)
    }

    @Test func `committees and persons are known`() {
        #expect(code { $0.forum = .committee(RightsSample.name("nowhere")) } == "no-such-committee")
        #expect(code { $0.actor = .person(RightsSample.name("p099")) } == "no-such-person")
        #expect(code { $0.actor = .person(RightsSample.name("p014")) } == nil)
        #expect(code { $0.forum = .partnership(RightsSample.name("wexbourne-stp")) } == nil)
    }

    @Test func `what makes no sense is refused`() {
        #expect(book.refuses(DrawEdge(edge: RightsSample.edge)) == "edge-twice")
        #expect(code { $0.about = "" } == "text-missing")
        #expect(code { $0.citation = " " } == "text-missing")
        #expect(code { $0.until = RightsSample.on("2023-03-31") } == "ends-before-start")
    }
}
