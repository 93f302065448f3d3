import Access
import Testing
import Vocabulary

struct CloseAccountTests {
    private typealias Sample = AccessSample

    @Test func `a closed account stays closed, with its day`() throws {
        let book = try Sample.decided(CloseAccount(account: Sample.dan), on: Sample.book())
        #expect(book.accounts[Sample.dan]?.state == .closed && book.accounts[Sample.dan]?.closedOn == Sample.today)
        for act: any AccessAct in [
            RestoreAccount(account: Sample.dan), ActivateAccount(account: Sample.dan),
            CloseAccount(account: Sample.dan), SuspendAccount(account: Sample.dan),
        ] {
            #expect(Sample.code(act, on: book) == "account-closed")
        }
    }

    @Test func `an account is closed in every other state, except that of the last administrator`() throws {
        let book = try Sample.book()
        for id in [Sample.ben, Sample.cat, Sample.dan] {
            #expect(Sample.code(CloseAccount(account: id), on: book) == nil)
        }
        #expect(Sample.code(CloseAccount(account: Sample.ada), on: book) == "last-administrator")
    }

    @Test func `the person and the seat of a closed account are free for another`() throws {
        let person = Sample.slug("p1")
        let round = Sample.slug("r1")
        let member = Sample.slug("m1")
        let book = try Sample.after(
            [
                LinkPerson(account: Sample.ben, person: person),
                TakeSeat(account: Sample.ben, round: round, member: member), CloseAccount(account: Sample.ben),
                LinkPerson(account: Sample.cat, person: person),
                TakeSeat(account: Sample.cat, round: round, member: member),
            ], on: Sample.book())
        #expect(book.account(ofPerson: person)?.id == Sample.cat)
        #expect(book.account(ofMember: member, in: round)?.id == Sample.cat)
    }
}
