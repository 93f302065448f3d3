/// The states of matters of contracts as diagrams in Mermaid, made from the table of transitions.
public enum MatterDiagram {
    /// What follows in `docs/reference/state-diagrams.md`.
    public static var page: String {
        let parts: [(String, String, ContractMatter.Route)] = [
            ("A matter of activity", "Service condition SC29, as recalled.", .activity),
            ("A matter of performance", "General condition GC9, as recalled.", .performance),
        ]
        return parts.map { "\n## \($0.0)\n\n\($0.1)\n\n```mermaid\n\(diagram($0.2))```\n" }.joined()
    }

    private static func diagram(_ route: ContractMatter.Route) -> String {
        let lines = ContractMatter.transitions.filter { $0.route == route }.map { one in
            "    \(one.from?.rawValue ?? "[*]") --> \(one.to.rawValue): \(one.by)"
        }
        return (["stateDiagram-v2"] + lines + ["    closed --> [*]"]).joined(separator: "\n") + "\n"
    }
}
