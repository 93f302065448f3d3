import Markup
import Vocabulary

/// The pages of governance, of which each has the list, and the way back to today from another day.
struct GovernanceMenu {
    static let routes: [Route] = [.interests, .committees, .meetings, .decisions, .whoDecides, .accountability]

    static func html(here: Route?, in shell: Shell) -> Html {
        let menu = Html.navigation(
            label: "Pages on governance", class: "round-menu",
            [.list(routes.map { .link(.text($0.name ?? ""), to: shell.destination($0), isHere: $0 == here) })])
        guard let day = shell.day, let here else { return menu }
        return [
            menu,
            .paragraph(
                [
                    .text("As recorded for \(day.inWords). "),
                    .link("Show today", to: here.destination(at: shell.asked)),
                ], class: "found"),
        ]
    }
}
