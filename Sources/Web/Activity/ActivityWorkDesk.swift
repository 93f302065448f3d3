import Foundation
import Imports
import Pages
import Performance
import Synchronization
import Vocabulary

/// Work on contract monitoring that takes long: one piece at a time, whoever asks; a few wait, and what came of the last is kept
/// until the process ends.
///
/// It is done on a thread of its own and in processes beside this one, so that pages are answered meanwhile. What is stopped, or
/// dies, leaves nothing half done.
final class ActivityWorkDesk: Sendable {
    /// What tells one piece of work from another.
    enum Key: Hashable, Sendable {
        /// - Parameter rules: in order; empty for all.
        case challenges(FinancialYear, rules: [String])
        /// - Parameter standing: the state of the records that is asked about.
        case whoPays(FinancialYear, standing: EvidenceID)
        case months(FinancialYear, standing: EvidenceID)
        case intake(UUID)
    }

    /// What came of it.
    enum Found: Sendable {
        case run(RunAccount)
        case whoPays(WhoPays)
        case months(YearAgainstPlan)
        case taken(IntakeWorker.Outcome)
    }

    enum State: Sendable {
        /// So many are before it.
        case waiting(Int)
        case running(Running)
        case failed(Refusal)
        /// By whom.
        case stopped(String)
        case found(Found)
    }

    struct Running: Sendable {
        var what: String
        let since: ContinuousClock.Instant
        /// In bytes, of the process that works; nil where none is known.
        var memory: Int?
    }

    /// A piece of work as pages show it.
    struct Shown: Sendable {
        let number: Int
        let key: Key
        /// `The rules of 2025/26`.
        let title: String
        let by: Author
        let state: State
    }

    /// So many wait at most, and so many answers are kept.
    static let mostWaiting = 6
    static let mostKept = 12

    fileprivate struct Piece {
        let number: Int
        let key: Key
        let title: String
        let by: Author
        var state: State
        let work: (@Sendable (ActivityJob) throws -> Found)?
        let job: ActivityJob
    }

    fileprivate struct Held {
        var next = 1
        /// Those that wait, the first first.
        var queue: [Piece] = []
        var running: Piece?
        /// Those that have ended, the last first.
        var ended: [Piece] = []
        var isWorking = false
    }

    private let held = Mutex(Held())

    // MARK: - Asking

    /// The last piece of work with the key; nil where nobody has asked for it, or it was too long ago.
    func last(_ key: Key) -> Shown? { all { $0 == key }.first }

    /// Those that wait and run first, then those that have ended, the last first.
    func all(where isWanted: (Key) -> Bool) -> [Shown] {
        held.withLock { held in
            let waiting = held.queue.enumerated().map { place, piece in
                piece.shown(.waiting(place + (held.running == nil ? 0 : 1)))
            }
            let running = held.running.map { [$0.shown($0.state)] } ?? []
            return (waiting.reversed() + running + held.ended.map { $0.shown($0.state) }).filter { isWanted($0.key) }
        }
    }

    /// Begins a piece of work, or lets it wait for those before it; does nothing where the same waits or runs.
    ///
    /// - Parameter work: takes the job by which it tells how it gets on, and is stopped.
    /// - Returns: its number.
    /// - Throws: `Refusal`, code `too-much-work`.
    @discardableResult
    func begin(
        _ key: Key, _ title: String, by author: Author, _ work: @escaping @Sendable (ActivityJob) throws -> Found
    ) throws(Refusal) -> Int {
        let (number, isFirst) = try held.withLock { held throws(Refusal) -> (Int, Bool) in
            if let same = ([held.running].compactMap(\.self) + held.queue).first(where: { $0.key == key }) {
                return (same.number, false)
            }
            guard held.queue.count < ActivityWorkDesk.mostWaiting else {
                throw Refusal(
                    .wanting, code: "too-much-work", "\(held.queue.count) pieces of work wait already.",
                    remedy: "Ask again in a few minutes.")
            }
            let number = held.next
            held.next += 1
            let job = ActivityJob { [weak self] change in self?.change(number, change) }
            held.queue.append(
                Piece(number: number, key: key, title: title, by: author, state: .waiting(0), work: work, job: job))
            guard !held.isWorking else { return (number, false) }
            held.isWorking = true
            return (number, true)
        }
        if isFirst {
            let thread = Thread { [self] in workThrough() }
            thread.stackSize = 8 << 20
            thread.start()
        }
        return number
    }

