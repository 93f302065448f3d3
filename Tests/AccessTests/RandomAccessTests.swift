import Access
import Rulebook
import Testing
import Vocabulary

/// Laws over installations drawn from seeds, a hundred acts each; the seed of a broken one is named.
struct RandomAccessTests {
    static let seeds: [UInt64] = Array(1...60)

    @Test func `the drawn acts are of every kind, and are refused for every reason that they can be`() {
        var names: Set<String> = []
        var codes: Set<String> = []
        var done = 0
        for seed in RandomAccessTests.seeds {
            var drawn = RandomAccess(seed: seed)
            for _ in 0..<100 { _ = drawn.step() }
            names.formUnion(drawn.done.map { type(of: $0.act).name })
            codes.formUnion(drawn.refused.keys)
            done += drawn.done.count
        }
        #expect(names == Set(AccessActs.all.map { $0.name }))
        #expect(
            codes.isSuperset(of: [
                "no-such-account", "account-exists", "account-closed", "own-account", "last-administrator",
                "commissioner-missing", "ends-before-start", "starts-in-past", "role-held", "role-not-held",
                "state-forbids", "account-linked", "person-linked", "account-not-linked", "seat-held", "seat-taken",
                "no-such-seat",
            ]), "\(codes.sorted())")
        #expect(done > 1_500, "\(done) done")
    }

    @Test(arguments: seeds)
    func `there is always somebody who administers the installation once there was one`(seed: UInt64) {
        var drawn = RandomAccess(seed: seed)
        var wasOne = false
        for _ in 0..<100 {
            let (act, author, _) = drawn.step()
            let isOne = !drawn.book.administrators(on: drawn.today).isEmpty
            if wasOne, !isOne { Issue.record("seed \(seed): \(act) by \(author)") }
            wasOne = wasOne || isOne
        }
        // Nor does time take the last one away.
        #expect(!wasOne || !drawn.book.administrators(on: drawn.today.adding(days: 36_500)).isEmpty, "seed \(seed)")
    }

    @Test(arguments: seeds)
    func `a permission is held exactly where and while the acts gave it`(seed: UInt64) {
        var drawn = RandomAccess(seed: seed)
        for _ in 0..<100 { _ = drawn.step() }
        let rules = AccessRules.shipped
        var faults: [String] = []
        for (days, account) in [0, 1, 20].flatMap({ days in drawn.book.accounts.values.map { (days, $0) } }) {
            let day = drawn.today.adding(days: days)
            let held = grants(of: account.id, on: day, by: drawn.done.map(\.act))
            for line in rules.lines {
                let giving = held.filter { line.roles.contains($0.role) }
                for place in RandomAccess.places.map(Optional.some) + [nil] {
                    let expected = giving.contains { $0.commissioner == nil || $0.commissioner == place }
                    guard rules.may(account, line.permission, for: place, on: day) != expected else { continue }
                    faults.append("\(account.id), \(line.permission) at \(place?.description ?? "all"), \(day)")
                }
            }
        }
        #expect(faults == [], "seed \(seed)")
    }

    @Test(arguments: seeds)
    func `whoever acts on their own account gains nothing, once somebody administers the installation`(seed: UInt64) {
        var drawn = RandomAccess(seed: seed)
        for _ in 0..<100 {
            let (act, author, before) = drawn.step()
            guard act.account.description == author.description, !before.administrators(on: drawn.today).isEmpty,
                !(act is ActivateAccount), let now = drawn.book.accounts[act.account]
            else { continue }
            guard let then = before.accounts[act.account] else { continue }
            let gained = now.grants(on: drawn.today).filter { !then.grants(on: drawn.today).contains($0) }
            #expect(gained == [], "seed \(seed): \(act)")
            #expect(now.person == then.person || now.person == nil, "seed \(seed): \(act)")
            #expect(now.seats.filter(\.isHeld).count <= then.seats.filter(\.isHeld).count, "seed \(seed): \(act)")
        }
    }

    @Test(arguments: seeds)
    func `no person and no seat is two accounts’, and no role is held twice at one place`(seed: UInt64) {
        var drawn = RandomAccess(seed: seed)
        var faults: [String] = []
        for step in 0..<100 {
            _ = drawn.step()
            let open = drawn.book.accounts.values.filter { $0.state != .closed }
            let taken =
                open.compactMap { $0.person.map { "person \($0)" } }
                + open.flatMap { $0.seats.filter(\.isHeld).map { "\($0.round)/\($0.member)" } }
                + open.flatMap { account in
                    account.grants.filter { $0.isHeld(on: drawn.today) }.map { "\(account.id) is \($0.inWords)" }
                }
            let counts = Dictionary(grouping: taken) { $0 }
            faults += counts.filter { $0.value.count > 1 }.map { "step \(step): \($0.key)" }
        }
        #expect(faults == [], "seed \(seed)")
    }

    @Test(arguments: seeds)
    func `refused acts leave nothing behind: what was done makes the same book again`(seed: UInt64) throws {
        var drawn = RandomAccess(seed: seed)
        for _ in 0..<100 { _ = drawn.step() }
        let read = try drawn.done.map { line in
            (try AccessActs.decode(name: type(of: line.act).name, line.act.journalled), line.author, line.moment)
        }
        #expect(try AccessBook.replaying(read, rulebook: Rulebook(rules: [])) == drawn.book, "seed \(seed)")
    }

    /// What the acts gave an account and have not taken, told from the acts alone.
    private func grants(of account: Slug, on day: Day, by acts: [any AccessAct]) -> [GrantRole] {
        var given: [GrantRole] = []
        var isActive = false
        var wasActivated = false
        for act in acts where act.account == account {
            switch act {
            case let act as GrantRole: given.append(act)
            case let act as WithdrawRole: given.removeAll { $0.role == act.role && $0.commissioner == act.commissioner }
            case is ActivateAccount: (isActive, wasActivated) = (true, true)
            case is SuspendAccount, is CloseAccount: isActive = false
            case is RestoreAccount: isActive = wasActivated
            default: break
            }
        }
        return isActive ? given.filter { $0.since <= day && ($0.until.map { day <= $0 } ?? true) } : []
    }
}
