import Access
import Testing
import Vocabulary

struct UnlinkPersonTests {
    private typealias Sample = AccessSample

    @Test func `a link that was wrong is taken away and made to somebody else`() throws {
        let book = try Sample.after(
            [
                LinkPerson(account: Sample.ben, person: Sample.slug("p1")), UnlinkPerson(account: Sample.ben),
                LinkPerson(account: Sample.ben, person: Sample.slug("p2")),
                LinkPerson(account: Sample.cat, person: Sample.slug("p1")),
            ], on: Sample.book())
        #expect(book.accounts[Sample.ben]?.person == Sample.slug("p2"))
        #expect(book.accounts[Sample.cat]?.person == Sample.slug("p1"))
    }

    @Test func `an account that is linked to nobody has no link to take`() throws {
        #expect(try Sample.code(UnlinkPerson(account: Sample.ben), on: Sample.book()) == "account-not-linked")
    }
}
