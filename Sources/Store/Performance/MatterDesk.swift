package import Performance
package import Vocabulary

/// Matters of contracts as they stand.
package struct MatterDesk: Sendable {
    package let store: Store
    package let rules: RulesInForce

    package init(_ store: Store, under rules: RulesInForce = .shipped) {
        self.store = store
        self.rules = rules
    }

    /// In the order in which they were begun.
    package func matters() throws -> [ContractMatter] {
        try store.read { db in try MatterRows.ids(db).compactMap { try MatterRows.matter($0, under: rules, db) } }
    }

    /// - Throws: `Refusal`, code `no-such-matter`.
    package func matter(_ id: Slug) throws -> ContractMatter {
        guard let found = try store.read({ db in try MatterRows.matter(id, under: rules, db) }) else {
            throw Refusal.unknownMatter(id)
        }
        return found
    }

    /// Performs an act, and says what the matter is then.
    ///
    /// - Throws: the act's refusal, and then nothing has changed; `no-such-matter` where it grows out of one that is not
    ///   there.
    package func perform(
        _ act: any MatterAct, by author: Author, at moment: Moment
    ) throws -> ContractMatter {
        try store.write { db in
            if let origin = (act as? IssuePerformanceNotice)?.arisesFrom,
                try MatterRows.matter(origin, under: rules, db) == nil
            {
                throw Refusal.unknownMatter(origin)
            }
            return try Store.perform(
                act, giving: ContractMatter.self, by: author, at: moment, under: rules, in: db)
        }
    }
}
