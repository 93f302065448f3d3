import ArgumentParser
import Priorities
import Publication
import Store
import Vocabulary

/// `remit publish`: writes the record of a decision as a folder that anybody can check.
struct PublishCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish",
        abstract:
            "Write the record of a decided round as a folder: pages, tables, paper, and what is needed to check it.",
        discussion: """
            Refused where the record lacks what people need to hold you to it: criteria agreed before scores, a reason \
            for each option, an appeals route. Nothing is overwritten; after an appeal, publish to a new folder.

            The journal's head is printed and written to DIR.head.txt, beside the folder and not in it. Publish these \
            lines elsewhere too, in the minutes for instance: by them anybody finds a record that was changed and \
            sealed anew. It is the head before the publication itself is recorded.
            """)

    @Argument(help: "The round's short name; see remit round list.")
    var round: Slug

    @Option(name: .customLong("to"), help: ArgumentHelp("A folder that is not there yet.", valueName: "dir"))
    var folder: String

    @Option(
        help: ArgumentHelp(
            "Your own Word document for the committee paper, with a content control remit.body; it is published too.",
            valueName: "file"))
    var template: String?

    @OptionGroup var store: StoreOptions

    @Flag(help: "Write JSON to standard output.")
    var json = false

    func run() async throws {
        let (author, held) = (try store.author(), try store.open())
        let bytes = try template.map { try InputBytes.read($0) }
        let published = try PublishRound(held, version: Version.current).publish(
            round, to: folder, template: bytes, by: author, at: Clock.now())
        if json {
            let facts: JSONValue = [
                "folder": .text(published.folder), "files": .integer(published.files),
                "headFile": .text(published.apartPath), "line": .integer(published.apart.sequence ?? 0),
                "head": .text(published.apart.head.description),
                "manifest": .text(published.apart.manifest?.description ?? ""),
            ]
            Printing.line(facts.pretty)
            return
        }
        Printing.line(
            "Published to \(published.folder): \(published.files) files. Open \(published.folder)/index.html.")
        Printing.line("Publish these lines elsewhere too (they are in \(published.apartPath)):")
        Printing.line("")
        Printing.line(published.apartText)
        Printing.line("Next: remit verify \(published.folder)")
    }
}
