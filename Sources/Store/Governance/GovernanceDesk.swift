import GRDB
package import Governance
package import Vocabulary

/// The governance book as it stands, its acts and the texts that stand in it by digest.
package struct GovernanceDesk: Sendable {
    package let store: Store
    package let rules: RulesInForce

    package init(_ store: Store, under rules: RulesInForce = .shipped) {
        self.store = store
        self.rules = rules
    }

    package func book() throws -> GovernanceBook {
        try store.read { db in try GovernanceRows.book(under: rules, db) }
    }

    /// The book as it stood after a line of the journal.
    package func book(at sequence: Int) throws -> GovernanceBook {
        try store.read { db in try GovernanceRows.book(at: sequence, under: rules, db) }
    }

    /// The acts of one record, or of all, in order.
    package func acts(of record: RecordName? = nil) throws -> [GovernanceActHeld] {
        try store.read { db in try GovernanceActHeld.all(of: record, db) }
    }

    /// Every personal text that is still held, by its digest: for whoever may see them all.
    package func texts() throws -> [Personal: String] {
        try store.read { db in try PersonalTexts.all(db) }
    }

    /// Performs the acts that `make` makes, in one transaction.
    ///
    /// - Parameter make: given what keeps a personal text apart, what keeps a document as a source, and the book as it
    ///   stands.
    /// - Returns: the book afterwards.
    /// - Throws: the refusal of the first act that cannot be, and then nothing has changed.
    @discardableResult
    package func perform(
        by author: Author, at moment: Moment,
        _ make: (GovernanceTexts, GovernanceBook) throws -> [any GovernanceAct]
    ) throws -> GovernanceBook {
        let (book, acts) = try store.write { db in
            let before = try GovernanceRows.book(under: rules, db)
            let acts = try make(GovernanceTexts(db), before)
            var book = before
            for act in acts {
                book = try Store.perform(
                    act, giving: GovernanceBook.self, by: author, at: moment, under: rules, in: db)
            }
            return (book, acts)
        }
        for act in acts { try (act as? any StoredAct)?.afterwards(in: store) }
        return book
    }
}
