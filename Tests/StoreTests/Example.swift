import Contracts
import Digests
import Exemplar
import GRDB
import Rulebook
import Tabular
import Testing
import Vocabulary

@testable import Store

/// A store with a small invented system in it, taken in from its files.
struct Example {
    static let exemplar = Exemplar(seed: 7, contracts: 12, firstYear: 2023, dataTo: Month("202412")!)
    static let author = Author("A. Tester")!
    static let moment = Moment(secondsSince1970: 1_740_000_000)

    let store: Store

    /// - Parameter months: how many of the last months are taken in.
    init(months: Int = 4) throws {
        store = try Store.inMemory()
        let data = Example.exemplar
        for month in (1 - months...0).map({ data.dataTo.adding(months: $0) }) {
            try takeIn(data.monthFile(month), Exemplar.monthFileName(month))
        }
        let bytes = data.contractsFile()
        let reading = try DentalContractsFile.read(
            bytes, named: data.contractsFileName, months: Month("200604")!...Month("202512")!)
        try store.perform(
            ImportDentalContracts(
                source: Example.source(bytes, data.contractsFileName), container: nil, reading: reading),
            by: Example.author, at: Example.moment)
    }

    @discardableResult
    func takeIn(_ bytes: [UInt8], _ name: String) throws -> ImportDentalMonths.After {
        let outcome = try DentalMonthFile.read(
            bytes, named: name, months: Month("200604")!...Month("202512")!,
            limits: { DentalFlagLimits(.shipped, in: $0) })
        return try store.perform(
            ImportDentalMonths(
                source: Example.source(bytes, name), container: nil, reading: outcome.reading,
                account: outcome.account), by: Example.author, at: Example.moment)
    }

    static func source(_ bytes: [UInt8], _ name: String) -> Source {
        Source(digest: Digest.of(bytes), name: name, publisher: "Wexbourne", licence: "None", size: bytes.count)
    }

    @discardableResult
    func perform<A: StoredAct>(_ act: A) throws -> A.After {
        try store.perform(act, by: Example.author, at: Example.moment)
    }

    var head: Int { get throws { try store.read { db in try Journal.head(db).sequence } } }

    func count(_ table: String) throws -> Int {
        try store.read { db in try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM \(table)")! }
    }

    /// Expects a refusal with that code, after which nothing is different: no line, no row.
    func expectRefused<A: StoredAct>(
        _ act: A, _ code: String, table: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let before = try (head, count(table))
        #expect(refused { try perform(act) } == code, sourceLocation: sourceLocation)
        let after = try (head, count(table))
        #expect(before == after, "a refusal leaves nothing behind", sourceLocation: sourceLocation)
    }

    /// Expects one more line of the journal, and one more row that names it.
    func expectRecorded<A: StoredAct>(
        _ act: A, table: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let before = try head
        try perform(act)
        #expect(try head == before + 1, sourceLocation: sourceLocation)
        let named = try store.read { db in
            try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM \(table) WHERE sequence = ?", arguments: [before + 1])!
        }
        #expect(named >= 1, "the row names its line of the journal", sourceLocation: sourceLocation)
    }
}
