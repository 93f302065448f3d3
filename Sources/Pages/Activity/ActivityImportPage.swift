public import Markup
public import Tabular
public import Vocabulary

/// What came of a file that was sent.
public struct TakenActivityShown: Sendable {
    public var name: String
    /// Read = kept + refused, in rows and pounds; or why nothing of it was taken in.
    public var sentences: [String]
    public var isRefused: Bool
    /// Where its problems are; nil where it has none there.
    public var problems: EvidenceID?
    /// How often each problem was found; nil where there was none.
    public var counts: Table?
    /// The problems themselves, of a table of reference.
    public var faults: Table?

    public init(
        name: String, sentences: [String], isRefused: Bool = false, problems: EvidenceID? = nil, counts: Table? = nil,
        faults: Table? = nil
    ) {
        (self.name, self.sentences, self.isRefused) = (name, sentences, isRefused)
        (self.problems, self.counts, self.faults) = (problems, counts, faults)
    }
}

/// Files of contract monitoring and tables of reference are sent, taken in beside the pages, and what came of them is read.
public struct ActivityImportPage: Page {
    /// What was filled in, besides the files.
    public struct Asked: Sendable {
        public var provider: String
        public var year: String
        public var dates: String
        public var dropped: String
        public var errors: [String: String]

        public init(
            provider: String = "", year: String = "", dates: String = "", dropped: String = "",
            errors: [String: String] = [:]
        ) {
            (self.provider, self.year, self.dates) = (provider, year, dates)
            (self.dropped, self.errors) = (dropped, errors)
        }
    }

    /// One lot of files that were sent together.
    public struct Lot: Sendable {
        public var number: Int
        /// `plcm.csv and 2 others, sent by A. Analyst`.
        public var title: String
        public var work: WorkShown
        /// Those of which something is known.
        public var files: [TakenActivityShown]
        /// Why it ended before all was done; nil where it did not.
        public var failure: String?

        public init(
            number: Int, title: String, work: WorkShown, files: [TakenActivityShown] = [], failure: String? = nil
        ) {
            (self.number, self.title, self.work) = (number, title, work)
            (self.files, self.failure) = (files, failure)
        }
    }

    public var asked: Asked
    public var lots: [Lot]
    /// The most that is taken at a time, in megabytes.
    public var most: Int
    /// Why nothing can be taken in here; nil where it can.
    public var missing: String?
    public var token: FormToken

    public init(asked: Asked = Asked(), lots: [Lot] = [], most: Int, missing: String? = nil, token: FormToken) {
        (self.asked, self.lots, self.most) = (asked, lots, most)
        (self.missing, self.token) = (missing, token)
    }

    public static let (filesField, mappingField) = ("files", "mapping")
    public static let (providerField, yearField, datesField, droppedField) = ("provider", "year", "dates", "drop")

    public var isFollowed: Bool { lots.contains(where: \.work.state.isFollowed) }

    public var heading: String { "Take activity in" }
    public var route: Route? { .activityWork(.takeIn) }
    public var trail: [(name: String, route: Route)] { ActivityDeed.top }
    public var isOfAPosition: Bool { false }
    public var origin: String { "for those who work with it" }
    public var errorSummary: Html { missing == nil ? form.errorSummary : .none }

    public func content(in shell: Shell) -> [Html] {
        let lots = lots.map { html($0, in: shell) }
        let asking: [Html] = [
            .paragraph(
                """
                Send files as you received them: contract monitoring of patients, drugs, devices or in sums, and the tables that \
                challenges look things up in. Each is known by its columns. A process beside these pages reads them; every row \
                that cannot be read is named, and a file that identifies a patient is refused whole.
                """),
            missing.map { .paragraph(.text($0), class: "warning") } ?? form.html,
        ]
        guard !lots.isEmpty else { return asking }
        return lots + [.section(heading: 2, "Send more", id: "more", asking)]
    }

    private func html(_ lot: Lot, in shell: Shell) -> Html {
        .section(
            heading: 2, .name(lot.title), id: ElementID("lot-\(lot.number)"),
            [lot.work.html(label: lot.title), lot.failure.map { .paragraph(.text($0), class: "warning") }.orNone]
                + lot.files.enumerated().map { place, file in
                    ActivityImportPage.html(file, id: ElementID("lot-\(lot.number)-\(place + 1)"), in: shell)
                })
    }

    private static func html(_ file: TakenActivityShown, id: ElementID, in shell: Shell) -> Html {
        .block(
            [.heading(3, .name(file.name), id: id)]
                + file.sentences.map { .paragraph(.text($0), class: file.isRefused ? "warning" : nil) } + [
                    file.counts.map { TableView($0, id: id.part("counts")).html(in: shell) }.orNone,
                    file.faults.map { faults in
                        .details(
                            summary: ["Row by row", .unseen(": \(file.name)")],
                            [TableView(faults, id: id.part("faults")).html(in: shell)])
                    }.orNone,
                    file.problems.map { digest in
                        .paragraph(
                            .link(
                                ["Its problems, row by row", .unseen(": \(file.name)")],
                                to: ActivityDeed.submission(digest).destination))
                    }.orNone,
                ])
    }

