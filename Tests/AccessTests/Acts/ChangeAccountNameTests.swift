import Access
import Testing
import Vocabulary

struct ChangeAccountNameTests {
    private typealias Sample = AccessSample

    @Test func `another name stands from then on, and the address stays`() throws {
        let book = try Sample.decided(
            ChangeAccountName(account: Sample.ben, name: Sample.text(50)), on: Sample.book(), by: "ben")
        #expect(book.accounts[Sample.ben]?.name == Sample.text(50))
        #expect(book.accounts[Sample.ben]?.email == Sample.text(102))
    }

    @Test func `the name that stands is refused`() throws {
        let act = ChangeAccountName(account: Sample.ben, name: Sample.text(2))
        #expect(try Sample.code(act, on: Sample.book()) == "nothing-changes")
    }
}
