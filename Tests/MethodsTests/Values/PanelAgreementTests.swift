import Methods
import TestSupport
import Testing

struct PanelAgreementTests {
    /// JMcDM, test/testborda.jl (MIT licence): three judges' places of three alternatives.
    @Test func `GRP-01: Borda's order of JMcDM`() {
        let panel = PanelAgreement(places: [[1, 2, 3], [2, 1, 3], [3, 2, 1]])
        #expect(panel.rankSums == [6, 5, 7])
        #expect(panel.bordaOrder == [1, 0, 2])
        #expect(panel.bordaPoints == [3, 4, 2])
    }

    @Test func `members of one mind agree wholly, two of opposite minds not at all`() {
        let same = PanelAgreement(scores: [[9, 5, 1], [80, 20, 10], [3, 2, 1]])
        #expect(same.concordance == 1 && same.meanCorrelation.map { abs($0 - 1) < 1e-12 } == true)
        #expect(same.meaning.hasSuffix("it is 100 %."))
        let opposite = PanelAgreement(scores: [[1, 2, 3], [3, 2, 1]])
        #expect(opposite.concordance == 0)
        #expect(agree([opposite.meanCorrelation ?? .nan], [-1], within: 1e-12))
        #expect(agree(opposite.correlationWithOthers.map { $0 ?? .nan }, [-1, -1], within: 1e-12))
    }

    /// Worked by hand: three members, four options; the second puts three level, the third two pairs of two.
    @Test func `ties are corrected for`() throws {
        let panel = PanelAgreement(places: [[1, 2, 3, 4], [1, 1, 1, 2], [2, 1, 2, 1]])
        #expect(panel.ranks == [[1, 2, 3, 4], [2, 2, 2, 4], [3.5, 1.5, 3.5, 1.5]])
        #expect(panel.rankSums == [6.5, 5.5, 8.5, 9.5])
        // Squares from 7.5: 1 + 4 + 1 + 4 = 10. Ties: 27 − 3 and twice 8 − 2. 12 · 10 ÷ (9 · 60 − 3 · 36).
        #expect(abs(try #require(panel.concordance) - 120.0 / 432) < 1e-12)
    }

    @Test func `where nobody tells options apart there is no agreement to measure`() {
        let level = PanelAgreement(scores: [[1, 1], [2, 2]])
        #expect(level.concordance == nil && level.meanCorrelation == nil)
        #expect(level.meaning.hasPrefix("There is no agreement to measure"))
        #expect(PanelAgreement(scores: [[1, 2]]).concordance == nil)
        #expect(PanelAgreement(scores: []).options == 0)
    }

    @Test(arguments: [UInt64(41), 42]) func `without ties concordance and mean correlation say the same`(
        seed: UInt64
    ) throws {
        var numbers = SeededNumbers(seed: seed)
        for _ in 0..<100 {
            let members = Int.random(in: 2...9, using: &numbers)
            let panel = PanelAgreement(
                places: (0..<members).map { _ in (1...7).map(Double.init).shuffled(using: &numbers) })
            let concordance = try #require(panel.concordance)
            let mean = try #require(panel.meanCorrelation)
            #expect(
                abs((Double(members) * concordance - 1) / Double(members - 1) - mean) < 1e-9, "seed \(seed)")
        }
    }

    @Test func `the spread of scores is that of members, by criterion`() throws {
        let spread = try #require(ScoreSpread([10, 20, 60]))
        #expect(spread.low == 10 && spread.high == 60 && spread.mean == 30 && spread.median == 20)
        #expect(abs(spread.standardDeviation - 700.0.squareRoot()) < 1e-12)
        #expect(ScoreSpread([]) == nil)
        // Two members, two options, two criteria; the second member did not score the second option.
        let scores: [Double?] = [50, 10, 70, 20, 54, 10, nil, nil]
        let spreads = ScoreSpread.byCriterion(scores, members: 2, options: 2, criteria: 2)
        // 50 and 54 lie 2 from their mean on either side: 8 over one.
        let eight = 8.0
        #expect(agree(spreads.map { $0 ?? .nan }, [eight.squareRoot(), 0], within: 1e-12))
        #expect(ScoreSpread.byCriterion([1, 2], members: 1, options: 2, criteria: 1) == [nil])
    }
}
