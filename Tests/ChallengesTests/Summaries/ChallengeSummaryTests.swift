import Tabular
import Testing
import Vocabulary

@testable import Challenges

struct ChallengeSummaryTests {
    private func raised(_ rule: String, _ row: Int, amount: Int, atRisk: Int, counted: Int) -> RaisedChallenge {
        RaisedChallenge(
            rule: rule, source: EvidenceID(String(repeating: "0a", count: 32))!, row: row, relatedRow: nil,
            provider: "RWX", year: FinancialYear(startingIn: 2025), month: 1, amount: Money(pence: amount),
            atRisk: Money(pence: atRisk), counted: Money(pence: counted), isDataOnly: atRisk == 0)
    }

    private let rules = ChallengeRule.shipped.filter { ["CC01", "CC05", "CC10"].contains($0.id) }

    @Test func `rows are counted once though two rules found them, and a rule that found nothing has its line`() {
        let summary = ChallengeSummary(
            [
                raised("CC01", 2, amount: 900, atRisk: 900, counted: 900),
                raised("CC10", 2, amount: 100, atRisk: 100, counted: 0),
                raised("CC10", 3, amount: 50, atRisk: 0, counted: 0),
            ], rules: rules)
        #expect(summary.rows == 2)
        #expect(summary.counted.pence == 900)
        #expect(summary.lines.map(\.rule) == ["CC01", "CC05", "CC10"])
        #expect(summary.lines.map(\.raised) == [1, 0, 2])
        #expect(summary.lines.map(\.dataOnly) == [0, 0, 1])
        #expect(summary.lines[2].amount.pence == 150 && summary.lines[2].atRisk.pence == 100)
        #expect(summary.table.rows.count == 3)
    }

    @Test func `every rule has a row of words, and every branch of who pays its meaning`() {
        #expect(RulesTable.table(ChallengeRule.shipped).rows.count == 29)
        let table = WhoPaysTable.table(
            [("G-PRACTICE", 2, Money(pence: 100), 1, Money(pence: 40))], year: FinancialYear(startingIn: 2025))
        #expect(
            table.rows == [
                [
                    .text("G-PRACTICE"), .text("the sub-ICB location of the practice"), .count(2),
                    .money(Money(pence: 100)),
                    .count(1), .money(Money(pence: 40)),
                ]
            ])
        let payer = ChallengeView.shipped.first { $0.name == "payer" }
        for reason in WhoPaysTable.words.keys { #expect(payer?.text.body.contains("'\(reason)'") == true, "\(reason)") }
    }

    @Test func `what was measured and what was found come out as tables`() {
        let measure = RuleMeasure(rule: "CC01", planted: 2, raised: 1, found: 1, plantedPence: 20, raisedPence: 10)
        #expect(MeasureTable.table([measure]).rows[0][4] == .number(0.5, places: 4))
        let one = raised("CC01", 2, amount: 900, atRisk: 900, counted: 900)
        #expect(FoundRows.table([one], names: [one.source: "plcm.csv"]).rows[0][0] == .text("plcm.csv"))
    }
}
