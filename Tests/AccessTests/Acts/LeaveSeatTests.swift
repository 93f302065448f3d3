import Access
import Testing
import Vocabulary

struct LeaveSeatTests {
    private typealias Sample = AccessSample

    @Test func `a seat that was left stays on the record and is free for another`() throws {
        let round = Sample.slug("r1")
        let member = Sample.slug("m1")
        let book = try Sample.after(
            [
                TakeSeat(account: Sample.ben, round: round, member: member),
                LeaveSeat(account: Sample.ben, round: round),
                TakeSeat(account: Sample.cat, round: round, member: member),
            ], on: Sample.book())
        let seats = try #require(book.accounts[Sample.ben]?.seats)
        #expect(seats == [RoundSeat(round: round, member: member, takenOn: Sample.today, leftOn: Sample.today)])
        #expect(book.accounts[Sample.ben]?.member(in: round) == nil)
        #expect(book.account(ofMember: member, in: round)?.id == Sample.cat)
    }

    @Test func `a seat that is not held is not left`() throws {
        let round = Sample.slug("r1")
        let seated = TakeSeat(account: Sample.ben, round: round, member: Sample.slug("m1"))
        let book = try Sample.decided(seated, on: Sample.book())
        #expect(Sample.code(LeaveSeat(account: Sample.ben, round: Sample.slug("r2")), on: book) == "no-such-seat")
        #expect(Sample.code(LeaveSeat(account: Sample.cat, round: round), on: book) == "no-such-seat")
        let left = try Sample.decided(LeaveSeat(account: Sample.ben, round: round), on: book)
        #expect(Sample.code(LeaveSeat(account: Sample.ben, round: round), on: left) == "no-such-seat")
    }
}
