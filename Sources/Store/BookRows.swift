package import GRDB
package import Rulebook
package import Vocabulary

/// Acts of one kind that together make one book.
package protocol ActsOfOneBook: ActsByName {
    associatedtype Book: Sendable

    /// Before the first act.
    static var empty: Book { get }
    /// The code of the refusal where a stored act cannot be decided again.
    static var broken: String { get }
    /// What this process has made of the acts.
    static var remembered: Remembered<Book> { get }

    /// In the order in which they were performed.
    ///
    /// - Parameters:
    ///   - earlier: only those after that line of the journal.
    ///   - sequence: and up to this one.
    static func held(after earlier: Int?, upTo sequence: Int?, _ db: Database) throws -> [HeldAct<Self>]

    static func decide(
        _ act: Performed, from book: Book, under rulebook: Rulebook, by author: Author, at moment: Moment
    ) throws(Refusal) -> Book
}

/// A book as its stored acts make it, each decided again by the rules of its own day.
package enum BookRows<Acts: ActsOfOneBook> {
    /// - Parameters:
    ///   - sequence: as it stood after that line of the journal; nil for now.
    ///   - rules: those in force, which are not read again where a line names the same.
    /// - Throws: `Refusal` of kind `wanting` where a stored act cannot be done again.
    /// - Complexity: what this process made of the book before is gone on from.
    package static func book(
        at sequence: Int? = nil, under rules: RulesInForce, _ db: Database
    ) throws -> Acts.Book {
        let known = try Acts.remembered.latest(of: "", upTo: sequence, db)
        let acts = try Acts.held(after: known?.sequence, upTo: sequence, db)
        guard let last = acts.last else { return known?.value ?? Acts.empty }
        let book = try folded(acts, onto: known?.value ?? Acts.empty, under: rules, db)
        Acts.remembered.keep(.init(key: "", value: book, sequence: last.sequence, digest: last.digest))
        return book
    }

    /// The same from its first act on, whatever this process knows: for whoever checks the record.
    package static func foldedAnew(under rules: RulesInForce, _ db: Database) throws -> Acts.Book {
        try folded(try Acts.held(after: nil, upTo: nil, db), onto: Acts.empty, under: rules, db)
    }

    private static func folded(
        _ acts: [HeldAct<Acts>], onto before: Acts.Book, under rules: RulesInForce, _ db: Database
    ) throws -> Acts.Book {
        try HeldAct<Acts>.folded(acts, onto: before, under: rules, broken: Acts.broken, db) {
            (book, act, rulebook) throws(Refusal) -> Acts.Book in
            try Acts.decide(act.value(), from: book, under: rulebook, by: act.author, at: act.moment)
        }
    }
}
