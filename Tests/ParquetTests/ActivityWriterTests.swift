import Activity
import Engines
import Exemplar
import Foundation
import TestSupport
import Testing
import Vocabulary

@testable import Parquet

/// The engine that is installed; nil where there is none.
private let library: EngineLibrary? = {
    let given = ProcessInfo.processInfo.environment["REMIT_DUCKDB"]
    return try? EngineLibrary(path: given ?? checkout.appendingPathComponent(".engines/duckdb/libduckdb.so").path)
}()

private final class MadeFolder {
    let path: String

    init() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("remit-parquet-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: folder.appendingPathComponent("out"), withIntermediateDirectories: true)
        path = folder.path
    }

    var out: String { path + "/out" }

    func file(_ bytes: [UInt8]) throws -> String {
        try Data(bytes).write(to: URL(fileURLWithPath: path + "/in.csv"))
        return path + "/in.csv"
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}

@Suite(.enabled(if: library != nil, "the query engine is not installed: ./do setup engines"))
struct ActivityWriterTests {
    private func made(rows: Int) -> [ExemplarActivity.File: [UInt8]] {
        var files: [ExemplarActivity.File: [UInt8]] = [:]
        ExemplarActivity(rows: rows, seed: 5).write { files[$0, default: []] += $1 }
        return files
    }

    private func write(_ path: String, _ folder: MadeFolder, partRows: Int = 1_000_000) throws -> WrittenActivity {
        let pieces = try FilePieces(path: path, named: "plcm.csv")
        let reader = ActivityReader(header: try ActivityHeader(titles: pieces.titles, in: pieces.name))
        return try ActivityWriter(library!, partRows: partRows).write(pieces, by: reader, into: folder.out)
    }

    private func engine(_ folder: MadeFolder) throws -> Engine {
        try Engine(library!, limits: EngineLimits(folders: [folder.path]))
    }

    @Test func `what is stored is what was sent, typed, to the penny`() throws {
        let folder = try MadeFolder()
        let files = made(rows: 6_000)
        let written = try write(try folder.file(files[.patientLevel]!), folder)
        #expect(written.account.read.rows == 6_000)
        let answer = try engine(folder).query(
            """
            SELECT count(*) AS n, sum(cost) AS cost, count(DISTINCT "sourceRow") AS r, min("startDay") AS d,
              typeof(any_value(cost)) AS t, typeof(any_value("unitPrice")) AS u, count("startDay") AS s
            FROM '\(folder.out)/part-*.parquet'
            """)
        #expect(answer["n"].wholes == [written.account.kept.rows] && answer["r"].wholes == answer["n"].wholes)
        #expect(answer["cost"].money == [written.account.kept.cost])
        #expect(answer["t"].texts == ["DECIMAL(18,2)"] && answer["u"].texts == ["DECIMAL(18,6)"])
        #expect(answer["d"].days == [Day("2025-04-01")])
        #expect(answer["s"].wholes == [written.account.kept.rows - 8], "four ambiguous days and four that are none")
        #expect(written.slices.values.reduce(.init()) { $0 + $1 } == written.account.kept)

        let problems = try engine(folder).query("SELECT * FROM '\(folder.out)/problems-*.parquet' ORDER BY row")
        let planted = String(decoding: files[.planted]!, as: UTF8.self).split(separator: "\n")
            .filter { $0.contains(",import:") }.map { $0.split(separator: ",") }
        #expect(problems["row"].wholes == planted.map { Int($0[0]) })
        #expect(problems["code"].texts == planted.map { String($0[1].dropFirst(7)) })
        #expect(written.problemCounts.values.reduce(0, +) == planted.count)
    }

    @Test func `parts come in order, and how the file is cut changes nothing`() throws {
        let (one, many) = (try MadeFolder(), try MadeFolder())
        // More than one piece: pieces have eight megabytes.
        let bytes = made(rows: 120_000)[.patientLevel]!
        let whole = try write(try one.file(bytes), one)
        let parted = try write(try many.file(bytes), many, partRows: 30_000)
        #expect(whole.account == parted.account && whole.parts.count == 1 && parted.parts.count > 1)
        #expect(parted.parts.map(\.rows).reduce(0, +) == parted.account.kept.rows)
        let digest = "SELECT count(*) AS n, sum(hash(p)::HUGEINT) AS h FROM"
        let (left, right) = (
            try engine(one).query("\(digest) '\(one.out)/part-*.parquet' p"),
            try engine(many).query("\(digest) '\(many.out)/part-*.parquet' p")
        )
        #expect(left["h"].values == right["h"].values && left["n"].values == right["n"].values)
        let order = try engine(many).query("SELECT \"sourceRow\" AS r FROM '\(many.out)/part-*.parquet'")
        let rows = order["r"].wholes!.compactMap { $0 }
        #expect(rows == rows.sorted())
    }

    @Test func `an NHS number far down refuses the file with its own row`() throws {
        let folder = try MadeFolder()
        var bytes = made(rows: 120_000)[.patientLevel]!
        let place = bytes.count - 100_000
        let start = bytes[..<place].lastIndex(of: 10)! + 1
        let row = bytes[..<start].count { $0 == 10 } + 1
        // The patient's cell is the tenth.
        var patient = start
        for _ in 0..<9 { patient = bytes[patient...].firstIndex(of: UInt8(ascii: ","))! + 1 }
        bytes.insert(contentsOf: Array("9434765919 ".utf8), at: patient)
        let path = try folder.file(bytes)
        let refusal = #expect(throws: Refusal.self) { try write(path, folder) }
        #expect(refusal?.code == "patient-identifying")
        #expect(refusal?.sentence.contains("in row \(row), column NHS NUMBER") == true, "\(refusal?.sentence ?? "")")
    }

    @Test func `a file cut off in mid-row is refused, and so is one that is no text`() throws {
        let folder = try MadeFolder()
        let bytes = made(rows: 3_000)[.patientLevel]!
        for (made, code) in [
            (Array(bytes.dropLast(60)), "truncated"), (Array("PK\u{3}\u{4}".utf8), "binary"), ([], "empty"),
            ([0xFF, 0xFE, 65, 0], "unreadable-encoding"),
        ] {
            let path = try folder.file(made)
            let refusal = #expect(throws: Refusal.self) { try write(path, folder) }
            #expect(refusal?.code == code)
        }
        #expect(throws: Refusal.self) { try write("\(folder.path)/none.csv", folder) }
    }

    @Test func `a file without a row of data makes an empty part`() throws {
        let folder = try MadeFolder()
        let bytes = made(rows: 3)[.patientLevel]!
        let written = try write(try folder.file(Array(bytes[..<bytes.firstIndex(of: 13)!])), folder)
        #expect(written.account.read.rows == 0 && written.parts.map(\.rows) == [0])
    }
}