    /// Stops a piece of work that waits or runs; does nothing where it has ended.
    ///
    /// - Parameter name: of whoever stops it.
    func stop(_ number: Int, by name: String) {
        let job = held.withLock { held -> ActivityJob? in
            if let running = held.running, running.number == number { return running.job }
            guard let place = held.queue.firstIndex(where: { $0.number == number }) else { return nil }
            var piece = held.queue.remove(at: place)
            piece.state = .stopped(name)
            held.end(piece)
            return nil
        }
        job?.stop(by: name)
    }

    private func change(_ number: Int, _ change: (inout Running) -> Void) {
        held.withLock { held in
            guard var piece = held.running, piece.number == number, case .running(var running) = piece.state else {
                return
            }
            change(&running)
            piece.state = .running(running)
            held.running = piece
        }
    }

    // MARK: - Working

    private func workThrough() {
        while let piece = next(), let work = piece.work {
            var state: State
            do {
                state = .found(try work(piece.job))
            } catch let refusal as Refusal {
                state = .failed(refusal)
            } catch {
                state = .failed(
                    Refusal(
                        .engine, code: "work-failed", "It could not be done: \(error).",
                        remedy: "Tell whoever looks after Remit here."))
            }
            piece.job.forget()
            // What had been done by then is told all the same.
            if let by = piece.job.stoppedBy, case .failed = state { state = .stopped(by) }
            held.withLock { held in
                guard var ended = held.running else { return }
                ended.state = state
                held.running = nil
                held.end(ended)
            }
        }
    }

    private func next() -> Piece? {
        held.withLock { held in
            guard !held.queue.isEmpty else {
                held.isWorking = false
                return nil
            }
            var piece = held.queue.removeFirst()
            piece.state = .running(Running(what: piece.title, since: .now))
            held.running = piece
            return piece
        }
    }
}

extension ActivityWorkDesk.Piece {
    fileprivate func shown(_ state: ActivityWorkDesk.State) -> ActivityWorkDesk.Shown {
        .init(number: number, key: key, title: title, by: by, state: state)
    }
}

extension ActivityWorkDesk.Held {
    /// Of one key the last is kept.
    fileprivate mutating func end(_ piece: ActivityWorkDesk.Piece) {
        let done = ActivityWorkDesk.Piece(
            number: piece.number, key: piece.key, title: piece.title, by: piece.by, state: piece.state, work: nil,
            job: piece.job)
        ended.removeAll { $0.key == piece.key }
        ended.insert(done, at: 0)
        while ended.count > ActivityWorkDesk.mostKept { ended.removeLast() }
    }
}

/// By which a piece of work tells how it gets on, and learns that it is to stop.
final class ActivityJob: Sendable {
    private struct Stopping {
        var by: String?
        var stop: (@Sendable () -> Void)?
    }

    private let stopping = Mutex(Stopping())
    private let change: @Sendable ((inout ActivityWorkDesk.Running) -> Void) -> Void

    fileprivate init(_ change: @escaping @Sendable ((inout ActivityWorkDesk.Running) -> Void) -> Void) {
        self.change = change
    }

    /// Nil where nobody has stopped it.
    var stoppedBy: String? { stopping.withLock { $0.by } }
    var isStopped: Bool { stoppedBy != nil }

    func tell(_ what: String) { change { $0.what = what } }

    func tell(memory: Int) { change { $0.memory = memory } }

    /// Says how it is stopped from now on, from any thread; at once where it was stopped already.
    func onStop(_ stop: @escaping @Sendable () -> Void) {
        let isStopped = stopping.withLock { stopping in
            stopping.stop = stop
            return stopping.by != nil
        }
        if isStopped { stop() }
    }

    /// Lets go of what it would stop: that may be a process, which ends with the last that holds it.
    fileprivate func forget() { stopping.withLock { $0.stop = nil } }

    fileprivate func stop(by name: String) {
        let stop = stopping.withLock { stopping in
            if stopping.by == nil { stopping.by = name }
            return stopping.stop
        }
        stop?()
    }
}

/// Who is responsible, by branch, as it was worked out.
struct WhoPays: Sendable {
    let branches: [AskRules.Branch]
    let rows: Int
    let cost: Money
}

/// A year's months as they stand, and what was made of them.
struct YearAgainstPlan: Sendable {
    let months: [MonthlyActivity]
    let position: ActivityPosition
    let variances: [ActivityVariance.Row]
    let overPlan: [FindOverPlan.Run]
}
