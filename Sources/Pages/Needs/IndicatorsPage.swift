public import Markup
public import Tabular
public import Vocabulary

/// Indicators of need: what each is, and whether its figures can be shown.
public struct IndicatorsPage: Page {
    public var table: Table
    /// Files on needs that are held.
    public var files: Int

    public init(table: Table, files: Int) {
        self.table = table
        self.files = files
    }

    public var heading: String { "Need" }
    public var route: Route? { .indicators }
    public var isOfAPosition: Bool { false }
    public var origin: String { "from public files that were taken in" }

    public func content(in shell: Shell) -> [Html] {
        [
            .paragraph(
                .text(
                    files == 0
                        ? "No file on populations, deprivation or indicators was taken in yet. Take in files as they are "
                            + "published: each indicator says which it needs."
                        : "Who lives here, who needs what, and where it is worse: worked out from \(counted(files, "file")) "
                            + "that \(files == 1 ? "was" : "were") taken in, each figure with its source and how sure it is."
                ),
                class: "lead"),
            TableView(table, listing: Listing(.indicators)).html(in: shell),
            .paragraph([
                .link("Access to care", to: shell.destination(.careAccess)),
                ": what the people of one board can reach, by deprivation, on a map.",
            ]),
            .paragraph(.link("Take files in", to: shell.destination(.takeFilesIn))),
            .way("Needs assessments, which these figures serve", to: .assessment(.all), in: shell),
        ]
    }
}

/// One indicator: its figures by area, how areas stand, how it goes with deprivation, and what it is.
public struct IndicatorPage: Page {
    public var id: Slug
    public var title: String
    /// What it is, in one sentence.
    public var what: String
    /// Why it matters.
    public var why: String
    /// Which areas are shown.
    public var by: String
    /// The board whose parts are shown; nil for all.
    public var board: String?
    /// Boards that can be chosen.
    public var boards: [Choice]
    public var hasLocations: Bool
    /// The figures, the rows of this page only; nil where they cannot be worked out.
    public var values: Table?
    public var paging: Paging?
    public var query: ListQuery
    public var funnel: FunnelPicture?
    public var inequality: Table?
    /// What keeps figures, or a part of them, from being shown; in sentences.
    public var cautions: [String]
    public var definition: Table
    public var sources: [(name: String, route: Route)]
    /// By small area, where it is known where they lie.
    public var map: AreaMap?
    /// Where it can go; nil for a reader who keeps no needs assessments.
    public var showing: ShowingIn?

    public init(
        id: Slug, title: String, what: String, why: String, by: String, board: String?, boards: [Choice],
        hasLocations: Bool, values: Table?, paging: Paging?, query: ListQuery, funnel: FunnelPicture?,
        inequality: Table?, cautions: [String], definition: Table, sources: [(name: String, route: Route)]
    ) {
        self.id = id
        self.title = title
        self.what = what
        self.why = why
        self.by = by
        self.board = board
        self.boards = boards
        self.hasLocations = hasLocations
        self.values = values
        self.paging = paging
        self.query = query
        self.funnel = funnel
        self.inequality = inequality
        self.cautions = cautions
        self.definition = definition
        self.sources = sources
    }

    public var heading: String { title }
    public var route: Route? { .indicator(id) }
    public var trail: [(name: String, route: Route)] { [("Need", .indicators)] }
    public var isOfAPosition: Bool { false }
    public var origin: String { "from public files that were taken in" }

    public func content(in shell: Shell) -> [Html] {
        var content: [Html] = [
            .paragraph(.text(what), class: "lead"), .paragraph(.text(why)), .cautions(cautions),
        ]
        if let values {
            if hasLocations || !boards.isEmpty { content.append(form) }
            content.append(funnel.map { $0.figure(in: shell) }.orNone)
            content.append(map.map { $0.figure(in: shell) }.orNone)
            content.append(
                .section(
                    heading: 2, "Figures by area", id: "figures",
                    [
                        TableView(values, listing: Listing(.indicator(id), query: query, paging: paging))
                            .html(in: shell)
                    ]))
        }
        if let inequality {
            content.append(
                .section(
                    heading: 2, "By deprivation", id: "inequality", [TableView(inequality).html(in: shell)]))
        }
        content.append((showing?.section(in: shell)).orNone)
        content.append(
            .section(heading: 2, "What it is", id: "definition", [TableView(definition).html(in: shell)]))
        return content + [.files(sources, in: shell)]
    }

    private var form: Html {
        let areas =
            [Choice("board", "Integrated care boards")]
            + (hasLocations ? [Choice("location", "Sub-ICB locations")] : [])
            + [Choice("area", "Practices, small areas or authorities, as the file has them")]
        return .asking(
            for: Route.indicator(id).destination(), id: "areas", label: "Areas shown",
            fields: [
                Field("by", label: "Show", kind: .choice([ChoiceGroup(nil, areas)], selected: by)),
                Field(
                    "commissioner", label: "Within", hint: "Narrows practices and small areas to those of one board",
                    kind: .choice([ChoiceGroup(nil, [Choice("", "All of England")] + boards)], selected: board ?? "")),
            ], button: "Show these")
    }
}
