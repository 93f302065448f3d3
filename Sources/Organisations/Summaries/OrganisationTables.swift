public import Tabular
public import Vocabulary

/// Organisations as tables: for the terminal, the page and what is taken away.
public struct OrganisationTables: Sendable {
    let book: OrganisationBook
    let day: Day

    public init(_ book: OrganisationBook, on day: Day) {
        self.book = book
        self.day = day
    }

    /// What is known of one organisation on the day, a fact a row, each with where it comes from.
    ///
    /// - Returns: nil where no file lists the code, no succession names it and the directory does not know it.
    public func profile(of code: OrganisationCode) -> Table? {
        let hasSuccession =
            !book.successions.successions(from: code).isEmpty || !book.successions.successions(to: code).isEmpty
        guard book.knows(code) || hasSuccession else { return nil }
        var table = Table(
            key: "facts", caption: "\(code) on \(day.inWords)",
            columns: [
                .init("fact", "What"), .init("value", "Value"), .init("code", "Code"),
                .init("basis", "How it is known"),
                .init("source", "Source"),
            ])
        func add(_ what: String, _ value: String, _ basis: String, _ source: String, code: Cell = .absent("–")) {
            table.append([.text(what), .text(value), code, .text(basis), .text(source)])
        }
        let stated = book.statement(of: code, on: day)
        let organisation = book.directory.organisation(code, on: day)
        let source = stated?.source ?? organisation.map { _ in "the directory that comes with Remit" } ?? "–"
        add("Name", book.name(of: code, on: day) ?? "no file lists it", said(stated?.statedOn), source)
        if let role = book.role(of: code, on: day) {
            let odsRole = OrganisationRole(rawValue: role)?.odsRole
            add("Is a", role, said(stated?.statedOn), source, code: .optional(odsRole, else: "–"))
        }
        add("On this day", book.standing(of: code, on: day).rawValue, "worked out", source)
        let dated = book.statements(of: code).last { $0.value.opened != nil || $0.value.closed != nil }
        if let opened = dated?.value.opened ?? organisation?.period.start {
            add("Opened", opened.inWords, said(dated?.statedOn), dated?.source ?? source)
        }
        if let closed = dated?.value.closed {
            add("Last day open", closed.inWords, said(dated?.statedOn), dated?.source ?? source)
        }
        if stated?.value.status == .dormant { add("Marked", "dormant", said(stated?.statedOn), source) }
        if let listed = book.statements(of: code).last(where: { $0.value.postcode != nil }) {
            add("Postcode", listed.value.postcode ?? "", said(listed.statedOn), listed.source)
        }
        if let listed = book.statements(of: code).last(where: { $0.value.onsCode != nil }),
            let ons = listed.value.onsCode
        {
            add(
                "Area", "as the Office for National Statistics calls it", said(listed.statedOn), listed.source,
                code: .text(ons.description))
        }
        for (what, tie) in ties(of: code) {
            add(
                what, book.name(of: tie.target, on: day) ?? "no file lists it", OrganisationTables.words(tie.basis),
                tie.source, code: OrganisationTables.link(tie.target))
        }
        for succession in book.successions.successions(to: code) where succession.day <= day {
            add(
                "Came after", named(succession.predecessor), OrganisationTables.words(succession), "successions",
                code: OrganisationTables.link(succession.predecessor))
        }
        let trace = book.successions.trace(code, from: Day(number: -36_500), on: day)
        for end in trace.ends where end != code {
            add(
                trace.isSplit ? "Went in part to" : "Went to", named(end),
                trace.isSplit ? "a split: it has \(trace.ends.count) successors" : "successions", "successions",
                code: OrganisationTables.link(end))
        }
        return table
    }

    /// What is said of an organisation over time, in the order of days.
    public func history(of code: OrganisationCode) -> Table {
        var table = Table(
            key: "events", caption: "History of \(code)",
            columns: [
                .init("day", "Day"), .init("event", "What"), .init("name", "Name"), .init("code", "Code"),
                .init("basis", "How it is known"), .init("source", "Source"),
            ], notes: ["A file that gives no day of a change says only how things stood on its own day."])
        var events: [(day: Day?, cells: [Cell])] = []
        func add(
            _ on: Day?, _ what: String, _ name: String, _ other: OrganisationCode?, _ basis: String, _ source: String
        ) {
            events.append(
                (
                    on,
                    [
                        .optional(on, else: "no day"), .text(what), .text(name),
                        other.map { OrganisationTables.link($0) } ?? .absent("–"), .text(basis), .text(source),
                    ]
                ))
        }
        for period in book.directory.organisations where period.code == code {
            let source = "the directory that comes with Remit"
            add(
                period.period.start, "begins to stand", period.name, nil,
                period.isVerified ? "verified" : "not verified", source)
            if let end = period.period.end { add(end, "no longer stands", period.name, nil, "directory", source) }
        }
        var (lastName, openings) = ("", Set<Day>())
        for stated in book.statements(of: code) {
            let value = stated.value
            if let opened = value.opened, openings.insert(opened).inserted {
                add(opened, "opened", value.name, nil, said(stated.statedOn), stated.source)
            }
            if let closed = value.closed {
                add(closed, "last day open", value.name, nil, said(stated.statedOn), stated.source)
            }
            if value.name != lastName {
                add(stated.statedOn, "listed as \(value.role.rawValue)", value.name, nil, "listed", stated.source)
            }
            lastName = value.name
        }
        var known: Set<String> = []
        for stated in book.relationships(of: code) {
            let tie = stated.value
            let target = tie.target
            if known.insert("\(tie.kind.rawValue) \(target) \(tie.start?.number ?? 0)").inserted {
                add(
                    tie.start ?? stated.statedOn, tie.kind.rawValue, named(target), target,
                    tie.start == nil ? "listed; the first day is not said" : said(stated.statedOn), stated.source)
            }
            if let end = tie.end {
                add(
                    end, "last day of: \(tie.kind.rawValue)", named(target), target,
                    said(stated.statedOn), stated.source)
            }
        }
        for pair in book.successions.successions(to: code) {
            add(
                pair.day, "came after", named(pair.predecessor), pair.predecessor,
                OrganisationTables.words(pair), "successions")
        }
        let after = book.successions.successions(from: code)
        for pair in after {
            let isSplit = after.count { $0.day == pair.day } > 1
            let what = pair.successor == code ? "stayed in part" : isSplit ? "went in part to" : "went to"
            add(
                pair.day, what, named(pair.successor), pair.successor,
                OrganisationTables.words(pair), "successions")
        }
        let order = events.indices.sorted {
            (events[$0].day?.number ?? Int.min, $0) < (events[$1].day?.number ?? Int.min, $1)
        }
        for place in order { table.append(events[place].cells) }
        return table
    }

