import Activity
import Challenges
import Foundation
import HTTPTypes
import Imports
import Store
import Synchronization
import Testing
import Vocabulary

@testable import Engines
@testable import Web

/// The rules are asked from a page, with engines of these tests' own.
struct ChallengesAnswersTests {
    private static let path = "/activity/challenges"

    private func run(_ held: ServedActivity) async throws -> String {
        let asked = try await held.served.post(Self.path, [("of", "2025/26"), ("rules", "")])
        #expect(asked.status == 303 && asked.location == Self.path, "\(asked.words)")
        let page = try await held.ended(Self.path)
        #expect(page.words.contains("The last run is done."), "\(page.words)")
        let link = try #require(page.text.firstMatch(of: /\/activity\/challenges\/[0-9a-f]{64}/))
        return String(link.0)
    }

    @Test func `a run is followed, read by rule and provider and row by row, and taken away`() async throws {
        let gate = Gate()
        let held = try ServedActivity { ScriptedEngine(gate: gate) }
        _ = try await held.served.post(Self.path, [("of", "2025/26"), ("rules", "")])
        let running = try await held.served.ask(Self.path)
        #expect(running.words.contains("The rules are being asked") && running.text.contains("Stop it"))
        #expect(running.words.contains("This page asks again by itself"))
        // Other pages are answered meanwhile, and an observer may look on but not stop it.
        for other in ["/home", "/activity", "/rounds", "/activity/rules"] {
            #expect(try await held.served.ask(other).status == 200, "\(other)")
        }
        #expect(try await !held.served.ask(Self.path, as: "observer").text.contains("Stop it"))
        gate.open()
        let page = try await held.ended(Self.path)
        #expect(page.words.contains("counted once") && page.words.contains("of 2 rows"), "\(page.words)")
        let place = try await run(held)

        let one = try await held.served.ask(place, as: "observer")
        #expect(one.status == 200 && one.words.contains("CC01 was not asked: it needs"))
        #expect(
            one.words.contains("RX1") && one.words.contains("RX2")
                && one.words.contains("every fault is taken to have cash"))
        #expect(!one.text.contains("<form id=\"raising\""))
        // Rows 2 and 3 broke several rules; their money counts once.
        let counted = try #require(
            try await held.served.ask("\(place).json").text.firstMatch(of: /"countedPence": 12845/))
        #expect(!counted.0.isEmpty)
        let found = try await held.served.ask("\(place)/found?q=rx2")
        #expect(found.status == 200 && found.words.contains("RX2") && !found.words.contains("RX1 "))
        #expect(found.text.contains("&lt;i&gt;plcm&lt;/i&gt;.csv") && !found.text.contains("<i>plcm"))
        let csv = try await held.served.ask("\(place)/found.csv")
        #expect(csv.status == 200 && csv.text.hasPrefix("file,digest,row,rule"))
    }

    @Test func `an engine is let go of when its work is done or was stopped`() async throws {
        final class Seen: Sendable {
            struct Weak: Sendable { weak var engine: ScriptedEngine? }
            let engine = Mutex(Weak())
        }
        for stops in [false, true] {
            let (seen, gate) = (Seen(), Gate(isOpen: !stops))
            let held = try ServedActivity {
                let engine = ScriptedEngine(gate: gate)
                seen.engine.withLock { $0.engine = engine }
                return engine
            }
            _ = try await held.served.post(Self.path, [("of", "2025/26"), ("rules", "")])
            if stops {
                let number = try #require(held.desk.all { _ in true }.first).number
                _ = try await held.served.post("/activity/stop", [("work", "\(number)"), ("page", Self.path)])
            }
            _ = try await held.ended(Self.path)
            for _ in 0..<200 where seen.engine.withLock({ $0.engine }) != nil {
                try await Task.sleep(for: .milliseconds(5))
            }
            #expect(seen.engine.withLock { $0.engine } == nil, "stopped: \(stops)")
        }
    }

    @Test func `a run outlives the process, and says when more was taken in since`() async throws {
        let held = try ServedActivity { ScriptedEngine() }
        let place = try await run(held)
        let again = Served(store: held.store, engines: nil)
        let page = try await again.ask(Self.path)
        #expect(page.text.contains(place))
        #expect(page.words.contains("No query engine was given to these pages."))
        #expect(try await again.ask("\(place)/found").words.contains("RX1"))
        #expect(try await !again.ask(place).words.contains("Files were taken in since"))
        try held.store.perform(ServedActivity.submission(9, .patientLevel), by: Served.author, at: Served.moment)
        #expect(try await again.ask(place).words.contains("Files were taken in since"))
        #expect(try await again.ask("\(Self.path).json").text.contains("\"isCurrent\": false"))
        // A file that is not what was written is no run.
        let digest = try #require(EvidenceID(String(place.suffix(64))))
        let file = held.folder.appendingPathComponent("r.activity/.runs/\(digest).json")
        try Data("{}".utf8).write(to: file)
        let altered = try await Served(store: held.store, engines: nil).ask("\(place)/found")
        #expect(altered.status == 422 && altered.words.contains("is not what was written"))
    }

    @Test func `bundles are raised of a run for the providers that are ticked, and never twice`() async throws {
        let held = try ServedActivity { ScriptedEngine() }
        let place = try await run(held)
        for (form, words) in [
            ([("commissioner", "\(held.served.commissioner)")], "Tick one provider or more."),
            ([("provider", "RX1"), ("commissioner", "")], "Say which commissioner asks."),
            ([("provider", "RX1"), ("commissioner", "not a code!")], "is no code of an organisation"),
            ([("provider", "RX1"), ("commissioner", "QZZ")], "You challenge nothing for QZZ"),
            ([("provider", "RX9"), ("commissioner", "\(held.served.commissioner)")], "found nothing with RX9"),
        ] {
            let reply = try await held.served.post(place, form)
            #expect(reply.status == 422 && reply.words.contains(words), "\(reply.words)")
        }
        let form = [("provider", "RX1"), ("commissioner", "\(held.served.commissioner)")]
        let raised = try await held.served.post(place, form)
        #expect(raised.status == 303 && raised.location == "/activity/bundles", "\(raised.words)")
        let bundles = try ChallengeDesk(held.store).bundles()
        #expect(bundles.map(\.provider) == ["RX1"])
        #expect(bundles[0].challenges.map(\.raised.counted).total() == Money(pence: 12_345))
        #expect(bundles[0].run.description == String(place.suffix(64)))
        let again = try await held.served.post(place, form)
        #expect(again.status == 422 && again.words.contains("stands in other bundles"))
        #expect(try ChallengeDesk(held.store).bundles().count == 1)
        #expect(try await held.served.post(place, form, as: "observer").status == 403)
    }

    @Test func `what is asked wrongly is said at its field, and nothing is begun`() async throws {
        let held = try ServedActivity { ScriptedEngine() }
        for (form, words) in [
            ([("of", "twenty"), ("rules", "")], "“twenty” is no financial year."),
            ([("of", "2019/20"), ("rules", "")], "Nothing of 2019/20 was taken in."),
            ([("of", "2025/26"), ("rules", "CC05, CC99")], "There is no rule “CC99”."),
        ] {
            let reply = try await held.served.post(Self.path, form)
            #expect(reply.status == 422 && reply.words.contains(words), "\(reply.words)")
        }
        #expect(held.desk.all { _ in true }.isEmpty)
        #expect(try await held.served.post(Self.path, [("of", "2025/26")], as: "observer").status == 403)
    }

    @Test func `without an engine, or without activity, the page says so with what may be done`() async throws {
        let missing = Refusal(
            .engine, code: "engine-not-installed", "The query engine DuckDB is not installed.",
            remedy: "Run ./do setup engines")
        let without = ActivityEngines(
            .duckDB, check: { () throws(Refusal) in throw missing },
            opening: { _, _, _ throws(Refusal) in throw missing })
        let held = try ServedActivity(without)
        let page = try await held.served.ask(Self.path)
        #expect(
            page.words.contains("is not installed. Run ./do setup engines") && !page.text.contains("<form id=\"ask\""))
        let asked = try await held.served.post(Self.path, [("of", "2025/26"), ("rules", "")])
        #expect(asked.status == 422 && asked.words.contains("./do setup engines"))
        for path in ["/activity/pays", "/activity/position", "/activity/submissions/\(ServedActivity.digest)"] {
            let reply = try await held.served.ask(path)
            #expect(reply.status == 200 && reply.words.contains("./do setup engines"), "\(path): \(reply.words)")
        }
        let empty = try ServedActivity(without, isFilled: false)
        #expect(try await empty.served.ask("/activity/pays").words.contains("No contract monitoring was taken in yet."))
        // Records in no file have no activity beside them.
        let inMemory = Served(store: try Store.inMemory())
        #expect(try await inMemory.ask(Self.path).words.contains("lie in no file"))
    }

    @Test func `an engine that dies is told, nothing is kept, and asking again works`() async throws {
        let fails = Gate(isOpen: true)
        let lost = Refusal(
            .engine, code: "engine-worker-lost",
            "The process of the query engine was lost before it had answered: it was ended by signal 9 (Killed).",
            remedy: "Ask again; nothing was kept of it.")
        let calmed = Gate()
        let held = try ServedActivity {
            calmed.isPassable ? ScriptedEngine() : ScriptedEngine(gate: fails, failure: lost)
        }
        _ = try await held.served.post(Self.path, [("of", "2025/26"), ("rules", "CC03")])
        let failed = try await held.ended(Self.path)
        #expect(failed.words.contains("ended by signal 9 (Killed). Ask again"), "\(failed.words)")
        #expect(failed.words.contains("were not asked from these pages yet"))
        calmed.open()
        _ = try await run(held)
    }

    @Test func `a run that is stopped by its button says by whom, and leaves nothing`() async throws {
        let held = try ServedActivity { ScriptedEngine(gate: Gate()) }
        _ = try await held.served.post(Self.path, [("of", "2025/26"), ("rules", "")])
        let number = try #require(held.desk.all { _ in true }.first).number
        let form = [("work", "\(number)"), ("page", Self.path)]
        #expect(try await held.served.post("/activity/stop", form, as: "observer").status == 403)
        let stopped = try await held.served.post("/activity/stop", form)
        #expect(stopped.status == 303 && stopped.location == Self.path)
        let page = try await held.ended(Self.path)
        #expect(page.words.contains("It was stopped by") && page.text.contains("<form id=\"ask\""))
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: held.folder.path).allSatisfy {
                $0.hasPrefix("r.sqlite")
            })
        // It leads to a page of ours alone.
        let elsewhere = try await held.served.post(
            "/activity/stop", [("work", "1"), ("page", "https://elsewhere.example/")])
        #expect(elsewhere.location == "/activity")
    }
}
