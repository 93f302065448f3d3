import ArgumentParser
import Challenges
import Files
import Foundation
import GRDB
import Tabular
import Testing
import Vocabulary

@testable import CLI
@testable import Store

/// A bundle of challenges from the run's file to its closing, as a contract manager types it.
struct ChallengeLifeTests {
    private struct Root: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "remit", subcommands: Commands.all)
    }

    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("remit-\(UUID().uuidString)")
    private var file: String { place("a.sqlite") }
    private var id: Slug { Slug("rx1-2025-26-m06")! }

    private func place(_ name: String) -> String { folder.appendingPathComponent(name).path }

    private func run(_ words: String...) async -> Int32 {
        await CommandRunner.run(Root.self, ["activity"] + words + ["--db", file])
    }

    private func bundle() throws -> ChallengeBundle { try ChallengeDesk(Store.open(at: file)).bundle(id) }

    private func write(_ bytes: [UInt8], to name: String) throws { try WholeFile.write(bytes, to: place(name)) }

    /// Six rows of RX1, of which one breaks two rules, and one of RX2.
    private var challengeRun: JSONValue {
        func row(_ rule: String, _ number: Int, _ pence: Int, counted: Int? = nil, provider: String = "RX1")
            -> JSONValue
        {
            [
                "rule": .text(rule), "source": .text(String(repeating: "ab", count: 32)), "row": .integer(number),
                "relatedRow": .null, "provider": .text(provider), "year": "2025/26", "month": 6,
                "amountPence": .integer(pence), "atRiskPence": .integer(pence),
                "countedPence": .integer(counted ?? pence), "dataOnly": false,
            ]
        }
        return [
            "rules": .list([["rule": "CC01", "raised": 3]]),
            "words": .list([
                [
                    "rule": "CC01", "title": "Not ours", "letter": "We are not the payer.", "source": "CAM",
                    "verified": true,
                ]
            ]),
            "challenges": .list([
                row("CC01", 2, 10_000), row("CC05", 3, 4_000), row("CC05", 4, 6_000), row("CC10", 2, 500, counted: 0),
                row("CC10", 5, 800), row("CC01", 6, 1_000), row("CC01", 7, 900, provider: "RX2"),
            ]),
        ]
    }

    /// The workbook that was sent, filled in by challenge: answer, amount, reason.
    private func workbook(_ answers: [Int: (String, String, String)]) throws -> [UInt8] {
        let bundle = try bundle()
        var form = AnswerForm.form(of: bundle, sending: bundle.sending)
        let first = form.sheets[0].columns.firstIndex(where: \.isOpen)!
        for (number, answer) in answers {
            form.sheets[0].rows[number - 1][first] = .text(answer.0)
            form.sheets[0].rows[number - 1][first + 1] = .text(answer.1)
            form.sheets[0].rows[number - 1][first + 2] = .text(answer.2)
        }
        return try WorkbookFile.bytes(form: form)
    }

    @Test func `a contract manager follows a bundle from the run to its closing, and the record verifies`() async throws
    {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        #expect(await CommandRunner.run(Root.self, ["init", "--db", file]) == 0)
        try write(Array(challengeRun.canonical.utf8), to: "run.json")
        #expect(await run("raise", place("run.json"), "--commissioner", "QWX", "--on", "2025-11-03") == 0)
        #expect(await run("raise", place("run.json"), "--commissioner", "QWX", "--on", "2025-11-03") == 3)
        #expect(try bundle().challenges.count == 6)
        #expect(await run("bundles") == 0)

        // A draft is looked at; what was sent is the same bytes whenever it is written again.
        #expect(await run("bundle", "write", id.description, "--to", place("draft")) == 0)
        let sending = ["send", id.description, "--to", place("sent"), "--contact", "Contract team"]
        #expect(
            await CommandRunner.run(
                Root.self, ["activity"] + sending + ["--on", "2025-11-03", "--received", "2025-10-31", "--db", file])
                == 0)
        #expect(try bundle().sending?.papers.map(\.name) == ["letter.docx", "rows.xlsx"])
        #expect(await run("bundle", "write", id.description, "--to", place("again")) == 0)
        for name in ["letter.docx", "rows.xlsx", "digest.json"] {
            #expect(try WholeFile.read(place("sent/\(name)")) == WholeFile.read(place("again/\(name)")))
        }

        // The answers: one row at fault is refused and the rest taken in; the same file again changes nothing.
        let answers = try workbook([
            1: ("rejected", "", "The practice is ours."), 2: ("Accepted", "£40.00", ""),
            3: ("part", "20", "One of two attendances."), 4: ("perhaps", "", ""), 5: ("accepted", "", ""),
        ])
        try write(answers, to: "back.xlsx")
        #expect(await run("answers", place("back.xlsx"), "--on", "2025-11-10", "--check") == 0)
        #expect(try bundle().answerFiles.isEmpty)
        #expect(await run("answers", place("back.xlsx"), "--on", "2025-11-10") == 0)
        #expect(await run("answers", place("back.xlsx"), "--on", "2025-11-10") == 0)
        #expect(try bundle().challenges.compactMap { $0.answer?.kind } == [.rejected, .accepted, .part, .accepted])
        #expect(try bundle().answerFiles.count == 1)

        #expect(await run("conclude", id.description, "--as-answered", "--on", "2025-11-12") == 0)
        let silence = ["--answered", "none", "--uphold", "--reason", "Not answered in time."]
        func conclude(_ words: [String], on day: String) async -> Int32 {
            await CommandRunner.run(
                Root.self, ["activity", "conclude", id.description] + words + ["--on", day, "--db", file])
        }
        #expect(await conclude(silence, on: "2025-11-12") == 3, "the provider has until 17 November")
        #expect(await conclude(silence, on: "2025-11-18") == 0)
        try write(
            Array("Challenge,Outcome,Amount,Reason\n\(id)/1,part,50.00,Met halfway\n".utf8), to: "ours.csv")
        #expect(await conclude(["--file", place("ours.csv")], on: "2025-11-18") == 0)
        #expect(try bundle().agreed == Money(pence: 4_000 + 2_000 + 800 + 500 + 1_000 + 5_000))
        #expect(await run("bundles", "--by", "rule") == 0)
        #expect(await run("bundle", "show", id.description, "--json") == 0)

        #expect(
            await run("dispute", id.description, "--step", "negotiation", "--words", "Row 2", "--on", "2025-11-20") == 0
        )
        #expect(await run("dispute", id.description, "--settled", "--words", "£45", "--on", "2025-11-21") == 0)
        #expect(await conclude(["--part", "45", "--challenges", "1", "--reason", "Settled"], on: "2025-11-21") == 0)
        #expect(await run("close", id.description, "--on", "2025-12-01") == 3)
        #expect(await run("credit", id.description, "--note", "CN1", "--amount", "200", "--on", "2025-12-01") == 3)
        #expect(await run("credit", id.description, "--note", "CN1", "--amount", "128.00", "--on", "2025-12-01") == 0)
        #expect(await run("close", id.description, "--on", "2025-12-01") == 0)
        #expect(try bundle().state == .closed)

        try write(
            Array(
                """
                Day,Provider,Rule,Bundle,Hours,Pounds an hour,Fee,What
                2025-11-03,,CC05,\(id),2.5,30,,Looking through
                2025-11-03,,,,,,100,Support unit

                """.utf8), to: "costs.csv")
        #expect(await run("costs", "import", place("costs.csv")) == 0)
        #expect(await run("costs", "import", place("costs.csv")) == 3)
        #expect(await run("costs", "show") == 0)
        #expect(await run("costs", "withdraw", "2", "--reason", "Entered twice") == 0)
        #expect(await run("costs", "withdraw", "2", "--reason", "Entered twice") == 3)
        #expect(await run("costs", "withdraw", "9", "--reason", "x") == 2)
        #expect(await run("costs", "list", "--json") == 0)
        let line = await CommandRunner.run(Root.self, ["verify", "--db", file])
        #expect(line == 0, "every act is done again from its line and its document")

        // A kept document that is not what the journal says is found.
        let store = try Store.open(at: file)
        try store.write { db in
            try db.execute(
                sql:
                    "UPDATE content SET bytes = CAST('{}' AS BLOB) WHERE digest = (SELECT document FROM challenge_bundle)"
            )
        }
        #expect(await CommandRunner.run(Root.self, ["verify", "--db", file]) == 1)
    }

    @Test func `commands that do not say what they mean are refused before anything is read`() async {
        #expect(await run("conclude", "x", "--uphold") == 2)
        #expect(await run("conclude", "x", "--uphold", "--withdraw", "--reason", "y") == 2)
        #expect(await run("conclude", "x", "--as-answered", "--challenges", "9-3") == 2)
        #expect(await run("dispute", "x", "--words", "y") == 2)
        #expect(NumberList(argument: "3,7-9")?.numbers == [3, 7, 8, 9] && NumberList(argument: "3,") == nil)
        #expect(NumberList(argument: "0") == nil && NumberList(argument: "1-2-3") == nil)
    }
}
