import Testing
import Vocabulary

@testable import Governance

struct QuorumMatchingTests {
    private typealias Sample = CommitteeSample

    private func filled(_ demands: [(Int, String)], _ lines: String...) -> [[String]] {
        QuorumMatching.fill(
            demands.map { QuorumDemand(whom: Sample.roles($0.1), size: .atLeast($0.0)) },
            by: QuorumPerson.people(of: lines.map { Sample.seat($0) })
        ).map { $0.map(\.description) }
    }

    @Test func `somebody gives up a place that others can fill`() {
        // Whoever is first by name would take `gp`, and leave `lay` to nobody.
        #expect(filled([(1, "gp"), (1, "lay")], "a gp lay", "b gp") == [["b"], ["a"]])
        #expect(filled([(2, "x"), (1, "y")], "a x", "b x y", "c x") == [["a", "c"], ["b"]])
    }

    @Test func `what is asked for first is filled first`() {
        #expect(filled([(1, "gp"), (1, "lay")], "a gp lay") == [["a"], []])
    }

    @Test func `an immense number is short and takes no longer`() {
        #expect(filled([(1_000, "gp")], "a gp", "b gp") == [["a", "b"]])
    }
}
