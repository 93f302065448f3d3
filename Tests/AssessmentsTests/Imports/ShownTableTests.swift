import Assessments
import Tabular
import Testing
import Vocabulary

struct ShownTableTests {
    private func read(_ json: JSONValue) throws -> ShownTable { try ShownTable(json, named: "decay.json") }

    private func code(_ json: JSONValue) -> String? {
        do {
            _ = try ShownTable(json, named: "decay.json")
            return nil
        } catch {
            return error.code
        }
    }

    @Test func `what a command writes is read, with its facts and notes`() throws {
        let table = try read([
            "indicator": "decay", "period": "2024", "sources": ["Survey"],
            "values": [["area": "Coast", "lowerLimit95": .decimal(28.4)], ["area": "Inland", "lowerLimit95": .null]],
            "notes": ["Wilson’s limits."],
        ])
        #expect(table.columns.map(\.title) == ["Area", "Lower limit 95"])
        #expect(table.rows == [[.text("Coast"), .decimal(28.4)], [.text("Inland"), .null]])
        #expect(table.indicator == "decay")
        #expect(table.sources == ["Survey"])
        #expect(table.notes == ["Wilson’s limits."])
    }

    @Test func `files that are named with their digests are sources, and no rows`() throws {
        let table = try read([
            "sources": [["name": "prevalence.csv", "digest": "0f3a"]], "values": [["area": "Coast", "decay": 31]],
        ])
        #expect(table.sources == ["prevalence.csv (SHA-256 0f3a)"])
        #expect(table.rows == [[.text("Coast"), .integer(31)]])
        #expect(try read(table.json) == table)
    }

    @Test func `its own JSON is read to the same table`() throws {
        let table = try ShownTable(copied: "Area,Decay\n\"Coast, east\",31.25\nInland,\n", named: "pasted")
        #expect(table.rows == [[.text("Coast, east"), .decimal(31.25)], [.text("Inland"), .null]])
        #expect(try read(table.json) == table)
    }

    @Test func `a document without rows, or with rows within rows, is refused`() {
        #expect(code(["notes": ["None"]]) == "no-table")
        #expect(code([]) == "no-table")
        #expect(code(["values": [["area": ["Coast"]]]]) == "table-nested")
        #expect(throws: Refusal.self) { try ShownTable(copied: "Area\tDecay", named: "pasted") }
    }

    @Test func `codes with leading noughts stay text, and figures with commas become numbers`() throws {
        let table = try ShownTable(copied: "Code\tPeople\n007\t12,345", named: "pasted")
        #expect(table.rows == [[.text("007"), .integer(12_345)]])
    }

    @Test func `a column shows as many decimals as its figures need, three at most`() throws {
        let shown = try read(["values": [["a": 1, "b": .decimal(0.123456)], ["a": .decimal(2.5), "b": 7]]])
            .table(key: "t", caption: "T")
        #expect(shown.rows[0] == [.number(1, places: 1), .number(0.123456, places: 3)])
    }

    @Test func `a long table is cut in the document, and says by how much`() throws {
        let rows = (1...70).map { JSONValue.object([.init("n", .integer($0))]) }
        let shown = try read(["values": .list(rows)]).table(key: "t", caption: "T")
        #expect(shown.rows.count == ShownTable.rowsShown)
        #expect(shown.notes.first?.contains("of 70 rows") == true)
    }

    @Test func `columns keep their order and pictures their figures, also through canonical JSON`() throws {
        let picture: JSONValue = ["drawn": ["title": "A map"], "kind": "map"]
        let cells: [[Cell]] = [[.text("QHM"), .count(3), .absent("none")]]
        var table = Table(
            key: "t", caption: "T", columns: [.init("z", "Area"), .init("a", "Count"), .init("m", "Why")])
        for row in cells { table.append(row) }
        let shown = ShownTable(table, indicator: "decay", sources: ["a.csv"], picture: picture)
        let read = try self.read(JSONValue(parsing: Array(shown.json.canonical.utf8), named: "kept"))
        #expect(read == shown)
        #expect(read.columns.map(\.title) == ["Area", "Count", "Why"] && read.picture == picture)
        #expect(
            read.table(key: "t", caption: "T").columns.map(\.title) == ["Area", "Count"], "nothing is said under Why")
    }
}
