import Testing
import Vocabulary

struct PeriodTests {
    static let days = (0...6).map { Day(number: $0) }

    @Test func `a period ends after it starts`() {
        #expect(Period(from: Self.days[1], to: Self.days[1]) == nil)
        #expect(Period(from: Self.days[1], to: Self.days[0]) == nil)
        #expect(Period(from: Self.days[1], to: Self.days[2]) != nil)
    }

    @Test func `a period holds its first day and not its end`() throws {
        let period = try #require(Period(from: Self.days[1], to: Self.days[3]))
        #expect(Self.days.filter(period.contains) == [Self.days[1], Self.days[2]])
        let open = try #require(Period(from: Self.days[4], to: nil))
        #expect(Self.days.filter(open.contains) == Array(Self.days[4...]))
    }

    @Test func `periods overlap exactly where they share a day`() {
        let ends: [Day?] = Self.days.map { $0 } + [nil]
        let periods = Self.days.flatMap { start in ends.compactMap { Period(from: start, to: $0) } }
        let far = (0...20).map { Day(number: $0) }
        for one in periods {
            for other in periods {
                let shared = far.contains { one.contains($0) && other.contains($0) }
                #expect(one.overlaps(other) == shared)
            }
        }
    }
}
