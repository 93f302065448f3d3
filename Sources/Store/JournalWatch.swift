import Access
import Assessments
package import GRDB
import Governance
import Needs
import Organisations
import Performance
import Priorities
import Synchronization
import Vocabulary

/// What a line of the journal may have changed.
package enum JournalSubject: CaseIterable, Sendable {
    /// Contracts, what is held of them, and the installation.
    case figures
    case rounds
    case governance
    /// Accounts and their roles.
    case access
    /// What files of the directory say.
    case organisations
    /// Files on populations, deprivation and indicators.
    case needs
    /// Needs assessments.
    case assessments
    /// Matters of contracts.
    case matters

    private static let ofRounds = Set(RoundActs.all.map { $0.name })
    private static let ofGovernance = Set(GovernanceActs.all.map { $0.name })
    private static let ofAssessments = Set(AssessmentActs.all.map { $0.name })
    private static let ofMatters = Set(MatterActs.all.map { $0.name })
    private static let ofAccess = Set(AccessActs.all.map { $0.name })

    /// Everything, for an act that is not known to be about one thing alone: an import, or one of a later Remit.
    static func changed(by act: String) -> [JournalSubject] {
        if ofRounds.contains(act) { return [.rounds] }
        if ofGovernance.contains(act) { return [.governance] }
        if ofAccess.contains(act) { return [.access] }
        if ofAssessments.contains(act) { return [.assessments] }
        if ofMatters.contains(act) { return [.matters] }
        if act == ImportDirectoryFile.name { return [.organisations] }
        if act == ImportNeedsFile.name { return [.needs] }
        return allCases
    }
}

/// The journal's last lines about each thing, so that what was made of the record is made again only when it has changed.
package struct LatestLines: Hashable, Sendable {
    /// The last line of all; 0 where nothing has been done.
    package fileprivate(set) var head = 0
    private var lines: [JournalSubject: Int] = [:]

    package init() {}

    /// The last line that may have changed it; 0 where there is none.
    package subscript(_ subject: JournalSubject) -> Int { lines[subject] ?? 0 }

    /// - Parameter act: the name of an act whose last line it is.
    fileprivate mutating func take(_ act: String, at line: Int) {
        head = max(head, line)
        for subject in JournalSubject.changed(by: act) { lines[subject] = max(lines[subject] ?? 0, line) }
    }
}

/// Follows the journal: what is asked for again costs the lines that were added since.
package final class JournalWatch: Sendable {
    private let known = Mutex(LatestLines())

    package init() {}

    /// As they stand in the reader's state of the file, or later.
    package func latest(_ db: Database) throws -> LatestLines {
        let before = known.withLock { $0 }
        let head = try Int.fetchOne(db.cachedStatement(sql: "SELECT MAX(sequence) FROM journal")) ?? 0
        guard head > before.head else { return before }
        var after = before
        let rows = try Row.fetchCursor(
            db.cachedStatement(
                sql: "SELECT act, MAX(sequence) AS line FROM journal WHERE sequence > ? GROUP BY act"),
            arguments: [before.head])
        while let row = try rows.next() { after.take(row["act"], at: row["line"]) }
        known.withLock { known in if after.head > known.head { known = after } }
        return after
    }
}
