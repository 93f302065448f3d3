import GRDB
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

    /// The acts on a matter, in order; none where there is no such matter.
    package func acts(of id: Slug) throws -> [any MatterAct] {
        try store.read { db in
            try MatterActHeld.all(
                in: "matter_act", record: "k.matter", where: "k.matter = ?", [id.description], db
            ).map { try $0.value() }
        }
    }

    /// Performs an act, and says what the matter is then.
    ///
    /// - Parameter steps: how many it had when somebody looked at it; nil where that does not matter.
    /// - Throws: the act's refusal, and then nothing has changed; `no-such-matter` where it grows out of one that is not
    ///   there, `name-of-addresses` for a short name that addresses use, `overtaken` where it has other steps by now.
    package func perform(
        _ act: any MatterAct, ifStill steps: Int? = nil, by author: Author, at moment: Moment
    ) throws -> ContractMatter {
        try act.matter.refuseWordOfAddresses(naming: "matter")
        return try store.write { db in
            if let steps, try MatterRows.matter(act.matter, under: rules, db)?.steps.count ?? 0 != steps {
                throw Refusal(
                    .rule, code: "overtaken",
                    "A step was recorded on “\(act.matter)” since you opened this form, and nothing of yours yet.",
                    remedy: "Look at where it stands now, and send yours again if it still holds.")
            }
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
