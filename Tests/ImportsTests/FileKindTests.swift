import Exemplar
import Files
import Foundation
import Testing
import Vocabulary

@testable import Imports

/// A file is known by its columns, alone or compressed, whatever it is called.
struct FileKindTests {
    private static let data = Exemplar(seed: 7, contracts: 12, firstYear: 2023, dataTo: Month("202406")!)

    private static let files: [(kind: FileKind, bytes: [UInt8])] = [
        (.dentalMonth, data.monthFile(Month("202405")!)), (.dentalContracts, data.contractsFile()),
        (.population, data.populationFile()), (.contractTypes, data.contractTypesFile()),
        (.providerGroups, data.providerGroupsFile()), (.patientCharges, data.chargesFile()),
    ]

    private static func recognised(_ bytes: [UInt8], as name: String = "file") throws -> RecognisedFile {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("kinds-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent(name).path
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        return try RecognisedFile(at: path)
    }

    @Test func `each file is known for what it is, and compressed too`() throws {
        for (kind, bytes) in Self.files {
            #expect(try Self.recognised(bytes).kind == kind)
            let packed = try Self.recognised(Compression.gzip(bytes), as: "x.csv.gz")
            let plain = try Self.recognised(bytes)
            #expect(packed == plain)
        }
        #expect(Set(Self.files.map(\.kind)) == Set(FileKind.allCases))
    }

    @Test func `an archive is known by its first file, and has no digest of one`() throws {
        let zip = StoredZip.bytes(members: [(path: "populations.csv", bytes: Self.data.populationFile())])
        let found = try Self.recognised(zip, as: "all.zip")
        #expect(found.kind == .population && found.digest == nil)
    }

    @Test func `columns of no file that is read are refused with what is read`() {
        #expect {
            _ = try Self.recognised(Array("colour,weight\nred,3\n".utf8))
        } throws: { error in
            (error as? Refusal)?.code == "not-known" && (error as? Refusal)?.remedy?.contains("populations") == true
        }
    }
}
