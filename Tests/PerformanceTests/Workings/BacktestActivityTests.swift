import Rulebook
import Testing
import Vocabulary

@testable import Performance

struct BacktestActivityTests {
    private func trials(_ count: Int) throws -> [ActivityForecast.Trial] {
        let months = (1...count).map { Sample.month($0, Sample.figures(0, 0, 1, 1_000 + $0)) }
        return try BacktestActivity.trials(
            of: months, try Sample.position(months), by: [], calendar: .shipped, under: .shipped)
    }

    @Test func `each month from the fourth to the eleventh is tried on what the whole year came to`() throws {
        let trials = try trials(12)
        #expect(trials.map(\.month) == Array(4...11))
        #expect(Set(trials.map(\.outcome)) == [Money(pence: 1_207_800)])
    }

    @Test func `a year that is not over is not tried`() {
        #expect(Sample.code { _ = try trials(11) } == "year-not-over")
    }
}
