import Tabular
import Testing
import Vocabulary

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

@Suite struct DatedTableTests {
    @Test func `every row of a dated table says to which month the data go, once`() {
        let table = Table(key: "things", caption: "Things", columns: [.init("one", "One")], rows: [[.count(1)]])
        let dated = table.dated(to: Month("2024-12")!)
        #expect(dated.csv == "one,dataTo\n1,2024-12\n")
        #expect(dated.dated(to: Month("2024-11")!).csv == dated.csv)
    }
}
