public import Markup
public import Organisations
public import Tabular

/// The directory: organisations found by words of their name, code or postcode, as things stood on a day.
public struct OrganisationsPage: Page {
    /// Those found, the rows of this page only; nil where the day that was asked for is none.
    public var table: Table?
    public var query: ListQuery
    public var paging: Paging?
    /// Only organisations of this role.
    public var role: OrganisationRole?
    /// Files of the directory that were taken in.
    public var files: Int
    /// What is wrong with the day that was asked for, in one sentence.
    public var dayError: String?

    public init(
        table: Table?, query: ListQuery, paging: Paging? = nil, role: OrganisationRole? = nil, files: Int,
        dayError: String? = nil
    ) {
        self.table = table
        self.query = query
        self.paging = paging
        self.role = role
        self.files = files
        self.dayError = dayError
    }

    public var heading: String { "Organisations" }
    public var route: Route? { .organisations }
    public var isOfAPosition: Bool { false }
    public var origin: String { "from the files of the directory that were taken in" }

    public func content(in shell: Shell) -> [Html] {
        let roles = OrganisationRole.allCases.map { Choice($0.rawValue, $0.rawValue) }
        let form = Html.asking(
            for: Route.organisations.destination(), id: "find", label: "Find organisations",
            fields: [
                Field(
                    "q", label: "Name, code or postcode", hint: "Part of a name will do; every word must be found",
                    kind: .text(value: query.search ?? "")),
                Field(
                    "role", label: "Is a",
                    kind: .choice([ChoiceGroup(nil, [Choice("", "Anything")] + roles)], selected: role?.rawValue ?? "")),
                Field(
                    "on", label: "On the day", hint: "Empty for today", error: dayError,
                    kind: .day(value: query.on ?? "")),
            ], button: "Find organisations")
        return [
            .paragraph(
                .text(
                    files == 0
                        ? "No file of the directory was taken in yet: only the commissioners that come with Remit are "
                            + "known. Take in the files of ODS as they are published (epraccur, egdpprac, ePCN)."
                        : "It rests on \(counted(files, "file")) of the directory that \(files == 1 ? "was" : "were") taken "
                            + "in, and on the commissioners that come with Remit."), class: "lead"),
            form,
            table.map {
                TableView(
                    $0, listing: Listing(.organisations, query: query, paging: paging),
                    empty: query.search == nil
                        ? "None is known on this day. Try another day, or take in the file that lists them."
                        : "No organisation has all of these words. Try fewer of them, or another day."
                ).html(in: shell)
            }.orNone,
            .paragraph(
                .link("Codes that one file states and none lists", to: shell.destination(.unmatchedCodes))),
        ]
    }
}

/// How many codes of each file were found among the organisations that are listed.
public struct UnmatchedCodesPage: Page {
    /// The counts, a join a row.
    public var joins: Table
    /// Every code that was not found, the rows of this page only.
    public var codes: Table
    public var paging: Paging?
    public var query: ListQuery

    public init(joins: Table, codes: Table, paging: Paging? = nil, query: ListQuery = .all) {
        self.joins = joins
        self.codes = codes
        self.paging = paging
        self.query = query
    }

    public var heading: String { "Codes that no file lists" }
    public var route: Route? { .unmatchedCodes }
    public var trail: [(name: String, route: Route)] { [("Organisations", .organisations)] }
    public var isOfAPosition: Bool { false }
    public var origin: String { "from the files of the directory that were taken in" }

    public func content(in shell: Shell) -> [Html] {
        [
            TableView(joins, empty: "No file that was taken in states codes of organisations.").html(in: shell),
            .section(
                heading: 2, "Every one of them", id: "codes",
                [
                    TableView(
                        codes, listing: Listing(.unmatchedCodes, query: query, paging: paging),
                        empty: "Every code was found."
                    ).html(in: shell)
                ]),
        ]
    }
}
