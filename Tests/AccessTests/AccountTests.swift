import Access
import Testing
import Vocabulary

struct AccountTests {
    private typealias Sample = AccessSample

    @Test func `every state but the first is reached, and nothing leads out of closed`() {
        let reached = Set(Account.transitions.map(\.to)).union([.invited])
        #expect(reached == Set(Account.State.allCases))
        #expect(!Account.transitions.contains { $0.from == .closed })
        #expect(Account.transitions.allSatisfy { line in AccessActs.all.contains { $0.name == line.by } })
    }

    @Test func `roles and seats count while an account is active only`() throws {
        let round = Sample.slug("r1")
        let seat = TakeSeat(account: Sample.ben, round: round, member: Sample.slug("m1"))
        let book = try Sample.decided(seat, on: Sample.book())
        #expect(book.accounts[Sample.ben]?.grants(on: Sample.today).count == 1)
        #expect(book.accounts[Sample.ben]?.member(in: round) == Sample.slug("m1"))
        let suspended = try Sample.decided(SuspendAccount(account: Sample.ben), on: book)
        #expect(suspended.accounts[Sample.ben]?.grants(on: Sample.today) == [])
        #expect(suspended.accounts[Sample.ben]?.member(in: round) == nil)
        #expect(suspended.account(ofMember: Sample.slug("m1"), in: round)?.id == Sample.ben)
        let closed = try Sample.decided(CloseAccount(account: Sample.ben), on: book)
        #expect(closed.account(ofMember: Sample.slug("m1"), in: round) == nil)
    }

    @Test func `an account acts under its short name`() throws {
        #expect(try Sample.book().accounts[Sample.ben]?.author == Author("ben"))
    }

    @Test func `an administrator for a time or of one commissioner does not administer the whole installation`() throws
    {
        let book = try Sample.after(
            [
                Sample.grant(Sample.ben, .administrator, at: nil, until: Day("2030-01-01")!),
                Sample.grant(Sample.ben, .administrator),
            ], on: Sample.book())
        #expect(book.administrators(on: Sample.today) == [Sample.ada])
    }
}
