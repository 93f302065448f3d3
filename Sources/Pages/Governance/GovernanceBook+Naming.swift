public import Governance
public import Vocabulary

extension GovernanceBook {
    /// A sentence of the rules with people as they are called, where it has their short names: “p13” is still here.
    public func naming(_ sentence: String, _ name: (Slug) -> String) -> String {
        guard sentence.contains("“") else { return sentence }
        return people.keys.sorted().reduce(sentence) { $0.replacing("“\($1)”", with: name($1)) }
    }

    /// A refusal in the same way.
    public func naming(_ refusal: Refusal, _ name: (Slug) -> String) -> Refusal {
        Refusal(
            refusal.kind, code: refusal.code, naming(refusal.sentence, name),
            remedy: refusal.remedy.map { naming($0, name) })
    }
}
