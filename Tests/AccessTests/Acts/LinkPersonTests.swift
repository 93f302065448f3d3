import Access
import Testing
import Vocabulary

struct LinkPersonTests {
    private typealias Sample = AccessSample
    private let person = AccessSample.slug("p1")

    @Test func `an account is a person of the register`() throws {
        let book = try Sample.decided(LinkPerson(account: Sample.ben, person: person), on: Sample.book(), by: "ada")
        #expect(book.accounts[Sample.ben]?.person == person && book.account(ofPerson: person)?.id == Sample.ben)
    }

    @Test func `one person has one account, one account one person, and nobody says so of themselves`() throws {
        let book = try Sample.decided(LinkPerson(account: Sample.ben, person: person), on: Sample.book())
        #expect(Sample.code(LinkPerson(account: Sample.cat, person: person), on: book) == "person-linked")
        #expect(
            Sample.code(LinkPerson(account: Sample.ben, person: Sample.slug("p2")), on: book) == "account-linked")
        #expect(Sample.code(LinkPerson(account: Sample.ada, person: person), on: book, by: "ada") == "own-account")
        let suspended = try Sample.decided(SuspendAccount(account: Sample.ben), on: book)
        #expect(Sample.code(LinkPerson(account: Sample.cat, person: person), on: suspended) == "person-linked")
    }
}
