import Pages
import Priorities
import Rulebook
import Store
import Synchronization
import Vocabulary

/// Rounds as their pages read them, each made once: a round's acts are decided again, and its answer read and
/// explained, when it is first asked for.
final class RoundShelf: Sendable {
    /// The last line of the journal when the shelf was put up; when there is a later one, another shelf is.
    let head: Int
    /// What is being worked out; it outlives the shelf.
    let solvers: RoundSolvers
    /// What is being published, and where; it outlives the shelf too.
    let publishers: RoundPublishers
    private let desk: RoundDesk
    private let made = Mutex<[Slug: RoundReading]>([:])

    init(_ store: Store, head: Int, solvers: RoundSolvers, publishers: RoundPublishers) {
        self.head = head
        self.solvers = solvers
        self.publishers = publishers
        desk = RoundDesk(store)
    }

    /// Every round, in the order in which they were begun.
    func rounds() throws -> [Round] {
        try desk.rounds().map { try reading(of: $0.id).round }
    }

    /// A round with the answer that counts, read by the rules of the answer's own day.
    ///
    /// - Throws: `Refusal`, code `not-found`, where there is no such round.
    func reading(of id: Slug) throws -> RoundReading {
        try made.withLock { readings in
            if let reading = readings[id] { return reading }
            let reading = try make(id)
            readings[id] = reading
            return reading
        }
    }

    private func make(_ id: Slug) throws -> RoundReading {
        guard try desk.rounds().contains(where: { $0.id == id }) else {
            throw Refusal(.usage, code: "not-found", "Round \(id)")
        }
        let round = try desk.round(id)
        let held = try round.result.flatMap { recorded in
            try desk.results(of: id).first { $0.digest == recorded.digest }
        }
        let day = (round.result?.at ?? round.openedAt).day
        return RoundReading(
            round, result: try held?.value(), limits: try? TrustLimits(desk.rules.rulebook, on: day))
    }
}
