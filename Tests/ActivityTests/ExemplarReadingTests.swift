import Exemplar
import Tabular
import Testing
import Vocabulary

@testable import Activity

/// The exemplar's files, read: every fault of writing that was put in is found, and nothing else is.
struct ExemplarReadingTests {
    @Test func `every planted fault of writing is found, and no row without one is touched`() throws {
        var files: [ExemplarActivity.File: [UInt8]] = [:]
        ExemplarActivity(rows: 6_000, seed: 11).write { files[$0, default: []] += $1 }
        let bytes = files[.patientLevel]!
        let end = bytes.firstIndex(of: 10)! + 1
        let titles = String(decoding: bytes[..<(end - 2)], as: UTF8.self).split(separator: ",").map(String.init)
        let reader = ActivityReader(header: try ActivityHeader(titles: titles, in: "plcm.csv"))
        #expect(reader.header.layout.file == .patientLevel)
        let batch = try reader.read(RowPiece(bytes: Array(bytes[end...]), delimiter: 44), firstRow: 2)

        let planted = String(decoding: files[.planted]!, as: UTF8.self).split(separator: "\n").dropFirst()
            .map { $0.split(separator: ",").map(String.init) }
        let wanted = planted.filter { $0[1].hasPrefix("import:") }.map { "\($0[0]) \($0[1].dropFirst(7))" }
        #expect(wanted.count == 4 * 8)
        #expect(batch.problems.map { "\($0.row + 1) \($0.code.rawValue)" } == wanted)
        let refusing = planted.filter { row in
            PlantedFault(rawValue: row[1])?.refusesRow ?? false
        }
        #expect(batch.account.refused.rows == refusing.count)
        #expect(batch.account.read.rows == 6_000)
        #expect(batch.cellsRepaired > 0)
        let readable = refusing.filter {
            !["import:unreadable-amount", "import:fraction-of-a-penny", "import:ragged-row"].contains($0[1])
        }
        #expect(batch.account.refused.cost.pence == readable.reduce(0) { $0 + Int($1[2])! })
    }
}
