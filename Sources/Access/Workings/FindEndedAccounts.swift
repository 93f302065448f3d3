public import Rulebook
public import Vocabulary

/// A closed account, and until when its holder's name and address are kept.
public struct EndedAccount: Hashable, Sendable {
    public let account: Slug
    public let closedOn: Day
    /// The last day on which they are kept.
    public let keepUntil: Day
}

/// Finds the accounts that were closed so long ago that their holders' names and addresses are to be disposed of.
///
/// They are kept until the corresponding day so many years after the closing.
public struct FindEndedAccounts: Sendable {
    /// How many years they are kept.
    public static let rule = "governance.accounts.keepAfterClosing"

    public let rulebook: Rulebook

    public init(rulebook: Rulebook) {
        self.rulebook = rulebook
    }

    /// By short name.
    ///
    /// - Throws: `Refusal` of kind `rule`, code `no-rule`, on a day on which no retention is ruled.
    public func callAsFunction(in book: AccessBook, on day: Day) throws(Refusal) -> [EndedAccount] {
        let years = try rulebook.years(FindEndedAccounts.rule, on: day)
        return book.accounts.values.sorted { $0.id < $1.id }.compactMap { account in
            guard account.state == .closed, let closedOn = account.closedOn else { return nil }
            let keepUntil = closedOn.adding(months: years * 12)
            return keepUntil < day ? EndedAccount(account: account.id, closedOn: closedOn, keepUntil: keepUntil) : nil
        }
    }
}
