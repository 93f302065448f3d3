import GRDB
import Vocabulary

/// A table with one row for each act of a kind, beside its line of the journal.
struct ActTable: Sendable {
    let name: String
    /// The columns that name the record on which an act is.
    let keys: [String]

    static let rounds = ActTable(name: "round_act", keys: ["roundId"])
    static let governance = ActTable(name: "governance_act", keys: ["kind", "record"])
    static let assessments = ActTable(name: "assessment_act", keys: ["assessment"])
    static let matters = ActTable(name: "matter_act", keys: ["matter"])
    static let access = ActTable(name: "access_act", keys: ["account"])

    /// Which of its record's acts the next is, counted from one: so that a line left out of what is published shows.
    ///
    /// - Parameter record: a value for each key.
    func outcome(ofNextOn record: [String], _ db: Database) throws -> JSONValue {
        let isOfRecord = keys.map { "\($0) = ?" }.joined(separator: " AND ")
        let earlier = try Int.fetchOne(
            db.cachedStatement(sql: "SELECT COUNT(*) FROM \(name) WHERE \(isOfRecord)"),
            arguments: StatementArguments(record))!
        return ["number": .integer(earlier + 1)]
    }

    /// - Parameter record: a value for each key.
    func keep<A: Act>(_ act: A, on record: [String], sequence: Int, _ db: Database) throws {
        let marks = Array(repeating: "?", count: keys.count + 3).joined(separator: ", ")
        var arguments: StatementArguments = [sequence]
        arguments += StatementArguments(record)
        arguments += [A.name, act.journalled.canonical]
        try db.cachedStatement(
            sql: "INSERT INTO \(name) (sequence, \(keys.joined(separator: ", ")), act, body) VALUES (\(marks))"
        ).execute(arguments: arguments)
    }
}
