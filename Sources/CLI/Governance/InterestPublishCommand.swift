import ArgumentParser
import Foundation
import Governance
import Publication
import Tabular
import Vocabulary

/// `remit interest publish`: what the public may see of the register.
struct InterestPublishCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish",
        abstract: "Write the published registers of interests, gifts and breaches into a folder: page, CSV and JSON.",
        discussion: """
            Decision-makers and their interests of the last months, as the rules of the day say; what is withheld \
            stands there as withheld, and breaches stand without names. The page, index.html, stands alone: it can \
            be printed, sent, or put on a website with the files beside it.

            Example: remit interest publish --to register-2026-04
            """)

    @Option(name: .customLong("to"), help: ArgumentHelp("A folder that is not there yet.", valueName: "dir"))
    var folder: String

    @OptionGroup var day: DayOption
    @OptionGroup var store: StoreOptions

    func run() async throws {
        let view = try GovernanceView(store, on: day.on)
        let tables = [
            (name: "interests", table: try view.register.published(on: view.day)),
            (name: "gifts", table: try view.register.publishedGifts(on: view.day)),
            (name: "breaches", table: view.register.publishedBreaches(on: view.day)),
        ]
        let files = tables.flatMap { name, table in
            [
                (path: "\(name).csv", text: table.csv),
                (
                    path: "\(name).json",
                    text: OutputOptions.document(
                        [table],
                        facts: [.init("day", .day(view.day)), .init("caption", .text(table.caption))]
                    ).pretty + "\n"
                ),
            ]
        }
        let page = try PublishedRegister.page(of: view.desk, on: view.day, version: Version.current)
        let all = files.map { (path: $0.path, bytes: Array($0.text.utf8)) } + [(path: page.path, bytes: page.bytes)]
        try NewFolder.write(all, to: folder)
        for (_, table) in tables {
            Printing.line("\(table.caption): \(counted(table.rows.count, "entry", "entries")).")
        }
        Printing.line("Wrote \(all.count) files to \(folder); begin with \(page.path).")
    }
}

/// A folder that comes into being whole or not at all.
enum NewFolder {
    /// - Throws: `Refusal` of kind `usage`, code `folder-exists`, where there is something of that name.
    static func write(_ files: [(path: String, bytes: [UInt8])], to folder: String) throws {
        let manager = FileManager.default
        guard !manager.fileExists(atPath: folder) else {
            throw Refusal(
                .usage, code: "folder-exists", "\(folder) is there already; nothing is overwritten.",
                remedy: "Name a folder that is not there yet.")
        }
        let unfinished = "\(folder).unfinished-\(UUID().uuidString)"
        do {
            try manager.createDirectory(atPath: unfinished, withIntermediateDirectories: true)
            for file in files { try Data(file.bytes).write(to: URL(fileURLWithPath: "\(unfinished)/\(file.path)")) }
            try manager.moveItem(atPath: unfinished, toPath: folder)
        } catch {
            try? manager.removeItem(atPath: unfinished)
            throw Refusal(
                .input, code: "folder-not-written", "\(folder) could not be written.",
                remedy: "Check that the place exists, may be written to, and has room.")
        }
    }
}
