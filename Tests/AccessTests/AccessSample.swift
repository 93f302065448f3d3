import Access
import Rulebook
import Vocabulary

/// Accounts for tests: `ada` administers the whole installation, `ben` is commissioning manager at QWX, `cat` is an
/// invited panel member at QWX, `dan` is a suspended analyst at QWX.
enum AccessSample {
    static let now = Moment(text: "2026-03-20T10:00:00Z")!
    static let today = Day("2026-03-20")!
    static let here = OrganisationCode("QWX")!
    static let elsewhere = OrganisationCode("QZZ")!
    static let ada = slug("ada")
    static let ben = slug("ben")
    static let cat = slug("cat")
    static let dan = slug("dan")

    static func slug(_ text: String) -> Slug { Slug(text)! }

    /// A text of its own for each number.
    static func text(_ number: Int) -> Personal {
        Personal(digest: EvidenceID(bytes: (0..<32).map { $0 == 0 ? UInt8(number) : 7 }))
    }

    static func add(_ account: Slug, _ number: Int) -> AddAccount {
        AddAccount(account: account, name: text(number), email: text(100 + number))
    }

    static func grant(
        _ account: Slug, _ role: Role, at commissioner: OrganisationCode? = here, since: Day = today, until: Day? = nil
    ) -> GrantRole {
        GrantRole(account: account, role: role, commissioner: commissioner, since: since, until: until)
    }

    static func book() throws(Refusal) -> AccessBook {
        try after(
            [
                add(ada, 1), ActivateAccount(account: ada), grant(ada, .administrator, at: nil), add(ben, 2),
                ActivateAccount(account: ben), grant(ben, .commissioningManager), add(cat, 3), grant(cat, .panelMember),
                add(dan, 4), ActivateAccount(account: dan), grant(dan, .analyst), SuspendAccount(account: dan),
            ], on: AccessBook())
    }

    static func after(_ acts: [any AccessAct], on book: AccessBook) throws(Refusal) -> AccessBook {
        var book = book
        for act in acts { book = try decided(act, on: book) }
        return book
    }

    static func decided(
        _ act: any AccessAct, on book: AccessBook, by author: String = "operator", at moment: Moment = now
    ) throws(Refusal) -> AccessBook {
        try act.decide(
            AccessBefore(book: book, rulebook: try Rulebook(rules: [])), by: Author(author)!, at: moment)
    }

    /// The code of the refusal; nil where it is done.
    static func code(_ act: any AccessAct, on book: AccessBook, by author: String = "operator") -> String? {
        do throws(Refusal) {
            _ = try decided(act, on: book, by: author)
            return nil
        } catch {
            return error.code
        }
    }
}
