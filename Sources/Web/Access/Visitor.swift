import Access
import Vocabulary

/// Who asks for a page.
enum Visitor: Sendable {
    case nobody
    case account(SignedIn)

    var signedIn: SignedIn? {
        switch self {
        case .nobody: nil
        case .account(let signedIn): signedIn
        }
    }
}

/// Somebody who has signed in, as they stand now: roles that were withdrawn since are gone.
struct SignedIn: Sendable {
    let account: Account
    let name: String
    let email: String
    let session: VisitorSession
}

/// A session, without what its cookie holds.
struct VisitorSession: Hashable, Sendable {
    /// The digest of what its cookie holds: by which it is listed and ended.
    let id: String
    let account: Slug
    /// What each form of the session carries.
    let csrf: String
    let startedAt: Moment
    let lastSeenAt: Moment
    /// `with a password`, `with a password and a code`.
    let how: String
}

/// Accounts as they stand, with the names that are kept apart.
struct PeopleHeld: Sendable {
    let book: AccessBook
    let texts: [Personal: String]

    func name(of account: Account) -> String { texts[account.name] ?? account.id.description }

    func email(of account: Account) -> String { texts[account.email] ?? "" }

    var tables: AccessTables {
        let texts = texts
        return AccessTables(book) { texts[$0] }
    }
}
