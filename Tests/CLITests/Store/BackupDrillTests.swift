import Access
import ArgumentParser
import Foundation
import GRDB
import Testing
import Vocabulary

@testable import CLI
@testable import Store

/// The drill of docs/operating.md: a copy while others write, the loss of the file, and the way back.
struct BackupDrillTests {
    private struct Root: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "remit", subcommands: Commands.all)
    }

    private func run(_ words: String...) async -> Int32 { await CommandRunner.run(Root.self, words) }

    @Test func `records that were lost while people worked come back and verify`() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("remit-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        func place(_ name: String) -> String { folder.appendingPathComponent(name).path }
        let (file, copy, back) = (place("a.sqlite"), place("copy.sqlite"), place("back.sqlite"))
        #expect(await run("init", "--db", file) == 0)

        // The server's part: the file stays open, and acts go on while the copy is made.
        let serving = try Store.open(at: file)
        let writing = Task.detached {
            for number in 1...60 {
                _ = try AccessDesk(serving).perform(
                    by: Author("A. Tester")!, at: Moment(secondsSince1970: 1_740_000_000)
                ) {
                    texts, _ in
                    [
                        AddAccount(
                            account: Slug("a\(number)")!, name: try texts.keep("Name \(number)"),
                            email: try texts.keep("a\(number)@example.org"))
                    ]
                }
            }
        }
        #expect(await run("backup", "--db", file, "--to", copy) == 0)
        try await writing.value
        #expect(try serving.read { db in try Journal.head(db).sequence } >= 60)
        #expect(await run("verify", "--db", copy) == 0)

        // It is refused to overwrite what is there, also what is damaged.
        #expect(await run("restore", copy, "--db", file) == 2)
        try serving.connection.close()
        for ending in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: file + ending) }
        try Data("what a broken disk left".utf8).write(to: URL(fileURLWithPath: file))
        #expect(await run("restore", copy, "--db", file) == 2)
        #expect(try String(contentsOfFile: file, encoding: .utf8) == "what a broken disk left")

        #expect(await run("restore", copy, "--db", back) == 0)
        #expect(await run("verify", "--db", back) == 0)
        #expect(await run("user", "list", "--db", back) == 0)
        let (made, came) = try (Store.open(at: copy), Store.open(at: back))
        #expect(
            try made.read { db in try Journal.head(db).digest } == came.read { db in try Journal.head(db).digest })
    }
}
