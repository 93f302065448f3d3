import Access
import Testing
import Vocabulary

struct ActivateAccountTests {
    private typealias Sample = AccessSample

    @Test func `an invited person activates their own account, and what it was given counts`() throws {
        let book = try Sample.decided(ActivateAccount(account: Sample.cat), on: Sample.book(), by: "cat")
        let account = try #require(book.accounts[Sample.cat])
        #expect(account.state == .active && account.activatedOn == Sample.today)
        #expect(account.grants(on: Sample.today).map(\.role) == [.panelMember])
    }

    @Test func `an account that is active or suspended is not activated`() throws {
        let book = try Sample.book()
        #expect(Sample.code(ActivateAccount(account: Sample.ben), on: book) == "state-forbids")
        #expect(Sample.code(ActivateAccount(account: Sample.dan), on: book, by: "dan") == "state-forbids")
    }
}
