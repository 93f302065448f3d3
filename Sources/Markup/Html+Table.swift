extension Html {
    /// A table: it cannot be written without a caption and headings.
    ///
    /// It stands in a region of its own, which scrolls when it is wider than the screen and can be reached by key.
    ///
    /// - Parameters:
    ///   - id: of the table; its caption is `id-caption`.
    ///   - rows: how many; `row` writes each with `rowHeading` first and a `cell` for every other column.
    public static func table(
        id: ElementID, caption: Html, columns: [ColumnHeading], class name: String? = nil, rows: Int,
        row: @escaping @Sendable (Int, inout HtmlWriter) -> Void
    ) -> Html {
        precondition(!columns.isEmpty, "table \(id) has no columns")
        let captionID = id.part("caption")
        let heads = columns.map(\.element)
        let body = Html.written { writer in
            for place in 0..<rows {
                writer.literal("<tr>")
                row(place, &writer)
                writer.literal("</tr>\n")
            }
        }
        let table = element(
            .table, attributes(id: id, class: name),
            [
                element(.caption, [Attribute(.id, captionID.description)], [span(caption, class: "caption-words")]),
                element(.thead, [], [element(.tr, [], heads)]),
                element(.tbody, [], [body]),
            ])
        let region = [
            Attribute(.class, "table-region"), Attribute(.role, "region"), Attribute(.tabindex, "0"),
            Attribute(.ariaLabelledBy, captionID.description),
        ]
        return element(.div, region, [table])
    }
}

/// The heading of a column.
public struct ColumnHeading: Sendable {
    public var title: Html
    /// The unit in words, under the title; nil where the cells say it.
    public var unit: String?
    public var isNumeric: Bool
    public var sorted: Order?
    /// Where the table stands sorted by this column; nil where it cannot be.
    public var sortLink: Destination?

    public enum Order: String, Sendable {
        case ascending, descending
    }

    public init(
        _ title: Html, unit: String? = nil, isNumeric: Bool = false, sorted: Order? = nil,
        sortLink: Destination? = nil
    ) {
        self.title = title
        self.unit = unit
        self.isNumeric = isNumeric
        self.sorted = sorted
        self.sortLink = sortLink
    }

    var element: Html {
        let order = Attribute.optional(.ariaSort, sorted?.rawValue)
        let arrow: String? = sorted.map { $0 == .ascending ? " ▲" : " ▼" }
        let words: Html = sortLink.map { .link([title, .text(arrow ?? "")], to: $0) } ?? title
        let unitWords: Html = unit.map { .span(.text($0), class: "unit") } ?? .none
        return .element(
            .th, [Attribute(.scope, "col")] + (isNumeric ? [Attribute(.class, "number")] : []) + order,
            unit == nil ? [words] : [words, " ", unitWords])
    }
}

extension HtmlWriter {
    /// The cell that names its row.
    public mutating func rowHeading(_ content: (inout HtmlWriter) -> Void) {
        literal("<th scope=\"row\">")
        content(&self)
        literal("</th>")
    }

    public mutating func cell(isNumeric: Bool = false, _ content: (inout HtmlWriter) -> Void) {
        if isNumeric { literal("<td class=\"number\">") } else { literal("<td>") }
        content(&self)
        literal("</td>")
    }
}
