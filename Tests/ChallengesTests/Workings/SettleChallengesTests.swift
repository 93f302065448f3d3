import TestSupport
import Testing
import Vocabulary

@testable import Challenges

struct SettleChallengesTests {
    private let year = FinancialYear(startingIn: 2025)
    private let file = EvidenceID(String(repeating: "0a", count: 32))!

    private func fault(_ rule: String, row: Int, pence: Int, point: String? = "EL") -> FoundFault {
        FoundFault(
            rule: rule, source: 1, row: row, relatedRow: nil, provider: "RWX", month: 2, pointOfDelivery: point,
            pence: pence)
    }

    private func settle(_ faults: [FoundFault], _ elements: PaymentElements? = nil) -> [RaisedChallenge] {
        var settling = SettleChallenges(
            elements: elements ?? PaymentElements(cash: ["variable"]), sources: [1: file], year: year)
        return ["CC01", "CC10", "CC11"].flatMap { rule in settling.settle(faults.filter { $0.rule == rule }) }
    }

    @Test func `a row that breaks two rules counts once, under the first of them`() {
        let raised = settle([fault("CC11", row: 5, pence: 100), fault("CC01", row: 5, pence: 900)])
        #expect(raised.map(\.rule) == ["CC01", "CC11"])
        #expect(raised.map(\.counted.pence) == [900, 0])
        #expect(raised.map(\.atRisk.pence) == [900, 100])
    }

    @Test func `a rule without money leaves the row's money to the next`() {
        let raised = settle([fault("CC01", row: 5, pence: 0), fault("CC10", row: 5, pence: 70)])
        #expect(raised.map(\.counted.pence) == [0, 70])
    }

    @Test func `where the contract line has no cash a fault is one of data only, and still says what it comes to`() {
        var elements = PaymentElements(cash: ["variable"])
        elements.add("fixed", provider: "RWX", pointOfDelivery: nil, from: nil, to: nil)
        elements.add("variable", provider: "RWX", pointOfDelivery: "EL", from: nil, to: nil)
        let raised = settle(
            [fault("CC01", row: 5, pence: 900), fault("CC01", row: 6, pence: 80, point: "AE")], elements)
        #expect(raised.map(\.isDataOnly) == [false, true])
        #expect(raised.map(\.atRisk.pence) == [900, 0])
        #expect(raised.map(\.amount.pence) == [900, 80])
    }

    @Test func `what is said of the provider goes before what is said of every provider`() {
        var elements = PaymentElements(cash: ["variable"])
        elements.add("variable", provider: nil, pointOfDelivery: "EL", from: nil, to: nil)
        elements.add("low-volume-block", provider: "RWX", pointOfDelivery: nil, from: nil, to: nil)
        let day = Day("2025-05-01")!
        #expect(elements.element(provider: "RWX", pointOfDelivery: "EL", on: day) == "low-volume-block")
        #expect(elements.element(provider: "RWY", pointOfDelivery: "EL", on: day) == "variable")
        #expect(elements.element(provider: "RWY", pointOfDelivery: "AE", on: day) == nil)
    }

    @Test func `a contract line holds from its first day to the day before its last`() {
        var elements = PaymentElements(cash: ["variable"])
        elements.add(
            "fixed", provider: "RWX", pointOfDelivery: "EL", from: Day("2025-04-01"), to: Day("2025-05-01"))
        func element(_ day: String) -> String? {
            elements.element(provider: "RWX", pointOfDelivery: "EL", on: Day(day)!)
        }
        #expect(element("2025-03-31") == nil)
        #expect(element("2025-04-01") == "fixed")
        #expect(element("2025-05-01") == nil)
    }

    @Test(arguments: 1...30 as ClosedRange<UInt64>)
    func `no row counts twice, and what counts is never more than what is at risk`(seed: UInt64) {
        var random = SeededNumbers(seed: seed)
        let faults = (0..<200).map { _ in
            fault(
                ["CC01", "CC10", "CC11"].randomElement(using: &random)!, row: Int.random(in: 2...60, using: &random),
                pence: Int.random(in: 0...1_000, using: &random))
        }
        let raised = settle(faults)
        #expect(raised.count == faults.count)
        for (row, list) in Dictionary(grouping: raised, by: \.row) {
            let counted = list.filter { $0.counted > .zero }
            #expect(counted.count <= 1, "row \(row), seed \(seed)")
            let first = list.first { $0.atRisk > .zero }
            #expect(counted.first?.counted ?? .zero == first?.atRisk ?? .zero, "row \(row), seed \(seed)")
        }
    }
}
