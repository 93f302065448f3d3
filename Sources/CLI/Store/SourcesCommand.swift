import ArgumentParser
import Store
import Tabular
import Vocabulary

/// `remit sources`: the files taken in, and what became of their rows.
struct SourcesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sources",
        abstract: "The files taken in: rows read, kept, refused, held, and what superseded them.")

    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        var table = Table(
            key: "sources", caption: "Files taken in",
            columns: [
                .init("file", "File"), .init("layout", "Kind"), .init("monthFrom", "From"), .init("monthTo", "To"),
                .init("bytes", "Bytes"), .init("rowsRead", "Rows read"), .init("rowsKept", "Kept"),
                .init("rowsRefused", "Refused"), .init("rowsAlreadyHeld", "Already held"),
                .init("problems", "Problems"), .init("rowsSuperseded", "Superseded"),
                .init("supersededBy", "By"), .init("journalLine", "Journal line"), .init("digest", "Digest"),
            ])
        for source in try store.open().read({ db in try SourceHeld.all(db) }) {
            let later = source.supersededBy.joined(separator: ", ")
            table.append([
                .text(source.name), .text(source.layout),
                source.months.map { .month($0.lowerBound) } ?? .absent("none"),
                source.months.map { .month($0.upperBound) } ?? .absent("none"), .count(source.size),
                .count(source.rowsRead), .count(source.rowsKept), .count(source.rowsRefused),
                .count(source.rowsAlreadyHeld), .count(source.problems), .count(source.rowsSuperseded),
                later.isEmpty ? .absent("nothing") : .text(later), .count(source.sequence),
                .text(output.isForProgrammes ? source.digest.description : source.digest.short),
            ])
        }
        try output.write([table])
    }
}
