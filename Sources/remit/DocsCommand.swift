import ArgumentParser
import CLI
import Files
import Foundation
import Governance
import Pages
import Performance
import Rulebook
import Store
import Vocabulary

/// `remit docs DIR`: writes the reference pages that are generated; compared with what is committed.
struct DocsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "docs", abstract: "Write the generated reference pages.", shouldDisplay: false)

    @Argument(help: ArgumentHelp("The folder to write to.", valueName: "dir"))
    var folder: String

    func run() async throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let schema = try Store.inMemory().definitions()
        let files: [(name: String, text: String)] = [
            ("commands.md", CommandsReference.text(of: Remit.self)),
            ("rules.md", ReferenceTexts.rules(Rulebook.shipped)),
            ("schema.sql", schema), ("routes.md", ReferenceTexts.routes()),
            ("exit-codes.md", ReferenceTexts.exitCodes()),
            ("state-diagrams.md", StateDiagram.page + MatterDiagram.page),
        ]
        for file in files {
            try WholeFile.write(Array(file.text.utf8), to: "\(folder)/\(file.name)", replacing: true)
        }
        Printing.line("Wrote \(files.map(\.name).joined(separator: ", ")) to \(folder).")
    }
}
