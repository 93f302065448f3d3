import Challenges
package import Tabular
import Vocabulary

/// Tables of reference, as a table: the file that stands for each, and the rules that need it.
package enum ReferencesTable {
    /// - Parameter held: the latest of each name.
    package static func table(of held: [HeldReference]) -> Table {
        var table = Table(
            key: "tables", caption: "Tables of reference",
            columns: [
                .init("table", "Table"), .init("file", "File"), .init("digest", "Digest"),
                .init("rowsKept", "Rows kept"),
                .init("rowsRefused", "Refused"), .init("at", "Registered"), .init("rules", "Rules that need it"),
            ])
        for one in ReferenceTable.shipped {
            let rules = ChallengeRule.shipped.filter { ($0.needs + $0.consults).contains(one.name) }.map(\.id).sorted()
            let words = rules.isEmpty ? Cell.absent("none") : .text(rules.joined(separator: ", "))
            if let found = held.first(where: { $0.name == one.name }) {
                table.append([
                    .text(one.name), .text(found.file), .text(found.digest.short), .count(found.rowsKept),
                    .count(found.rowsRefused), .text(found.at), words,
                ])
            } else {
                table.append([.text(one.name)] + (0..<5).map { _ in .absent("not taken in") } + [words])
            }
        }
        return table
    }
}
