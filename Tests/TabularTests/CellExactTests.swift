import Testing

@testable import Tabular

struct CellExactTests {
    @Test(arguments: [
        (0, "0"), (1_000, "1,000"), (-3, "−3"), (0.5, "0.5"), (2.35, "2.35"), (1_250.125, "1,250.125"),
    ])
    func `a figure has the decimals that it was given with, and a whole one none`(value: Double, words: String) {
        #expect(Cell.exact(value).shown == words)
    }

    @Test func `what needs more than six decimals, or is too large, is text as it stands`() {
        #expect(Cell.exact(1 / 3.0) == .text("0.3333333333333333"))
        #expect(Cell.exact(1e12) == .text("1000000000000.0"))
    }
}
