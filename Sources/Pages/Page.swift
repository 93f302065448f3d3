public import Markup

/// A page as a value: its heading and what stands under it.
public protocol Page: Sendable {
    /// The one heading of level 1; the title begins with it.
    var heading: String { get }
    /// What the browser's tab says, without the system's name: the heading, and of what where several pages share it.
    var tabTitle: String { get }
    /// Where it is served; nil for an error.
    var route: Route? { get }
    /// The pages above it, from the top, without the overview.
    var trail: [(name: String, route: Route)] { get }
    /// True where the figures depend on the year and month, which can then be chosen.
    var isOfAPosition: Bool { get }
    /// Under the heading: whose it is, in other words; nothing for most pages.
    var subtitle: Html { get }
    /// Where its figures come from, after the system's name: for search engines and lists of pages.
    var origin: String { get }
    /// How its list was asked for, which another month keeps.
    var query: ListQuery { get }
    /// What was wrong with the form that was sent, above the heading; nothing for most pages.
    var errorSummary: Html { get }
    func content(in shell: Shell) -> [Html]
}

extension Page {
    public var trail: [(name: String, route: Route)] { [] }
    public var tabTitle: String {
        guard trail.count > 1, let above = trail.last else { return heading }
        return "\(heading) – \(above.name)"
    }
    public var isOfAPosition: Bool { true }
    public var query: ListQuery { .all }
    public var subtitle: Html { .none }
    public var errorSummary: Html { .none }
    public var origin: String { "from the files that NHSBSA publishes" }

    /// The whole page.
    public func render(in shell: Shell) -> Html {
        let chooser = isOfAPosition ? shell.chooser(for: route, keeping: query) : .none
        let main: [Html] =
            [errorSummary, shell.visit.noticeBanner, .heading(1, .name(heading)), subtitle, chooser]
            + content(in: shell)
        let fault = errorSummary.isEmpty ? "" : "Error: "
        return .document(
            title: "\(fault)\(tabTitle) – \(shell.system) – Remit",
            description: "\(heading): \(shell.system), \(origin).",
            stylesheet: shell.stylesheet,
            body: [
                .jump("Skip to the main part", to: "main", class: "skip"),
                Picture.fillings(MoneyState.allCases.map(\.filling)),
                shell.header(here: route),
                .block([breadcrumbs(in: shell), .main(id: "main", main)], class: "page"),
                shell.footer(here: route),
            ])
    }

    private func breadcrumbs(in shell: Shell) -> Html {
        guard !trail.isEmpty else { return .none }
        let top: (name: String, route: Route) = shell.visit.isSignedIn ? ("Home", .home) : ("Overview", .overview)
        let steps = (shell.visit.mayEnter(top.route) ? [top] : []) + trail
        return .navigation(
            label: "Where this page stands", class: "trail",
            [.list(steps.map { .link(.name($0.name), to: shell.destination($0.route)) }, isOrdered: true)])
    }
}
