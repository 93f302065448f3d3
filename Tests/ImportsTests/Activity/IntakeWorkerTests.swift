import Foundation
import Synchronization
import Testing
import Vocabulary

@testable import Imports

/// Files taken in by a process of its own, which is a line of shell here.
struct IntakeWorkerTests {
    private let order = IntakeOrder(
        store: "/nowhere.sqlite", author: Author("A. Tester")!, files: ["/nowhere/plcm.csv"])

    private func run(
        _ line: String, memory: Int = 1 << 30, seconds: Double = 20, isStopped: () -> Bool = { false }
    ) throws -> (outcome: IntakeWorker.Outcome, told: [Int]) {
        var told: [Int] = []
        let outcome = try IntakeWorker(
            executable: "/bin/sh", arguments: ["-c", line], memory: memory, seconds: seconds
        )
        .run(order, progress: { told.append($0.rows) }, isStopped: isStopped)
        return (outcome, told)
    }

    private func reply(_ reply: IntakeReply) throws -> String {
        "echo '\(String(decoding: try JSONEncoder().encode(reply), as: UTF8.self))'"
    }

    @Test func `what came of each file is handed over, and how far it is`() throws {
        var taken = TakenActivity(name: "plcm.csv")
        (taken.rowsKept, taken.rowsRefused) = (9, 1)
        let (outcome, told) = try run(
            [
                "read order", try reply(IntakeReply(file: "plcm.csv", rows: 5)), try reply(IntakeReply(taken: taken)),
                try reply(IntakeReply(isDone: true)), "exec sleep 20",
            ].joined(separator: "; "))
        #expect(outcome.files == [taken] && outcome.failure == nil && told.first == 5)
    }

    @Test(arguments: ["kill -KILL $$", "exit 0", "echo garbage; exec sleep 20"])
    func `a process that dies or lies is a failure, and what was taken in before is told`(_ end: String) throws {
        let (outcome, _) = try run(
            "read order; \(try reply(IntakeReply(taken: TakenActivity(name: "first.csv")))); sleep 0.3; \(end)")
        #expect(outcome.files.map(\.name) == ["first.csv"])
        #expect(outcome.failure?.code == "import-worker-lost", "\(String(describing: outcome.failure))")
    }

    @Test func `a process is ended that is stopped, or goes beyond its time or memory`() throws {
        let before = ContinuousClock.now
        #expect(try run("exec sleep 20", isStopped: { true }).outcome.failure?.code == "import-stopped")
        #expect(try run("exec sleep 20", seconds: 0.3).outcome.failure?.code == "import-worker-time")
        #expect(try run("exec sleep 20", memory: 1).outcome.failure?.code == "import-worker-memory")
        #expect(ContinuousClock.now - before < .seconds(15))
    }

    @Test func `a failure that the process tells keeps its words, and no process is a refusal`() throws {
        let why = Refusal(.engine, code: "engine-not-installed", "It is not installed.", remedy: "Install it.")
        #expect(try run("read order; \(try reply(IntakeReply(failure: .init(why))))").outcome.failure == why)
        #expect(throws: Refusal.self) {
            try IntakeWorker(executable: "/nowhere/remit").run(order, progress: { _ in }, isStopped: { false })
        }
    }
}
