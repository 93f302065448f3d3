import ArgumentParser
import Foundation
import Testing
import Vocabulary

@testable import CLI
@testable import Store

/// The store's commands as they are typed: what they refuse, and with which exit code.
struct CommandTests {
    private struct Root: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "remit", subcommands: Commands.all)
    }

    private func run(_ words: String...) async -> Int32 { await CommandRunner.run(Root.self, words) }

    @Test func `a file is made, looked at, verified, copied and brought back`() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("remit-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (file, copy) = (
            folder.appendingPathComponent("a.sqlite").path, folder.appendingPathComponent("b.sqlite").path
        )
        #expect(await run("init", "--db", file, "--as", "A. Tester") == 0)
        #expect(await run("init", "--db", file, "--as", "A. Tester") == 2)
        for words in [["sources"], ["problems"], ["working", "list"], ["import", "mapping", "list"], ["verify"]] {
            let code = await CommandRunner.run(Root.self, words + ["--db", file, "--json"])
            #expect(code == 0, "\(words)")
        }
        #expect(await run("problems", "--db", file, "--source", "none.csv") == 2)
        #expect(await run("backup", "--db", file, "--to", copy) == 0)
        #expect(await run("backup", "--db", file, "--to", copy) == 2)
        #expect(await run("restore", copy, "--db", file) == 2)
        #expect(await run("restore", copy, "--db", file + ".again") == 0)
        #expect(await run("verify", "--db", file + ".again") == 0)
    }

    @Test func `an act without a reason, on nothing or twice over is refused by kind`() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("remit-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("a.sqlite").path
        #expect(await run("init", "--db", file) == 0)
        #expect(await run("contract", "rule", "1234567890", "--type", "gds", "--db", file) == 2)
        let both = ["--open-ended", "--ends", "2030-03-31", "--reason", "x"]
        #expect(await CommandRunner.run(Root.self, ["contract", "rule", "1234567890", "--db", file] + both) == 2)
        #expect(await run("contract", "rule", "1234567890", "--type", "gds", "--reason", "Read", "--db", file) == 2)
        #expect(await run("import", "population", folder.path + "/none.csv", "--db", file) == 4)
        #expect(await run("import", folder.path + "/none.csv", "--db", file) == 4)
        #expect(await run("working", "record", "A", "--of", "position", "--db", file) == 4)
        #expect(await run("verify", "--db", folder.path + "/none.sqlite") == 2)
    }
}
