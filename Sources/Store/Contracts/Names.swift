import Contracts
import GRDB
import Synchronization
import Vocabulary

/// The numbers by which names stand in the rows; made where they are new.
///
/// Unchecked, because GRDB lets one thread at a time into a connection, and nobody else is handed this.
final class Names: @unchecked Sendable {
    private struct CommissionerKey: Hashable {
        let code: OrganisationCode
        let name: String
    }

    private struct HolderKey: Hashable {
        let contract: ContractNumber
        let provider: String
        let postcode: String
        let lsoa: String
    }

    private unowned let db: Database
    private var commissioners: [CommissionerKey: Int] = [:]
    private var holders: [HolderKey: Int] = [:]

    /// What each connection's open transaction has looked up; gone when it ends, either way.
    private static let known = Mutex<[ObjectIdentifier: Names]>([:])

    /// The names looked up in this transaction: an archive says the same 7,000 in each of its 108 files.
    static func known(in db: Database) -> Names {
        let key = ObjectIdentifier(db)
        if let names = known.withLock({ $0[key] }) { return names }
        let names = Names(db)
        known.withLock { $0[key] = names }
        db.afterNextTransaction { _ in
            forget(key)
        } onRollback: { _ in
            forget(key)
        }
        return names
    }

    private static func forget(_ key: ObjectIdentifier) {
        known.withLock { $0[key] = nil }
    }

    private init(_ db: Database) {
        self.db = db
    }

    func commissioner(_ code: OrganisationCode, _ name: String) throws -> Int {
        let key = CommissionerKey(code: code, name: name)
        if let id = commissioners[key] { return id }
        let id = try identify(
            "commissioner", columns: ["code", "name"], values: [code.description, name])
        commissioners[key] = id
        return id
    }

    func holder(_ value: DentalMonth) throws -> Int {
        let key = HolderKey(
            contract: value.contract, provider: value.providerName, postcode: value.postcode, lsoa: value.lsoa)
        if let id = holders[key] { return id }
        let id = try identify(
            "holder", columns: ["contract", "provider", "postcode", "lsoa"],
            values: [value.contract.description, value.providerName, value.postcode, value.lsoa])
        holders[key] = id
        return id
    }

    private func identify(_ table: String, columns: [String], values: [String]) throws -> Int {
        let arguments = StatementArguments(values)
        let condition = columns.map { "\($0) = ?" }.joined(separator: " AND ")
        let find = try db.cachedStatement(sql: "SELECT id FROM \(table) WHERE \(condition)")
        if let id = try Int.fetchOne(find, arguments: arguments) { return id }
        let marks = columns.map { _ in "?" }.joined(separator: ", ")
        let insert = try db.cachedStatement(
            sql: "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES (\(marks))")
        try insert.execute(arguments: arguments)
        return Int(db.lastInsertedRowID)
    }
}
