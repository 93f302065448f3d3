public import Rulebook
public import Vocabulary

extension QuorumRule {
    /// A quorum that the Rulebook holds as text, in the form in which terms of reference write one.
    ///
    /// - Throws: `Refusal` of kind `rule`: `no-rule` where none is in force on the day, `rule-unit`; of kind `input`
    ///   where its text is no quorum.
    public static func ruled(by id: String, on day: Day, in rulebook: Rulebook) throws(Refusal) -> QuorumRule {
        let text = try rulebook.text(id, on: day)
        let rule: QuorumRule = try JSONValue(parsing: Array(text.utf8), named: id).decoded(named: id)
        try rule.check()
        return rule
    }
}