    /// Organisations in the given order.
    public func list(_ codes: [OrganisationCode], caption: String) -> Table {
        var table = Table(
            key: "organisations", caption: caption,
            columns: [
                .init("code", "Code"), .init("name", "Name"), .init("role", "Is a"), .init("standing", "On this day"),
                .init("postcode", "Postcode"), .init("parent", "Under"), .init("parentName", "Its name"),
            ], notes: ["As things stood on \(day.inWords)."])
        for code in codes {
            let stated = book.statement(of: code, on: day)
            let parent = book.parent(of: code, on: day)?.target
            table.append([
                OrganisationTables.link(code),
                .optional(book.name(of: code, on: day), else: "not listed"),
                .optional(book.role(of: code, on: day), else: "not listed"),
                .text(book.standing(of: code, on: day).rawValue),
                .optional(stated?.value.postcode, else: "–"),
                parent.map { OrganisationTables.link($0) } ?? .absent("–"),
                .optional(parent.flatMap { book.name(of: $0, on: day) }, else: "–"),
            ])
        }
        return table
    }

    /// An organisation and what lies under it, level by level, each with how many organisations lie under it.
    ///
    /// - Parameter depth: levels below the first; 1 or more.
    public func tree(of code: OrganisationCode, depth: Int) -> Table {
        var table = Table(
            key: "branches", caption: "Under \(code) on \(day.inWords)",
            columns: [
                .init("level", "Level"), .init("code", "Code"), .init("name", "Name"), .init("role", "Is a"),
                .init("under", "Under"), .init("children", "Directly under it"), .init("basis", "How it is known"),
            ],
            notes: ["Only organisations that are open on the day; a practice stands under who commissions it."])
        var passed: Set<OrganisationCode> = []
        func add(_ code: OrganisationCode, level: Int, under: OrganisationCode?) {
            // A code under itself, however far, is shown once.
            guard passed.insert(code).inserted else { return }
            let children = book.children(of: code, on: day)
            let indent = String(repeating: "  ", count: level)
            table.append([
                .count(level), .link(indent + code.description, path: OrganisationTables.path(of: code)),
                .optional(book.name(of: code, on: day), else: "not listed"),
                .optional(book.role(of: code, on: day), else: "not listed"),
                under.map { OrganisationTables.link($0) } ?? .absent("–"), .count(children.count),
                .optional(book.parent(of: code, on: day).map { OrganisationTables.words($0.basis) }, else: "–"),
            ])
            if level < depth { for child in children { add(child, level: level + 1, under: code) } }
        }
        add(code, level: 0, under: nil)
        return table
    }

    private static func path(of code: OrganisationCode) -> String { "/organisations/\(code)" }

    /// To what is known of an organisation.
    private static func link(_ code: OrganisationCode) -> Cell { .link(code.description, path: path(of: code)) }

    /// The name on the day, with the code where there is none.
    private func named(_ code: OrganisationCode) -> String { book.name(of: code, on: day) ?? "no file lists it" }

    private func ties(of code: OrganisationCode) -> [(String, OrganisationBook.Tie)] {
        var found: [(String, OrganisationBook.Tie)] = []
        if let tie = book.tie(of: code, .commissionedBy, on: day) { found.append(("Commissioned by", tie)) }
        if let tie = book.tie(of: code, .partnerOf, on: day) { found.append(("Partner of", tie)) }
        if let tie = book.tie(of: code, .inGeographyOf, on: day) {
            found.append(("Lies in", tie))
        } else if let tie = book.parent(of: code, on: day), tie.kind == .inGeographyOf {
            found.append(("Lies in", tie))
        }
        if let tie = book.board(of: code, on: day), !found.contains(where: { $0.1.target == tie.target }) {
            found.append(("Board", tie))
        }
        return found
    }

    private func said(_ day: Day?) -> String { day.map { "listed on \($0)" } ?? "listed, without a day" }

    static func words(_ pair: Succession) -> String {
        "on \(pair.day)\(pair.isDerived ? ", derived" : "")"
    }

    static func words(_ basis: OrganisationBook.Basis) -> String {
        switch basis {
        case .stated: "its days are stated"
        case .listed(let day): day.map { "listed on \($0)" } ?? "listed, without a day"
        case .listedLater(let day): "first listed later, on \(day)"
        case .outdated(let day):
            "outdated: listed \(day.map { "on \($0)" } ?? "without a day"), and it no longer stands"
        }
    }
}
