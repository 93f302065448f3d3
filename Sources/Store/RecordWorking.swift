import Digests
package import GRDB
package import Vocabulary

/// Sets down an answer by name, with all that is needed to work it out again and to see that it is the same.
package struct RecordWorking: StoredAct {
    package static let name = "recordWorking"

    package var working: RecordedWorking
    /// The journal's last line when it was worked out: the facts that it rests on.
    package var basis: Int

    package init(_ working: RecordedWorking, basis: Int) {
        self.working = working
        self.basis = basis
    }

    package struct Before: Sendable {
        package var isNamed: Bool
        package var head: Int

        package init(isNamed: Bool, head: Int) {
            self.isNamed = isNamed
            self.head = head
        }
    }

    package var journalled: JSONValue {
        [
            "name": .text(working.name), "method": .text(working.method), "version": .integer(working.version),
            "parameters": working.parameters, "basis": .integer(basis), "result": .text(working.digest.description),
        ]
    }

    package func decide(
        _ before: Before, by author: Author, at moment: Moment
    ) throws(Refusal) -> RecordedWorking {
        guard !working.name.isEmpty, working.name.count <= 200 else {
            throw Refusal(
                .usage, code: "working-name-invalid", "The working's name is empty or longer than 200 characters.")
        }
        guard !before.isNamed else {
            throw Refusal(
                .rule, code: "working-exists", "There is a working “\(working.name)” already, and it stays as it is.",
                remedy: "Choose another name.")
        }
        guard before.head == basis else {
            throw Refusal(
                .rule, code: "basis-changed", "Something was recorded while this was being worked out.",
                remedy: "Ask again.")
        }
        return working
    }

    package func read(_ db: Database, under rules: RulesInForce) throws -> Before {
        Before(
            isNamed: try Bool.fetchOne(
                db, sql: "SELECT EXISTS (SELECT 1 FROM working WHERE name = ?)", arguments: [working.name])!,
            head: try Journal.head(db).sequence)
    }

    package func write(_ after: RecordedWorking, sequence: Int, _ db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO working (name, method, version, parameters, result, resultDigest, sequence)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                after.name, after.method, after.version, after.parameters.canonical, after.result,
                after.digest.description, sequence,
            ])
    }
}

/// An answer set down by name.
package struct RecordedWorking: Sendable {
    package let name: String
    package let method: String
    package let version: Int
    package let parameters: JSONValue
    /// Canonical JSON.
    package let result: String
    package let digest: EvidenceID

    package init(name: String, method: String, version: Int, parameters: JSONValue, result: JSONValue) {
        self.init(name: name, method: method, version: version, parameters: parameters, canonical: result.canonical)
    }

    /// - Parameter canonical: the result in its canonical form.
    package init(name: String, method: String, version: Int, parameters: JSONValue, canonical: String) {
        self.name = name
        self.method = method
        self.version = version
        self.parameters = parameters
        result = canonical
        digest = Digest.of(canonical)
    }
}

/// A working as it stands in the store.
package struct WorkingHeld: Sendable {
    package let name: String
    package let method: String
    package let version: Int
    /// Canonical JSON.
    package let parameters: String
    package let result: String
    package let digest: EvidenceID?
    package let sequence: Int

    package static func all(_ db: Database) throws -> [WorkingHeld] {
        try Row.fetchAll(db, sql: "SELECT * FROM working ORDER BY sequence").map { row in
            WorkingHeld(
                name: row["name"], method: row["method"], version: row["version"], parameters: row["parameters"],
                result: row["result"], digest: EvidenceID(row["resultDigest"] as String), sequence: row["sequence"])
        }
    }
}
