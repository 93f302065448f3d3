import Access
import Testing
import Vocabulary

struct RestoreAccountTests {
    private typealias Sample = AccessSample

    @Test func `an account that was active is active again, with what it had`() throws {
        let book = try Sample.decided(RestoreAccount(account: Sample.dan), on: Sample.book(), by: "ada")
        #expect(book.accounts[Sample.dan]?.state == .active)
        #expect(book.accounts[Sample.dan]?.grants(on: Sample.today).map(\.role) == [.analyst])
    }

    @Test func `an account in which nobody had signed in is invited again`() throws {
        let suspended = try Sample.decided(SuspendAccount(account: Sample.cat), on: Sample.book())
        let book = try Sample.decided(RestoreAccount(account: Sample.cat), on: suspended)
        #expect(book.accounts[Sample.cat]?.state == .invited)
    }

    @Test func `what is not suspended is not restored, and nobody restores themselves`() throws {
        let book = try Sample.book()
        #expect(Sample.code(RestoreAccount(account: Sample.ben), on: book) == "state-forbids")
        #expect(Sample.code(RestoreAccount(account: Sample.cat), on: book) == "state-forbids")
        #expect(Sample.code(RestoreAccount(account: Sample.dan), on: book, by: "dan") == "own-account")
    }
}
