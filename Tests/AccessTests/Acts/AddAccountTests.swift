import Access
import Testing
import Vocabulary

struct AddAccountTests {
    private typealias Sample = AccessSample

    @Test func `an added account is invited, without a role or a link`() throws {
        let book = try Sample.decided(Sample.add(Sample.ada, 1), on: AccessBook())
        let account = try #require(book.accounts[Sample.ada])
        #expect(account.state == .invited && account.grants.isEmpty && account.seats.isEmpty && account.person == nil)
        #expect(account.name == Sample.text(1) && account.email == Sample.text(101))
        #expect(account.addedOn == Sample.today && account.activatedOn == nil)
    }

    @Test func `a short name is never used again, also after its account was closed`() throws {
        let book = try Sample.book()
        #expect(Sample.code(Sample.add(Sample.ben, 9), on: book) == "account-exists")
        let closed = try Sample.decided(CloseAccount(account: Sample.ben), on: book)
        #expect(Sample.code(Sample.add(Sample.ben, 9), on: closed) == "account-exists")
    }

    @Test func `the day of an act in the night of summer is that of London`() throws {
        let late = Moment(text: "2026-06-30T23:30:00Z")!
        let book = try Sample.decided(Sample.add(Sample.ada, 1), on: AccessBook(), at: late)
        #expect(book.accounts[Sample.ada]?.addedOn == Day("2026-07-01"))
    }
}
