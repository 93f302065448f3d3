package import Access
package import GRDB
import Rulebook
package import Vocabulary

/// The accounts as their stored acts make them, each decided again by the rules of its own day.
package enum AccessRows {
    private static let remembered = Remembered<AccessBook>(most: 4)

    /// - Parameters:
    ///   - sequence: as it stood after that line of the journal; nil for now.
    ///   - rules: those in force, which are not read again where a line names the same.
    /// - Throws: `Refusal` of kind `wanting` where a stored act cannot be done again.
    /// - Complexity: what this process made of the book before is gone on from.
    package static func book(
        at sequence: Int? = nil, under rules: RulesInForce, _ db: Database
    ) throws -> AccessBook {
        let known = try remembered.latest(of: "", upTo: sequence, db)
        let acts = try AccessActHeld.all(after: known?.sequence, upTo: sequence, db)
        guard let last = acts.last else { return known?.value ?? AccessBook() }
        let book = try folded(acts, onto: known?.value ?? AccessBook(), under: rules, db)
        remembered.keep(.init(key: "", value: book, sequence: last.sequence, digest: last.digest), after: known)
        return book
    }

    /// The same from its first act on, whatever this process knows: for whoever checks the record.
    package static func foldedAnew(under rules: RulesInForce, _ db: Database) throws -> AccessBook {
        try folded(try AccessActHeld.all(db), onto: AccessBook(), under: rules, db)
    }

    private static func folded(
        _ acts: [AccessActHeld], onto before: AccessBook, under rules: RulesInForce, _ db: Database
    ) throws -> AccessBook {
        try AccessActHeld.folded(acts, onto: before, under: rules, broken: "access-broken", db) {
            (book, act, rulebook) throws(Refusal) -> AccessBook in
            try act.value().decide(AccessBefore(book: book, rulebook: rulebook), by: act.author, at: act.moment)
        }
    }
}

extension AccessActHeld {
    /// In the order in which they were performed.
    ///
    /// - Parameters:
    ///   - account: of this account only; nil for all.
    ///   - earlier: only those after that line of the journal.
    ///   - sequence: and up to this one.
    package static func all(
        of account: Slug? = nil, after earlier: Int? = nil, upTo sequence: Int? = nil, _ db: Database
    ) throws -> [AccessActHeld] {
        try all(
            in: "access_act", record: "k.account",
            where: "k.sequence > ?1 AND k.sequence <= ?2 AND (?3 IS NULL OR k.account = ?3)",
            [earlier ?? 0, sequence ?? .max, account?.description], db)
    }
}
