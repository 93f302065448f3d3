import Contracts
import Testing
import Vocabulary

struct FindRebasingCandidatesTests {
    static let test = RebasingTest(threshold: Share(percent: 96), years: 3)

    static func candidates(_ delivered: [Int], notJudged: Set<Int> = []) -> [RebasingCandidate] {
        let years = delivered.enumerated().map { place, delivered in
            TestYears.year(2022 + place, months: Array(repeating: TestYears.row(delivered: delivered), count: 12))
        }
        return FindRebasingCandidates.candidates(
            in: TestYears.book(years, notJudged: notJudged), through: FinancialYear(startingIn: 2024), by: test)
    }

    @Test func `three years below the test make a candidate with the best of them kept`() throws {
        let candidate = try #require(Self.candidates([60, 80, 70]).first)
        #expect(candidate.highestDelivered == Units(960))
        #expect(candidate.releasableUnits == Units(240))
        #expect(candidate.releasableMoney == Money(pence: 720_000))
        #expect(candidate.years.count == 3)
    }

    @Test func `one good year is enough to be no candidate`() {
        #expect(Self.candidates([60, 97, 70]).isEmpty)
    }

    @Test func `two years are not three`() {
        #expect(Self.candidates([60, 60]).isEmpty)
    }

    @Test func `a year that is not judged does not count against a contract`() {
        #expect(Self.candidates([60, 60, 60], notJudged: [2022]).isEmpty)
    }
}
