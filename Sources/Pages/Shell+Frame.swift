import Markup
import Vocabulary

extension Shell {
    /// What stands at the top of each page, and on a phone too; everything else is at its foot.
    private static let menu: [(route: Route, isOnPhones: Bool)] = [
        (.overview, true), (.contracts, true), (.activity, false), (.movable, false), (.indicators, false),
        (.rounds, true),
        (.meetings, true), (.published, false), (.whoDecides, false), (.imports, false), (.rules, false),
        (.about, false),
    ]
    private static let footerGroups: [(title: String, routes: [Route])] = [
        ("Positions", [.overview, .commissioners, .contracts, .activity]),
        ("Money", [.movable, .spendBy]),
        ("Need and priorities", [.indicators, .assessment(.all), .rounds, .published]),
        ("Governance", GovernanceMenu.routes),
        ("How far to trust it", [.backtest, .unitCheck, .inertia, .concentration]),
        ("Where it comes from", [.imports, .organisations, .rules, .about]),
        ("You and others", [.home, .register(.mine), .register(.keeping), .account, .people]),
    ]

    func header(here: Route?) -> Html {
        let own = visit.isSignedIn ? [Route.home, .people].filter(visit.mayEnter) : []
        let open = Shell.menu.filter { entry in
            visit.mayEnter(entry.route) && !(visit.isSignedIn && [.rules, .about].contains(entry.route))
        }
        let items =
            own.map { item($0, here: here, class: nil) }
            + open.map { item($0.route, here: here, class: $0.isOnPhones ? nil : "wide-only") }
        let all = Html.jump("All pages", to: "all-pages", class: "narrow-only")
        let top = Html.block(
            [
                .paragraph(
                    [
                        .link("Remit", to: destination(visit.isSignedIn ? .home : .overview), class: "product"), " ",
                        .span(.name(system), class: "system"),
                    ], class: "names"),
                visit.corner(in: self, here: here),
                .navigation(label: "Main", class: "menu", [.list(items + [all])]),
            ], class: "wide")
        return .pageHeader([.block([top], class: "top"), banner, visit.switcher])
    }

    private func item(_ route: Route, here: Route?, class name: String?) -> Html {
        .link(.text(route.name ?? ""), to: destination(route), class: name, isHere: route == here)
    }

    var banner: Html {
        guard isInvented else { return .none }
        return .block([.paragraph(.strong(.text(inventedSentence)), class: "wide")], class: "banner")
    }

    func footer(here: Route?) -> Html {
        let groups = Shell.footerGroups.compactMap { group -> Html? in
            let routes = group.routes.filter {
                $0.isForOneself ? visit.isSignedIn && visit.mayEnter($0) : visit.mayEnter($0)
            }
            guard !routes.isEmpty else { return nil }
            return Html.block([
                .heading(2, .text(group.title)), .list(routes.map { item($0, here: here, class: nil) }),
            ])
        }
        let origin = sources.isEmpty ? [] : [Html.paragraph(.text("Source: " + sources.joined(separator: " ")))]
        let invented = isInvented ? [Html.paragraph(.text(inventedSentence))] : []
        return .pageFooter(
            id: "all-pages",
            [
                .block(
                    [
                        .navigation(label: "All pages", class: "groups", groups),
                        .block(
                            invented + [.paragraph(reach)] + origin + [
                                .paragraph([
                                    .text("Remit \(version). "), .link("About Remit", to: destination(.about)),
                                ])
                            ], class: "origin"),
                    ], class: "wide")
            ])
    }

    /// The form that asks for another position; nothing where there is nothing to choose from.
    func chooser(for route: Route?, keeping query: ListQuery) -> Html {
        guard let route, let shown, !held.isEmpty else { return .none }
        let byYear = Dictionary(grouping: Set(held), by: \.financialYear)
        let groups = byYear.keys.sorted(by: >).map { year in
            ChoiceGroup(
                year.description,
                byYear[year, default: []].sorted(by: >).map { Choice($0.description, $0.inWords) })
        }
        return .asking(
            for: route.destination(), id: "position", label: "Choose the year and month",
            fields: [
                Field(
                    "month", label: "Position at the end of", kind: .choice(groups, selected: shown.description))
            ], kept: query.with(page: 1).pairs, button: "Show this month")
    }
}
