import Store
import Synchronization

/// The desk that answers, made again when the journal has grown: never stale, and never made twice for one line.
final class Desks: Sendable {
    let store: Store
    private let latest = Mutex<DentalDesk?>(nil)

    init(store: Store) {
        self.store = store
    }

    func current() throws -> DentalDesk {
        let head = try store.read { db in try Journal.head(db).sequence }
        return try latest.withLock { desk in
            if let desk, desk.head == head { return desk }
            let made = try DentalDesk(store)
            desk = made
            return made
        }
    }
}
