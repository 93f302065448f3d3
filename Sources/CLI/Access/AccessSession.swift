import Access
import Organisations
import Store
import Vocabulary

/// Who acts, when and in which file: what every command on accounts has.
///
/// Whoever may write the file runs the installation: what they may is not judged by roles.
struct AccessSession {
    let author: Author
    let now: Moment
    let desk: AccessDesk

    init(_ options: StoreOptions) throws {
        author = try options.author()
        now = Clock.now()
        desk = AccessDesk(try options.open())
    }

    var today: Day { now.inLondon.day }

    @discardableResult
    func perform(_ acts: any AccessAct...) throws -> AccessBook {
        try desk.perform(by: author, at: now) { _, _ in acts }
    }

    /// - Throws: `Refusal` of kind `usage`: `no-such-account`.
    func account(_ id: Slug, in book: AccessBook? = nil) throws -> Account {
        guard let account = try (book ?? desk.book()).accounts[id] else {
            throw Refusal(
                .usage, code: "no-such-account", "There is no account “\(id)”.",
                remedy: "List the accounts with: remit user list")
        }
        return account
    }

    /// - Throws: `Refusal` of kind `rule`: `account-exists`.
    func requireFree(_ id: Slug) throws {
        guard try desk.book().accounts[id] != nil else { return }
        throw Refusal(
            .rule, code: "account-exists", "There is an account “\(id)” already.",
            remedy: "Choose another short name; two people never share one, also after one has left.")
    }

    /// Says where a code stands in no list of commissioners: it may be mistyped, or invented.
    func warn(of commissioner: OrganisationCode?) {
        guard let commissioner, Directory.shipped.name(of: commissioner, on: today) == nil else { return }
        Printing.warning(
            "\(commissioner) is in no list of commissioners on \(today.inWords); the role is held there all the same.")
    }
}
