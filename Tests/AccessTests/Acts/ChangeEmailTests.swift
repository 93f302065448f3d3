import Access
import Testing
import Vocabulary

struct ChangeEmailTests {
    private typealias Sample = AccessSample

    @Test func `another address stands from then on, and the name stays`() throws {
        let book = try Sample.decided(
            ChangeEmail(account: Sample.ben, email: Sample.text(50)), on: Sample.book(), by: "ben")
        #expect(book.accounts[Sample.ben]?.email == Sample.text(50))
        #expect(book.accounts[Sample.ben]?.name == Sample.text(2))
    }

    @Test func `the address that stands is refused`() throws {
        let act = ChangeEmail(account: Sample.ben, email: Sample.text(102))
        #expect(try Sample.code(act, on: Sample.book()) == "nothing-changes")
    }
}
