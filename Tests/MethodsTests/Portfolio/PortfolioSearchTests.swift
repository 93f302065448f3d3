import Methods
import TestSupport
import Testing

struct PortfolioSearchTests {
    @Test func `the search finds what greed misses`() throws {
        // Dantzig's kind of example: the dearest per pound fills the budget badly.
        let model = try PortfolioModel(.budget([10, 9, 9], [6, 5, 5], 10))
        #expect(model.greedy(by: [6, 5, 5]) == [false, true, true])
        let misled = try PortfolioModel(.budget([11, 9, 9], [6, 5, 5], 10))
        #expect(misled.greedy(by: [6, 5, 5]) == [true, false, false])
        #expect(misled.exactBySearch() == [false, true, true])
    }

    @Test func `what does not fit is passed over and later items are still looked at`() throws {
        let model = try PortfolioModel(.budget([50, 40, 1], [5, 6, 5], 10))
        #expect(model.greedy(by: [5, 6, 5]) == [true, false, true])
    }

    @Test func `a minimum and a shortfall are mended before anything is added`() throws {
        let model = try PortfolioModel(
            names: ["stop", "keep", "new"], values: [-2, 5, 9],
            rows: [
                .init(
                    name: "budget", terms: PortfolioFigures.terms([-10, 4, 8]).map(PortfolioModel.Term.init),
                    upper: -2),
                .init(name: "one new", terms: [.init(item: 2, coefficient: 1)], lower: 1),
            ],
            forced: [nil, nil, nil])
        #expect(model.greedy(by: [-10, 4, 8]) == [true, false, true])
        #expect(model.exactBySearch() == [true, false, true])
    }

    @Test func `rows that cannot hold have no answer`() throws {
        let model = try PortfolioModel(
            names: ["a"], values: [1],
            rows: [.init(name: "two of one", terms: [.init(item: 0, coefficient: 1)], lower: 2)], forced: [nil])
        #expect(model.exactBySearch() == nil)
        #expect(model.greedy(by: [1]) == nil)
    }

    @Test(arguments: 0..<60 as Range<UInt64>)
    func `greed keeps every row and is never above the search`(_ seed: UInt64) throws {
        let model = try PortfolioModel(.random(seed, items: 11))
        let costs = model.rows[0].terms.map(\.coefficient)
        let exact = model.exactBySearch()
        if let exact { #expect(model.broken(by: exact) == [], "seed \(seed)") }
        guard let greedy = model.greedy(by: costs) else { return }
        #expect(model.broken(by: greedy) == [], "seed \(seed)")
        let best = try #require(exact, "greed found an answer that the search did not, seed \(seed)")
        #expect(model.value(of: greedy) <= model.value(of: best), "seed \(seed)")
    }

    @Test(arguments: 0..<40 as Range<UInt64>)
    func `no price makes the bound fall below the optimum, and the choices near by hold it`(_ seed: UInt64) throws {
        let model = try PortfolioModel(.random(seed, items: 10))
        guard let exact = model.exactBySearch() else { return }
        let value = model.value(of: exact)
        var numbers = RandomStream(seed: seed)
        for _ in 0..<20 {
            let prices = model.rows.map { _ in (numbers.uniform() - 0.3) / 100_000 }
            let bound = PortfolioBound(model, prices: prices)
            #expect(bound.value >= value, "seed \(seed)")
            guard let start = model.rounded(exact.map { _ in 0.5 }, reduced: bound.reduced) else { continue }
            let near = model.nearby(start, within: bound, relativeGap: 0, steps: 1 << 20)
            #expect(near.value == value && near.bound.map { $0 >= value } == true, "seed \(seed)")
            let cut = model.nearby(start, within: bound, relativeGap: 0, steps: 3)
            #expect(model.allows(cut.chosen) && cut.bound == nil || cut.value == value, "seed \(seed)")
            let improved = model.improved(start, reduced: bound.reduced, rounds: 20)
            #expect(model.allows(improved) && model.value(of: improved) >= model.value(of: start), "seed \(seed)")
        }
    }
}
