import Rulebook
import Tabular
import Testing
import Vocabulary

@testable import Challenges

struct BundleTablesTests {
    private let deadlines = ChallengeDeadlines(rulebook: .shipped, calendar: Sample.calendar)

    @Test func `the list says what each bundle waits for`() throws {
        let table = BundleTables.bundles(
            [BundleHead(try Sample.sentBundle()), BundleHead(try Sample.concludedBundle())],
            on: Sample.day("2025-11-18"), deadlines: deadlines, path: { "/activity/challenges/\($0)" })
        #expect(table.rows[0][0] == .link("rx1-2025-26-m06", path: "/activity/challenges/rx1-2025-26-m06"))
        #expect(table.rows[0][9] == .text("commissioner and provider") && table.rows[0][12] == .flag(true))
        #expect(table.rows[1][3] == .text("concluded") && table.rows[1][10] == .text("credit £83.00"))
    }

    @Test func `sums by rule have the rule's title, and the share that was agreed of what is concluded`() throws {
        let bundle = try Sample.concludedBundle()
        let table = BundleTables.byRule(ChallengeSums(of: bundle), words: bundle.words)
        #expect(table.rows.map { $0[0] }[1] == .text("CC05 Title of CC05"))
        #expect(table.rows[1][11] == .share(Share(7_000, of: 10_000)!))
        #expect(table.rows[3][11] == .absent("none concluded"))
        #expect(
            BundleTables.byMonth(ChallengeSums(of: bundle)).rows.map { $0[0] } == [
                .text("August 2025"), .text("September 2025"),
            ])
        #expect(BundleTables.byProvider(ChallengeSums(of: bundle)).rows.count == 1)
    }

    @Test func `each challenge stands with its answer and conclusion, or says that there is none`() throws {
        let table = BundleTables.challenges(of: try Sample.answeredBundle())
        #expect(table.rows.count == 6 && table.rows[0][8] == .text("rejected"))
        #expect(table.rows[2][9] == .money(Money(pence: 2_000)) && table.rows[5][6] == .absent("data only"))
        #expect(BundleTables.challenges(of: try Sample.answeredBundle(), rule: "CC05").rows.count == 2)
    }

    @Test func `the steps stand by day, disputes and corrections among them`() throws {
        var bundle = try Sample.concludedBundle()
        bundle = try Sample.done(
            DisputeBundle(bundle: Sample.bundle, step: .negotiation, on: Sample.day("2025-11-24"), words: "Row 2."),
            bundle)
        bundle = try Sample.done(
            SettleDispute(bundle: Sample.bundle, on: Sample.day("2025-11-28"), words: "Agreed."), bundle)
        bundle = try Sample.done(
            RecordCredit(
                bundle: Sample.bundle, number: "CN1", on: Sample.day("2025-12-01"), amount: Money(pence: 8_300)), bundle
        )
        bundle = try Sample.done(CloseBundle(bundle: Sample.bundle, on: Sample.day("2025-12-02")), bundle)
        #expect(
            BundleTables.steps(of: bundle).rows.map { $0[1] } == [
                .text("Raised"), .text("Sent"), .text("Answered"), .text("Concluded"), .text("Dispute: negotiation"),
                .text("Dispute settled"), .text("Credit note CN1"), .text("Closed"),
            ])
    }
}
