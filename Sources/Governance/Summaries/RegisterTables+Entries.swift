import Rulebook
public import Tabular
public import Vocabulary

/// The published register entry by entry, so that it can be searched without giving away what is withheld.
extension RegisterTables {
    /// Those whose entries are published on a day, by short name.
    ///
    /// - Throws: `Refusal` of kind `rule`, code `no-rule`, on a day before publication was ruled.
    public func publishedPeople(on day: Day) throws(Refusal) -> [PersonFile] {
        let months = try rulebook.months(GovernanceRuleID.publishAfterExpiry, on: day)
        return people.filter { isPublished($0, on: day, for: months) }
    }

    /// The published register with only the rows in which the words stand, or whose organisation has that code.
    ///
    /// A search finds an entry by what is published of it: of one that is withheld the organisation finds nothing.
    ///
    /// - Parameters:
    ///   - words: part of a name, a position or an interest, or an organisation's code; nil for all.
    ///   - person: one person's rows only; nil for everybody's.
    /// - Returns: the table, and whose row each is.
    /// - Throws: `Refusal` of kind `rule`, code `no-rule`, on a day before publication was ruled.
    public func published(
        on day: Day, matching words: String?, person: Slug? = nil
    ) throws(Refusal) -> (table: Table, people: [Slug]) {
        let months = try rulebook.months(GovernanceRuleID.publishAfterExpiry, on: day)
        var table = try published(on: day)
        var entries: [(person: Slug, code: OrganisationCode?)] = []
        for file in people where isPublished(file, on: day, for: months) {
            let shown = file.declarations.filter { isPublished($0, of: file, on: day, for: months) }
            entries += shown.map { (file.id, $0.isWithheld ? nil : $0.counterparty) }
            if shown.isEmpty { entries.append((file.id, nil)) }
        }
        precondition(entries.count == table.rows.count, "each row of the register is one entry")
        let sought = words.map(\.titleKey) ?? ""
        let kept = entries.indices.filter { place in
            guard person.map({ $0 == entries[place].person }) ?? true else { return false }
            guard !sought.isEmpty else { return true }
            let row = table.rows[place].prefix(3).map(\.shown).joined(separator: " ").titleKey
            return row.contains(sought) || entries[place].code?.description.titleKey == sought
        }
        table.rows = kept.map { table.rows[$0] }
        return (table, kept.map { entries[$0].person })
    }
}
