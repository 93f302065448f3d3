import Tabular
public import Vocabulary

/// A file of rules as people write it: one row a rule and period.
///
/// Columns: `id`, `value`, `unit` (a `RuleValue.Unit`), `validFrom`, `validTo` (the first day on which the
/// rule no longer holds; blank while it holds), `source`, `verified` (yes or no), `note`, `owner`,
/// `reviewBy`.
public enum RulebookFile {
    private static let columns = [
        "id", "value", "unit", "validFrom", "validTo", "source", "verified", "note", "owner", "reviewBy",
    ]

    /// - Throws: `Refusal` of kind `input`: `bad-definitions` with every fault of the file, `bad-rulebook`
    ///   where its rules contradict one another.
    public static func read(_ bytes: [UInt8], named name: String) throws(Refusal) -> [Rule] {
        try Definitions.read(bytes, named: name, columns: columns) { row in
            let id = row.required("id")
            let value = value(of: &row)
            let period = row.period(from: "validFrom", to: "validTo")
            let source = row.required("source")
            let isVerified = row.flag("verified")
            let reviewBy = row.text("reviewBy").isEmpty ? nil : row.day("reviewBy")
            guard let id, let value, let period, let source, let isVerified else { return nil }
            return Rule(
                id: id, value: value, period: period, source: source, isVerified: isVerified,
                note: row.text("note"), owner: row.text("owner"), reviewBy: reviewBy)
        }
    }

    private static func value(of row: inout DefinitionRow) -> RuleValue? {
        guard let unit = RuleValue.Unit(rawValue: row.text("unit")) else {
            let known = RuleValue.Unit.allCases.map(\.rawValue).joined(separator: ", ")
            row.fault("unit", "is none of \(known)")
            return nil
        }
        let value = RuleValue(row.text("value"), in: unit)
        if value == nil { row.fault("value", "is no value in \(unit.rawValue)") }
        return value
    }
}

extension Rulebook {
    /// The rules that come with Remit.
    public static let shipped: Rulebook = {
        do {
            let dental = try RulebookFile.read(ShippedFiles.rulebook, named: "dental.csv")
            let priorities = try RulebookFile.read(ShippedFiles.priorityRules, named: "priorities.csv")
            let governance = try RulebookFile.read(ShippedFiles.governanceRules, named: "governance.csv")
            let needs = try RulebookFile.read(ShippedFiles.needsRules, named: "needs.csv")
            let activity = try RulebookFile.read(ShippedFiles.activityRules, named: "activity.csv")
            let performance = try RulebookFile.read(ShippedFiles.performanceRules, named: "performance.csv")
            let challenges = try RulebookFile.read(ShippedFiles.challengeRules, named: "challenges.csv")
            return try Rulebook(
                rules: dental + priorities + governance + needs + activity + performance + challenges)
        } catch {
            preconditionFailure("the rules that come with Remit are at fault: \(error)")
        }
    }()
}
