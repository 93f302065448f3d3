import Governance
import Markup
import Pages
import Store
import Vocabulary

/// What was recorded of a thing since somebody opened a form on it.
struct Meanwhile<Act: GovernanceAct & Hashable> {
    let theirs: Act
    let origin: String
}

extension GovernanceWork {
    /// The last act of the same kind on the same thing since a line of the journal; nil where there is none.
    ///
    /// - Parameters:
    ///   - subject: what an act is about; nil for one that stands beside any other.
    func meanwhile<Act: GovernanceAct & Hashable>(
        _ act: Act, since revision: Int, about subject: (Act) -> String?
    ) throws -> Meanwhile<Act>? {
        guard let own = subject(act), try desk.revision(of: act.record) > revision else { return nil }
        for held in try desk.acts(of: act.record).reversed() {
            guard held.sequence > revision else { break }
            guard held.act == Act.name, let theirs = try held.value() as? Act, subject(theirs) == own else { continue }
            let when = held.moment.inLondon
            return Meanwhile(theirs: theirs, origin: "\(held.author) at \(when.clock) on \(when.day.inWords)")
        }
        return nil
    }
}
