import Markup
import Tabular
import Vocabulary

/// Where a table stands among the pages, and which part of it is shown.
public struct Listing: Sendable {
    public var route: Route
    public var query: ListQuery
    /// Nil where all rows are shown.
    public var paging: Paging?
    /// Keys of the columns by which the list can be sorted.
    public var sortable: Set<String>

    public init(_ route: Route, query: ListQuery = .all, paging: Paging? = nil, sortable: Set<String> = []) {
        self.route = route
        self.query = query
        self.paging = paging
        self.sortable = sortable
    }

    func order(of key: String) -> ColumnHeading.Order? {
        guard let sorted = query.sortColumn, sorted.key == key else { return nil }
        return sorted.isDescending ? .descending : .ascending
    }

    /// Numbers are sorted from the largest down first, words from A; a second time, the other way round.
    func sortLink(_ key: String, _ kind: ColumnKind, in shell: Shell) -> Destination? {
        guard sortable.contains(key) else { return nil }
        let isDescendingNext =
            switch order(of: key) {
            case nil: kind.isNumeric
            case .ascending: true
            case .descending: false
            }
        return shell.destination(route, listing: query.with(sort: (isDescendingNext ? "-" : "") + key))
    }

    func counted() -> Html {
        guard let paging, paging.total > 0 else { return .none }
        guard paging.pages > 1 else { return .none }
        let range = paging.range
        return .paragraph(
            .written { writer in
                writer.text("Rows ")
                writer.grouped(range.lowerBound)
                writer.text(" to ")
                writer.grouped(range.upperBound)
                writer.text(" of ")
                writer.grouped(paging.total)
            }, class: "counted")
    }

    func pages(in shell: Shell) -> Html {
        guard let paging, paging.pages > 1 else { return .none }
        func link(_ page: Int, _ words: Html) -> Html {
            .link(words, to: shell.destination(route, listing: query.with(page: page)))
        }
        var items: [Html] = []
        if paging.page > 1 {
            items.append(link(paging.page - 1, [.unseen("Go to the "), "previous", .unseen(" page")]))
        }
        for step in paging.steps {
            switch step {
            case .gap: items.append(.span("…", class: "gap"))
            case .page(let page) where page == paging.page:
                items.append(
                    .link(
                        [.unseen("Page "), .text("\(page)")],
                        to: shell.destination(route, listing: query.with(page: page)), isHere: true))
            case .page(let page): items.append(link(page, [.unseen("Page "), .text("\(page)")]))
            }
        }
        if paging.page < paging.pages {
            items.append(link(paging.page + 1, [.unseen("Go to the "), "next", .unseen(" page")]))
        }
        return .navigation(
            label: "Pages of the list", class: "paging",
            [.paragraph(.text("Page \(paging.page) of \(paging.pages)")), .list(items)])
    }

    func downloads(of table: Table, in shell: Shell) -> Html {
        let links = DownloadFormat.allCases.compactMap { format in
            route.download(format, at: shell.asked, listing: shell.keepingDay(query, for: route)).map { destination in
                Html.link([.text(format.name), .unseen(": \(table.caption)")], to: destination)
            }
        }
        guard !links.isEmpty else { return .none }
        return .block([.paragraph("Take the whole table away as"), .list(links)], class: "downloads")
    }
}
