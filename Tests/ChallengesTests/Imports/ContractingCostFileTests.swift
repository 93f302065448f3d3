import Tabular
import Testing
import Vocabulary

@testable import Challenges

struct ContractingCostFileTests {
    private func read(_ lines: String) throws -> ContractingCostFile {
        try ContractingCostFile(ReturnedForm(csv: Array(lines.utf8), named: "costs.csv"))
    }

    @Test func `hours cost what an hour costs, and a fee is a fee`() throws {
        let file = try read(
            """
            Day,Provider,Rule,Bundle,Hours,Pounds an hour,Fee,What
            2025-11-03,RX1,CC05,,7.5,£31.20,,Looking through attendances
            2025-11-04,,,rx1-2025-26-m06,,,"£1,200.00",Support unit
            2025-11-05,,,,1,20,5,Both
            2025-11-05,,,,1,,,No rate
            soon,,,,,,5,No day
            2025-11-05,,,Not A Name,,,5,Bundle
            2025-11-05,,,,,,5,
            """)
        #expect(file.costs.map(\.amountPence) == [23_400, 120_000] && file.costs.map(\.minutes) == [450, nil])
        #expect(file.costs[1].bundle == Sample.bundle && file.costs[0].rule == "CC05")
        #expect(file.rowsRead == 7 && file.rowsRefused == 5)
        #expect(
            file.problems.map(\.code) == [
                "hours-or-fee", "hours-or-fee", "unreadable-day", "unreadable-name", "blank",
            ])
    }

    @Test func `a file without the columns is no list of costs`() {
        #expect(refused { _ = try read("Day,Cost\n2025-11-03,5\n") } == "no-costs")
    }
}
