import Testing
import Vocabulary

@testable import Challenges

struct RecordContractingCostsTests {
    private func code(_ costs: [ContractingCost], isHeld: Bool = false) -> String? {
        refused {
            _ = try RecordContractingCosts(costs).decide(
                .init(providers: [Sample.bundle: "RX1"], isHeld: isHeld), by: Sample.author, at: Sample.moment)
        }
    }

    private func cost(
        _ pence: Int = 500, minutes: Int? = nil, on text: String = "2025-11-03", provider: String? = nil,
        bundle: Slug? = nil, what: String = "Letters"
    ) -> ContractingCost {
        ContractingCost(
            on: Sample.day(text), provider: provider, bundle: bundle, minutes: minutes, amount: Money(pence: pence),
            what: what)
    }

    @Test func `hours and fees are recorded, with the bundle's own provider or none`() {
        #expect(code([cost(), cost(minutes: 30), cost(0, minutes: 5)]) == nil)
        #expect(code([cost(provider: "RX1", bundle: Sample.bundle)]) == nil)
        #expect(code([cost(provider: "RX2", bundle: Sample.bundle)]) == "other-provider")
        #expect(code([cost(bundle: Slug("none")!)]) == "no-such-bundle")
    }

    @Test func `nothing, what is below nil, without words, still to come or held already is refused`() {
        #expect(code([]) == "nothing-recorded")
        #expect(code([cost(-1)]) == "amount-negative")
        #expect(code([cost(0)]) == "minutes-missing")
        #expect(code([cost(5, minutes: 0)]) == "minutes-missing")
        #expect(code([cost(what: " ")]) == "text-missing")
        #expect(code([cost(on: "2026-05-01")]) == "day-in-future")
        #expect(code([cost(.max), cost(.max)]) == "amount-too-large")
        #expect(code([cost()], isHeld: true) == "costs-held")
    }

    @Test func `a line of the journal makes the act again`() throws {
        let act = RecordContractingCosts([cost(), cost(minutes: 30, bundle: Sample.bundle)], source: Sample.digest(3))
        #expect(try act.journalled.decoded(as: RecordContractingCosts.self, named: "a line").costs == act.costs)
    }
}
