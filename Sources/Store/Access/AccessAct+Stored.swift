package import Access
package import GRDB
import Governance
import Priorities
package import Vocabulary

/// One way of keeping for all acts of access: each is decided from the book as its stored acts make it, and is one more
/// row.
extension StoredAct where Self: AccessAct {
    package func read(_ db: Database, under rules: RulesInForce) throws -> AccessBefore {
        AccessBefore(book: try AccessRows.book(under: rules, db), rulebook: rules.rulebook)
    }

    /// Which of the account's acts it is, counted from one.
    package func outcome(_ after: AccessBook, in db: Database) throws -> JSONValue {
        try ActTable.access.outcome(ofNextOn: [account.description], db)
    }

    package func write(_ after: AccessBook, sequence: Int, _ db: Database) throws {
        try keepRow(sequence: sequence, db)
    }

    func keepRow(sequence: Int, _ db: Database) throws {
        try ActTable.access.keep(self, on: [account.description], sequence: sequence, db)
    }
}

extension SuspendAccount {
    /// Ends the account's sessions too.
    package func write(_ after: AccessBook, sequence: Int, _ db: Database) throws {
        try keepRow(sequence: sequence, db)
        try CredentialRows.endSessions(of: account, db)
        try CredentialRows.endTickets(of: account, db)
    }
}

extension CloseAccount {
    /// Removes all with which the account was signed in to.
    package func write(_ after: AccessBook, sequence: Int, _ db: Database) throws {
        try keepRow(sequence: sequence, db)
        try CredentialRows.removeAll(of: account, db)
    }
}

extension LinkPerson {
    /// - Throws: `no-such-person` where the register knows nobody by that name.
    package func read(_ db: Database, under rules: RulesInForce) throws -> AccessBefore {
        guard try GovernanceRows.book(under: rules, db).people[person] != nil else {
            throw Refusal(
                .usage, code: "no-such-person", "Nobody is known as “\(person)”.",
                remedy: "List the people with: remit interest list --people")
        }
        return AccessBefore(book: try AccessRows.book(under: rules, db), rulebook: rules.rulebook)
    }
}

extension TakeSeat {
    /// - Throws: `no-such-round`, or `no-such-member` where nobody sits in the round by that name.
    package func read(_ db: Database, under rules: RulesInForce) throws -> AccessBefore {
        guard let round = try RoundRows.round(round, under: rules, db) else { throw RoundDesk.unknown(self.round) }
        guard round.members.contains(where: { $0.id == member }) else {
            throw Refusal(
                .usage, code: "no-such-member", "The round “\(round.id)” has no member “\(member)”.",
                remedy: round.members.isEmpty
                    ? "Seat its members first." : "Its members are \(named(round.members.map(\.id))).")
        }
        return AccessBefore(book: try AccessRows.book(under: rules, db), rulebook: rules.rulebook)
    }
}
