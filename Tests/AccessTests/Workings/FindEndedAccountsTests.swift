import Access
import Rulebook
import Testing
import Vocabulary

/// Which closed accounts' texts have been kept long enough.
struct FindEndedAccountsTests {
    private typealias Sample = AccessSample

    private static let rulebook: Rulebook = .shipped

    private func ended(on day: String) throws -> [String] {
        let book = try Sample.after([CloseAccount(account: Sample.dan)], on: Sample.book())
        return try FindEndedAccounts(rulebook: Self.rulebook)(in: book, on: Day(day)!).map {
            "\($0.account) \($0.closedOn) \($0.keepUntil)"
        }
    }

    @Test func `a closed account's texts go the day after the years are over, and nobody else's ever`() throws {
        let years = try Self.rulebook.years(FindEndedAccounts.rule, on: Day("2032-03-20")!)
        #expect(years == 6)
        #expect(try ended(on: "2032-03-20") == [])
        #expect(try ended(on: "2032-03-21") == ["dan 2026-03-20 2032-03-20"])
        #expect(try ended(on: "2099-01-01") == ["dan 2026-03-20 2032-03-20"])
    }

    @Test func `on a day on which no retention is ruled none has ended`() throws {
        let refusal = #expect(throws: Refusal.self) { try ended(on: "2020-01-01") }
        #expect(refusal?.code == "no-rule")
    }
}
