import Access
import Testing
import Vocabulary

struct AccessRulesTests {
    private typealias Sample = AccessSample
    private let rules = AccessRules.shipped

    @Test func `a grant for one commissioner gives nothing at another, nor for the whole installation`() throws {
        let ben = try #require(Sample.book().accounts[Sample.ben])
        #expect(rules.may(ben, .runRounds, for: Sample.here, on: Sample.today))
        #expect(!rules.may(ben, .runRounds, for: Sample.elsewhere, on: Sample.today))
        #expect(!rules.may(ben, .runRounds, for: nil, on: Sample.today))
        #expect(rules.maySomewhere(ben, .runRounds, on: Sample.today))
        #expect(!rules.maySomewhere(ben, .administer, on: Sample.today))
        #expect(rules.reach(of: ben, .runRounds, on: Sample.today) == .at([Sample.here]))
    }

    @Test func `a grant for all commissioners gives it at each and for the whole installation`() throws {
        let ada = try #require(Sample.book().accounts[Sample.ada])
        for place in [Sample.here, Sample.elsewhere, nil] {
            #expect(rules.may(ada, .administer, for: place, on: Sample.today))
        }
        #expect(!rules.may(ada, .administer, for: nil, on: Sample.today.adding(days: -1)))
    }

    @Test func `narrowed rules give no more than is named, and no more than the roles bring`() throws {
        let ben = try #require(Sample.book().accounts[Sample.ben])
        let narrowed = rules.narrowed(to: [.runRounds, .administer])
        #expect(narrowed.may(ben, .runRounds, for: Sample.here, on: Sample.today))
        for permission in Permission.allCases where permission != .runRounds {
            #expect(!narrowed.maySomewhere(ben, permission, on: Sample.today), "\(permission)")
        }
    }

    @Test(arguments: Permission.allCases)
    func `an account that is invited, suspended or closed may nothing`(permission: Permission) throws {
        let book = try Sample.decided(CloseAccount(account: Sample.ben), on: Sample.book())
        for id in [Sample.ben, Sample.cat, Sample.dan] {
            let account = try #require(book.accounts[id])
            #expect(account.state != .active && !account.grants.isEmpty)
            #expect(rules.reach(of: account, permission, on: Sample.today).isNowhere)
        }
    }

    @Test func `two roles add up, each where it was given`() throws {
        let book = try Sample.after(
            [Sample.grant(Sample.ben, .panelMember, at: Sample.elsewhere)], on: Sample.book())
        let ben = try #require(book.accounts[Sample.ben])
        #expect(rules.reach(of: ben, .readRounds, on: Sample.today) == .at([Sample.here, Sample.elsewhere]))
        #expect(!rules.may(ben, .scoreOptions, for: Sample.here, on: Sample.today))
        #expect(!rules.may(ben, .runRounds, for: Sample.elsewhere, on: Sample.today))
    }

    @Test func `a permission without a line and one with two are refused`() {
        #expect(throws: Refusal.self) { try AccessRules(rules.lines.dropLast()) }
        #expect(throws: Refusal.self) { try AccessRules(rules.lines + [rules.lines[0]]) }
    }

    @Test func `who may is said in the order of the roles`() {
        #expect(rules.roles(with: .readJournal) == [.administrator, .governanceLead, .observer])
    }

    // MARK: - Acts on accounts

    /// Ada administers everything; eve administers QWX only.
    private func book() throws -> AccessBook {
        let eve = Sample.slug("eve")
        return try Sample.after(
            [Sample.add(eve, 5), ActivateAccount(account: eve), Sample.grant(eve, .administrator)], on: Sample.book())
    }

    private func may(_ act: any AccessAct, _ visitor: String) throws -> Bool {
        let book = try book()
        return rules.mayPerform(
            act, as: try #require(book.accounts[Sample.slug(visitor)]), in: book, on: Sample.today)
    }

    @Test func `an administrator of one commissioner gives and takes roles there only`() throws {
        #expect(try may(Sample.grant(Sample.ben, .analyst), "eve"))
        #expect(try !may(Sample.grant(Sample.ben, .analyst, at: Sample.elsewhere), "eve"))
        #expect(try !may(Sample.grant(Sample.slug("eve"), .administrator, at: nil), "eve"))
        #expect(
            try may(WithdrawRole(account: Sample.ben, role: .analyst, commissioner: Sample.here), "eve")
                && !may(WithdrawRole(account: Sample.ada, role: .administrator, commissioner: nil), "eve"))
    }

    @Test func `an administrator of one commissioner changes no account that reaches beyond it`() throws {
        #expect(try may(SuspendAccount(account: Sample.ben), "eve"))
        #expect(try !may(SuspendAccount(account: Sample.ada), "eve"))
        #expect(try !may(ChangeEmail(account: Sample.ada, email: Sample.text(50)), "eve"))
        #expect(try may(Sample.add(Sample.slug("new"), 6), "eve"))
    }

    @Test func `whoever does not administer changes their own name and address and nothing else`() throws {
        #expect(try may(ChangeAccountName(account: Sample.ben, name: Sample.text(50)), "ben"))
        #expect(try may(ChangeEmail(account: Sample.ben, email: Sample.text(50)), "ben"))
        #expect(try may(ActivateAccount(account: Sample.cat), "cat"))
        let others: [any AccessAct] = [
            Sample.add(Sample.slug("new"), 6), Sample.grant(Sample.ben, .analyst), Sample.grant(Sample.cat, .analyst),
            SuspendAccount(account: Sample.cat), CloseAccount(account: Sample.cat),
            ChangeEmail(account: Sample.cat, email: Sample.text(50)), ActivateAccount(account: Sample.cat),
            LinkPerson(account: Sample.ben, person: Sample.slug("p1")),
            TakeSeat(account: Sample.ben, round: Sample.slug("r1"), member: Sample.slug("m1")),
        ]
        for act in others { #expect(try !may(act, "ben"), "\(act)") }
    }

    @Test func `a suspended account changes nothing, its own name neither`() throws {
        #expect(try !may(ChangeAccountName(account: Sample.dan, name: Sample.text(50)), "dan"))
        #expect(try !may(RestoreAccount(account: Sample.dan), "dan"))
    }
}
