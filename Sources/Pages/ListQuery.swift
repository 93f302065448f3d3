/// How a reader asked for a list: which page, in which order, which part.
public struct ListQuery: Hashable, Sendable {
    /// From 1.
    public var page: Int
    /// A column's key; after a `-`, from the largest down. Nil for the list's own order.
    public var sort: String?
    /// Words or digits that a name or number holds.
    public var search: String?
    public var commissioner: String?
    public var band: String?
    /// The day on which rules are asked for, as given.
    public var on: String?
    /// Only what is of this role.
    public var role: String?
    /// What the rows are.
    public var by: String?
    /// Of which financial year, on pages that are not of a month: `2025/26`.
    public var of: String?
    /// Only this provider's, by code.
    public var provider: String?
    /// Only what stands so.
    public var state: String?
    /// Only what this rule found.
    public var rule: String?

    public init(
        page: Int = 1, sort: String? = nil, search: String? = nil, commissioner: String? = nil, band: String? = nil,
        on: String? = nil, role: String? = nil, by: String? = nil, of: String? = nil, provider: String? = nil,
        state: String? = nil, rule: String? = nil
    ) {
        self.page = max(1, page)
        self.sort = sort
        self.search = search
        self.commissioner = commissioner
        self.band = band
        self.on = on
        self.role = role
        self.by = by
        self.of = of
        self.provider = provider
        self.state = state
        self.rule = rule
    }

    /// The whole list, in its own order.
    public static let all = ListQuery()

    /// - Parameter value: gives the value of a name in the request's query; blank is absent, an unreadable page
    ///   is the first.
    public init(query value: (String) -> String?) {
        func given(_ name: String) -> String? { value(name).flatMap { $0.isEmpty ? nil : $0 } }
        self.init(
            page: given("page").flatMap { Int($0) } ?? 1, sort: given("sort"), search: given("q"),
            commissioner: given("commissioner"), band: given("band"), on: given("on"),
            role: given("role"), by: given("by"), of: given("of"), provider: given("provider"), state: given("state"),
            rule: given("rule"))
    }

    /// The column and whether it runs from the largest down.
    public var sortColumn: (key: String, isDescending: Bool)? {
        sort.map { $0.hasPrefix("-") ? (String($0.dropFirst()), true) : ($0, false) }
    }

    /// True where a part of the list was asked for.
    public var isFiltered: Bool {
        [search, commissioner, band, on, role, provider, state, rule].contains { $0 != nil }
    }

    func with(page: Int) -> ListQuery {
        var query = self
        query.page = page
        return query
    }

    func with(sort: String) -> ListQuery {
        var query = with(page: 1)
        query.sort = sort
        return query
    }

    /// In the order of the paths as documented; what is not asked for is left out.
    var pairs: [(name: String, value: String)] {
        let values: [(name: String, value: String?)] = [
            ("page", page > 1 ? String(page) : nil), ("sort", sort), ("q", search),
            ("commissioner", commissioner), ("band", band), ("on", on), ("role", role), ("by", by), ("of", of),
            ("provider", provider), ("state", state), ("rule", rule),
        ]
        return values.compactMap { pair in pair.value.map { (pair.name, $0) } }
    }
}
