import Methods
import Needs
import Pages
import Synchronization
import Tabular
import Vocabulary

/// Searches for the best places for sites: one at a time, whoever asks; what was found is kept until the process ends.
final class SitingDesk: Sendable {
    /// - Returns: the best portfolio found in so many seconds, from a good one on, with the solver's name and version.
    typealias Solve =
        @Sendable (_ model: PortfolioModel, _ start: [Bool], _ seconds: Double) throws -> (
            solved: SolvedPortfolio, solver: String
        )

    /// What tells one search from another.
    struct Key: Hashable, Sendable {
        let board: String
        let supply: String
        let reach: Double
        let further: Int
        let aim: SitingQuestion.Aim
        /// Of the rules.
        let day: Day
        /// Of the files that it rests on.
        let sources: [EvidenceID]
    }

    /// What was found, as its page shows it.
    struct Found: Sendable {
        /// What it comes to, and whether it is proved.
        let words: String
        let map: AreaMap?
        let tables: [Table]
        /// Codes of the small areas in which sites would come.
        let places: [String]
    }

    enum State: Sendable {
        /// So many are before it.
        case waiting(Int)
        case running(since: ContinuousClock.Instant)
        case failed(Refusal)
        case found(Found)
    }

    private struct Work {
        var states: [Key: State] = [:]
        /// Those that have ended, the first first.
        var ended: [Key] = []
        var queue: [(key: Key, work: @Sendable (Solve) throws -> Found)] = []
        var isWorking = false
    }

    /// So many wait at most, and so many answers are kept.
    private static let mostWaiting = 8
    private static let mostKept = 32

    private let work = Mutex(Work())
    private let solve: Solve

    init(_ solve: @escaping Solve) {
        self.solve = solve
    }

    static let withoutSolver: Solve = { _, _, _ in
        throw Refusal(
            .engine, code: "solver-missing", "The solver HiGHS is not installed where these pages are served.",
            remedy: "Ask whoever runs Remit to install it: ./do setup engines.")
    }

    /// Nil where nobody has asked.
    func state(of key: Key) -> State? {
        work.withLock { work in
            if let place = work.queue.firstIndex(where: { $0.key == key }) {
                return .waiting(place + (work.isWorking ? 1 : 0))
            }
            return work.states[key]
        }
    }

    /// Begins a search, or lets it wait for those before it; does nothing where it was asked for and has not failed.
    ///
    /// - Parameter search: takes the solver, and what it does takes its time.
    /// - Throws: `Refusal`, code `too-many-searches`.
    func begin(_ key: Key, _ search: @escaping @Sendable (Solve) throws -> Found) throws {
        let isFirst = try work.withLock { work throws(Refusal) in
            switch work.states[key] {
            case nil: break
            case .failed: work.states[key] = nil
            default: return false
            }
            guard !work.queue.contains(where: { $0.key == key }) else { return false }
            guard work.queue.count < SitingDesk.mostWaiting else {
                throw Refusal(
                    .wanting, code: "too-many-searches", "\(work.queue.count) searches wait already.",
                    remedy: "Ask again in a few minutes.")
            }
            work.queue.append((key, search))
            guard !work.isWorking else { return false }
            work.isWorking = true
            return true
        }
        if isFirst { Task.detached(priority: .utility) { [self] in workThrough() } }
    }

    private func workThrough() {
        while let (key, search) = next() {
            let state: State
            do {
                state = .found(try search(solve))
            } catch let refusal as Refusal {
                state = .failed(refusal)
            } catch {
                state = .failed(
                    Refusal(.engine, code: "solver-failed", "The best places could not be found: \(error)."))
            }
            work.withLock { work in
                work.states[key] = state
                work.ended.append(key)
                while work.ended.count > SitingDesk.mostKept { work.states[work.ended.removeFirst()] = nil }
            }
        }
    }

    private func next() -> (Key, @Sendable (Solve) throws -> Found)? {
        work.withLock { work in
            guard !work.queue.isEmpty else {
                work.isWorking = false
                return nil
            }
            let (key, search) = work.queue.removeFirst()
            work.states[key] = .running(since: .now)
            return (key, search)
        }
    }
}
