import Governance
import Organisations
import Pages
import Rulebook
import Store
import Synchronization
import Vocabulary

/// The governance book as its pages read it, made once for each day that is asked for.
final class GovernanceShelf: Sendable {
    /// The whole book: for what its reader may see of it, `reading` is asked.
    let book: GovernanceBook
    /// Every personal text that is held.
    let texts: [Personal: String]
    private let rulebook: Rulebook
    private let latest = Mutex<(reading: GovernanceReading, desk: DentalDesk)?>(nil)

    init(_ store: Store) throws {
        let desk = GovernanceDesk(store)
        book = try desk.book()
        texts = try desk.texts()
        rulebook = desk.rules.rulebook
    }

    /// The book as anybody may read it on a day.
    func reading(on day: Day, in desk: DentalDesk) -> GovernanceReading {
        latest.withLock { latest in
            if let latest, latest.reading.day == day, latest.desk === desk { return latest.reading }
            let names = OrganisationNames(desk)
            let reading = GovernanceReading(
                book, rulebook: rulebook, on: day, texts: texts,
                organisation: { names.name(of: $0, on: day) },
                successor: { code in names.directory.successors(of: code, on: day).map(\.successor) })
            latest = (reading, desk)
            return reading
        }
    }
}
