package import GRDB
package import Priorities
import Rulebook
package import Vocabulary

/// A round as its stored acts make it, each decided again by the rules of its own day.
package enum RoundRows {
    /// A process works on one round, or serves a few.
    private static let remembered = Remembered<Round>(most: 8)

    /// - Parameters:
    ///   - sequence: as the round stood after that line of the journal; nil for now.
    ///   - rules: those in force, which are not read again where a line names the same.
    /// - Returns: nil where there was no such round.
    /// - Throws: `Refusal` of kind `wanting` where a stored act cannot be done again.
    /// - Complexity: what this process made of the round before is gone on from, so that a round costs what its acts
    ///   cost, however often it is read between them.
    package static func round(
        _ id: Slug, at sequence: Int? = nil, under rules: RulesInForce, _ db: Database
    ) throws -> Round? {
        let known = try remembered.latest(of: id.description, upTo: sequence, db)
        let acts = try RoundActHeld.all(of: id, after: known?.sequence, upTo: sequence, db)
        guard let last = acts.last else { return known?.value }
        let round = try folded(acts, onto: known?.value, under: rules, db)
        remembered.keep(
            .init(key: id.description, value: round, sequence: last.sequence, digest: last.digest))
        return round
    }

    /// The same from its first act on, whatever this process knows: for whoever checks the record.
    package static func foldedAnew(_ id: Slug, under rules: RulesInForce, _ db: Database) throws -> Round? {
        let acts = try RoundActHeld.all(of: id, db)
        return acts.isEmpty ? nil : try folded(acts, onto: nil, under: rules, db)
    }

    /// - Parameter acts: not empty.
    private static func folded(
        _ acts: [RoundActHeld], onto before: Round?, under rules: RulesInForce, _ db: Database
    ) throws -> Round {
        let round = try RoundActHeld.folded(acts, onto: before, under: rules, broken: "round-broken", db) {
            (round, act, rulebook) throws(Refusal) -> Round? in
            try act.value().decide(
                RoundBefore(round: round, rulebook: rulebook), by: act.author, at: act.moment)
        }
        guard let round else { preconditionFailure("a round is folded from an act or more") }
        return round
    }
}

extension RoundActHeld {
    /// In the order in which they were performed.
    ///
    /// - Parameters:
    ///   - earlier: only those after that line of the journal.
    ///   - sequence: and up to this one.
    package static func all(
        of round: Slug, after earlier: Int? = nil, upTo sequence: Int? = nil, _ db: Database
    ) throws -> [RoundActHeld] {
        try all(
            in: "round_act", record: "k.roundId", where: "k.roundId = ? AND k.sequence > ? AND k.sequence <= ?",
            [round.description, earlier ?? 0, sequence ?? .max], db)
    }
}
