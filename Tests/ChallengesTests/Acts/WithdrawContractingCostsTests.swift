import Testing
import Vocabulary

@testable import Challenges

struct WithdrawContractingCostsTests {
    private let held: [RecordedCost] = [1, 2, 3].map { number in
        let cost = ContractingCost(
            on: Sample.day("2025-11-03"), amount: Money(pence: number * 100), what: "Letters")
        let earlier = RecordedCost.Withdrawal(on: Sample.day("2025-11-04"), reason: "Entered twice")
        return RecordedCost(number: number, cost, withdrawal: number == 3 ? earlier : nil)
    }

    private func code(_ costs: [Int], reason: String = "Entered twice") -> String? {
        refused {
            _ = try WithdrawContractingCosts(costs, reason: reason).decide(
                .init(held: held), by: Sample.author, at: Sample.moment)
        }
    }

    @Test func `what is withdrawn stays as it was, with the day and the reason`() throws {
        let after = try WithdrawContractingCosts([2, 1], reason: "Entered twice").decide(
            .init(held: held), by: Sample.author, at: Sample.moment)
        #expect(
            after.withdrawn.map(\.number) == [2, 1] && after.withdrawn.map(\.cost) == [held[1].cost, held[0].cost])
        let withdrawal = RecordedCost.Withdrawal(on: Sample.moment.inLondon.day, reason: "Entered twice")
        #expect(after.withdrawn.allSatisfy { $0.withdrawal == withdrawal && !$0.stands })
    }

    @Test func `nothing, twice the same, what is unknown or withdrawn, and no reason are refused`() {
        #expect(code([1, 2]) == nil)
        #expect(code([]) == "no-costs")
        #expect(code([1, 1]) == "cost-twice")
        #expect(code([4]) == "no-such-cost" && code([0]) == "no-such-cost")
        #expect(code([1, 3]) == "cost-withdrawn")
        #expect(code([1], reason: " \n") == "no-reason")
    }

    @Test func `a line of the journal makes the act again`() throws {
        let act = WithdrawContractingCosts([1, 2], reason: "Entered twice")
        let again = try act.journalled.decoded(as: WithdrawContractingCosts.self, named: "a line")
        #expect(again.costs == act.costs && again.reason == act.reason)
    }
}
