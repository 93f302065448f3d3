/// The states of a meeting and of its items as diagrams in Mermaid, made from the tables of transitions.
public enum StateDiagram {
    public static var meeting: String {
        diagram(Meeting.transitions.map { ($0.from.rawValue, $0.by, $0.to.rawValue) }, from: "planned")
    }

    public static var item: String {
        diagram(Proceeding.transitions.map { ($0.from.rawValue, $0.by, $0.to.rawValue) }, from: "waiting")
    }

    /// The page of the reference that holds them: `docs/reference/state-diagrams.md`.
    public static var page: String {
        let parts = [
            ("A meeting", "From its plan to its close.", meeting),
            (
                "An item of an agenda",
                "`stopped` is not quorate in any of the committees; the ways out are to defer it, to refer it, or to take "
                    + "it again once somebody has come or was asked to join.", item
            ),
        ]
        let head = "# States\n\nWhich act leads from which state to which; made from the tables in the code by "
        return head + "`./do docs`.\n"
            + parts.map { "\n## \($0.0)\n\n\($0.1)\n\n```mermaid\n\($0.2)```\n" }.joined()
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
