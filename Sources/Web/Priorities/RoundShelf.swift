import Pages
import Priorities
import Rulebook
import Store
import Synchronization
import Vocabulary

/// Rounds as their pages read them, each made once: a round's acts are decided again, and its answer read and
/// explained, when it is first asked for.
final class RoundShelf: Sendable {
    /// The journal's last line about rounds when the shelf was put up; when there is a later one, another shelf is.
    let head: Int
    /// What is being worked out; it outlives the shelf.
    let solvers: RoundSolvers
    /// What is being published, and where; it outlives the shelf too.
    let publishers: RoundPublishers
    private let desk: RoundDesk
    private let made: Mutex<[Slug: (reading: RoundReading, line: Int)]>

    /// - Parameter earlier: what it made is taken over where nothing has been done to the round since.
    init(
        _ store: Store, head: Int, solvers: RoundSolvers, publishers: RoundPublishers, after earlier: RoundShelf?
    ) {
        self.head = head
        self.solvers = solvers
        self.publishers = publishers
        desk = RoundDesk(store)
        made = Mutex(earlier?.made.withLock { $0 } ?? [:])
    }

    /// Every round, in the order in which they were begun.
    func rounds() throws -> [Round] {
        try desk.names().map { try reading(of: $0).round }
    }

    /// A round with the answer that counts, read by the rules of the answer's own day.
    ///
    /// - Throws: `Refusal`, code `not-found`, where there is no such round.
    func reading(of id: Slug) throws -> RoundReading {
        let line = try desk.lastLine(of: id)
        return try made.withLock { readings in
            if let known = readings[id], known.line == line { return known.reading }
            let reading = try make(id)
            readings[id] = (reading, line)
            return reading
        }
    }

    private func make(_ id: Slug) throws -> RoundReading {
        let round = try desk.round(id)
        let held = try round.result.flatMap { recorded in
            try desk.results(of: id).first { $0.digest == recorded.digest }
        }
        let day = (round.result?.at ?? round.openedAt).day
        return RoundReading(
            round, result: try held?.value(), limits: try? TrustLimits(desk.rules.rulebook, on: day))
    }
}
