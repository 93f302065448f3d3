import Contracts
import Digests
import Exemplar
import Needs
import Organisations
import Store
import Tabular
import Vocabulary

@testable import Web

/// The invented system with its small areas: what access to care is worked out from.
enum ServedAccess {
    /// Filled once for all tests: nothing that is asked for changes it.
    static let filled = Result { try make() }

    private static func make() throws -> Served {
        let served = try Served()
        let data = Served.exemplar
        let months = data.months.compactMap { $0.first?.month }
        for month in months where month.financialYear == months.last?.financialYear {
            try keep(data.monthFile(month), in: served)
        }
        for file in data.needsFiles {
            guard let kind = kinds[file.name] else { continue }
            try keep(file.bytes, in: served)
            try served.store.perform(
                ImportNeedsFile(
                    source: source(file.bytes, file.name), container: nil, kind: kind, dropped: [],
                    reading: try kind.read(file.bytes, named: file.name)), by: Served.author, at: Served.moment)
        }
        guard let lookup = data.needsFiles.first(where: { $0.name == "small-area-lookup.csv" }) else { return served }
        try keep(lookup.bytes, in: served)
        try served.store.perform(
            ImportDirectoryFile(
                source: source(lookup.bytes, lookup.name), container: nil, dropped: [],
                file: try AreaLookupFile.read(try Sheet(csv: lookup.bytes, named: lookup.name))),
            by: Served.author, at: Served.moment)
        return served
    }

    private static let kinds: [String: NeedsFile] = [
        "small-area-populations.csv": .areaPopulations, "imd-2025.csv": .areaDeprivation,
        "small-area-centroids.jsonl": .areaCentroids,
    ]

    private static func keep(_ bytes: [UInt8], in served: Served) throws {
        try served.store.write { db in
            try SourceRecord.keep(Digest.of(bytes), size: bytes.count, bytes: bytes, isGzip: false, db)
        }
    }

    private static func source(_ bytes: [UInt8], _ name: String) -> Source {
        Source(digest: Digest.of(bytes), name: name, publisher: "Wexbourne", licence: "None", size: bytes.count)
    }
}
