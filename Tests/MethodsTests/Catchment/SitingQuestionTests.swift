import TestSupport
import Testing
import Vocabulary

@testable import Methods

/// Where further sites do most: every choice tried by hand on small maps, and edges.
struct SitingQuestionTests {
    /// Areas at 0, 4, 10 and 20 of a road, with 100, 50, 80 and 10 people; a site is there at 0, and might be at 5, 9
    /// and 19.
    private func road(_ aim: SitingQuestion.Aim, further: Int, reach: Double = .infinity) throws -> SitingQuestion {
        let table = try ReachTable(
            areas: [0, 4, 10, 20].map { MapPoint($0, 0) }, sites: [0, 5, 9, 19].map { MapPoint($0, 0) },
            system: .plane, reach: .same(reach))
        return try SitingQuestion(
            table, population: [100, 50, 80, 10], isCandidate: [false, true, true, true], further: further, aim: aim)
    }

    private func solved(_ question: SitingQuestion) throws -> Siting {
        let chosen = try #require(question.model.exactBySearch())
        let value = question.model.value(of: chosen)
        return try #require(
            question.siting(SolvedPortfolio(chosen: chosen, value: value, bound: value, relativeGap: 0)))
    }

    @Test func `one further site on a road lies where the ways become shortest`() throws {
        let siting = try solved(road(.distance, further: 1))
        // 50 × 4 + 80 × 10 + 10 × 20 without; at 9 the ways are 50 × 4 + 80 × 1 + 10 × 11.
        #expect(siting.before.travelled == 1_200)
        #expect(siting.opened == [2] && siting.after.travelled == 390)
        #expect(siting.after.within == 240 && siting.isProved)
    }

    @Test func `two further sites on a road reach all but those who live too far`() throws {
        let question = try road(.covering, further: 1, reach: 2)
        let siting = try solved(question)
        #expect(siting.before.within == 100 && siting.opened == [2] && siting.after.within == 180)
        let two = try solved(road(.covering, further: 2, reach: 2))
        #expect(two.opened == [1, 2] && two.after.within == 230)
        #expect(try solved(road(.covering, further: 3, reach: 2)).after.within == 240)
    }

    @Test func `one site after the other is a choice to begin from, which keeps every row`() throws {
        let question = try road(.covering, further: 2, reach: 2)
        #expect(question.model.allows(question.greedy))
        #expect(question.greedy.prefix(3) == [true, true, false])
        let none = try road(.covering, further: 3, reach: 0.5)
        #expect(none.model.value(of: none.greedy) == 0 && none.greedy.prefix(3).count { $0 } == 1)
    }

    @Test(arguments: SitingQuestion.Aim.allCases)
    func `no choice on a drawn map gains more than the one that is found`(_ aim: SitingQuestion.Aim) throws {
        var numbers = SeededNumbers(seed: 20_261_122)
        for map in 0..<120 {
            let sites = Int.random(in: 2...5, using: &numbers)
            let areas = Int.random(in: 1...4, using: &numbers)
            func point() -> MapPoint {
                MapPoint(.random(in: 0...9, using: &numbers), .random(in: 0...9, using: &numbers))
            }
            let isCandidate = (0..<sites).map { $0 == 0 || Bool.random(using: &numbers) }
            let reach = aim == .covering ? Double.random(in: 1...8, using: &numbers) : .infinity
            let table = try ReachTable(
                areas: (0..<areas).map { _ in point() }, sites: (0..<sites).map { _ in point() }, system: .plane,
                reach: .same(reach))
            let people = (0..<areas).map { _ in Double(Int.random(in: 0...99, using: &numbers)) }
            let candidates = isCandidate.indices.filter { isCandidate[$0] }
            let further = Int.random(in: 1...candidates.count, using: &numbers)
            let question = try SitingQuestion(
                table, population: people, isCandidate: isCandidate, further: further, aim: aim)
            let siting = try solved(question)
            #expect(siting.opened.count <= further)
            #expect(question.model.allows(question.greedy), "map \(map)")
            let best = question.model.value(of: try #require(question.model.exactBySearch()))
            #expect(question.model.value(of: question.greedy) >= 0.63 * best - 1e-9, "map \(map)")
            for mask in 0..<(1 << candidates.count) where mask.nonzeroBitCount <= further {
                let other = candidates.indices.filter { mask >> $0 & 1 == 1 }.map { candidates[$0] }
                if aim == .distance, other.isEmpty, candidates.count == sites { continue }
                let effect = question.effect(of: other)
                switch aim {
                case .covering: #expect(effect.within <= siting.after.within, "map \(map)")
                case .distance: #expect(effect.travelled >= siting.after.travelled - 1e-9, "map \(map)")
                }
            }
        }
    }

    @Test func `what cannot be asked is refused`() throws {
        let table = try ReachTable(
            areas: [MapPoint(0, 0), MapPoint(50, 0)], sites: [MapPoint(1, 0), MapPoint(2, 0)], system: .plane,
            reach: .same(5))
        func refused(
            _ people: [Double] = [1, 1], _ isCandidate: [Bool] = [false, true], further: Int = 1,
            _ aim: SitingQuestion.Aim = .covering
        ) -> String? {
            do throws(Refusal) {
                _ = try SitingQuestion(
                    table, population: people, isCandidate: isCandidate, further: further, aim: aim)
                return nil
            } catch { return error.code }
        }
        #expect(refused() == nil)
        #expect(refused([1]) == "no-areas")
        #expect(refused([1, -1]) == "negative-count")
        #expect(refused([1, 1], [false, false]) == "no-candidates")
        #expect(refused(further: 0) == "bad-number" && refused(further: 2) == "bad-number")
        #expect(refused(.init([1, 1]), [false, true], further: 1, .distance) == "no-way")
    }
}
