public import Assessments
public import Markup
import Tabular
public import Vocabulary

/// A figure of one of Remit's own pages, before it goes into a needs assessment: as it will stand, and how it is called.
public struct OwnFigurePage: Page {
    public let assessment: (id: Slug, title: String)
    public let form: OwnFigureForm
    public let shown: FigureOrigin
    public let table: ShownTable
    /// Of the bytes that will be kept.
    public let digest: EvidenceID
    public let token: FormToken
    /// The short name under which it is recorded.
    public let entry: Slug

    public init(
        assessment: (id: Slug, title: String), form: OwnFigureForm, shown: FigureOrigin, table: ShownTable,
        digest: EvidenceID, token: FormToken, entry: Slug
    ) {
        self.assessment = assessment
        self.form = form
        self.shown = shown
        self.table = table
        self.digest = digest
        self.token = token
        self.entry = entry
    }

    public var heading: String { "Show a figure" }
    public var route: Route? { nil }
    public var trail: [(name: String, route: Route)] {
        [("Needs assessments", .assessment(.all)), (assessment.title, .assessment(.one(assessment.id)))]
    }
    public var isOfAPosition: Bool { false }
    public var origin: String { "a needs assessment" }
    public var errorSummary: Html { asked.errorSummary }

    private var asked: Form {
        Form(
            to: shown.destination(in: assessment.id), token: token, id: "asked", label: heading, parts: form.parts,
            kept: [.init("entry", entry.description), .init("seen", digest.description)], button: .init("Show it"),
            errors: form.failures)
    }

    public func content(in shell: Shell) -> [Html] {
        let figures = table.table(key: "shown", caption: table.caption ?? "The figures")
        return [
            .paragraph(
                "It goes into the assessment exactly as it stands here, and is kept under the digest of these figures.",
                class: "lede"),
            asked.html,
            .section(
                heading: 2, "As it will stand", id: "shown-figure",
                [
                    (ShownPicture(table.picture, key: "shown-picture")?.html(in: shell)).orNone,
                    TableView(figures).html(in: shell),
                    .paragraph(["Evidence ", .code(digest.description)], class: "notes"),
                ]),
        ]
    }
}
