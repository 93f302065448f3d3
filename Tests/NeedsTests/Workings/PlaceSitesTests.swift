import Methods
import Needs
import TestSupport
import Testing
import Vocabulary

/// The question where further sites do most; its solving stands with the solver.
struct PlaceSitesTests {
    private func code(_ question: AccessQuestion, _ candidates: [AccessSite]?, further: Int) -> String? {
        do {
            _ = try PlaceSites(question, candidates: candidates, further: further, aim: .covering)
            return nil
        } catch { return error.code }
    }

    @Test func `candidates are the centroids of those asked about where none are given`() throws {
        let placing = try PlaceSites(Village.question(), candidates: nil, further: 1, aim: .covering)
        #expect(placing.candidates.map(\.code) == ["A", "B", "D"] && placing.existing.count == 2)
        #expect(placing.areas.map(\.code) == ["A", "B", "D"])
    }

    @Test func `what a choice comes to is told by fifth`() throws {
        let placing = try PlaceSites(Village.question(), candidates: nil, further: 1, aim: .covering)
        var chosen = [Bool](repeating: false, count: placing.question.model.names.count)
        chosen[2] = true
        let found = try #require(
            placing.siting(SolvedPortfolio(chosen: chosen, value: 100, bound: 100, relativeGap: 0)))
        #expect(found.opened.map(\.code) == ["D"] && found.found.isProved)
        #expect(found.fifths.map(\.group.withinBefore) == [1_000, 500, 0])
        #expect(found.fifths.map(\.group.withinAfter) == [1_000, 500, 100])
    }

    @Test func `places cannot be looked for by a table of travel, nor among none`() {
        let travel = AccessQuestion.TravelTable(unit: "minutes", ways: [])
        #expect(code(Village.question(travel: travel), nil, further: 1) == "no-way-known")
        #expect(code(Village.question(), [], further: 1) == "no-candidates")
        #expect(code(Village.question(), nil, further: 9) == "bad-number")
        #expect(code(Village.question(), [Village.sites[0], Village.sites[0]], further: 1) == "site-twice")
    }
}
