import Methods
import TestSupport
import Testing
import Vocabulary

struct WeightStatementTests {
    private func rows(_ kind: WeightStatement.Kind, _ criteria: Int) throws -> [[Double]] {
        try WeightStatement(kind).rows(criteria: criteria).map(\.coefficients)
    }

    @Test(.enabled(if: PublishedCase.has("WCON-01"), "the published cases are not here"))
    func `WCON-01: order, ratio and exact ratio are the rows of the MCDA elicitation web application`() throws {
        let published = try PublishedCase("WCON-01")
        #expect(try rows(.atLeast(0, 1), 2) == published.matrix("expected.ordinal.A"))
        #expect(try rows(.ratio(0, 1, low: 0, high: 1), 2) == published.matrix("expected.ratio bound.A"))
        #expect(try rows(.exactRatio(0, 1, 0.5), 2) == published.matrix("expected.exact swing.A"))
        #expect(try WeightStatement(.exactRatio(0, 1, 0.5)).rows(criteria: 2).allSatisfy { $0.isEquality })
        #expect(
            try WeightStatement(.ratio(0, 1, low: 0, high: 1)).rows(criteria: 2).allSatisfy { !$0.isEquality }
        )
    }

    @Test(.enabled(if: PublishedCase.has("WCON-02"), "the published cases are not here"))
    func `WCON-02: ten times the third of three`() throws {
        let published = try PublishedCase("WCON-02")
        #expect(
            try rows(.exactRatio(0, 2, published.number("input.ratio")), 3) == published.matrix("expected.A"))
    }

    @Test func `a ratio without an upper end is one row`() throws {
        #expect(try rows(.ratio(1, 0, low: 2, high: nil), 2) == [[2, -1]])
    }

    @Test func `a share of the whole holds for weights of any scale`() throws {
        let rows = try rows(.range(0, low: 0.25, high: 0.5), 2)
        #expect(rows == [[-0.75, 0.25], [0.5, -0.5]])
        // A quarter of the whole is on the edge of the first row, whatever the whole.
        #expect(rows[0][0] * 10 + rows[0][1] * 30 == 0)
    }

    @Test(
        arguments: [
            (.atLeast(1, 1), "A criterion is compared with itself."),
            (.ratio(0, 0, low: 1, high: 2), "A criterion is compared with itself."),
            (.ratio(0, 1, low: -1, high: 2), "A ratio of weights must be a number, 0 or more."),
            (
                .ratio(0, 1, low: 3, high: 2),
                "The ratio is said to be from 3.0 to 2.0, and 3.0 is the larger."
            ),
            (.exactRatio(0, 1, 0), "A ratio of weights must be a number above 0."),
            (
                .range(0, low: 0.5, high: 1.5),
                "A weight is said to be from 0.5 to 1.5; both are shares of the whole, 0 to 1."
            ),
        ] as [(WeightStatement.Kind, String)])
    func `what makes no sense is refused`(kind: WeightStatement.Kind, sentence: String) {
        let refusal = #expect(throws: Refusal.self) { try WeightStatement(kind) }
        #expect(refusal?.sentence == sentence)
    }
}
