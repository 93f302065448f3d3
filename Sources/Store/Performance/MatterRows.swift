package import GRDB
package import Performance
package import Vocabulary

/// Matters of contracts as their stored acts make them.
package enum MatterRows {
    /// - Returns: nil where there is no such matter.
    /// - Throws: `Refusal` of kind `wanting`, `matter-broken`, where a stored act cannot be done again.
    package static func matter(_ id: Slug, under rules: RulesInForce, _ db: Database) throws -> ContractMatter? {
        let acts = try MatterActHeld.all(
            in: "matter_act", record: "k.matter", where: "k.matter = ?", [id.description], db)
        return try MatterActHeld.decided(acts, under: rules, broken: "matter-broken", db) {
            (matter: ContractMatter?, act, rules) throws(Refusal) -> ContractMatter? in
            try act.value().decide(
                MatterBefore(matter: matter, rulebook: rules.rulebook, calendar: rules.calendar), by: act.author,
                at: act.moment)
        }
    }

    /// Short names of all matters, in the order in which they were begun.
    package static func ids(_ db: Database) throws -> [Slug] {
        try String.fetchAll(db, sql: "SELECT matter FROM matter_act GROUP BY matter ORDER BY MIN(sequence)")
            .compactMap { Slug($0) }
    }
}

extension HeldAct {
    /// What acts come to from nothing, each decided again by the rules and working days of its own day.
    static func decided<State>(
        _ acts: [HeldAct], under rules: RulesInForce, broken code: String, _ db: Database,
        deciding: (State?, HeldAct, RulesInForce) throws(Refusal) -> State?
    ) throws -> State? {
        var inForce = [rules.journalled.canonical: rules]
        var state: State?
        for act in acts {
            let then = try inForce[act.rules] ?? RulesInForce(named: act.rules, keptBy: db)
            inForce[act.rules] = then
            do {
                state = try deciding(state, act, then)
            } catch {
                throw Refusal(
                    .wanting, code: code,
                    "Line \(act.sequence) of the journal (\(act.act)) cannot be done again: \(error.sentence)",
                    remedy: "Run remit verify, and restore a backup that holds.")
            }
        }
        return state
    }
}
