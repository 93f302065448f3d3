package import GRDB
package import Vocabulary

/// Says once whose figures a store holds, and whether they are invented.
package struct SetUpInstallation: StoredAct {
    package static let name = "setUpInstallation"

    package var holder: String
    package var isInvented: Bool

    package init(holder: String, isInvented: Bool) {
        self.holder = holder
        self.isInvented = isInvented
    }

    package var journalled: JSONValue { ["holder": .text(holder), "isInvented": .flag(isInvented)] }

    package func decide(
        _ isSetUp: Bool, by author: Author, at moment: Moment
    ) throws(Refusal) -> Installation {
        guard !isSetUp else {
            throw Refusal(
                .rule, code: "already-set-up", "This file already says whose figures it holds.",
                remedy: "Make another file for another holder.")
        }
        guard !holder.isEmpty, holder.count <= 200 else {
            throw Refusal(
                .usage, code: "holder-invalid", "The holder's name is empty or longer than 200 characters.")
        }
        return Installation(holder: holder, isInvented: isInvented)
    }

    package func read(_ db: Database, under rules: RulesInForce) throws -> Bool {
        try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM installation)")!
    }

    package func write(_ after: Installation, sequence: Int, _ db: Database) throws {
        try db.execute(
            sql: "INSERT INTO installation (id, holder, isInvented, sequence) VALUES (1, ?, ?, ?)",
            arguments: [after.holder, after.isInvented, sequence])
    }
}

extension SetUpInstallation: ReplayedAct {
    package init?(journalled: JSONValue) {
        guard let holder = journalled["holder"]?.asText, let isInvented = journalled["isInvented"]?.asFlag else {
            return nil
        }
        self.init(holder: holder, isInvented: isInvented)
    }
}

/// Whose figures a store holds.
package struct Installation: Sendable {
    package let holder: String
    /// True for Exemplar's: every page says so.
    package let isInvented: Bool

    /// Whose figures it has where nobody says: no commissioner's.
    package static let everybody = "England"

    /// Nil where nobody has set it up.
    package static func held(_ db: Database) throws -> Installation? {
        try Row.fetchOne(db, sql: "SELECT holder, isInvented FROM installation")
            .map { Installation(holder: $0["holder"], isInvented: $0["isInvented"]) }
    }

    package static func current(_ db: Database) throws -> Installation {
        try held(db) ?? Installation(holder: everybody, isInvented: false)
    }
}
