import Methods
import Needs
import TestSupport
import Testing
import Vocabulary

struct WorkOutInequalityTests {
    private static func terms(groups: Int = 5) throws -> WorkOutInequality.Terms {
        .init(groups: groups, draws: 1_000, seed: 7, indicator: try WorkOutIndicatorTests.terms())
    }

    /// Practices A00 to A19; the more deprived the higher the register, from 5 per cent by a half.
    private static let registers =
        QofFileTests.header
        + (0..<20).map { "A\($0 / 10)\($0 % 10),DM,\(50 + 5 * $0),17OV,1000\n" }.joined()

    private static var scores: [String: Double] {
        Dictionary(uniqueKeysWithValues: (0..<20).map { ("A\($0 / 10)\($0 % 10)", Double(10 + $0)) })
    }

    private static func outcome(
        scores: [String: Double] = scores, within: Set<String>? = nil, groups: Int = 5
    ) throws -> WorkOutInequality.Outcome {
        let found = try WorkOutIndicatorTests.outcome("diabetes-prevalence", .qofPrevalence, registers)
        return try WorkOutInequality.outcome(
            try IndicatorDefinition.shipped("diabetes-prevalence"), found.figures, scores: scores, within: within,
            terms: try terms(groups: groups))
    }

    @Test func `groups stand from the most deprived, and everybody is in one of them`() throws {
        let found = try Self.outcome()
        #expect(found.groups.map(\.areas) == [4, 4, 4, 4, 4])
        #expect(found.groups.reduce(0) { $0 + $1.denominator } == 20_000)
        #expect(found.groups.reduce(0) { $0 + $1.count } == Double((0..<20).reduce(0) { $0 + 50 + 5 * $1 }))
        #expect(abs(try #require(found.groups[0].figure.value) - 13.75) < 1e-9)
        #expect(abs(try #require(found.groups[4].figure.value) - 5.75) < 1e-9)
    }

    @Test func `where the deprived have more, the slope is below nothing and the relative index below one`() throws {
        let found = try Self.outcome()
        let slope = try #require(found.slope.value)
        // Five groups on a line: 13.75, 11.75 … 5.75, their middles a fifth apart.
        #expect(abs(slope + 10) < 1e-9)
        #expect(try #require(found.relative.value) < 1)
        #expect(try #require(found.slope.intervals.first?.high) < 0)
    }

    @Test func `a practice without a score is left out and listed, and others are grouped without it`() throws {
        var scores = Self.scores
        scores["A05"] = nil
        let found = try Self.outcome(scores: scores)
        #expect(found.withoutScore == ["A05"] && found.groups.reduce(0) { $0 + $1.areas } == 19)
    }

    @Test func `only the areas asked for are grouped, by deprivation among themselves`() throws {
        let found = try Self.outcome(within: Set((10..<20).map { "A\($0 / 10)\($0 % 10)" }))
        #expect(found.groups.map(\.areas) == [2, 2, 2, 2, 2] && found.withoutScore.isEmpty)
    }

    @Test func `too few areas and standardised rates are refused`() throws {
        #expect(refusalCode { try Self.outcome(within: ["A01", "A02"]) } == "too-few-areas")
        let rate = try IndicatorDefinition.shipped("tooth-extractions-0-19")
        #expect(
            refusalCode { try WorkOutInequality.outcome(rate, [], scores: [:], terms: try Self.terms()) }
                == "no-inequality")
    }
}
