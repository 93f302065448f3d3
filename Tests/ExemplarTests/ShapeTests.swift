import Contracts
import Exemplar
import Testing
import Vocabulary

/// The exemplar beside England: own tabulations of NHSBSA's contractor files, April 2016 to March 2025.
@Suite struct ShapeTests {
    private static let december = whole.rows(of: Month("202312")!)!

    @Test func `the median value of a UDA is within 2 per cent of England's £31_83`() {
        let values = Self.december.filter { $0.target >= Units(100) }
            .map { Double($0.value.pence) / Double($0.target.hundredths) }
        #expect(abs(median(values) / 31.83 - 1) < 0.02)
        let sorted = values.sorted()
        #expect(abs(sorted[sorted.count / 20] / 26.24 - 1) < 0.04)
        #expect(abs(sorted[sorted.count * 19 / 20] / 43.15 - 1) < 0.1)
    }

    @Test func `the median target is within 10 per cent of England's 10_603`() {
        let targets = Self.december.filter { $0.target >= Units(100) }.map(\.target.approximate)
        #expect(abs(median(targets) / 10_603 - 1) < 0.1)
    }

    /// Contracts below 96 per cent, and the median share, of England in the same year.
    @Test(arguments: [
        (2018, 0.391, 0.979), (2019, 0.581, 0.945), (2020, 0.998, 0.279), (2021, 0.978, 0.678),
        (2022, 0.664, 0.874),
        (2023, 0.511, 0.956), (2024, 0.627, 0.937),
    ])
    func `delivered shares are England's in each year`(start: Int, below: Double, middle: Double) {
        let shares = Array(Tabulation(whole, FinancialYear(startingIn: start)).shares.values)
        #expect(abs(Double(shares.count { $0 < 0.96 }) / Double(shares.count) - below) < 0.05)
        #expect(abs(median(shares) - middle) < 0.025)
    }

    /// England's parts of the year's UDAs, April first.
    @Test(arguments: [
        (
            2018,
            [0.0753, 0.0828, 0.079, 0.0832, 0.0806, 0.0764, 0.0939, 0.0884, 0.07, 0.0863, 0.0898, 0.0944]
        ),
        (
            2023,
            [0.0697, 0.0794, 0.0843, 0.0803, 0.0832, 0.0804, 0.0896, 0.0904, 0.0708, 0.0882, 0.0946, 0.0891]
        ),
        (
            2024,
            [0.0833, 0.0838, 0.0783, 0.0887, 0.0803, 0.0824, 0.0944, 0.085, 0.0721, 0.0842, 0.0861, 0.0813]
        ),
    ])
    func `the season follows England's`(start: Int, season: [Double]) {
        #expect(correlation(Tabulation(whole, FinancialYear(startingIn: start)).season, season) > 0.9)
    }

    @Test(arguments: [(2018, 0.57), (2021, 0.58), (2022, 0.69), (2023, 0.67)])
    func `a contract's standing lasts into the next year as England's do`(start: Int, rankCorrelation: Double) {
        let former = Tabulation(whole, FinancialYear(startingIn: start)).shares
        let latter = Tabulation(whole, FinancialYear(startingIn: start + 1)).shares
        let both = former.keys.filter { latter[$0] != nil }.sorted()
        let found = correlation(ranks(both.map { former[$0]! }), ranks(both.map { latter[$0]! }))
        #expect(abs(found - rankCorrelation) < 0.15)
    }

    /// Mean absolute error of a straight line as a share of target, from months 6 and 9.
    @Test(arguments: [
        (2018, 0.088, 0.057), (2022, 0.104, 0.070), (2023, 0.094, 0.060), (2024, 0.092, 0.060),
    ])
    func `a straight line errs as it does in England`(start: Int, six: Double, nine: Double) {
        let tabulation = Tabulation(whole, FinancialYear(startingIn: start))
        #expect(abs(tabulation.straightLineError(after: 6) - six) < 0.02)
        #expect(abs(tabulation.straightLineError(after: 9) - nine) < 0.02)
    }

    @Test func `six rows in ten are exactly the sum of their bands and few are blank`() {
        let delivering = Self.december.compactMap(\.activity)
        let exact = delivering.count { activity in
            guard case .parts(let a, let b, let c) = activity.bands.two else { return false }
            let units = activity.bands.one + 3 * a + 5 * b + 7 * c + 12 * activity.bands.three
            return units * 100 + activity.bands.urgent * 120 == activity.delivered.hundredths
        }
        #expect((0.5...0.65).contains(Double(exact) / Double(delivering.count)))
        #expect((0.015...0.06).contains(1 - Double(delivering.count) / Double(Self.december.count)))
    }

    /// England's courses of treatment in December 2023: 57.5, 25.8, 4.4, 11.8 and 0.4 in a hundred.
    @Test func `courses of treatment are mixed as England's`() {
        let bands = Self.december.compactMap(\.activity?.bands)
        let all = Double(bands.map(\.total).reduce(0, +))
        func part(_ count: (BandCounts) -> Int) -> Double { Double(bands.map(count).reduce(0, +)) / all }
        #expect(abs(part(\.one) - 0.575) < 0.03)
        #expect(abs(part(\.two.total) - 0.258) < 0.03)
        #expect(abs(part(\.three) - 0.044) < 0.01)
        #expect(abs(part(\.urgent) - 0.118) < 0.02)
        #expect(part(\.other) < 0.01)
    }

    @Test func `patients per UDA are within a tenth of England's medians`() {
        let rows = Self.december.filter { $0.target > Units(500) }
        let children = rows.compactMap { row in row.children.map { Double($0) / row.target.approximate } }
        let adults = rows.compactMap { row in row.adults.map { Double($0) / row.target.approximate } }
        #expect(abs(median(children) / 0.078 - 1) < 0.1)
        #expect(abs(median(adults) / 0.204 - 1) < 0.1)
    }

    /// England, June 2025: of 8,588 rows 6,023 recurring without an end, 1,455 with; 750 not recurring with,
    /// 360 without.
    @Test func `rows of the annual file recur and end as England's`() {
        let terms = whole.terms
        func part(_ recurring: Bool, _ ends: Bool) -> Double {
            Double(terms.count { $0.isRecurring == recurring && ($0.end != nil) == ends })
                / Double(terms.count)
        }
        #expect(abs(part(true, false) - 0.701) < 0.04)
        #expect(abs(part(true, true) - 0.169) < 0.04)
        #expect(abs(part(false, true) - 0.087) < 0.03)
        #expect(abs(part(false, false) - 0.042) < 0.02)
        let outside = terms.count { row in
            row.lines.contains { $0.service == .general && $0.units != nil } && row.lines.count > 1
        }
        #expect(outside > 10)
    }
}
