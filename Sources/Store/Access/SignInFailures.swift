import Digests
import GRDB
import Vocabulary

/// How often signing in under a name has failed of late.
///
/// Each try is counted as a failure before it is judged, and taken back where it was none: so that no number of tries at
/// once gets past the limit.
enum SignInFailures {
    /// Counts a try under a name.
    ///
    /// - Returns: the number of the try; nil where there were too many under that name or in all, and then none is added:
    ///   whoever goes on trying does not make it longer.
    static func begin(_ name: EvidenceID, at moment: Moment, _ db: Database) throws -> Int64? {
        let earliest = moment.adding(seconds: -AccessLimits.failureWindow).description
        try db.execute(sql: "DELETE FROM sign_in_failure WHERE at <= ?", arguments: [earliest])
        let ofName = try Int.fetchOne(
            db, sql: "SELECT COUNT(*) FROM sign_in_failure WHERE name = ?", arguments: [name.description])!
        let inAll = try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM sign_in_failure")!
        guard ofName < AccessLimits.failuresOfName, inAll < AccessLimits.failuresInAll else { return nil }
        try db.execute(
            sql: "INSERT INTO sign_in_failure (name, at) VALUES (?, ?)",
            arguments: [name.description, moment.description])
        return db.lastInsertedRowID
    }

    /// Takes one try back: it was right, and more is to be asked.
    static func takeBack(_ attempt: Int64, _ db: Database) throws {
        try db.execute(sql: "DELETE FROM sign_in_failure WHERE id = ?", arguments: [attempt])
    }

    /// Forgets all failures under a name: somebody is in.
    static func forget(_ name: EvidenceID, _ db: Database) throws {
        try db.execute(sql: "DELETE FROM sign_in_failure WHERE name = ?", arguments: [name.description])
    }
}

/// An e-mail address as a name to sign in with: without white space around it, in lower case.
struct SignInName: Hashable {
    let text: String

    init(_ email: String) {
        var trimmed = email.prefix(1_000).drop { $0.isWhitespace }
        while trimmed.last?.isWhitespace == true { trimmed.removeLast() }
        text = trimmed.lowercased()
    }

    var digest: EvidenceID { Digest.of(text) }

    /// True where mail could be sent there: one `@`, something before it, a dot in what follows; no white space.
    var isAddress: Bool {
        let halves = text.split(separator: "@", omittingEmptySubsequences: false)
        return halves.count == 2 && !halves[0].isEmpty && text.utf8.count <= 254
            && halves[1].split(separator: ".", omittingEmptySubsequences: false).count > 1
            && halves[1].split(separator: ".", omittingEmptySubsequences: false).allSatisfy { !$0.isEmpty }
            && !text.unicodeScalars.contains {
                $0.properties.isWhitespace || $0.properties.generalCategory == .control || $0 == "<" || $0 == ">"
            }
    }
}
