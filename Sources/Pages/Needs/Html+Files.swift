import Markup

extension Html {
    /// The files behind what a page shows, each with the way to it; nothing where there are none.
    static func files(_ sources: [(name: String, route: Route)], in shell: Shell) -> Html {
        guard !sources.isEmpty else { return .none }
        return .section(
            heading: 2, "Files that it was worked out from", id: "sources",
            [.list(sources.map { [.link(.name($0.name), to: shell.destination($0.route))] })])
    }
}
