import Digests
package import Priorities
package import Rulebook
import Store
package import Vocabulary

/// A round made again from the acts of a published record, each decided by the rules that its line names.
package struct ReplayedRecord: Sendable {
    package let round: Round
    /// Those by which the last act was decided.
    package let rulebook: Rulebook
    /// From which share of trials on an option is safe, on the day of the decision; nil where no rule says.
    package let limits: TrustLimits?
    /// The round as it stood before a decision was last set aside; nil where none was.
    package let earlier: Round?
    package let acts: Int

    /// - Throws: `Refusal` of kind `wanting` where an act cannot be read, its rules are not there or are not what
    ///   their digest says, or it is refused.
    package init(_ record: PublishedRecord) throws(Refusal) {
        var rulebooks: [JSONValue: Rulebook] = [:]
        var round: Round?
        var rulebook: Rulebook?
        var earlier: Round?
        let acts = try record.journal.acts()
        for (line, act) in acts {
            let name = "Line \(line.sequence) of the journal (\(line.act))"
            let content = try JSONValue(parsing: Array(line.content.utf8), named: name)
            let named = content["rules"] ?? .null
            let used: Rulebook
            if let known = rulebooks[named] { used = known } else { used = try record.rulebook(named, for: name) }
            rulebooks[named] = used
            guard let author = Author("Author \(line.author)") else {
                preconditionFailure("a number makes a name")
            }
            let before = round
            do {
                round = try act.decide(RoundBefore(round: before, rulebook: used), by: author, at: line.at)
            } catch {
                throw Refusal(
                    .wanting, code: "act-refused", "\(name) cannot be decided again: \(error.sentence)")
            }
            if let before, before.decision != nil, round?.decision == nil { earlier = before }
            rulebook = used
        }
        guard let round, let rulebook else {
            throw Refusal(.wanting, code: "no-acts", "The journal’s extract has no line of the round.")
        }
        self.round = round
        self.rulebook = rulebook
        self.earlier = earlier
        self.acts = acts.count
        let day = round.decision?.decidedOn ?? record.journal.lines.last?.at.day
        limits = day.flatMap { try? TrustLimits(rulebook, on: $0) }
    }
}

extension PublishedRecord {
    /// The rules that a line names, read from the files beside the record.
    fileprivate func rulebook(_ named: JSONValue, for line: String) throws(Refusal) -> Rulebook {
        func bytes(_ key: String) throws(Refusal) -> [UInt8] {
            guard case .text(let digest)? = named[key],
                let file = rules.first(where: { $0.key == key && $0.digest.description == digest })
            else {
                throw Refusal(
                    .wanting, code: "rules-missing", "\(line) was decided by rules (\(key)) that are not published.")
            }
            guard Digest.of(file.bytes) == file.digest else {
                throw Refusal(
                    .wanting, code: "rules-altered", "\(file.path) is not the file of rules that \(line) names.")
            }
            return file.bytes
        }
        return try RulesInForce(
            rulebook: try bytes("rulebook"),
            priorityRules: named["priorityRules"] == nil ? nil : try bytes("priorityRules"),
            governanceRules: named["governanceRules"] == nil ? nil : try bytes("governanceRules"),
            challengeRules: named["challengeRules"] == nil ? nil : try bytes("challengeRules"),
            performanceRules: named["performanceRules"] == nil ? nil : try bytes("performanceRules"),
            bankHolidays: try bytes("bankHolidays"), commissioners: try bytes("commissioners")
        ).rulebook
    }
}
