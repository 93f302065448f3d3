package import GRDB
package import Governance
import Rulebook
import Vocabulary

/// The governance book as its stored acts make it, each decided again by the rules of its own day.
package enum GovernanceRows {
    private static let remembered = Remembered<GovernanceBook>(most: 4)

    /// - Parameters:
    ///   - sequence: as it stood after that line of the journal; nil for now.
    ///   - rules: those in force, which are not read again where a line names the same.
    /// - Throws: `Refusal` of kind `wanting` where a stored act cannot be done again.
    /// - Complexity: what this process made of the book before is gone on from.
    package static func book(
        at sequence: Int? = nil, under rules: RulesInForce, _ db: Database
    ) throws -> GovernanceBook {
        let known = try remembered.latest(of: "", upTo: sequence, db)
        let acts = try GovernanceActHeld.all(after: known?.sequence, upTo: sequence, db)
        guard let last = acts.last else { return known?.value ?? GovernanceBook() }
        let book = try folded(acts, onto: known?.value ?? GovernanceBook(), under: rules, db)
        remembered.keep(.init(key: "", value: book, sequence: last.sequence, digest: last.digest), after: known)
        return book
    }

    /// The same from its first act on, whatever this process knows: for whoever checks the record.
    package static func foldedAnew(under rules: RulesInForce, _ db: Database) throws -> GovernanceBook {
        try folded(try GovernanceActHeld.all(db), onto: GovernanceBook(), under: rules, db)
    }

    private static func folded(
        _ acts: [GovernanceActHeld], onto before: GovernanceBook, under rules: RulesInForce, _ db: Database
    ) throws -> GovernanceBook {
        try GovernanceActHeld.folded(acts, onto: before, under: rules, broken: "governance-broken", db) {
            (book, act, rulebook) throws(Refusal) -> GovernanceBook in
            try act.value().decide(
                GovernanceBefore(book: book, rulebook: rulebook), by: act.author, at: act.moment)
        }
    }
}

extension GovernanceActHeld {
    /// In the order in which they were performed.
    ///
    /// - Parameters:
    ///   - record: of this record only; nil for all.
    ///   - earlier: only those after that line of the journal.
    ///   - sequence: and up to this one.
    package static func all(
        of record: RecordName? = nil, after earlier: Int? = nil, upTo sequence: Int? = nil, _ db: Database
    ) throws -> [GovernanceActHeld] {
        try all(
            in: "governance_act", record: "k.kind || '/' || k.record",
            where: "k.sequence > ?1 AND k.sequence <= ?2 AND (?3 IS NULL OR (k.kind = ?3 AND k.record = ?4))",
            [earlier ?? 0, sequence ?? .max, record?.kind.rawValue, record?.id.description], db)
    }
}
