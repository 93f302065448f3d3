public import Markup
public import Tabular
public import Vocabulary

/// The problems of one imported file: row, column, what is wrong and what follows.
public struct ProblemsPage: Page {
    public var source: Source
    public var facts: [Fact]
    /// Of this page.
    public var problems: [Problem]
    public var query: ListQuery
    public var paging: Paging?
    /// The name of the file that superseded this one.
    public var supersededBy: String?

    public init(
        source: Source, facts: [Fact] = [], problems: [Problem], query: ListQuery = .all, paging: Paging? = nil,
        supersededBy: String? = nil
    ) {
        self.source = source
        self.facts = facts
        self.problems = problems
        self.query = query
        self.paging = paging
        self.supersededBy = supersededBy
    }

    public var heading: String { "Problems of \(source.name)" }
    public var route: Route? { .importedFile(source.digest) }
    public var trail: [(name: String, route: Route)] { [("Imports", .imports)] }
    public var isOfAPosition: Bool { false }

    public func content(in shell: Shell) -> [Html] {
        let origin = [
            Fact("Publisher", .text(source.publisher)), Fact("Licence", .text(source.licence)),
            Fact("Size in bytes", .count(source.size)), Fact("Digest (SHA-256)", .text(source.digest.description)),
        ]
        let superseded = supersededBy.map {
            Html.paragraph(["Superseded by ", .name($0), ": its figures no longer count."], class: "warning")
        }
        return [
            superseded.orNone, Fact.list(facts + origin, in: shell),
            .section(
                heading: 2, "Problems", id: "list",
                [
                    TableView(
                        ProblemsPage.table(of: problems, in: source.name),
                        listing: Listing(.importedFile(source.digest), query: query, paging: paging),
                        empty: "None: every row was read as it stands."
                    ).html(in: shell)
                ]),
        ]
    }

    /// The problems as a table: what the page, the terminal and the files show.
    public static func table(of problems: [Problem], in file: String) -> Table {
        var table = Table(
            key: "problems", caption: "Problems of \(file)",
            columns: [
                .init("row", "Row"), .init("column", "Column"), .init("code", "Problem"),
                .init("explanation", "What is wrong"), .init("effect", "What follows"),
            ],
            notes: ["Rows are numbered as a spreadsheet numbers them: the header is row 1."])
        for problem in problems {
            table.append([
                problem.row.map { .count($0) } ?? .text("whole file"),
                .optional(problem.column, else: "whole row"), .text(problem.code), .text(problem.explanation),
                .text(words(problem.effect)),
            ])
        }
        return table
    }

    private static func words(_ effect: Problem.Effect) -> String {
        switch effect {
        case .refused: "refused: not kept"
        case .flagged: "flagged: kept, out of totals"
        case .noted: "noted: kept, counts"
        }
    }
}
