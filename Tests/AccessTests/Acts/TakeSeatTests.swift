import Access
import Testing
import Vocabulary

struct TakeSeatTests {
    private typealias Sample = AccessSample

    private func seat(_ account: Slug, _ round: String = "r1", _ member: String = "m1") -> TakeSeat {
        TakeSeat(account: account, round: Sample.slug(round), member: Sample.slug(member))
    }

    @Test func `an account is one member in each of several rounds`() throws {
        let book = try Sample.after([seat(Sample.ben), seat(Sample.ben, "r2", "m9")], on: Sample.book())
        let account = try #require(book.accounts[Sample.ben])
        #expect(account.member(in: Sample.slug("r1")) == Sample.slug("m1"))
        #expect(account.member(in: Sample.slug("r2")) == Sample.slug("m9"))
        #expect(account.member(in: Sample.slug("r3")) == nil)
    }

    @Test func `a seat is one account’s, an account has one seat in a round, and nobody seats themselves`() throws {
        let book = try Sample.decided(seat(Sample.ben), on: Sample.book())
        #expect(Sample.code(seat(Sample.cat), on: book) == "seat-taken")
        #expect(Sample.code(seat(Sample.ben, "r1", "m2"), on: book) == "seat-held")
        #expect(Sample.code(seat(Sample.cat, "r2", "m1"), on: book) == nil, "m1 of another round is somebody else")
        #expect(Sample.code(seat(Sample.ada, "r2"), on: book, by: "ada") == "own-account")
    }
}
