import Contracts
import Digests
import Files
import Foundation
import Tabular
import Testing
import Vocabulary

@testable import Imports

/// A local extract is looked at, and tried by a mapping, before anything is recorded.
struct ExtractAtHandTests {
    private static let rows = "Contract No,Month,UDAs Delivered\n1234560001,2025-04,12\n1234560002,soon,7\n"

    private static func saved() throws -> SaveMapping {
        let document: JSONValue = [
            "name": "Extract", "layout": "extract", "reviewedBy": "A. Analyst", "reviewedOn": "2025-04-02",
            "validFrom": "2025-04-01",
            "columns": ["contract": "Contract No", "month": "Month", "delivered": "UDAs Delivered"],
        ]
        return try SaveMapping(document: document, digest: Digest.of(document))
    }

    private static func looked<Value>(
        _ bytes: [UInt8], as name: String, _ body: (ExtractAtHand) throws -> Value
    ) throws -> Value {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("extract-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent(name).path
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        return try body(ExtractAtHand(at: path))
    }

    @Test func `its titles are told, and a mapping is tried on its rows, alone and in an archive`() throws {
        let bytes = Array(Self.rows.utf8)
        let zip = StoredZip.bytes(members: [(path: "a.csv", bytes: bytes)])
        for (bytes, name) in [(bytes, "a.csv"), (Compression.gzip(bytes), "a.csv.gz"), (zip, "a.zip")] {
            try Self.looked(bytes, as: name) { extract in
                #expect(extract.header == ["Contract No", "Month", "UDAs Delivered"])
                let reading = try extract.tried(by: Self.saved())
                #expect(reading.rowsRead == 2 && reading.values.map(\.row) == [2])
                #expect(reading.problems.map(\.code) == ["unreadable-month"])
            }
        }
    }

    @Test func `what is no table, and what lacks a mapped column, is refused`() throws {
        #expect(throws: Refusal.self) { try Self.looked([0, 1, 2, 0], as: "a.pdf") { _ = $0.header } }
        let refusal = try Self.looked(Array("colour,weight\nred,3\n".utf8), as: "a.csv") { extract in
            #expect(throws: Refusal.self) { try extract.tried(by: Self.saved()) }
        }
        #expect(refusal?.code == "not-this-layout")
    }
}
