import Access
import Governance
import Markup
import Pages
import Store
import Vocabulary

/// What was recorded of a thing since somebody opened a form on it, as that form would hold it.
struct Meanwhile<Told> {
    let theirs: Told
    let origin: String
}

extension GovernanceWork {
    /// What the last act since a line of the journal says that says anything; nil where none does.
    ///
    /// - Parameter told: what an act says to the form; nil where it is on something else.
    func meanwhile<Told>(
        on record: RecordName, since revision: Int, _ told: (any GovernanceAct) throws -> Told?
    ) throws -> Meanwhile<Told>? {
        guard try desk.revision(of: record) > revision else { return nil }
        for held in try desk.acts(of: record).reversed() {
            guard held.sequence > revision else { break }
            guard let theirs = try told(try held.value()) else { continue }
            let when = held.moment.inLondon
            return Meanwhile(theirs: theirs, origin: "\(held.author) at \(when.clock) on \(when.day.inWords)")
        }
        return nil
    }
}
