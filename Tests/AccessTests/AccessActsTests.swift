import Access
import Rulebook
import Testing
import Vocabulary

struct AccessActsTests {
    private typealias Sample = AccessSample

    private let one: [any AccessAct] = [
        AccessSample.add(AccessSample.ada, 1), ActivateAccount(account: AccessSample.ada),
        ChangeAccountName(account: AccessSample.ada, name: AccessSample.text(9)),
        ChangeEmail(account: AccessSample.ada, email: AccessSample.text(8)),
        SuspendAccount(account: AccessSample.ada, reason: AccessSample.text(7)),
        SuspendAccount(account: AccessSample.ada), RestoreAccount(account: AccessSample.ada),
        CloseAccount(account: AccessSample.ada), AccessSample.grant(AccessSample.ada, .observer, at: nil),
        AccessSample.grant(AccessSample.ada, .analyst, until: Day("2027-01-01")!),
        WithdrawRole(account: AccessSample.ada, role: .analyst, commissioner: AccessSample.here),
        LinkPerson(account: AccessSample.ada, person: AccessSample.slug("p1")),
        UnlinkPerson(account: AccessSample.ada),
        TakeSeat(account: AccessSample.ada, round: AccessSample.slug("r1"), member: AccessSample.slug("m1")),
        LeaveSeat(account: AccessSample.ada, round: AccessSample.slug("r1")),
    ]

    @Test func `no two acts of access have one name`() {
        let names = AccessActs.all.map { $0.name }
        #expect(Set(names).count == names.count)
    }

    @Test func `every act comes back from its line of the journal as it was`() throws {
        #expect(Set(one.map { type(of: $0).name }) == Set(AccessActs.all.map { $0.name }))
        for act in one {
            let read = try AccessActs.decode(name: type(of: act).name, act.journalled)
            #expect(read.journalled.canonical == act.journalled.canonical)
            #expect(read.account == Sample.ada)
        }
    }

    @Test func `an act that this version does not know is refused by name`() {
        #expect {
            try AccessActs.decode(name: "openSafe", .null)
        } throws: { error in
            (error as? Refusal)?.code == "no-such-act"
        }
    }

    @Test func `an act without its account is refused`() {
        #expect(throws: Refusal.self) { try AccessActs.decode(name: CloseAccount.name, [:]) }
    }

    @Test func `acts decided again in order make the same book`() throws {
        let acts: [any AccessAct] = [
            Sample.add(Sample.ada, 1), ActivateAccount(account: Sample.ada),
            Sample.grant(Sample.ada, .administrator, at: nil),
        ]
        let author = Author("operator")!
        let replayed = try AccessBook.replaying(
            acts.map { ($0, author, Sample.now) }, rulebook: Rulebook(rules: []))
        #expect(try replayed == Sample.after(acts, on: AccessBook()))
    }

    @Test func `an act on an account that is unknown or closed is refused`() throws {
        let closed = try Sample.decided(CloseAccount(account: Sample.ben), on: Sample.book())
        let empty = AccessBook()
        for act in one where !(act is AddAccount) {
            #expect(Sample.code(act, on: empty) == "no-such-account", "\(act)")
            let json = act.journalled.canonical.replacing("\"account\":\"ada\"", with: "\"account\":\"ben\"")
            let onBen = try AccessActs.decode(
                name: type(of: act).name, JSONValue(parsing: Array(json.utf8), named: "act"))
            #expect(onBen.account == Sample.ben)
            #expect(Sample.code(onBen, on: closed) == "account-closed", "\(act)")
        }
    }
}
