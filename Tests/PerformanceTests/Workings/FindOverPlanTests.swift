import Rulebook
import Testing
import Vocabulary

@testable import Performance

struct FindOverPlanTests {
    private static func rules() throws -> Rulebook {
        try Rulebook(
            rules: [("activity.plan.overPercent", 20), ("activity.plan.monthsRunning", 3)].map { id, value in
                Rule(
                    id: id, value: .count(value), period: Period(from: Day("2006-04-01")!, to: nil)!, source: "Test",
                    isVerified: false)
            })
    }

    /// Actual activity by month against a plan of 100.
    private func runs(_ actual: [Int]) throws -> [[Int]] {
        let months = actual.enumerated().map { Sample.month($0.offset + 1, Sample.figures(100, 1, $0.element, 1)) }
        return try FindOverPlan.runs(of: months, try Sample.position(months), under: Self.rules()).map(\.months)
    }

    @Test func `three months more than 20 per cent over plan are a run, two are none`() throws {
        #expect(try runs([100, 121, 121, 121]) == [[2, 3, 4]])
        #expect(try runs([100, 100, 121, 121]) == [])
    }

    @Test func `exactly 20 per cent is not over, and a run that ended is still told`() throws {
        #expect(try runs([120, 120, 120]) == [])
        #expect(try runs([130, 130, 130, 100, 121, 130, 130, 130]) == [[1, 2, 3], [5, 6, 7, 8]])
    }
}
