import Governance
import Organisations
import Pages
import Rulebook
import Store
import Synchronization
import Vocabulary

/// The governance book as its pages read it, made once for each day that is asked for.
final class GovernanceShelf: Sendable {
    /// The last line of the journal when the shelf was put up; when there is a later one, another shelf is.
    let head: Int
    /// The whole book: for what its reader may see of it, `reading` is asked.
    let book: GovernanceBook
    /// Every personal text that is held.
    let texts: [Personal: String]
    private let rulebook: Rulebook
    private let latest = Mutex<GovernanceReading?>(nil)

    init(_ store: Store, head: Int) throws {
        self.head = head
        let desk = GovernanceDesk(store)
        book = try desk.book()
        texts = try desk.texts()
        rulebook = desk.rules.rulebook
    }

    /// The book as anybody may read it on a day.
    func reading(on day: Day, in desk: DentalDesk) -> GovernanceReading {
        latest.withLock { latest in
            if let latest, latest.day == day { return latest }
            let names = OrganisationNames(desk)
            let reading = GovernanceReading(
                book, rulebook: rulebook, on: day, texts: texts,
                organisation: { names.name(of: $0, on: day) },
                successor: { code in names.directory.successors(of: code, on: day).map(\.successor) })
            latest = reading
            return reading
        }
    }
}
