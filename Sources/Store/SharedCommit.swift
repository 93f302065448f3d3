import Dispatch
package import GRDB
import Synchronization
import Vocabulary

/// Writes that wait for one another anyway, brought to the disk together: bringing one there takes as long as bringing
/// several.
///
/// Each is done in its turn, in a savepoint of its own, so that a refused one leaves nothing behind and takes no other
/// with it; nobody is told that theirs is done before all of them are on the disk, and where that fails everybody is.
/// The first who comes while nobody else is at it does the work for those who came meanwhile.
final class SharedCommit: Sendable {
    /// How many go together. Whoever comes first waits for the others, so there are not many.
    static let most = 8

    private struct Line {
        var waiting: [Turn] = []
        var isLed = false
    }

    /// Somebody's write. Unchecked, because its owner waits while another thread does it, and is woken afterwards.
    private final class Turn: @unchecked Sendable {
        enum State { case waiting, toLead, done }

        /// Let go of once it is done: it does not outlive the call in which it was given.
        private var work: ((Database) throws -> Void)?
        private(set) var state = State.waiting
        var fault: (any Error)?
        private let waking = DispatchSemaphore(value: 0)

        init(_ work: @escaping (Database) throws -> Void) {
            self.work = work
        }

        func perform(_ db: Database) throws {
            guard let work else { preconditionFailure("a write is done once") }
            try work(db)
        }

        func wait() { waking.wait() }

        func wake(_ state: State) {
            if state == .done { work = nil }
            self.state = state
            waking.signal()
        }
    }

    private let line = Mutex(Line())

    /// How many have come and were not begun.
    var waiting: Int { line.withLock { $0.waiting.count } }

    /// Does some work in a transaction with that of others.
    ///
    /// - Throws: what the work throws, and then nothing of it is kept; else what SQLite says where nothing could be.
    func write(to connection: any DatabaseWriter, _ work: (Database) throws -> Void) throws {
        try withoutActuallyEscaping(work) { work in
            let turn = Turn(work)
            let leads = line.withLock { line in
                line.waiting.append(turn)
                defer { line.isLed = true }
                return !line.isLed
            }
            if leads { turn.wake(.toLead) }
            turn.wait()
            while turn.state == .toLead {
                lead(connection)
                turn.wait()
            }
            if let fault = turn.fault { throw fault }
        }
    }

    /// Does what waits, and hands the lead to the first who came meanwhile.
    private func lead(_ connection: any DatabaseWriter) {
        let turns = line.withLock { line in
            let turns = Array(line.waiting.prefix(SharedCommit.most))
            line.waiting.removeFirst(turns.count)
            return turns
        }
        SharedCommit.commit(turns, to: connection)
        let next = line.withLock { line in
            if line.waiting.isEmpty { line.isLed = false }
            return line.waiting.first
        }
        next?.wake(.toLead)
        for turn in turns { turn.wake(.done) }
    }

    private static func commit(_ turns: [Turn], to connection: any DatabaseWriter) {
        do {
            try connection.write { db in
                guard turns.count > 1 else { return try turns[0].perform(db) }
                for turn in turns {
                    do {
                        try db.inSavepoint {
                            try turn.perform(db)
                            return .commit
                        }
                    } catch {
                        turn.fault = error
                        // A full disk ends the whole transaction: what others had done in it is gone.
                        guard db.isInsideTransaction else { throw error }
                    }
                }
            }
        } catch {
            for turn in turns where turn.fault == nil { turn.fault = error }
        }
    }
}

extension Store {
    /// As `write`, together with what others write at the same time: for acts of which many are done at once, and which
    /// do nothing outside the file.
    ///
    /// - Throws: as `write`; also where the commit fails of which this was a part.
    package func writeTogether<T>(_ body: (Database) throws -> T) throws -> T {
        var result: T?
        do {
            try sharedCommit.write(to: connection) { db in result = try body(db) }
        } catch let error as DatabaseError {
            throw Refusal(error).map { $0 as any Error } ?? error
        }
        guard let result else { preconditionFailure("what was committed was done") }
        return result
    }
}
