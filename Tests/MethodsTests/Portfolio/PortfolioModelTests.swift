import Methods
import TestSupport
import Testing
import Vocabulary

struct PortfolioModelTests {
    private typealias Row = PortfolioModel.Row

    private func terms(_ coefficients: [Int]) -> [PortfolioModel.Term] {
        PortfolioFigures.terms(coefficients).map(PortfolioModel.Term.init)
    }

    private func code(
        names: [String] = ["a", "b"], values: [Double] = [1, 2], rows: [PortfolioModel.Row] = [],
        forced: [Bool?] = [nil, nil]
    ) -> String? {
        do throws(Refusal) {
            _ = try PortfolioModel(names: names, values: values, rows: rows, forced: forced)
            return nil
        } catch {
            return error.code
        }
    }

    @Test func `what is no model is refused by its fault`() {
        #expect(code() == nil)
        #expect(code(values: [1]) == "portfolio-lengths")
        #expect(code(forced: [nil]) == "portfolio-lengths")
        #expect(code(names: ["a", "a"]) == "portfolio-item-twice")
        #expect(code(values: [1, .nan]) == "portfolio-value")
        #expect(code(values: [1, .infinity]) == "portfolio-value")
        #expect(code(rows: [Row(name: "r", terms: []), Row(name: "r", terms: [])]) == "portfolio-row-twice")
        #expect(code(rows: [Row(name: "r", terms: terms([1, 1, 1]))]) == "portfolio-unknown-item")
        #expect(code(rows: [Row(name: "r", terms: [.init(item: -1, coefficient: 1)])]) == "portfolio-unknown-item")
        #expect(
            code(rows: [Row(name: "r", terms: [.init(item: 0, coefficient: 1), .init(item: 0, coefficient: 2)])])
                == "portfolio-term-twice")
        #expect(code(rows: [Row(name: "r", terms: terms([1, 1]), lower: 2, upper: 1)]) == "portfolio-bounds-crossed")
    }

    @Test(arguments: [[Int.max, 1], [Int.min, 0], [1 << 53, 1], [-(1 << 52), 1 << 53]])
    func `amounts whose sum could overflow are refused`(_ amounts: [Int]) {
        #expect(code(rows: [Row(name: "r", terms: terms(amounts), upper: 5)]) == "portfolio-row-too-large")
        #expect(code(rows: [Row(name: "r", terms: [], upper: Int.max)]) == "portfolio-row-too-large")
    }

    @Test func `what a choice breaks is told to the penny`() throws {
        let model = try PortfolioModel(
            names: ["a", "b", "c"], values: [1, 2, 3],
            rows: [
                Row(name: "budget", terms: terms([1_000_00, 2_000_00, 1]), upper: 3_000_00),
                Row(name: "at least", terms: terms([1, 1, 1]), lower: 2),
            ],
            forced: [true, nil, false])
        #expect(model.broken(by: [true, true, false]) == [])
        #expect(model.allows([true, true, false]))
        #expect(
            model.broken(by: [true, true, true]) == [
                .above(row: "budget", sum: 300_001, bound: 300_000), .takenIn(item: "c"),
            ])
        #expect(
            model.broken(by: [false, true, false]) == [
                .below(row: "at least", sum: 1, bound: 2), .leftOut(item: "a"),
            ])
        #expect(model.value(of: [true, false, true]) == 4)
    }
}
