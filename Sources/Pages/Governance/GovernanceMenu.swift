import Markup
import Vocabulary

/// The pages of governance, of which each has the list.
struct GovernanceMenu {
    static let routes: [Route] = [.interests, .committees, .meetings, .decisions, .whoDecides, .accountability]

    static func html(here: Route?, in shell: Shell) -> Html {
        .navigation(
            label: "Pages on governance", class: "round-menu",
            [.list(routes.map { .link(.text($0.name ?? ""), to: shell.destination($0), isHere: $0 == here) })])
    }
}
