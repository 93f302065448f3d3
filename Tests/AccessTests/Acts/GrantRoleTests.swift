import Access
import Testing
import Vocabulary

struct GrantRoleTests {
    private typealias Sample = AccessSample
    private let tomorrow = Day("2026-03-21")!

    @Test func `a role is held where it was given, from its first day`() throws {
        let act = Sample.grant(Sample.ben, .analyst, at: Sample.elsewhere, since: tomorrow)
        let account = try #require(Sample.decided(act, on: Sample.book()).accounts[Sample.ben])
        #expect(account.grants(on: Sample.today).count == 1 && account.grants(on: tomorrow).count == 2)
        #expect(account.grants.last == Grant(role: .analyst, commissioner: Sample.elsewhere, since: tomorrow))
    }

    @Test(arguments: Role.allCases)
    func `only administrators and observers are so at all commissioners`(role: Role) throws {
        let code = try Sample.code(Sample.grant(Sample.ben, role, at: nil), on: Sample.book())
        #expect(code == ([.administrator, .observer].contains(role) ? nil : "commissioner-missing"))
    }

    @Test func `nobody gives themselves a role, unless nobody administers the installation yet`() throws {
        let act = Sample.grant(Sample.ada, .analyst)
        #expect(try Sample.code(act, on: Sample.book(), by: "ada") == "own-account")
        #expect(try Sample.code(act, on: Sample.book(), by: "Ada") == nil, "authors are told apart by every letter")
        let first = try Sample.after(
            [Sample.add(Sample.ada, 1), ActivateAccount(account: Sample.ada)], on: AccessBook())
        #expect(Sample.code(Sample.grant(Sample.ada, .administrator, at: nil), on: first, by: "ada") == nil)
    }

    @Test func `days that cannot be are refused`() throws {
        let book = try Sample.book()
        let yesterday = Day("2026-03-19")!
        #expect(Sample.code(Sample.grant(Sample.ben, .analyst, since: yesterday), on: book) == "starts-in-past")
        #expect(
            Sample.code(Sample.grant(Sample.ben, .analyst, since: tomorrow, until: Sample.today), on: book)
                == "ends-before-start")
        #expect(Sample.code(Sample.grant(Sample.ben, .analyst, until: Sample.today), on: book) == nil)
    }

    @Test func `a role is not given twice at one place for one day`() throws {
        let ends = Day("2026-06-30")!
        let book = try Sample.decided(Sample.grant(Sample.ben, .analyst, until: ends), on: Sample.book())
        #expect(Sample.code(Sample.grant(Sample.ben, .analyst), on: book) == "role-held")
        #expect(Sample.code(Sample.grant(Sample.ben, .analyst, since: ends), on: book) == "role-held")
        #expect(Sample.code(Sample.grant(Sample.ben, .analyst, since: ends.adding(days: 1)), on: book) == nil)
        #expect(Sample.code(Sample.grant(Sample.ben, .analyst, at: Sample.elsewhere), on: book) == nil)
        #expect(Sample.code(Sample.grant(Sample.ben, .observer), on: book) == nil)
    }

    @Test func `a role given later may end the day before one that stands begins`() throws {
        let later = try Sample.decided(Sample.grant(Sample.ben, .analyst, since: tomorrow), on: Sample.book())
        #expect(Sample.code(Sample.grant(Sample.ben, .analyst, until: Sample.today), on: later) == nil)
        #expect(Sample.code(Sample.grant(Sample.ben, .analyst, until: tomorrow), on: later) == "role-held")
    }
}
