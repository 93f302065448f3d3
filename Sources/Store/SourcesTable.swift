package import Tabular
import Vocabulary

/// Files taken in, as a table: for the terminal, the page and what is taken away.
package enum SourcesTable {
    /// - Parameter sources: in the order in which the rows are to stand.
    package static func table(of sources: [SourceHeld]) -> Table {
        var table = Table(
            key: "sources", caption: "Files taken in",
            columns: [
                .init("file", "File"), .init("digest", "Digest"), .init("layout", "Kind"), .init("monthFrom", "From"),
                .init("monthTo", "To"), .init("rowsRead", "Rows read"), .init("rowsKept", "Kept"),
                .init("rowsRefused", "Refused"), .init("rowsAlreadyHeld", "Already held"),
                .init("problems", "Problems"), .init("rowsSuperseded", "Superseded since"), .init("supersededBy", "By"),
                .init("bytes", "Bytes"), .init("at", "Taken in"), .init("journalLine", "Journal line"),
            ], notes: ["Rows read = kept + refused + already held, in every file."])
        for source in sources {
            let later = source.supersededBy.joined(separator: ", ")
            table.append([
                .text(source.name), .link(source.digest.description, path: "/imports/\(source.digest)"),
                .text(source.layout), source.months.map { .month($0.lowerBound) } ?? .absent("none"),
                source.months.map { .month($0.upperBound) } ?? .absent("none"), .count(source.rowsRead),
                .count(source.rowsKept), .count(source.rowsRefused), .count(source.rowsAlreadyHeld),
                .count(source.problems), .count(source.rowsSuperseded),
                later.isEmpty ? .absent("nothing") : .text(later), .count(source.size), .text(source.at),
                .count(source.sequence),
            ])
        }
        return table
    }

    /// The same with digests as people write them: their first twelve digits.
    package static func shortened(_ table: Table) -> Table {
        var table = table
        guard let place = table.columns.firstIndex(where: { $0.key == "digest" }) else { return table }
        for row in table.rows.indices {
            if case .link(let digest, let path) = table.rows[row][place] {
                table.rows[row][place] = .link(String(digest.prefix(12)), path: path)
            }
        }
        return table
    }

    /// Rows over all files, in sentences.
    package static func totals(of sources: [SourceHeld]) -> [String] {
        func sum(_ part: (SourceHeld) -> Int) -> String { grouped(sources.map(part).reduce(0, +)) }
        return [
            "\(sum(\.rowsRead)) rows read from \(grouped(sources.count)) files = \(sum(\.rowsKept)) kept + "
                + "\(sum(\.rowsRefused)) refused + \(sum(\.rowsAlreadyHeld)) already held.",
            "\(sum(\.rowsSuperseded)) rows have been superseded by later publications; they remain here.",
        ]
    }
}
