import Testing
import Vocabulary

@testable import Challenges

struct MeasureRulesTests {
    private let file = EvidenceID(String(repeating: "0a", count: 32))!

    private func raised(_ rule: String, _ row: Int) -> RaisedChallenge {
        RaisedChallenge(
            rule: rule, source: file, row: row, relatedRow: nil, provider: "RWX", year: FinancialYear(startingIn: 2025),
            month: 1, amount: Money(pence: 10), atRisk: .zero, counted: .zero, isDataOnly: true)
    }

    @Test func `recall is of what was planted, precision of what was raised`() throws {
        let list = try PlantedFaultsFile(
            Array("row,rule,amountPence,file\n2,CC01,10,plcm.csv\n3,CC01,10,plcm.csv\n4,CC02,10,other.csv\n".utf8),
            named: "p")
        let (measures, elsewhere) = MeasureRules.measure(
            [raised("CC01", 2), raised("CC01", 9)], against: list.faults, rules: ["CC01", "CC02"],
            names: [file: "plcm.csv"])
        #expect(measures.map(\.planted) == [2, 0])
        #expect(measures.map(\.recall) == [0.5, nil])
        #expect(measures.map(\.precision) == [0.5, nil])
        #expect(elsewhere == 1)
    }

    @Test func `a list without names of files is of the file of rows`() throws {
        let list = try PlantedFaultsFile(Array("row,rule,amountPence\n2,CC01,10\n".utf8), named: "p")
        let (measures, _) = MeasureRules.measure(
            [raised("CC01", 2)], against: list.faults, rules: ["CC01"], names: [file: "plcm.csv"])
        #expect(measures.map(\.recall) == [1])
    }

    @Test(arguments: ["row,rule\n2,CC01\n", "row,rule,amountPence\nx,CC01,1\n"])
    func `a list that is none is refused`(text: String) {
        #expect(throws: Refusal.self) { try PlantedFaultsFile(Array(text.utf8), named: "p") }
    }
}
