import TestSupport
import Testing
import Vocabulary

struct MoneyTests {
    @Test(arguments: [
        (0, "£0.00", "£0", "£0.0m", "0.00"), (5, "£0.05", "£0", "£0.0m", "0.05"),
        (-5, "−£0.05", "£0", "£0.0m", "-0.05"), (123_456, "£1,234.56", "£1,235", "£0.0m", "1234.56"),
        (-123_450, "−£1,234.50", "−£1,235", "£0.0m", "-1234.50"),
        (351_888_888_888, "£3,518,888,888.88", "£3,518,888,889", "£3,518.9m", "3518888888.88"),
        (-5_000_000, "−£50,000.00", "−£50,000", "−£0.1m", "-50000.00"),
    ])
    func `money reads as people write it`(
        pence: Int, text: String, pounds: String, millions: String, decimal: String
    ) {
        let money = Money(pence: pence)
        #expect(money.description == text)
        #expect(money.inPounds == pounds)
        #expect(money.inMillions == millions)
        #expect(money.decimalText == decimal)
    }

    @Test func `a published clawback is reproduced to the penny`() {
        // Delivered 95 % of £662,069.82: five per cent comes back.
        #expect(Money(pence: 66_206_982).scaled(by: 5, over: 100) == Money(pence: 3_310_349))
    }

    @Test(arguments: [21, 22, 23] as [UInt64])
    func `additions can be undone and their order does not matter`(seed: UInt64) {
        var numbers = SeededNumbers(seed: seed)
        let amounts = (0..<300).map { _ in
            Money(pence: Int.random(in: -1_000_000_000...1_000_000_000, using: &numbers))
        }
        #expect(amounts.total() == amounts.reversed().total())
        for (one, other) in zip(amounts, amounts.dropFirst()) {
            #expect(one + other - other == one)
            #expect(one - other == -(other - one))
            #expect((one < other) == (one.pence < other.pence))
        }
        var sum = Money.zero
        for amount in amounts { sum += amount }
        for amount in amounts { sum -= amount }
        #expect(sum == .zero)
    }

    @Test func `nothing sums to no money`() {
        #expect([Money]().total() == .zero)
    }
}
