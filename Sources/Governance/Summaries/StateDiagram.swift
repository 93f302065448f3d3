/// The states of a meeting and of its items as diagrams in Mermaid, made from the tables of transitions.
public enum StateDiagram {
    public static var meeting: String {
        diagram(Meeting.transitions.map { ($0.from.rawValue, $0.by, $0.to.rawValue) }, from: "planned")
    }

    public static var item: String {
        diagram(Proceeding.transitions.map { ($0.from.rawValue, $0.by, $0.to.rawValue) }, from: "waiting")
    }

    /// States that nothing leaves are ends.
    private static func diagram(_ transitions: [(from: String, by: String, to: String)], from start: String) -> String {
        let left = Set(transitions.map(\.from))
        let ends = Set(transitions.map(\.to)).subtracting(left).sorted()
        let lines =
            ["stateDiagram-v2", "    [*] --> \(start)"]
            + transitions.map { "    \($0.from) --> \($0.to): \($0.by)" } + ends.map { "    \($0) --> [*]" }
        return lines.joined(separator: "\n") + "\n"
    }
}
