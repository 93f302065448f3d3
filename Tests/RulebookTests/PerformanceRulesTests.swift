import Testing
import Vocabulary

@testable import Rulebook

struct PerformanceRulesTests {
    @Test(arguments: [(2020, "suspended"), (2021, "suspended"), (2022, "running"), (2023, "running"), (2024, "paused")])
    func `the national scheme has a state in each year that was read`(year: Int, state: String) throws {
        let year = FinancialYear(startingIn: year)
        #expect(try Rulebook.shipped.text("performance.cquin.state", on: year.firstDay) == state)
        #expect(try Rulebook.shipped.text("performance.cquin.state", on: year.lastDay) == state)
    }

    @Test func `a later year has no rule, and is not guessed`() {
        let refused = #expect(throws: Refusal.self) {
            try Rulebook.shipped.text("performance.cquin.state", on: FinancialYear(startingIn: 2025).firstDay)
        }
        #expect(refused?.code == "no-rule")
    }

    @Test func `what is recalled of the contract's conditions is marked unverified`() throws {
        let rules = try RulebookFile.read(ShippedFiles.performanceRules, named: "performance.csv")
        let recalled = rules.filter {
            $0.id.hasPrefix("performance.activity") || $0.id.hasPrefix("performance.contract")
        }
        #expect(recalled.count == 5)
        #expect(recalled.allSatisfy { !$0.isVerified })
    }
}
