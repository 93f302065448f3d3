import Access
package import GRDB
import Vocabulary

/// What the journal cannot make again of access, checked by itself: what people sign in with belongs to accounts that
/// may sign in.
package struct AccessChecks: Sendable {
    package private(set) var accounts = 0
    /// One sentence each.
    package private(set) var faults: [String] = []

    package init(_ db: Database, under rules: RulesInForce = .shipped) throws {
        do {
            let book = try AccessRows.foldedAnew(under: rules, db)
            accounts = book.accounts.count
            for table in ["credential", "access_token", "session", "access_ticket"] {
                let names = try String.fetchAll(db, sql: "SELECT DISTINCT account FROM \(table) ORDER BY account")
                for name in names {
                    let state = Slug(name).flatMap { book.accounts[$0] }?.state
                    guard state != nil, state != .closed else {
                        faults.append(
                            "The table \(table) has a row for “\(name)”, which is \(state == nil ? "no" : "a closed") "
                                + "account.")
                        continue
                    }
                }
            }
        } catch let refusal as Refusal {
            faults.append(refusal.sentence)
        }
    }
}
