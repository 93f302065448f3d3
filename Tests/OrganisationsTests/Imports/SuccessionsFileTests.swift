import Organisations
import Tabular
import TestSupport
import Testing
import Vocabulary

struct SuccessionsFileTests {
    static func read(_ rows: String) throws(Refusal) -> DirectoryReading {
        try SuccessionsFile.read(
            Sheet(csv: Array("old_code,new_code,date\n\(rows)".utf8), named: "pairs.csv"))
    }

    @Test func `a pair is kept with its day, and one with itself is noted`() throws {
        let reading = try Self.read("03A,X2C4Y,2021-04-01\nAAA,AAA,2000-10-01\n")
        #expect(
            reading.rows.values[0].value.succession
                == Succession(
                    predecessor: code("03A"), successor: code("X2C4Y"), day: day("2021-04-01"), isDerived: false))
        #expect(reading.rows.problems.map(\.code) == ["succeeds-itself"] && reading.rows.values.count == 2)
        #expect(reading.statedOn == day("2021-04-01"))
    }

    @Test(arguments: [
        (",X,2021-04-01", "blank"), ("A-B,X,2021-04-01", "unreadable-code"), ("A,X,01/04/2021", "unreadable-day"),
        ("03A,X2C4Y,2021-04-01", "duplicate-row"),
    ]) func `a pair at fault is refused`(row: String, problem: String) throws {
        let reading = try Self.read("03A,X2C4Y,2021-04-01\n\(row)\n").rows
        #expect(reading.problems.map(\.code) == [problem] && reading.values.count == 1 && reading.rowsRead == 2)
    }

    static let pairs = "data/ods/ods_succession_old_new.csv.gz"

    static func published() throws -> DirectoryReading {
        try SuccessionsFile.read(Sheet(csv: SharedData.unpacked(pairs), named: "pairs.csv"))
    }

    @Test(.enabled(if: SharedData.has(pairs), "the successions are not here"))
    func `the published pairs are 25,480, and 541 codes have more than one successor`() throws {
        let reading = try Self.published()
        #expect(reading.rows.rowsRead == 25_480 && reading.rows.values.count == 25_480)
        let graph = SuccessionGraph(reading.rows.values.compactMap(\.value.succession))
        #expect(graph.count == 25_480 && graph.split.count == 541)
        #expect(reading.statedOn == day("2022-04-01"))
    }
}
