import Foundation
import Testing
import Vocabulary

@testable import Engines

/// Rows of ours in Parquet files.
@Suite(.enabled(if: Installed.isThere, "\(Installed.missing)"))
struct EngineWriterTests {
    private let folder: String
    private let limits: EngineLimits

    init() throws {
        folder =
            FileManager.default.temporaryDirectory.appendingPathComponent("remit-written-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        limits = EngineLimits(folders: [folder])
    }

    private func cleanedUp<Answer>(_ body: () throws -> Answer) rethrows -> Answer {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        return try body()
    }

    @Test func `rows that Swift makes are written exactly, in their order, with what is missing`() throws {
        try cleanedUp {
            let columns = [
                IngestColumn("code", .text), IngestColumn("count", .whole, stored: "SMALLINT"),
                IngestColumn("the \"cost\"", .decimal(digits: 18, scale: 2)),
                IngestColumn("day", .day), IngestColumn("isPaid", .flag),
            ]
            var left = 3
            let path = folder + "/it's.parquet"
            let writer = try EngineWriter(Installed.library!, limits: limits)
            let written = try writer.write(columns, to: path) {
                guard left > 0 else { return nil }
                left -= 1
                return IngestBatch(
                    rows: 2,
                    [
                        .texts(Array("RX1é".utf8), ends: [3, 5]), .wholes([Int64(left), 0], isThere: [true, false]),
                        .decimals([-123_456, 0], isThere: [true, false]), .days([19_782, 0], isThere: [true, false]),
                        .flags([true, false], isThere: [false, true]),
                    ])
            }
            #expect(written == 6)
            let answer = try Installed.engine(limits).query("SELECT * FROM \(SQLText.quoted(path)) LIMIT 4")
            #expect(answer["code"].texts == ["RX1", "é", "RX1", "é"])
            #expect(answer["count"].wholes == [2, nil, 1, nil])
            #expect(answer["the \"cost\""].money == [Money(pence: -123_456), nil, Money(pence: -123_456), nil])
            #expect(answer["day"].days == [Day("2024-02-29"), nil, Day("2024-02-29"), nil])
            #expect(answer["isPaid"].flags == [nil, false, nil, false])
            #expect(
                try Installed.engine(limits).query(
                    "SELECT typeof(any_value(\"count\")) AS t FROM \(SQLText.quoted(path))")["t"].texts == ["SMALLINT"])
        }
    }

    @Test func `one writer writes one file after another, also one without a row`() throws {
        try cleanedUp {
            let writer = try EngineWriter(Installed.library!, limits: limits)
            for rows in [3, 0, 200_000] {
                var isGiven = false
                let path = "\(folder)/\(rows).parquet"
                let written = try writer.write([IngestColumn("n", .whole)], to: path) {
                    defer { isGiven = true }
                    return isGiven ? nil : IngestBatch(rows: rows, [.wholes(Array(0..<Int64(rows)))])
                }
                #expect(written == rows)
                let answer = try Installed.engine(limits).query(
                    "SELECT count(*) AS n, CAST(sum(n) AS BIGINT) AS s FROM \(SQLText.quoted(path))")
                #expect(answer["n"].wholes == [rows])
                #expect(answer["s"].wholes == [rows == 0 ? nil : rows * (rows - 1) / 2])
            }
        }
    }

    @Test func `what the maker of rows refuses comes out as that refusal, and the writer goes on`() throws {
        try cleanedUp {
            let writer = try EngineWriter(Installed.library!, limits: limits)
            let refusal = Refusal(.input, code: "patient-identifying", "The file holds an NHS number.")
            #expect(throws: refusal) {
                try writer.write([IngestColumn("a", .whole)], to: folder + "/a.parquet") { () throws(Refusal) in
                    throw refusal
                }
            }
            #expect(try writer.write([IngestColumn("a", .whole)], to: folder + "/b.parquet") { nil } == 0)
        }
    }

    @Test func `it writes nowhere else than where it may`() throws {
        try cleanedUp {
            let elsewhere = FileManager.default.temporaryDirectory.appendingPathComponent("remit-\(UUID().uuidString)")
                .path
            let writer = try EngineWriter(Installed.library!, limits: limits)
            let refusal = #expect(throws: Refusal.self) {
                try writer.write([IngestColumn("a", .whole)], to: elsewhere) { nil }
            }
            #expect(refusal?.code == "engine-failed")
            #expect(!FileManager.default.fileExists(atPath: elsewhere))
        }
    }
}
