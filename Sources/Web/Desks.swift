import Publication
import Store
import Synchronization

/// What answers, made again when the journal has grown: never stale, and never made twice for one line.
final class Desks: Sendable {
    let store: Store
    private let latest = Mutex<DentalDesk?>(nil)
    private let shelf = Mutex<RoundShelf?>(nil)
    private let governanceShelf = Mutex<GovernanceShelf?>(nil)

    /// Files that were sent and wait to be taken in.
    let uploads = UploadTrays()
    private let solvers: RoundSolvers
    private let publishers: RoundPublishers
    /// Where records are published to be served; nil where there is no such place.
    var published: PublishedShelf? { publishers.shelf }

    /// - Parameters:
    ///   - solve: works the answers of rounds out; as usual without a solver.
    ///   - published: the folder in which records are published to be served; nil: none are.
    init(
        store: Store, solve: @escaping RoundSolvers.Solve = RoundSolvers.withoutSolver, published: String? = nil
    ) {
        self.store = store
        solvers = RoundSolvers(solve)
        publishers = RoundPublishers(published.map { PublishedShelf($0) })
    }

    func current() throws -> DentalDesk {
        let head = try head()
        return try latest.withLock { desk in
            if let desk, desk.head == head { return desk }
            let made = try DentalDesk(store)
            desk = made
            return made
        }
    }

    func rounds() throws -> RoundShelf {
        let head = try head()
        return shelf.withLock { shelf in
            if let shelf, shelf.head == head { return shelf }
            let made = RoundShelf(store, head: head, solvers: solvers, publishers: publishers)
            shelf = made
            return made
        }
    }

    func governance() throws -> GovernanceShelf {
        let head = try head()
        return try governanceShelf.withLock { shelf in
            if let shelf, shelf.head == head { return shelf }
            let made = try GovernanceShelf(store, head: head)
            shelf = made
            return made
        }
    }

    private func head() throws -> Int {
        try store.read { db in try Journal.head(db).sequence }
    }
}
