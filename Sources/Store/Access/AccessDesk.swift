package import Access
package import Credentials
import GRDB
package import Vocabulary

/// Accounts as they stand; what people sign in with; and where they are signed in.
///
/// Passwords, codes, tokens and sessions are no acts: nothing of them stands in the journal. What is asked in one call
/// holds together or not at all.
package struct AccessDesk: Sendable {
    package let store: Store
    package let rules: RulesInForce
    /// What a guess at a password is to cost.
    let cost: PasswordHash.Cost

    /// - Parameter cost: less than today's for tests only, which make passwords by the hundred.
    package init(_ store: Store, under rules: RulesInForce = .shipped, cost: PasswordHash.Cost = .current) {
        self.store = store
        self.rules = rules
        self.cost = cost
    }

    package func book() throws -> AccessBook {
        try store.read { db in try AccessRows.book(under: rules, db) }
    }

    /// The book as it stood after a line of the journal.
    package func book(at sequence: Int) throws -> AccessBook {
        try store.read { db in try AccessRows.book(at: sequence, under: rules, db) }
    }

    /// The acts on one account, or on all, in order.
    package func acts(of account: Slug? = nil) throws -> [AccessActHeld] {
        try store.read { db in try AccessActHeld.all(of: account, db) }
    }

    /// The accounts with the names and e-mail addresses that are still held, from one state of the file.
    package func people() throws -> (book: AccessBook, texts: [Personal: String]) {
        try store.read { db in
            let book = try AccessRows.book(under: rules, db)
            return (book, try AccessDesk.texts(of: Array(book.accounts.values), db))
        }
    }

    private static func texts(of accounts: [Account], _ db: Database) throws -> [Personal: String] {
        var texts: [Personal: String] = [:]
        for personal in accounts.flatMap({ [$0.name, $0.email] }) {
            texts[personal] = try PersonalTexts.text(of: personal, db)
        }
        return texts
    }

    /// Performs the acts that `make` makes, in one transaction.
    ///
    /// - Parameters:
    ///   - visitor: whose right to each act is judged, as the account stands by then; nil for whoever runs the
    ///     installation from its own machine.
    ///   - make: given what keeps a personal text apart, and the book as it stands.
    /// - Returns: the book afterwards.
    /// - Throws: the refusal of the first act that cannot be; `beyond-your-reach`, where the visitor may not;
    ///   `email-invalid`, `email-taken`; and then nothing has changed.
    @discardableResult
    package func perform(
        by author: Author, at moment: Moment, as visitor: Slug? = nil, judgedBy accessRules: AccessRules = .shipped,
        _ make: (AccessTexts, AccessBook) throws -> [any AccessAct]
    ) throws -> AccessBook {
        try store.write { db in
            try performAll(by: author, at: moment, as: visitor, judgedBy: accessRules, db, make)
        }
    }

    func performAll(
        by author: Author, at moment: Moment, as visitor: Slug? = nil, judgedBy accessRules: AccessRules = .shipped,
        _ db: Database, _ make: (AccessTexts, AccessBook) throws -> [any AccessAct]
    ) throws -> AccessBook {
        var book = try AccessRows.book(under: rules, db)
        let acts = try make(AccessTexts(db), book)
        for act in acts {
            if let visitor {
                try AccessDesk.require(visitor, toDo: act, in: book, by: accessRules, on: moment.inLondon.day)
            }
            book = try perform(act, by: author, at: moment, db)
        }
        if acts.contains(where: { $0 is AddAccount || $0 is ChangeEmail }) {
            try AccessDesk.requireAddresses(of: acts.map(\.account), in: book, db)
        }
        return book
    }

    /// - Throws: `Refusal` of kind `permission`: `beyond-your-reach`.
    static func require(
        _ visitor: Slug, toDo act: any AccessAct, in book: AccessBook, by rules: AccessRules, on day: Day
    ) throws(Refusal) {
        guard let account = book.accounts[visitor], rules.mayPerform(act, as: account, in: book, on: day) else {
            throw Refusal(
                .permission, code: "beyond-your-reach", "You may not do that to the account “\(act.account)”.",
                remedy: "Ask an administrator of all commissioners.")
        }
    }

    /// That each of these accounts has an address of its own, by which its holder signs in.
    ///
    /// - Throws: `Refusal`: `email-invalid` of kind `input`, `email-taken` of kind `rule`.
    private static func requireAddresses(of accounts: [Slug], in book: AccessBook, _ db: Database) throws {
        let standing = book.accounts.values.filter { $0.state != .closed }
        var names: [SignInName: Slug] = [:]
        for account in standing.sorted(by: { !accounts.contains($0.id) && accounts.contains($1.id) }) {
            guard let text = try PersonalTexts.text(of: account.email, db) else { continue }
            let name = SignInName(text)
            if accounts.contains(account.id), !name.isAddress {
                throw Refusal(
                    .input, code: "email-invalid", "“\(text)” is no e-mail address.",
                    remedy: "Write it as in rosa@example.org.")
            }
            if let other = names.updateValue(account.id, forKey: name),
                accounts.contains(account.id) || accounts.contains(other)
            {
                throw Refusal(
                    .rule, code: "email-taken", "That is the e-mail address of the account “\(other)”.",
                    remedy: "Each person signs in with an address of their own.")
            }
        }
    }

    func perform(_ act: any AccessAct, by author: Author, at moment: Moment, _ db: Database) throws -> AccessBook {
        try Store.perform(act, giving: AccessBook.self, by: author, at: moment, under: rules, in: db)
    }

    /// - Throws: `Refusal`: `no-such-account` of kind `usage`, `account-closed` of kind `rule`.
    func openAccount(_ id: Slug, _ db: Database) throws -> Account {
        guard let account = try AccessRows.book(under: rules, db).accounts[id] else {
            throw Refusal(
                .usage, code: "no-such-account", "There is no account “\(id)”.",
                remedy: "List the accounts with: remit user list")
        }
        guard account.state != .closed else {
            throw Refusal(
                .rule, code: "account-closed", "The account “\(id)” was closed.",
                remedy: "A closed account stays closed: add another one.")
        }
        return account
    }
}
