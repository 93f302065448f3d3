import Digests
import Exemplar
import Needs
import Organisations
import Store
import Tabular
import Vocabulary

@testable import Web

/// A site that holds files of need of a few practices, as they are published.
struct ServedNeeds {
    /// Practices P81001 to P81060, ten in each of six boards; the later the practice the more of its patients on the register.
    static let practices = (1...60).map { "P81\(format3($0))" }

    private static func format3(_ number: Int) -> String {
        String(repeating: "0", count: 3 - String(number).count) + String(number)
    }

    private static func board(_ place: Int) -> String { "Q\(place / 10)Z" }

    static var registers: String {
        "PRACTICE_CODE,GROUP_CODE,REGISTER,PATIENT_LIST_TYPE,PRACTICE_LIST_SIZE\n"
            + practices.enumerated().map { "\($1),DM,\(100 + 10 * $0),17OV,5000\n" }.joined()
    }

    static var scores: String {
        "PRACTICE_CODE,PRACTICE_NAME,IMD_YEAR,IMD_SCORE\n"
            + practices.enumerated().map { "\($1),A PRACTICE,2025,\(10 + $0)\n" }.joined()
    }

    static var map: String {
        "EXTRACT_DATE,PRACTICE_CODE,PRACTICE_NAME,PRACTICE_POSTCODE,PCN_CODE,PCN_NAME,ONS_SUB_ICB_LOCATION_CODE,"
            + "SUB_ICB_LOCATION_CODE,SUB_ICB_LOCATION_NAME,ONS_ICB_CODE,ICB_CODE,ICB_NAME,ONS_COMM_REGION_CODE,"
            + "COMM_REGION_CODE,COMM_REGION_NAME\n"
            + practices.enumerated().map { place, code in
                "2026-07-01,\(code),A PRACTICE,ZZ1 1AA,U1,PCN,E38000258,1\(place / 10)E,PLACE,E54000055,"
                    + "\(board(place)),BOARD \(place / 10),E40000011,Y60,Midlands\n"
            }.joined()
    }

    let served: Served

    init() throws {
        served = Served(store: try Store.inMemory())
        try served.store.perform(
            SetUpInstallation(holder: Exemplar.commissioners[0].name, isInvented: true), by: Served.author,
            at: Served.moment)
    }

    /// All of them taken in.
    static func filled() throws -> ServedNeeds {
        let held = try ServedNeeds()
        try held.takeInRegisters()
        try held.takeInScores()
        try held.takeInMap()
        return held
    }

    func takeInRegisters() throws {
        try takeIn(ServedNeeds.registers, .qofPrevalence, named: "PREVALENCE_2425.csv")
    }

    func takeInScores() throws { try takeIn(ServedNeeds.scores, .practiceDeprivation, named: "imd.csv") }

    private func source(_ bytes: [UInt8], _ name: String) -> Source {
        Source(digest: Digest.of(bytes), name: name, publisher: "NHS England", licence: "OGL 3.0", size: bytes.count)
    }

    private func takeIn(_ text: String, _ kind: NeedsFile, named name: String) throws {
        let bytes = Array(text.utf8)
        let act = ImportNeedsFile(
            source: source(bytes, name), container: nil, kind: kind, dropped: [],
            reading: try kind.read(bytes, named: name))
        try served.store.write { db in
            try SourceRecord.keep(act.source.digest, size: bytes.count, bytes: bytes, isGzip: false, db)
        }
        try served.store.perform(act, by: Served.author, at: Served.moment)
    }

    func takeInMap() throws {
        let bytes = Array(ServedNeeds.map.utf8)
        try served.store.write { db in
            try SourceRecord.keep(Digest.of(bytes), size: bytes.count, bytes: bytes, isGzip: false, db)
        }
        try served.store.perform(
            ImportDirectoryFile(
                source: source(bytes, "map.csv"), container: nil, dropped: [],
                file: try PracticeMapFile.read(try Sheet(csv: bytes, named: "map.csv"))),
            by: Served.author, at: Served.moment)
    }
}
