import Testing
import Vocabulary

@testable import Performance

struct IndicativePlanFileTests {
    private static let header = IndicativePlanFile.columns.joined(separator: ",") + "\n"

    private func read(_ rows: String) throws(Refusal) -> IndicativePlan {
        try IndicativePlanFile.read(Array((Self.header + rows).utf8), named: "plan.csv")
    }

    @Test func `a month, a year and a plan by point of delivery alone are read`() throws {
        let plan = try read("RX1,EL,100,A,2025/26,3,12.5,1000\nRY2,EL,,,2025/26,,\"1,200\",500000\n")
        #expect(plan.entries[0].month == 3)
        #expect(plan.entries[0].activity == ActivityAmount(tenThousandths: 125_000))
        #expect(plan.entries[1].month == nil)
        #expect(plan.entries[1].line.tariff == nil)
        #expect(plan.entries[1].activity == ActivityAmount(1_200))
    }

    @Test func `every fault is named with its row and column, and nothing is read`() {
        let refused = #expect(throws: Refusal.self) {
            try read(",EL,100,A,2025/26,13,x,1.5\nRX1,EL,100,A,2025,1,1,-1\n")
        }
        #expect(refused?.code == "bad-definitions")
        for fault in [
            "row 2, provider", "row 2, financialMonth", "row 2, activity", "row 2, pricePence", "row 3, pricePence",
        ] {
            #expect(refused?.sentence.contains(fault) == true, "\(fault)")
        }
    }

    @Test func `a file without a row is no plan`() {
        #expect(Sample.code { _ = try read("") } == "plan-empty")
    }
}
