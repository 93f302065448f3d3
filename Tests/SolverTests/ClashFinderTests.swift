import Methods
import Solver
import Testing

@Suite(.enabled(if: Installed.isThere, "the solver is not installed: run ./do setup engines"))
struct ClashFinderTests {
    private typealias Row = PortfolioModel.Row
    private let terms = PortfolioExamples.terms

    @Test func `two rules that clash are named among many that do not`() throws {
        let model = try PortfolioModel(
            names: ["a", "b", "c"], values: [1, 1, 1],
            rows: [
                Row(name: "capital", terms: terms([1, 2, 3]), upper: 6),
                Row(name: "budget", terms: terms([500, 600, 700]), upper: 1000),
                Row(name: "posts", terms: terms([1, 1, 1]), upper: 3),
                Row(name: "two at least", terms: terms([1, 1, 1]), lower: 2),
            ],
            forced: [nil, nil, nil])
        let clash = try ClashFinder(model, with: Installed.solver()).clash()
        #expect(clash == .init(rows: ["budget", "two at least"], forcedIn: [], forcedOut: [], isSmallest: true))
    }

    @Test func `options that are locked in over the budget are named with it`() throws {
        let model = try PortfolioModel(
            names: ["a", "b", "c"], values: [1, 1, 1],
            rows: [Row(name: "budget", terms: terms([500, 600, 700]), upper: 1000)], forced: [true, true, false])
        let clash = try ClashFinder(model, with: Installed.solver()).clash()
        #expect(clash?.rows == ["budget"] && clash?.forcedIn == ["a", "b"] && clash?.forcedOut == [])
        #expect(clash?.isSmallest == true)
    }

    @Test func `a rule that nothing can meet is named alone`() throws {
        let model = try PortfolioModel(
            names: ["a"], values: [1],
            rows: [
                Row(name: "three of one", terms: terms([1]), lower: 3),
                Row(name: "budget", terms: terms([5]), upper: 1),
            ], forced: [true])
        #expect(try ClashFinder(model, with: Installed.solver()).clash()?.rows == ["three of one"])
    }

    @Test func `a model that can hold has no clash`() throws {
        let model = try PortfolioExamples.budget([1, 2], [3, 4], 5)
        #expect(try ClashFinder(model, with: Installed.solver()).clash() == nil)
    }

    @Test(arguments: 0..<40 as Range<UInt64>)
    func `what is named cannot hold, and holds as soon as one of it is dropped`(_ seed: UInt64) throws {
        var model = try PortfolioExamples.random(seed, items: 9)
        model.rows[1].lower = model.rows[1].upper
        guard let clash = try ClashFinder(model, with: Installed.solver()).clash() else { return }
        func part(without dropped: String?) -> PortfolioModel {
            var part = model
            part.rows = model.rows.filter { clash.rows.contains($0.name) && $0.name != dropped }
            let items = Set(clash.forcedIn + clash.forcedOut).subtracting([dropped ?? ""])
            part.forced = model.names.indices.map { items.contains(model.names[$0]) ? model.forced[$0] : nil }
            return part
        }
        #expect(part(without: nil).exactBySearch() == nil, "seed \(seed)")
        for name in clash.rows + clash.forcedIn + clash.forcedOut {
            #expect(part(without: name).exactBySearch() != nil, "seed \(seed): \(name) is not needed")
        }
    }
}
