import Governance
import TestSupport
import Testing
import Vocabulary

struct AccountabilityChartTests {
    private func edge(
        _ id: String, _ actor: String, _ forum: String?, _ direction: AccountabilityEdge.Direction = .vertical
    ) -> AccountabilityEdge {
        var edge = RightsSample.edge
        edge.id = RightsSample.name(id)
        edge.actor = .organisation(RightsSample.code(actor))
        edge.forum = forum.map { .organisation(RightsSample.code($0)) } ?? .thePublic
        edge.direction = direction
        return edge
    }

    private func chart(_ edges: [AccountabilityEdge]) -> AccountabilityChart {
        var book = GovernanceBook()
        for edge in edges { book.edges[edge.id] = edge }
        return AccountabilityChart(book, on: RightsSample.day, names: PartyNames())
    }

    @Test func `who answers stands below to whom, a peer beside, and the public last`() {
        let chart = chart([
            edge("a", "ICB", "NHSE"), edge("b", "PLACE", "ICB"), edge("c", "ICB", "COUNCIL", .horizontal),
            edge("d", "ICB", nil),
        ])
        #expect(chart.nodes.map(\.title) == ["COUNCIL", "NHSE", "ICB", "PLACE", "the public"])
        #expect(chart.nodes.map(\.row) == [0, 0, 1, 2, 3])
    }

    @Test func `a circle of vertical edges is cut and drawn`() {
        let chart = chart([edge("a", "A1", "B1"), edge("b", "B1", "A1")])
        #expect(Set(chart.nodes.map(\.row)) == [0, 1] && chart.links.count == 2)
    }

    @Test func `an edge that lacks an element is broken`() {
        var weak = edge("a", "ICB", "NHSE")
        weak.consequences = nil
        let link = chart([weak]).links.first
        #expect(link?.isBroken == true && link?.missing == [.consequence])
    }

    @Test func `what was found of one party stands at its node`() {
        let book = RightsSample.book()
        let finding = AccountabilityFinding(
            .noEdgeToPublic, "A sentence.", remedy: "A remedy.", parties: [.organisation(RightsSample.icb)])
        let chart = AccountabilityChart(book, on: RightsSample.day, names: PartyNames(), findings: [finding])
        #expect(chart.nodes.first { $0.title == "QWX" }?.findings == [.noEdgeToPublic])
    }

    @Test(arguments: [UInt64(5), 50])
    func `every vertical edge of a random hierarchy leads to a row above`(seed: UInt64) {
        var numbers = SeededNumbers(seed: seed)
        let edges = (1..<40).map { number in
            edge("e\(number)", "B\(number)", "B\(Int.random(in: 0..<number, using: &numbers))")
        }
        let chart = chart(edges)
        let rows = Dictionary(uniqueKeysWithValues: chart.nodes.map { ($0.party, $0.row) })
        #expect(chart.links.allSatisfy { (rows[$0.actor] ?? 0) > (rows[$0.forum] ?? 0) }, "seed \(seed)")
    }
}
