package import Access
package import GRDB
package import Rulebook
package import Vocabulary

/// The accounts as their stored acts make them, each decided again by the rules of its own day.
package typealias AccessRows = BookRows<AccessActs>

extension AccessActs: ActsOfOneBook {
    package static let empty = AccessBook()
    package static let broken = "access-broken"
    package static let remembered = Remembered<AccessBook>(most: 4)

    package static func held(after earlier: Int?, upTo sequence: Int?, _ db: Database) throws -> [AccessActHeld] {
        try AccessActHeld.all(after: earlier, upTo: sequence, db)
    }

    package static func decide(
        _ act: any AccessAct, from book: AccessBook, under rulebook: Rulebook, by author: Author, at moment: Moment
    ) throws(Refusal) -> AccessBook {
        try act.decide(AccessBefore(book: book, rulebook: rulebook), by: author, at: moment)
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
