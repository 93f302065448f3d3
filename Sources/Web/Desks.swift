import Imports
import Organisations
import Publication
import Store
import Synchronization

/// All that is known of organisations, and of how many files.
struct DirectoryHeld: Sendable {
    let book: OrganisationBook
    let files: Int
}

/// What answers, made again when a line about it has come to the journal: never stale, and never made twice for one line.
final class Desks: Sendable {
    let store: Store
    /// Whether the store can be worked with.
    let storeWatch: StoreWatch
    private let journal = JournalWatch()
    private let latest = Mutex(AtVersion<LatestLines>())
    private let figures = Mutex<(line: Int, desk: DentalDesk)?>(nil)
    private let shelf = Mutex<RoundShelf?>(nil)
    private let directoryHeld = Mutex<(line: Int, held: DirectoryHeld)?>(nil)
    private let needsShelf = Mutex<(lines: [Int], shelf: NeedsShelf)?>(nil)
    private let governanceShelf = Mutex<(line: Int, shelf: GovernanceShelf)?>(nil)

    /// Files that were sent and wait to be taken in.
    let uploads: UploadTrays
    private let solvers: RoundSolvers
    private let publishers: RoundPublishers
    private let siting: SitingDesk
    /// Where work on contract monitoring is done.
    let activity: ActivityWorkroom
    /// Where records are published to be served; nil where there is no such place.
    var published: PublishedShelf? { publishers.shelf }

    /// - Parameters:
    ///   - solve: works the answers of rounds out; as usual without a solver.
    ///   - siting: finds the best places for sites; as usual there is no solver, and none is found.
    ///   - published: the folder in which records are published to be served; nil: none are.
    ///   - engines: answers questions about activity; nil: none is asked.
    ///   - intake: takes activity in by a process of its own; nil: none is taken in.
    ///   - log: where faults are told of.
    init(
        store: Store, solve: @escaping RoundSolvers.Solve = RoundSolvers.withoutSolver,
        siting: @escaping SitingDesk.Solve = SitingDesk.withoutSolver, published: String? = nil,
        engines: ActivityEngines? = nil, intake: IntakeWorker.Run? = nil, log: ServingLog = ServingLog(.none)
    ) {
        self.store = store
        activity = ActivityWorkroom(store, engines: engines, intake: intake)
        uploads = UploadTrays(log: log)
        storeWatch = StoreWatch(store)
        solvers = RoundSolvers(solve)
        self.siting = SitingDesk(siting)
        publishers = RoundPublishers(published.map { PublishedShelf($0) })
    }

    /// What a question needs, all of it by one look at the journal.
    struct Set {
        let figures: DentalDesk
        let rounds: RoundShelf
        let governance: GovernanceShelf
    }

    func all() throws -> Set {
        let lines = try lines()
        return try Set(figures: current(lines), rounds: rounds(lines), governance: governance(lines))
    }

    func current() throws -> DentalDesk { try current(lines()) }

    func rounds() throws -> RoundShelf { rounds(try lines()) }

    func governance() throws -> GovernanceShelf { try governance(lines()) }

    /// The journal's last lines, read before what is made of them: what is kept is never older than they are.
    func lines() throws -> LatestLines { try lines(at: store.version()) }

    /// - Parameter version: of the store, told just before.
    func lines(at version: Int?) throws -> LatestLines {
        if let known = latest.withLock({ $0.value(at: version) }) { return known }
        let lines = try store.read { db in try journal.latest(db) }
        latest.withLock { $0.keep(lines, at: version) }
        return lines
    }

    private func current(_ lines: LatestLines) throws -> DentalDesk {
        try figures.withLock { known in
            if let known, known.line >= lines[.figures] { return known.desk }
            let made = try DentalDesk(store)
            known = (lines[.figures], made)
            return made
        }
    }

    private func rounds(_ lines: LatestLines) -> RoundShelf {
        shelf.withLock { shelf in
            if let shelf, shelf.head >= lines[.rounds] { return shelf }
            let made = RoundShelf(store, head: lines[.rounds], solvers: solvers, publishers: publishers, after: shelf)
            shelf = made
            return made
        }
    }

    /// The directory as files have it, read when somebody asks for it.
    func directory() throws -> DirectoryHeld {
        let line = try lines()[.organisations]
        return try directoryHeld.withLock { known in
            if let known, known.line >= line { return known.held }
            let made = try store.read { db in
                DirectoryHeld(book: try DirectoryFacts.book(db), files: try DirectoryFacts.files(db))
            }
            known = (line, made)
            return made
        }
    }

    /// Files on needs and lookups as they are held; what was worked out of them is kept until there is another.
    func needs() throws -> NeedsShelf {
        let lines = try lines()
        let read = [lines[.needs], lines[.organisations]]
        return try needsShelf.withLock { known in
            if let known, known.lines == read { return known.shelf }
            let made = try NeedsShelf(store, siting: siting)
            known = (read, made)
            return made
        }
    }

    private func governance(_ lines: LatestLines) throws -> GovernanceShelf {
        try governanceShelf.withLock { known in
            if let known, known.line >= lines[.governance] { return known.shelf }
            let made = try GovernanceShelf(store)
            known = (lines[.governance], made)
            return made
        }
    }
}
