import Markup

extension Html {
    /// A link to a page where something is done, for those who may enter it; nothing for anybody else.
    static func way(_ words: String, to route: Route, in shell: Shell) -> Html {
        guard shell.visit.isSignedIn, shell.visit.mayEnter(route) else { return .none }
        return .paragraph(.link(.text(words), to: shell.destination(route)))
    }

    /// Where the reader works on what a page shows; nothing where there is no such place.
    static func ways(_ work: [(words: String, route: Route)], label: String, in shell: Shell) -> Html {
        guard !work.isEmpty else { return .none }
        let links = work.map { Html.link(.text($0.words), to: shell.destination($0.route)) }
        return .navigation(label: label, class: "ways", [.list(links)])
    }
}
