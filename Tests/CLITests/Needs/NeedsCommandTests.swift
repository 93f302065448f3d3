import ArgumentParser
import Exemplar
import Foundation
import Imports
import Testing
import Vocabulary

@testable import CLI
@testable import Store

/// Files of need through the commands: taken in, asked, verified; what is refused, and with which exit code.
struct NeedsCommandTests {
    private struct Root: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "remit", subcommands: Commands.all)
    }

    private func takeIn(_ filled: Filled) throws {
        for file in Filled.exemplar.needsFiles {
            let path = try filled.file(file.name, file.bytes)
            let report = try RecognisedFile(at: path).kind.job(into: filled.store, by: Filled.author, at: Filled.moment)
                .run([path]) { _ in }
            #expect(report.refused.isEmpty, "\(file.name)")
        }
    }

    @Test func `files of need are read again from the bytes that are kept, and what was altered is found`() throws {
        try Filled.with(months: 1) { filled in
            try takeIn(filled)
            #expect(try filled.verified().holds)
            try filled.meddle("UPDATE needs_file SET kind = 'fingertips' WHERE kind = 'qofPrevalence'")
            #expect(try !filled.verified().holds)
        }
    }

    @Test func `an indicator is asked of what is held, and what is not held or no board is refused`() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("remit-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let db = folder.appendingPathComponent("a.sqlite").path
        func run(_ words: String...) async -> Int32 {
            await CommandRunner.run(Root.self, words + ["--db", db])
        }
        #expect(await run("init") == 0)
        #expect(await run("indicators", "value", "diabetes-prevalence") == 1)
        #expect(await run("indicators", "inequality", "diabetes-prevalence") == 1)
        var paths: [String] = []
        for file in Filled.exemplar.needsFiles {
            let url = folder.appendingPathComponent(file.name)
            try Data(file.bytes).write(to: url)
            paths.append(url.path)
        }
        #expect(await CommandRunner.run(Root.self, ["import"] + paths + ["--db", db]) == 0)
        for by in ["board", "location", "area"] {
            #expect(await run("indicators", "value", "diabetes-prevalence", "--by", by, "--json") == 0)
        }
        #expect(await run("indicators", "value", "diabetes-prevalence", "--board", "QZW", "--csv") == 0)
        #expect(await run("indicators", "value", "diabetes-prevalence", "--board", "QHM") == 2)
        #expect(await run("indicators", "value", "diabetes-prevalence", "--board", "QZW", "--by", "location") == 2)
        #expect(await run("indicators", "inequality", "diabetes-prevalence", "--board", "QZW") == 0)
        #expect(await run("indicators", "inequality", "diabetes-prevalence", "--board", "QHM") == 2)
        #expect(await run("indicators", "inequality", "happiness") == 2)
        #expect(await run("organisations", "show", "Z80001") == 0)
        #expect(await run("organisations", "show", "X99999") == 2)
        #expect(await run("organisations", "search", "surgery", "--role", "GP practice") == 0)
        #expect(await run("organisations", "tree", "QZW", "--depth", "1") == 0)
        #expect(await run("organisations", "unmatched") == 0)
        #expect(await run("verify") == 0)
    }
}
