import Access
import Testing
import Vocabulary

struct SuspendAccountTests {
    private typealias Sample = AccessSample

    @Test func `a suspended account keeps its roles on the record and holds none`() throws {
        let book = try Sample.decided(SuspendAccount(account: Sample.ben), on: Sample.book())
        let account = try #require(book.accounts[Sample.ben])
        #expect(account.state == .suspended && account.grants.count == 1 && account.grants(on: Sample.today) == [])
    }

    @Test func `an invited account is suspended before anybody has signed in`() throws {
        #expect(try Sample.code(SuspendAccount(account: Sample.cat), on: Sample.book()) == nil)
    }

    @Test func `what is suspended is not suspended again`() throws {
        #expect(try Sample.code(SuspendAccount(account: Sample.dan), on: Sample.book()) == "state-forbids")
    }

    @Test func `the last administrator is not suspended, and the last but one is`() throws {
        let book = try Sample.book()
        #expect(Sample.code(SuspendAccount(account: Sample.ada), on: book) == "last-administrator")
        let two = try Sample.decided(Sample.grant(Sample.ben, .administrator, at: nil), on: book)
        let one = try Sample.decided(SuspendAccount(account: Sample.ada), on: two)
        #expect(one.administrators(on: Sample.today) == [Sample.ben])
        #expect(Sample.code(SuspendAccount(account: Sample.ben), on: one) == "last-administrator")
    }

    @Test(arguments: ["until", "later", "here", "invited"])
    func `one who administers for a time, from a later day, at one place or not yet takes nobody’s place`(
        why: String
    ) throws {
        var book = try Sample.book()
        let act =
            switch why {
            case "until": Sample.grant(Sample.ben, .administrator, at: nil, until: Day("2030-01-01")!)
            case "later": Sample.grant(Sample.ben, .administrator, at: nil, since: Day("2026-03-21")!)
            case "here": Sample.grant(Sample.ben, .administrator)
            default: Sample.grant(Sample.cat, .administrator, at: nil)
            }
        book = try Sample.decided(act, on: book)
        #expect(Sample.code(SuspendAccount(account: Sample.ada), on: book) == "last-administrator")
    }
}
