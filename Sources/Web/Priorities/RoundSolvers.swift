import Digests
import Pages
import Priorities
import Rulebook
import Store
import Synchronization
import Vocabulary

/// Answers of rounds that are being worked out: one at a time for a round, whoever asks.
final class RoundSolvers: Sendable {
    /// - Parameter progress: a few words on what is being done, and the share of it that is done.
    typealias Solve =
        @Sendable (
            _ round: Round, _ settings: RoundResult.Settings,
            _ progress: @escaping @Sendable (String, Double) -> Void
        ) throws -> RoundResult

    private enum State {
        case running(String, share: Double)
        case failed(String)
    }

    private let states = Mutex<[Slug: State]>([:])
    private let solve: Solve

    /// - Parameter solve: without one nothing is proved: options are ranked, and the set is the list by value for money.
    init(_ solve: @escaping Solve = RoundSolvers.withoutSolver) {
        self.solve = solve
    }

    static let withoutSolver: Solve = { round, settings, _ in
        try SolveRound.run(round, settings: settings, solver: nil)
    }

    func state(of round: Round) -> SolvePage.State {
        switch states.withLock({ $0[round.id] }) {
        case .running(let what, let share): .running(what, share: share)
        case .failed(let why) where round.result == nil: .failed(why)
        default: round.result == nil ? .ready : .done
        }
    }

    /// Begins to work the answer out; does nothing where that has begun.
    ///
    /// - Throws: what would be refused in the end.
    func begin(_ round: Round, by author: Author, in desk: RoundDesk, at moment: Moment) throws {
        _ = try RecordResult(round: round.id, digest: Digest.of("")).decide(
            RoundBefore(round: round, rulebook: desk.rules.rulebook), by: author, at: moment)
        let isBegun = states.withLock { states in
            if case .running = states[round.id] { return false }
            states[round.id] = .running("reading what members gave", share: 0)
            return true
        }
        guard isBegun else { return }
        let start = ContinuousClock.now
        Task.detached(priority: .utility) { [self] in
            do {
                let result = try solve(round, round.settings ?? RoundResult.Settings()) { [self] what, share in
                    states.withLock { $0[round.id] = .running(what, share: share) }
                }
                guard try desk.round(round.id) == round else {
                    throw Refusal(
                        .rule, code: "round-changed", "The round was changed while the answer was worked out.",
                        remedy: "Work it out again.")
                }
                let took = Int((ContinuousClock.now - start).components.seconds)
                try desk.record(
                    result, for: round.id, by: author,
                    at: Moment(secondsSince1970: moment.secondsSince1970 + took))
                states.withLock { $0[round.id] = nil }
            } catch let refusal as Refusal {
                states.withLock { $0[round.id] = .failed(refusal.description) }
            } catch {
                states.withLock { $0[round.id] = .failed("The answer could not be worked out: \(error).") }
            }
        }
    }
}
