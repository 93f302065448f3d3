package import Tabular
import Vocabulary

/// Files taken in, as a table.
package enum SourcesTable {
    package static func table(of sources: [HeldSource]) -> Table {
        var table = Table(
            key: "sources", caption: "Files taken in, the newest first",
            columns: [
                .init("name", "File"), .init("digest", "Digest"), .init("layout", "Layout"), .init("at", "Taken in"),
                .init("rowsRead", "Rows read"), .init("rowsKept", "Kept"), .init("rowsRefused", "Refused"),
                .init("rowsAlreadyHeld", "Already held"), .init("rowsFlagged", "Flagged"),
                .init("problems", "Problems"), .init("rowsSuperseded", "Superseded since"),
                .init("supersededBy", "By"),
            ], notes: ["Rows read = kept + refused + already held, in every file."])
        for held in sources {
            table.append([
                .text(held.source.name), .link(held.source.digest.short, path: "/imports/\(held.source.digest)"),
                .text(held.layout), .text(held.at), .count(held.rowsRead), .count(held.rowsKept),
                .count(held.rowsRefused), .count(held.rowsAlreadyHeld), .count(held.flagged), .count(held.problems),
                .count(held.rowsSuperseded), .optional(held.supersededBy, else: "nothing"),
            ])
        }
        return table
    }

    /// Rows over all files, in a sentence.
    package static func totals(of sources: [HeldSource]) -> [String] {
        func sum(_ part: (HeldSource) -> Int) -> String { grouped(sources.map(part).reduce(0, +)) }
        return [
            "\(sum(\.rowsRead)) rows read from \(grouped(sources.count)) files = \(sum(\.rowsKept)) kept + "
                + "\(sum(\.rowsRefused)) refused + \(sum(\.rowsAlreadyHeld)) already held.",
            "\(sum(\.rowsSuperseded)) rows have been superseded by later publications; they remain here.",
        ]
    }
}
