import Activity
import GRDB
import Tabular
import Testing
import Vocabulary

@testable import Store

/// Submissions of contract monitoring as they are registered.
struct RegisterSubmissionStoredTests {
    static func act(
        _ number: UInt8, months: ClosedRange<Int>, pence: Int = 1_000, layout: MonitoringFile = .patientLevel
    ) -> RegisterSubmission {
        let digest = EvidenceID(bytes: Array(repeating: number, count: 32))
        var (account, slices) = (ActivityAccount(), [ActivitySlice: ActivityAccount.Tally]())
        for month in months {
            var tally = ActivityAccount.Tally()
            (tally.rows, tally.cost) = (2, Money(pence: pence))
            slices[ActivitySlice(provider: "RX1", year: FinancialYear(startingIn: 2025), month: month)] = tally
            account.kept = account.kept + tally
        }
        account.refused.rows = 1
        return RegisterSubmission(
            source: Source(digest: digest, name: "m\(number).csv", publisher: "RX1", licence: "none", size: 10),
            layout: layout, folder: "plcm/\(number)", mapping: nil, mappingDigest: nil, dropped: [],
            dayOrder: nil,
            parts: [
                .init(
                    name: "part-0001.parquet", holdsProblems: false, digest: digest, size: 5, rows: account.kept.rows)
            ], columns: [.init(name: "cost", type: "DECIMAL(18,2)")], account: account, slices: slices,
            problems: [.init(code: "blank", effect: "refused", rows: 1)], notes: [], cellsRepaired: 0)
    }

    @Test func `a submission is registered whole, and its rows balance`() throws {
        let store = try Store.inMemory()
        let act = Self.act(1, months: 1...3)
        let after = try store.perform(act, by: Example.author, at: Example.moment)
        #expect(act.intake(after).balances && act.intake(after).rowsKept == 6)
        let held = try #require(try store.read { db in try HeldSubmission.all(db) }.first)
        #expect(held.rowsKept == 6 && held.costKept == Money(pence: 3_000) && held.parts.map(\.rows) == [6])
        #expect(held.slices == 3 && held.slicesStanding == 3 && held.providers == 1)
        let problems = try store.read { db in try ProblemHeld.all(source: "m1.csv", db) }
        #expect(problems.map(\.problem.code) == ["blank"])
    }

    @Test func `the latest submission of a provider's month stands, by the order in which they came`() throws {
        let store = try Store.inMemory()
        let acts = [
            Self.act(1, months: 1...6), Self.act(2, months: 7...9), Self.act(3, months: 5...7),
            Self.act(4, months: 1...9, layout: .aggregate),
        ]
        for act in acts { try store.perform(act, by: Example.author, at: Example.moment) }
        let held = try store.read { db in try HeldSubmission.all(db) }
        #expect(held.map(\.name) == ["m4.csv", "m3.csv", "m2.csv", "m1.csv"])
        #expect(held.map(\.slicesStanding) == [9, 3, 2, 4], "another kind of file takes no month over")
        #expect(held.map(\.slices) == [9, 3, 3, 6])
    }

    @Test func `the same submission twice changes nothing`() throws {
        let store = try Store.inMemory()
        let act = Self.act(1, months: 1...1)
        try store.perform(act, by: Example.author, at: Example.moment)
        #expect(try store.perform(act, by: Example.author, at: Example.moment).isHeld)
        #expect(try store.read { db in try HeldSubmission.all(db) }.count == 1)
    }

    @Test func `a submission is done again from its line of the journal`() throws {
        let store = try Store.inMemory()
        let act = Self.act(1, months: 1...2)
        try store.perform(act, by: Example.author, at: Example.moment)
        #expect(RegisterSubmission(journalled: act.journalled) == act)
        #expect(ReplayedActs.all.contains { $0.name == RegisterSubmission.name })
    }
}
