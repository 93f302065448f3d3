package import GRDB
package import Vocabulary

/// An act that the store can perform: how what it must know is read, and what it decided is written.
package protocol StoredAct: Act {
    /// Reads what the act has to know, in the transaction in which it will be written.
    func read(_ db: Database, under rules: RulesInForce) throws -> Before

    /// Writes what was decided. `sequence` is the journal's line of this act.
    func write(_ after: After, sequence: Int, _ db: Database) throws

    /// What came of it, for the journal: counts and digests.
    func outcome(_ after: After) -> JSONValue

    /// The same, where it takes a look at what is held; by default it does not.
    func outcome(_ after: After, in db: Database) throws -> JSONValue

    /// What is to be done once the act is on the record, such as removing what must leave the disk at once.
    func afterwards(in store: Store) throws

    /// False where nothing changed, so that no line is written (a file that is held already).
    func isChange(_ after: After) -> Bool
}

extension StoredAct {
    package func outcome(_ after: After) -> JSONValue { .null }
    package func outcome(_ after: After, in db: Database) throws -> JSONValue { outcome(after) }
    package func afterwards(in store: Store) throws {}
    package func isChange(_ after: After) -> Bool { true }
}

extension Store {
    /// Performs an act: read, decide, write, one journal line; all or nothing.
    ///
    /// - Throws: the act's `Refusal`, and then nothing has changed.
    @discardableResult
    package func perform<A: StoredAct>(
        _ act: A, by author: Author, at moment: Moment, under rules: RulesInForce = .shipped
    ) throws -> A.After {
        let after = try write { db in try Store.perform(act, by: author, at: moment, under: rules, in: db) }
        try act.afterwards(in: self)
        return after
    }

    /// Brings SQLite's log into the file and cuts it to nothing, so that what was removed does not stay in it.
    ///
    /// - Returns: false where somebody is reading from the log; the last to close the file empties it then.
    @discardableResult
    package func emptyLog() -> Bool {
        do {
            try connection.writeWithoutTransaction { db in _ = try db.checkpoint(.truncate) }
            return true
        } catch {
            return false
        }
    }

    /// The same within a transaction of the caller's, so that several acts hold together or not at all; the caller sees
    /// to what is to be done afterwards.
    @discardableResult
    package static func perform<A: StoredAct>(
        _ act: A, by author: Author, at moment: Moment, under rules: RulesInForce = .shipped, in db: Database
    ) throws -> A.After {
        let before = try act.read(db, under: rules)
        let after = try act.decide(before, by: author, at: moment)
        guard act.isChange(after) else { return after }
        try rules.keep(db)
        let content: JSONValue = [
            "act": act.journalled, "outcome": try act.outcome(after, in: db), "rules": rules.journalled,
        ]
        let sequence = try Journal.append(act: A.name, content: content, by: author, at: moment, db)
        try act.write(after, sequence: sequence, db)
        return after
    }

    /// The same for an act of which only the kind is known.
    ///
    /// - Parameter result: what acts of that kind give.
    package static func perform<After>(
        _ act: any Act, giving result: After.Type, by author: Author, at moment: Moment, under rules: RulesInForce,
        in db: Database
    ) throws -> After {
        guard let stored = act as? any StoredAct else {
            preconditionFailure("\(type(of: act).name) is an act that Store does not know")
        }
        func performed(_ act: some StoredAct) throws -> Any {
            try perform(act, by: author, at: moment, under: rules, in: db)
        }
        guard let after = try performed(stored) as? After else {
            preconditionFailure("\(type(of: act).name) gives no \(After.self)")
        }
        return after
    }
}
