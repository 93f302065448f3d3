import Tabular
import Testing

@Suite struct TableSelectingTests {
    private let table = Table(
        key: "things", caption: "Things",
        columns: [.init("one", "One"), .init("two", "Two", isPersonal: true), .init("three", "Three")],
        rows: [[.count(1), .count(2), .count(3)], [.count(4), .count(5), .count(6)]], notes: ["A note."])

    @Test func `columns come in the order asked for, with their rows, titles and notes`() {
        let part = table.selecting(["three", "two"], key: "parts")
        #expect(part.columns.map(\.title) == ["Three", "Two"])
        #expect(part.rows == [[.count(3), .count(2)], [.count(6), .count(5)]])
        #expect(part.key == "parts" && part.caption == "Things" && part.notes == ["A note."])
        #expect(part.columns[1].isPersonal)
    }

    @Test func `a column that is not there is left out`() {
        #expect(table.selecting(["four", "one"]).columns.map(\.key) == ["one"])
    }
}
