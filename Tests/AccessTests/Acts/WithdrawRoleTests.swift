import Access
import Testing
import Vocabulary

struct WithdrawRoleTests {
    private typealias Sample = AccessSample

    private func withdraw(
        _ account: Slug, _ role: Role, at commissioner: OrganisationCode? = AccessSample.here
    ) -> WithdrawRole {
        WithdrawRole(account: account, role: role, commissioner: commissioner)
    }

    @Test func `a withdrawn role is gone the same day and stays on the record`() throws {
        let book = try Sample.decided(withdraw(Sample.ben, .commissioningManager), on: Sample.book())
        let account = try #require(book.accounts[Sample.ben])
        #expect(account.grants(on: Sample.today) == [] && account.grants.map(\.withdrawnOn) == [Sample.today])
        #expect(Sample.code(Sample.grant(Sample.ben, .commissioningManager), on: book) == nil, "and is given again")
    }

    @Test func `a role is taken where it was given and nowhere else`() throws {
        let book = try Sample.decided(
            Sample.grant(Sample.ben, .commissioningManager, at: Sample.elsewhere), on: Sample.book())
        let one = try Sample.decided(withdraw(Sample.ben, .commissioningManager), on: book)
        #expect(one.accounts[Sample.ben]?.grants(on: Sample.today).map(\.commissioner) == [Sample.elsewhere])
    }

    @Test func `what is given from a later day is taken too`() throws {
        let later = Sample.today.adding(days: 30)
        let book = try Sample.after(
            [
                Sample.grant(Sample.ben, .analyst, until: Sample.today),
                Sample.grant(Sample.ben, .analyst, since: later),
            ],
            on: Sample.book())
        let without = try Sample.decided(withdraw(Sample.ben, .analyst), on: book)
        for day in [Sample.today, later] {
            #expect(without.accounts[Sample.ben]?.grants(on: day).map(\.role) == [.commissioningManager])
        }
    }

    @Test func `a role that is not held, or has ended, is not withdrawn`() throws {
        let book = try Sample.book()
        #expect(Sample.code(withdraw(Sample.ben, .analyst), on: book) == "role-not-held")
        #expect(Sample.code(withdraw(Sample.ben, .commissioningManager, at: nil), on: book) == "role-not-held")
        let ended = try Sample.decided(Sample.grant(Sample.ben, .analyst, until: Sample.today), on: book)
        let act = withdraw(Sample.ben, .analyst)
        #expect(throws: Refusal.self) {
            try Sample.decided(act, on: ended, at: Moment(text: "2026-03-21T10:00:00Z")!)
        }
    }

    @Test func `the last administrator keeps that role`() throws {
        let book = try Sample.book()
        #expect(
            Sample.code(withdraw(Sample.ada, .administrator, at: nil), on: book, by: "ada") == "last-administrator")
        let two = try Sample.decided(Sample.grant(Sample.ben, .administrator, at: nil), on: book)
        #expect(Sample.code(withdraw(Sample.ada, .administrator, at: nil), on: two, by: "ada") == nil)
    }
}
