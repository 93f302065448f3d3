import Contracts
import Tabular
import Testing
import Vocabulary

/// What became of a file's rows.
struct ImportAccountTests {
    private func tally(_ rows: Int, unreadable: Int = 0) -> ImportAccount.Tally {
        ImportAccount.Tally(
            rows: rows, target: Units(rows * 100), delivered: Units(rows), value: Money(pence: rows * 250_001),
            unreadable: .init(targets: unreadable, delivered: 0, values: 0))
    }

    @Test func `an account balances when nothing was lost, and only then`() {
        let account = ImportAccount(read: tally(5, unreadable: 1), kept: tally(3), refused: tally(2, unreadable: 1))
        #expect(account.balances)
        var short = account
        short.kept.value = short.kept.value - Money(pence: 1)
        #expect(!short.balances)
        #expect(!ImportAccount(read: tally(5), kept: tally(3), refused: tally(2, unreadable: 1)).balances)
    }

    @Test func `accounts of several files sum`() {
        let one = ImportAccount(read: tally(2), kept: tally(1), refused: tally(1))
        #expect((one + one).read == tally(4))
        #expect((one + .zero) == one)
    }
}
