import Tabular
import Testing
import Vocabulary

@Suite struct TableSortingTests {
    private func table(_ cells: [Cell]) -> Table {
        Table(
            key: "things", caption: "Things", columns: [.init("value", "Value"), .init("place", "Place")],
            rows: cells.enumerated().map { [$0.element, .count($0.offset)] })
    }

    private func order(_ cells: [Cell], isDescending: Bool) -> [Cell] {
        table(cells).sorted(by: 0, isDescending: isDescending).map { $0[1] }
    }

    @Test func `amounts go by size and not by their digits`() {
        let cells: [Cell] = [.money(Money(pence: 900)), .money(Money(pence: 1_000)), .money(Money(pence: -5))]
        #expect(order(cells, isDescending: false) == [.count(2), .count(0), .count(1)])
        #expect(order(cells, isDescending: true) == [.count(1), .count(0), .count(2)])
    }

    @Test func `absent cells come last either way`() {
        let cells: [Cell] = [.absent("none"), .count(2), .count(1)]
        #expect(order(cells, isDescending: false) == [.count(2), .count(1), .count(0)])
        #expect(order(cells, isDescending: true) == [.count(1), .count(2), .count(0)])
    }

    @Test func `equal cells stay as they were, and words do not mind case`() {
        let cells: [Cell] = [.text("beta"), .text("Alpha"), .text("BETA")]
        #expect(order(cells, isDescending: false) == [.count(1), .count(0), .count(2)])
        #expect(order(cells, isDescending: true) == [.count(0), .count(2), .count(1)])
    }
}
