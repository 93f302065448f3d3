import Foundation
import HTTPTypes
import Store
import Synchronization
import Testing
import Vocabulary

@testable import Engines
@testable import Imports
@testable import Web

/// Files of activity are sent by browser, with a process of these tests' own in place of the one that takes them in.
struct ActivityImportAnswersTests {
    private static let path = "/activity/import"

    private func send(
        _ files: [(name: String, text: String)], _ fields: [(String, String)] = [], to held: ServedActivity,
        as account: String = "manager"
    ) async throws -> Reply {
        let parts =
            [("csrf", "csrf-\(account)")] + fields
        let form = WrittenForm(
            parts: parts.map { .init(name: $0.0, fileName: nil, bytes: Array($0.1.utf8)) }
                + files.map { .init(name: "files", fileName: $0.name, bytes: Array($0.text.utf8)) })
        return try await held.served.send(
            Self.path, .post, cookies: ["remit": held.served.keeper.token(of: account)],
            headers: ["Content-Type": form.type], body: form.bytes)
    }

    @Test func `files lie on the disk under their names while they are taken in, and what came of each is told`()
        async throws
    {
        let orders = Mutex<[(order: IntakeOrder, texts: [String])]>([])
        let held = try ServedActivity(nil) { order, progress, _ in
            let texts = order.files.map { (try? String(contentsOfFile: $0, encoding: .utf8)) ?? "gone" }
            orders.withLock { $0.append((order, texts)) }
            progress(.init(file: "plcm.csv", rows: 1_000, memory: 50 << 20))
            var kept = TakenActivity(name: "plcm.csv")
            (kept.digest, kept.layout) = (ServedActivity.digest.description, "plcm")
            (kept.rowsKept, kept.rowsRefused, kept.costKeptPence, kept.costRefusedPence) = (9, 1, 9_000, 100)
            kept.problems = [.init(code: "unreadable-amount", effect: "refused", rows: 1)]
            var table = TakenActivity(name: "prices.csv")
            (table.layout, table.isReference, table.rowsKept, table.rowsRefused) = ("price", true, 2, 1)
            table.faults = [.init(row: 4, column: "price", code: "unreadable", explanation: "“<b>” is no price.")]
            table.problems = [.init(code: "unreadable", effect: "refused", rows: 1)]
            let refused = TakenActivity(
                name: "other.csv",
                refused: Refusal(
                    .input, code: "other-provider", "other.csv was given as of the provider RX1, and states RX2."))
            return .init(files: [kept, table, refused])
        }
        let sent = try await send(
            [("plcm.csv", "a,b\n1,2\n"), ("../../prices.csv", "c\n"), ("other.csv", "d\n")],
            [("provider", "RX1"), ("year", "2025/26"), ("dates", "day-first"), ("drop", "Name\n Postcode \n")], to: held
        )
        #expect(sent.status == 303 && sent.location == Self.path, "\(sent.words)")
        let page = try await held.ended(Self.path)
        #expect(page.words.contains("10 rows read = 9 kept + 1 refused."), "\(page.words)")
        #expect(page.words.contains("Cost: £91.00 read = £90.00 kept + £1.00 refused."))
        #expect(page.words.contains("Table price: 3 rows read = 2 kept + 1 refused."))
        #expect(
            page.words.contains("states RX2.") && page.text.contains("/activity/submissions/\(ServedActivity.digest)"))
        #expect(page.text.contains("“&lt;b&gt;” is no price."))
        let (order, texts) = try #require(orders.withLock { $0 }.first)
        #expect(
            order.files.map { ($0 as NSString).lastPathComponent } == ["plcm.csv", "prices.csv", "other.csv"])
        #expect(texts == ["a,b\n1,2\n", "c\n", "d\n"])
        #expect(order.provider == "RX1" && order.year == "2025/26" && order.dayOrder == "day-first")
        #expect(order.dropping == ["Name", "Postcode"] && order.store.hasSuffix("r.sqlite"))
        #expect(order.files.allSatisfy { !FileManager.default.fileExists(atPath: $0) }, "they are gone afterwards")
    }

    @Test func `what is sent wrongly is said at its field, and nothing is begun`() async throws {
        let held = try ServedActivity(nil) { _, _, _ in .init(files: []) }
        for (files, fields, words) in [
            ([], [], "Choose one file or more."), ([("a.csv", "")], [], "“a.csv” is empty."),
            ([("a.csv", "a\n")], [("year", "twenty")], "“twenty” is no financial year."),
            ([("a.csv", "a\n")], [("dates", "sideways")], "Choose which comes first."),
        ] as [([(String, String)], [(String, String)], String)] {
            let reply = try await send(files.map { (name: $0.0, text: $0.1) }, fields, to: held)
            #expect(reply.status == 422 && reply.words.contains(words), "\(reply.words)")
        }
        #expect(held.desk.all { _ in true }.isEmpty)
        #expect(try await send([("a.csv", "a\n")], to: held, as: "observer").status == 403)
        #expect(try await held.served.ask(Self.path, as: "observer").status == 403)
        let without = try ServedActivity(nil)
        #expect(try await without.served.ask(Self.path).words.contains("These pages take no activity in."))
        #expect(try await send([("a.csv", "a\n")], to: without).status == 422)
    }

    @Test func `a process that dies keeps what had been taken in, and is told; one that is stopped likewise`()
        async throws
    {
        let gate = Gate()
        let held = try ServedActivity(nil) { order, _, isStopped in
            let kept = TakenActivity(name: "first.csv")
            if order.files.count > 1 {
                return .init(
                    files: [kept],
                    failure: Refusal(
                        .engine, code: "import-worker-lost", "The process that took the files in was lost."))
            }
            while !isStopped(), !gate.isPassable { usleep(1_000) }
            return .init(files: [], failure: Refusal(.engine, code: "import-stopped", "It was stopped."))
        }
        _ = try await send([("first.csv", "a\n"), ("second.csv", "b\n")], to: held)
        let page = try await held.ended(Self.path)
        #expect(page.words.contains("was lost.") && page.words.contains("first.csv"))
        _ = try await send([("third.csv", "a\n")], to: held)
        let number = try #require(held.desk.all { _ in true }.first).number
        _ = try await held.served.post("/activity/stop", [("work", "\(number)"), ("page", Self.path)])
        #expect(try await held.ended(Self.path).words.contains("It was stopped by"))
    }

    @Test func `a submission's problems are read by kind, row by row, and taken away`() async throws {
        let held = try ServedActivity { ScriptedEngine() }
        let folder = held.folder.appendingPathComponent("r.activity/plcm/07")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let path = "/activity/submissions/\(ServedActivity.digest)"
        #expect(try await held.served.ask(path).words.contains("A stored part of"))
        try Data("problems".utf8).write(to: folder.appendingPathComponent("problems-0001.parquet"))
        let page = try await held.served.ask(path, as: "observer")
        #expect(page.status == 200 && page.words.contains("“TBC” is no amount."), "\(page.words)")
        #expect(page.text.contains("&lt;b&gt;Price") && !page.text.contains("<b>Price"))
        #expect(try await held.served.ask("\(path).csv").text.contains("unreadable-amount"))
        #expect(try await held.served.ask("\(path)?q=blank").words.contains("No such problem") == false)
        let unknown = EvidenceID(bytes: [UInt8](repeating: 1, count: 32))
        #expect(try await held.served.ask("/activity/submissions/\(unknown)").status == 404)
        #expect(try await held.served.ask("/activity").text.contains(path))
    }
}
