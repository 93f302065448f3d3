package import GRDB
package import Governance
package import Rulebook
package import Vocabulary

/// The governance book as its stored acts make it, each decided again by the rules of its own day.
package typealias GovernanceRows = BookRows<GovernanceActs>

extension GovernanceActs: ActsOfOneBook {
    package static let empty = GovernanceBook()
    package static let broken = "governance-broken"
    package static let remembered = Remembered<GovernanceBook>(most: 4)

    package static func held(after earlier: Int?, upTo sequence: Int?, _ db: Database) throws -> [GovernanceActHeld] {
        try GovernanceActHeld.all(after: earlier, upTo: sequence, db)
    }

    package static func decide(
        _ act: any GovernanceAct, from book: GovernanceBook, under rulebook: Rulebook, by author: Author,
        at moment: Moment
    ) throws(Refusal) -> GovernanceBook {
        try act.decide(GovernanceBefore(book: book, rulebook: rulebook), by: author, at: moment)
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
