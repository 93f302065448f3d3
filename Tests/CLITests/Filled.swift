import Contracts
import Exemplar
import Foundation
import GRDB
import Imports
import Vocabulary

@testable import CLI
@testable import Store

/// A store filled through the commands' own intake, from files in a folder.
struct Filled {
    /// Seed 7.
    static let exemplar = Exemplar(seed: 7, contracts: 12, firstYear: 2023, dataTo: Month("202412")!)
    static let author = Author("A. Tester")!
    /// In February 2025.
    static let moment = Moment(secondsSince1970: 1_740_000_000)

    let store: Store
    let folder: URL

    /// Runs `body` with a store that holds every month but the last three, and with the files beside it.
    static func with<T>(months: Int = 18, _ body: (Filled) throws -> T) throws -> T {
        try Scratch.with { folder in
            let filled = Filled(store: try Store.inMemory(), folder: folder)
            let names = exemplar.months.prefix(months).compactMap { $0.first?.month }
            let files = try names.map {
                try filled.file(Exemplar.monthFileName($0), exemplar.monthFile($0))
            }
            _ = try filled.months(files)
            return try body(filled)
        }
    }

    func file(_ name: String, _ bytes: [UInt8]) throws -> String {
        let url = folder.appendingPathComponent(name)
        try Data(bytes).write(to: url)
        return url.path
    }

    func months(_ files: [String], dropping: [String] = []) throws -> ImportReport {
        try DentalIntake.months(into: store, by: Filled.author, at: Filled.moment, dropping: dropping).run(files)
    }

    func contracts() throws -> ImportReport {
        let path = try file(Filled.exemplar.contractsFileName, Filled.exemplar.contractsFile())
        return try DentalIntake.contracts(into: store, by: Filled.author, at: Filled.moment, dropping: []).run([path])
    }

    func local(_ kind: ImportLocalFacts.Facts.Kind, _ path: String) throws -> ImportReport {
        try LocalIntake.job(kind, into: store, by: Filled.author, at: Filled.moment, dropping: []).run([path])
    }

    func perform(_ act: some StoredAct) throws { try store.perform(act, by: Filled.author, at: Filled.moment) }

    /// By hand, as somebody with a database tool would, past the triggers.
    func meddle(_ sql: String) throws {
        try store.connection.writeWithoutTransaction { db in
            let triggers = try Row.fetchAll(db, sql: "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
            for trigger in triggers { try db.execute(sql: "DROP TRIGGER \(trigger["name"] as String)") }
            try db.execute(sql: "PRAGMA foreign_keys = OFF")
            try db.execute(sql: sql)
            try db.execute(sql: "PRAGMA foreign_keys = ON")
            for trigger in triggers { try db.execute(sql: trigger["sql"] as String) }
        }
    }

    /// The same in another store, so that one can be meddled with and the other not.
    func copied() throws -> Filled {
        let queue = try DatabaseQueue()
        try store.connection.backup(to: queue)
        return Filled(store: Store(connection: queue), folder: folder)
    }

    func verified(working: String? = nil) throws -> Verification { try Verification(of: store, working: working) }
}

/// The code of what was refused; nil where nothing was.
func refused<T>(_ body: () throws -> T) -> String? {
    do {
        _ = try body()
        return nil
    } catch let refusal as Refusal {
        return refusal.code
    } catch {
        return "not a refusal: \(error)"
    }
}

/// A folder of its own for a test.
enum Scratch {
    static func with<T>(_ body: (URL) throws -> T) throws -> T {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("remit-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try body(folder)
    }
}
