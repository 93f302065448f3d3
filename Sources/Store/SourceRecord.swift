import Digests
import Foundation
package import GRDB
import Tabular
package import Vocabulary

/// How a file was read: the name of its layout, as it stands in the store.
package enum Layout: String, Sendable, CaseIterable {
    case dentalMonth = "nhsbsa-dental-month"
    case dentalContracts = "nhsbsa-dental-contracts"
    case population
    case contractTypes = "contract-types"
    case providerGroups = "provider-groups"
    case patientCharges = "patient-charges"
    case extract
    case odsReport = "ods-report"
    case primaryCareNetworks = "ods-pcn"
    case ordPages = "ods-ord"
    case successions = "ods-successions"
    case practiceMap = "practice-map"
    case commissionerLookup = "commissioner-lookup"
    case areaLookup = "area-lookup"
    case trustShares = "trust-shares"
    case registeredPatients = "registered-patients"
    case areaPopulations = "area-populations"
    case areaDeprivation = "area-deprivation"
    case areaCentroids = "area-centroids"
    case deprivationIndicators = "deprivation-indicators"
    case practiceDeprivation = "practice-deprivation"
    case qofPrevalence = "qof-prevalence"
    case networkIndicators = "network-indicators"
    case fingertips
    case dentalCharges = "dental-charges"
    case dentalPopulations = "dental-populations"
    case dentalWorkforce = "dental-workforce"
    case dentalWorkforceAnnex = "dental-workforce-annex"
    case dentalMonths = "dental-months"
    case dentalExtractions = "dental-extractions"
    case dentalBoards = "dental-boards"
    case deprivationSummaries = "deprivation-summaries"
    case dentalAnnex = "dental-annex"
    case dentalList = "dental-list"
    case aggregateMonitoring = "acm"
    case patientLevelMonitoring = "plcm"
    case drugsMonitoring = "drplcm"
    case devicesMonitoring = "deplcm"
    case activityReference = "activity-reference"
}

/// Sources, what was kept of their bytes, and the problems found in them.
package enum SourceRecord {
    /// True where a file with these bytes was taken in, by that column mapping if by any.
    package static func isHeld(_ digest: EvidenceID, mapping: EvidenceID? = nil, _ db: Database) throws -> Bool {
        try Bool.fetchOne(
            db, sql: "SELECT EXISTS (SELECT 1 FROM source WHERE digest = ? AND mappingDigest IS ?)",
            arguments: [digest.description, mapping?.description])!
    }

    /// True where a file of so many bytes was taken in.
    package static func isHeld(ofSize size: Int, _ db: Database) throws -> Bool {
        try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM source WHERE size = ?)", arguments: [size])!
    }

    static func insert(
        _ source: Source, layout: Layout, container: EvidenceID?, mapping: EvidenceID? = nil, sequence: Int,
        _ db: Database
    ) throws -> Int {
        try db.execute(
            sql: """
                INSERT INTO source
                    (digest, name, layout, publisher, licence, size, containerDigest, mappingDigest, sequence)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                source.digest.description, source.name, layout.rawValue, source.publisher, source.licence,
                source.size, container?.description, mapping?.description, sequence,
            ])
        return Int(db.lastInsertedRowID)
    }

    static func insertProblems(_ problems: [Problem], sourceID: Int, _ db: Database) throws {
        guard !problems.isEmpty else { return }
        let statement = try RawStatement(
            db,
            sql: """
                INSERT INTO problem (sourceId, rowNumber, columnName, code, explanation, effect)
                VALUES (?, ?, ?, ?, ?, ?)
                """)
        for problem in problems {
            statement.bind(sourceID, at: 1)
            statement.bind(problem.row, at: 2)
            statement.bind(problem.column, at: 3)
            statement.bind(problem.code, at: 4)
            statement.bind(problem.explanation, at: 5)
            statement.bind(problem.effect.rawValue, at: 6)
            try statement.run()
        }
    }

    /// Keeps a document whole, and says its digest; a fault of the database is a refusal of kind `engine`.
    package static func hold(_ document: [UInt8], _ db: Database) throws(Refusal) -> EvidenceID {
        let digest = Digest.of(document)
        do {
            try keep(digest, size: document.count, bytes: document, isGzip: false, db)
        } catch {
            throw Refusal(.engine, code: "store-failed", "A document could not be kept: \(error).")
        }
        return digest
    }

    /// Keeps the bytes of a file or an archive, once for each digest.
    ///
    /// - Parameter bytes: in gzip where `isGzip`; `size` is that of the bytes as received.
    package static func keep(
        _ digest: EvidenceID, size: Int, bytes: [UInt8], isGzip: Bool, _ db: Database
    ) throws {
        try db.execute(
            sql: "INSERT OR IGNORE INTO content (digest, encoding, size, bytes) VALUES (?, ?, ?, ?)",
            arguments: [
                digest.description, isGzip ? "gzip" : "identity", size, bytes.withUnsafeBytes { Data($0) },
            ])
    }
}

/// Bytes as the store keeps them: a file's, or those of the archive in which it came.
package struct KeptBytes: Sendable {
    package let digest: EvidenceID
    package let isGzip: Bool
    /// Of the bytes as received.
    package let size: Int
    /// In gzip where `isGzip`.
    package let bytes: [UInt8]

    /// The bytes kept under a digest; nil where none are.
    package static func of(_ digest: EvidenceID, _ db: Database) throws -> KeptBytes? {
        let row = try Row.fetchOne(
            db, sql: "SELECT encoding, size, bytes FROM content WHERE digest = ?", arguments: [digest.description])
        return row.map { row in
            KeptBytes(
                digest: digest, isGzip: row["encoding"] == "gzip", size: row["size"],
                bytes: Array(row["bytes"] as Data))
        }
    }

    /// Every digest under which bytes are kept, in order.
    package static func digests(_ db: Database) throws -> [EvidenceID] {
        try String.fetchAll(db, sql: "SELECT digest FROM content ORDER BY digest").compactMap { EvidenceID($0) }
    }

    /// The archive in which a source came; nil where it came alone, or is not held.
    package static func container(of digest: EvidenceID, _ db: Database) throws -> EvidenceID? {
        try String.fetchOne(
            db, sql: "SELECT containerDigest FROM source WHERE digest = ? AND containerDigest IS NOT NULL",
            arguments: [digest.description]
        ).flatMap { EvidenceID($0) }
    }
}
