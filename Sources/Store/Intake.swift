package import Contracts
import GRDB
import Tabular
package import Vocabulary

/// What an import did, by rows and by amounts: read = kept + refused + already held, always.
package struct Intake: Sendable {
    package var rowsRead = 0
    package var rowsKept = 0
    package var rowsRefused = 0
    package var rowsAlreadyHeld = 0
    package var rowsCorrected = 0
    package var rowsWithdrawn = 0
    package var flagged = 0
    package var problems = 0
    /// Amounts by the fate of their rows; nil for layouts that carry none.
    package var amounts: Amounts?

    package struct Amounts: Sendable {
        package var read: ImportAccount.Tally
        package var kept: ImportAccount.Tally
        package var refused: ImportAccount.Tally
        package var alreadyHeld: ImportAccount.Tally
    }

    package init() {}

    /// Of a file that is held whole or not at all.
    init(rowsRead: Int, readable: Int, problems: Int, isHeld: Bool) {
        self.rowsRead = rowsRead
        rowsKept = isHeld ? 0 : readable
        rowsAlreadyHeld = isHeld ? readable : 0
        rowsRefused = rowsRead - readable
        self.problems = problems
    }

    package init(_ act: ImportDentalMonths, _ after: ImportDentalMonths.After) {
        let held = after.held
        rowsRead = act.account.read.rows
        rowsRefused = act.account.refused.rows
        rowsAlreadyHeld = held.rows
        rowsKept = after.kept.count
        rowsCorrected = after.corrected
        rowsWithdrawn = after.withdrawn.count
        flagged = after.kept.count { !$0.flags.isEmpty }
        problems = after.problems.count
        var kept = act.account.kept
        kept.rows -= held.rows
        kept.target -= held.target
        kept.delivered -= held.delivered
        kept.value -= held.value
        amounts = Amounts(read: act.account.read, kept: kept, refused: act.account.refused, alreadyHeld: held)
    }

    package static func += (left: inout Intake, right: Intake) {
        left.rowsRead += right.rowsRead
        left.rowsKept += right.rowsKept
        left.rowsRefused += right.rowsRefused
        left.rowsAlreadyHeld += right.rowsAlreadyHeld
        left.rowsCorrected += right.rowsCorrected
        left.rowsWithdrawn += right.rowsWithdrawn
        left.flagged += right.flagged
        left.problems += right.problems
        guard let more = right.amounts else { return }
        guard let amounts = left.amounts else {
            left.amounts = more
            return
        }
        left.amounts = Amounts(
            read: amounts.read + more.read, kept: amounts.kept + more.kept, refused: amounts.refused + more.refused,
            alreadyHeld: amounts.alreadyHeld + more.alreadyHeld)
    }

    /// True where every row and amount is accounted for.
    package var balances: Bool {
        rowsRead == rowsKept + rowsRefused + rowsAlreadyHeld
            && amounts.map { $0.read == $0.kept + $0.refused + $0.alreadyHeld } ?? true
    }

    /// As JSON has it, in the import's report and in the store.
    package var members: [JSONValue.Member] {
        var members: [JSONValue.Member] = [
            .init("rowsRead", .integer(rowsRead)), .init("rowsKept", .integer(rowsKept)),
            .init("rowsRefused", .integer(rowsRefused)), .init("rowsAlreadyHeld", .integer(rowsAlreadyHeld)),
            .init("rowsFlagged", .integer(flagged)), .init("rowsCorrected", .integer(rowsCorrected)),
            .init("rowsWithdrawn", .integer(rowsWithdrawn)), .init("problems", .integer(problems)),
        ]
        guard let amounts else { return members }
        let fates = [
            ("Read", amounts.read), ("Kept", amounts.kept), ("Refused", amounts.refused),
            ("AlreadyHeld", amounts.alreadyHeld),
        ]
        for (fate, tally) in fates {
            members.append(.init("targetUnits\(fate)", .units(tally.target)))
            members.append(.init("deliveredUnits\(fate)", .units(tally.delivered)))
            members.append(.init("value\(fate)Pence", .money(tally.value)))
        }
        let unreadable = amounts.read.unreadable
        members.append(
            .init(
                "rowsUnreadable",
                .integer(max(unreadable.targets, unreadable.delivered, unreadable.values))))
        return members
    }

    /// Sets down what the import of a source did.
    func insert(sourceID: Int, _ db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO intake (sourceId, rowsRead, rowsKept, rowsRefused, rowsHeld, rowsWithdrawn, account)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                sourceID, rowsRead, rowsKept, rowsRefused, rowsAlreadyHeld, rowsWithdrawn,
                JSONValue.object(members).canonical,
            ])
    }
}
