/// A letter or report as a value, to be written as a Word document (.docx).
package struct Document: Hashable, Sendable {
    /// The document's property, and its heading at the top.
    package var title: String
    package var blocks: [Block]
    /// At the foot of every page, before the page number; nil for the number alone.
    package var footer: String?

    package init(title: String, blocks: [Block], footer: String? = nil) {
        self.title = title
        self.blocks = blocks
        self.footer = footer
    }

    package enum Block: Hashable, Sendable {
        /// - Parameter level: 1 to 3; the title stands above level 1.
        case heading(String, level: Int)
        case paragraph(String)
        case bullets([String])
        /// Terms beside what is said of them: `Contract` and its number.
        case facts([Fact])
        case table(Grid)
        case pageBreak
    }

    package struct Fact: Hashable, Sendable {
        package var term: String
        package var text: String

        package init(_ term: String, _ text: String) {
            self.term = term
            self.text = text
        }
    }

    package struct Grid: Hashable, Sendable {
        package var caption: String
        package var header: [String]
        package var rows: [[String]]
        /// Columns of figures, from 0: they stand to the right.
        package var numericColumns: Set<Int>

        /// - Precondition: a header, and every row as long as it.
        package init(caption: String, header: [String], rows: [[String]], numericColumns: Set<Int> = []) {
            precondition(!header.isEmpty, "a table has a header")
            precondition(
                rows.allSatisfy { $0.count == header.count }, "a row of \(caption) is not as long as its header")
            self.caption = caption
            self.header = header
            self.rows = rows
            self.numericColumns = numericColumns
        }
    }
}
