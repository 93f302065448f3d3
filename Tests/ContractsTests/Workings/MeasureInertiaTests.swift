import Contracts
import Testing
import Vocabulary

struct MeasureInertiaTests {
    static func book(_ before: [Int], _ now: [Int], flags: [String] = []) -> DentalBook {
        func years(_ year: Int, _ pounds: [Int]) -> [ContractYear] {
            pounds.enumerated().map { place, pounds in
                TestYears.year(
                    year, contract: TestYears.number(place),
                    months: Array(
                        repeating: TestYears.row(pounds: pounds, flags: year == 2024 ? flags : []), count: 12))
            }
        }
        return TestYears.book(years(2023, before) + years(2024, now))
    }

    static func measure(_ book: DentalBook) -> [Inertia] {
        MeasureInertia.measure(book, year: FinancialYear(startingIn: 2024), band: Share(percent: 5))
    }

    @Test func `an uplift for all is all inertia`() throws {
        let all = try #require(Self.measure(Self.book([100, 200, 300], [110, 220, 330])).first)
        #expect(abs(try #require(all.rankCorrelation) - 1) < 1e-12)
        #expect(abs(try #require(all.medianUplift) - 1.1) < 1e-12)
        #expect(all.withinBand == .whole)
        #expect(all.contracts == 3)
    }

    @Test func `a contract beyond the band is outside it`() throws {
        let all = try #require(Self.measure(Self.book([100, 100, 100], [100, 105, 106])).first)
        #expect(abs(try #require(all.medianUplift) - 1.05) < 1e-12)
        #expect(all.withinBand == .whole)
        let wide = try #require(Self.measure(Self.book([100, 100, 100], [100, 100, 106])).first)
        #expect(wide.withinBand == Share(2, of: 3))
    }

    @Test func `an order turned round has the rank correlation minus one`() throws {
        let all = try #require(Self.measure(Self.book([100, 200, 300], [300, 200, 100])).first)
        #expect(abs(try #require(all.rankCorrelation) + 1) < 1e-12)
    }

    @Test func `held-out rows are not measured`() {
        #expect(Self.measure(Self.book([100], [100], flags: ["nominal-value"])).isEmpty)
    }

    @Test func `pounds per head stand beside where a population is given`() throws {
        let lines = MeasureInertia.measure(
            Self.book([100, 100], [100, 100]), year: FinancialYear(startingIn: 2024), band: Share(percent: 5),
            population: [TestYears.code: 8])
        #expect(lines.map(\.valuePerHead) == [Money(pence: 2_500), Money(pence: 2_500)])
        #expect(Self.measure(Self.book([1], [1])).first?.valuePerHead == nil)
    }

    @Test func `the first year held has nothing to be compared with`() {
        let book = Self.book([100], [100])
        #expect(MeasureInertia.overYears(book, band: Share(percent: 5)).map(\.year.start) == [2024])
    }
}
