package import GRDB
import Governance
package import Priorities
package import Vocabulary

extension RecordDecision {
    /// The round, and first a check that what the decision says of its meeting is what the meeting's record says.
    package func read(_ db: Database, under rules: RulesInForce) throws -> RoundBefore {
        let before = RoundBefore(round: try RoundRows.round(round, under: rules, db), rulebook: rules.rulebook)
        guard let claimed = decision.sitting, let round = before.round else { return before }
        let held = try RoundDesk.sitting(of: claimed.meeting, item: claimed.item, on: round, under: rules, db)
        guard claimed == held else {
            throw Refusal(
                .rule, code: "meeting-says-otherwise",
                "What the decision says of the meeting “\(claimed.meeting)” is not what its record says.",
                remedy: "Name the meeting and its item, and let Remit read the rest.")
        }
        return before
    }
}

extension RoundDesk {
    /// What a meeting did about a round, from its record.
    package func sitting(of meeting: Slug, item: Slug?, on round: Round) throws -> Priorities.Sitting {
        try store.read { db in try RoundDesk.sitting(of: meeting, item: item, on: round, under: rules, db) }
    }

    static func sitting(
        of meeting: Slug, item: Slug?, on round: Round, under rules: RulesInForce, _ db: Database
    ) throws -> Priorities.Sitting {
        let book = try GovernanceRows.book(under: rules, db)
        let acts = try GovernanceActHeld.all(of: RecordName(.meeting, meeting), db)
        return try book.sitting(of: meeting, item: item, on: round.id, options: round.options.map(\.id)) { item in
            acts.last { $0.closes(item) }?.digest
        }
    }
}

extension GovernanceActHeld {
    /// True for the act by which an item came to its end.
    fileprivate func closes(_ item: Slug) -> Bool {
        guard [CloseItem.name, DeferItem.name, ReferItem.name].contains(act), let act = try? value() else {
            return false
        }
        return (act as? CloseItem)?.item == item || (act as? DeferItem)?.item == item
            || (act as? ReferItem)?.item == item
    }
}