    private var form: Form {
        func field(_ name: String, _ label: String, hint: String, _ kind: Field.Kind) -> Form.Part {
            .field(Field(name, label: label, hint: hint, error: asked.errors[name], kind: kind))
        }
        return Form(
            to: ActivityDeed.takeIn.destination, token: token, id: "send", label: "Take files in",
            parts: [
                field(
                    ActivityImportPage.filesField, "Files",
                    hint:
                        "One or several: .csv or .xlsx, also as .zip, .gz, .xz or .zst. At most \(grouped(most)) MB together; "
                        + "larger files on the command line, with remit activity import FILE.",
                    .file(
                        accepting: [".csv", ".tsv", ".txt", ".xlsx", ".zip", ".gz", ".xz", ".bz2", ".zst", ".tar"],
                        several: true)),
                field(
                    ActivityImportPage.providerField, "Provider whose files these are",
                    hint:
                        "Its code. A file that states another is refused before anything is stored. Empty: as the rows say",
                    .text(value: asked.provider)),
                field(
                    ActivityImportPage.yearField, "Financial year that they are of",
                    hint: "For example, 2025/26. A file that states another is refused likewise",
                    .text(value: asked.year)),
                field(
                    ActivityImportPage.datesField, "Days written in numbers alone",
                    hint: "03/04/2025 has two readings until somebody says which comes first",
                    .radios(
                        [
                            Choice("day-first", "The day comes first: 3 April"),
                            Choice("month-first", "The month comes first: 4 March"),
                            Choice("", "Nobody has said: such a day is a problem, and left out"),
                        ], selected: asked.dates)),
                field(
                    ActivityImportPage.droppedField, "Columns not to be read at all",
                    hint: "Their titles, one a line; the record says so", .longText(value: asked.dropped, rows: 2)),
                field(
                    ActivityImportPage.mappingField, "A column mapping that somebody reviewed",
                    hint: "A YAML file, where the titles are other than published; for all files that you send with it",
                    .file(accepting: [".yaml", ".yml"])),
            ], button: .init("Take them in"))
    }
}

/// One submission of contract monitoring, and its problems by row and column.
public struct SubmissionPage: Page {
    public var digest: EvidenceID
    public var name: String
    public var facts: [Fact]
    /// How often each problem was found, by code.
    public var counts: Table
    /// Of this page.
    public var problems: Table
    public var query: ListQuery
    public var paging: Paging
    /// Why the problems cannot be read here; nil where they can.
    public var missing: String?
    /// So many are in the files to take away.
    public var most: Int

    public init(
        digest: EvidenceID, name: String, facts: [Fact], counts: Table, problems: Table, query: ListQuery = .all,
        paging: Paging, missing: String? = nil, most: Int
    ) {
        (self.digest, self.name, self.facts, self.counts) = (digest, name, facts, counts)
        (self.problems, self.query, self.paging) = (problems, query, paging)
        (self.missing, self.most) = (missing, most)
    }

    public var heading: String { "Problems of \(name)" }
    public var route: Route? { .activityWork(.submission(digest)) }
    public var trail: [(name: String, route: Route)] { ActivityDeed.top }
    public var isOfAPosition: Bool { false }
    public var origin: String { "from contract monitoring that was taken in" }

    public func content(in shell: Shell) -> [Html] {
        let known = Fact.list(facts, in: shell)
        if let missing { return [known, .paragraph(.text(missing), class: "warning")] }
        guard !counts.rows.isEmpty else {
            return [known, .paragraph("There is none: every row was read as it stands.", class: "empty")]
        }
        return [
            known, TableView(counts).html(in: shell),
            .section(
                heading: 2, "Row by row", id: "list",
                [
                    .asking(
                        for: ActivityDeed.submission(digest).destination, id: "find", label: "Find problems",
                        fields: [
                            Field(
                                "q", label: "Only this problem", hint: "Its code, for example unreadable-amount",
                                kind: .text(value: query.search ?? ""))
                        ], button: "Find"),
                    TableView(
                        problems, listing: Listing(.activityWork(.submission(digest)), query: query, paging: paging),
                        empty: "No such problem was found."
                    ).html(in: shell),
                    paging.total > most
                        ? .paragraph(
                            .text(
                                "The files to take away have the first \(grouped(most)); all of them are on the command line, "
                                    + "with remit activity problems."), class: "notes") : .none,
                ]),
        ]
    }
}
