import ArgumentParser
import Files
import Store
import Tabular
import Vocabulary

/// `remit import mapping list|show`: the column mappings that were kept.
struct ImportMappingCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mapping", abstract: "The column mappings that extracts were read by.",
        subcommands: [ImportMappingListCommand.self, ImportMappingShowCommand.self],
        defaultSubcommand: ImportMappingListCommand.self)
}

struct ImportMappingListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the mappings, in the order in which they were first used.")

    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        var table = Table(
            key: "mappings", caption: "Column mappings",
            columns: [.init("name", "Name"), .init("layout", "Layout"), .init("digest", "Digest")])
        for mapping in try store.open().read({ db in try MappingHeld.all(db) }) {
            table.append([.text(mapping.name), .text(mapping.layout), .text(mapping.digest.description)])
        }
        try output.write([table])
    }
}

struct ImportMappingShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show a mapping whole, as JSON.")

    @OptionGroup var store: StoreOptions

    @Argument(help: "Its name, or the beginning of its digest.")
    var mapping: String

    func run() async throws {
        let all = try store.open().read { db in try MappingHeld.all(db) }
        guard let found = all.last(where: { $0.name == mapping || $0.digest.description.hasPrefix(mapping) }) else {
            throw Refusal(
                .usage, code: "no-such-mapping", "There is no mapping “\(mapping)”.",
                remedy: "See remit import mapping list.")
        }
        Printing.line(try JSONFile.value(of: Array(found.content.utf8), named: found.name).pretty)
    }
}
