import Foundation
import Imports
import Synchronization
import Testing
import Vocabulary

@testable import Web

/// The desk at which work on activity is done, without pages.
struct ActivityWorkDeskTests {
    private let author = Author("A. Tester")!
    private let outcome = IntakeWorker.Outcome(files: [])

    private func key(_ number: Int) -> ActivityWorkDesk.Key {
        .challenges(FinancialYear(startingIn: number), rules: [])
    }

    private func settled(_ desk: ActivityWorkDesk, _ key: ActivityWorkDesk.Key) async throws -> ActivityWorkDesk.State {
        for _ in 0..<60_000 {
            let state = try #require(desk.last(key)).state
            switch state {
            case .waiting, .running: try await Task.sleep(for: .milliseconds(2))
            default: return state
            }
        }
        throw Refusal(.engine, code: "endless", "It does not end.")
    }

    @Test func `one piece is worked on, a few wait in their order, and more are refused`() throws {
        let desk = ActivityWorkDesk()
        let gate = Gate()
        var refused: [Refusal] = []
        for number in 2_001...2_012 {
            do throws(Refusal) {
                let first = try desk.begin(key(number), "\(number)", by: author) { [outcome] _ in
                    while !gate.isPassable { usleep(1_000) }
                    return .taken(outcome)
                }
                // Asked for again it is the same piece.
                #expect(try desk.begin(key(number), "again", by: author) { _ in throw CancellationError() } == first)
            } catch { refused.append(error) }
        }
        #expect((12 - ActivityWorkDesk.mostWaiting - 1...12 - ActivityWorkDesk.mostWaiting).contains(refused.count))
        #expect(refused.allSatisfy { $0.code == "too-much-work" })
        let waiting = desk.all { _ in true }.compactMap { piece in
            if case .waiting(let before) = piece.state { before } else { nil }
        }
        #expect(waiting == waiting.sorted(by: >) && (waiting.last ?? 9) <= 1)
        gate.open()
    }

    @Test func `a piece that is stopped says by whom, and one that waits is never begun`() async throws {
        let desk = ActivityWorkDesk()
        let begun = Mutex<[Int]>([])
        let running = try desk.begin(key(2_001), "the first", by: author) { job in
            begun.withLock { $0.append(1) }
            let isStopped = Mutex(false)
            job.onStop { isStopped.withLock { $0 = true } }
            while !isStopped.withLock({ $0 }) { usleep(1_000) }
            throw Refusal(.engine, code: "engine-cancelled", "It was stopped.")
        }
        let waiting = try desk.begin(key(2_002), "the second", by: author) { [outcome] _ in
            begun.withLock { $0.append(2) }
            return .taken(outcome)
        }
        desk.stop(waiting, by: "B. Stopper")
        guard case .stopped("B. Stopper") = try await settled(desk, key(2_002)) else {
            Issue.record("the one that waits is not stopped")
            return
        }
        while begun.withLock({ $0.isEmpty }) { try await Task.sleep(for: .milliseconds(1)) }
        desk.stop(running, by: "C. Stopper")
        guard case .stopped("C. Stopper") = try await settled(desk, key(2_001)) else {
            Issue.record("the one that runs is not stopped")
            return
        }
        #expect(begun.withLock { $0 } == [1])
        // Over is over.
        desk.stop(running, by: "D. Stopper")
        guard case .stopped("C. Stopper") = desk.last(key(2_001))?.state else {
            Issue.record("stopped twice")
            return
        }
    }

    @Test func `what fails is told, whatever it is, and the next piece is worked on`() async throws {
        let desk = ActivityWorkDesk()
        try desk.begin(key(2_001), "refused", by: author) { _ in
            throw Refusal(.engine, code: "engine-worker-lost", "The process of the query engine was lost.")
        }
        try desk.begin(key(2_002), "faulty", by: author) { _ in throw CancellationError() }
        try desk.begin(key(2_003), "good", by: author) { [outcome] job in
            job.tell("half way")
            job.tell(memory: 7 << 20)
            return .taken(outcome)
        }
        guard case .found = try await settled(desk, key(2_003)), case .failed(let lost) = desk.last(key(2_001))?.state,
            case .failed(let fault) = desk.last(key(2_002))?.state
        else {
            Issue.record("not as it should end")
            return
        }
        #expect(lost.code == "engine-worker-lost" && fault.code == "work-failed" && fault.remedy != nil)
    }

    @Test func `of many that have ended the last are kept, each once`() async throws {
        let desk = ActivityWorkDesk()
        for number in 2_001...2_030 {
            try desk.begin(key(2_001 + number % 20), "\(number)", by: author) { [outcome] _ in .taken(outcome) }
            _ = try await settled(desk, key(2_001 + number % 20))
        }
        let kept = desk.all { _ in true }
        #expect(kept.count == ActivityWorkDesk.mostKept && Set(kept.map(\.key)).count == kept.count)
        #expect(kept.first?.title == "2030")
    }
}
