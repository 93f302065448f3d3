import Contracts
import Markup
import Priorities
import Testing
import Vocabulary

@testable import Pages

/// What a form about a round or a contract wrote is read back equal, from the page as a browser would send it.
struct SetUpFormsTests {
    private static func s(_ text: String) -> Slug { Slug(text)! }
    private static let day = Day("2027-04-01")!
    private static let hostile = "“two” <b>&amp; '\"</b> \\ / £5"

    @Test func `money, what ties it, and rules come back`() {
        for kind in FundingSource.Kind.allCases {
            AskedFormSent.comesBack(
                FundingSourceForm(),
                .init(
                    year: FinancialYear("2026/27")!,
                    source: FundingSource(
                        title: Self.hostile, kind: kind, amount: Money(pence: 12_345_05), note: Self.hostile)))
        }
        AskedFormSent.comesBack(
            LockForm(),
            Lock(
                id: Self.s("north-road"), title: Self.hostile, amount: Money(pence: 6_000_000), until: Self.day,
                contract: "5133220000"))
        let options = ["a", "b", "c"].map { Choice($0, "Option \($0)") }
        for kind in PortfolioRule.Kind.allCases {
            AskedFormSent.comesBack(
                PortfolioRuleForm(options: options),
                PortfolioRule(
                    id: Self.s("rule"), title: Self.hostile, kind: kind,
                    options: kind == .prerequisite ? [Self.s("c"), Self.s("a")] : [Self.s("a"), Self.s("c")],
                    limit: Money(pence: 5_000_000), number: kind == .workforceMost ? 250 : 3))
        }
        AskedFormSent.comesBack(
            PortfolioRuleForm(options: []),
            PortfolioRule(
                id: Self.s("rule"), title: "R", kind: .forcedIn, tag: Self.s("prevention"), area: Self.s("north")))
    }

    @Test func `a round and its criteria come back`() {
        for benefit in [BenefitKind.whole, .perPerson] {
            AskedFormSent.comesBack(
                NewRoundForm(commissioners: [Choice("QZW", "Wexbourne")]),
                .init(
                    round: Self.s("dental-2027"), title: Self.hostile, programme: Self.hostile,
                    commissioner: OrganisationCode("QZW")!, benefit: benefit,
                    appeals: benefit == .whole ? AppealsRoute(address: Self.hostile, days: 28) : nil,
                    weighing: benefit == .whole ? .tradeOff : .swing))
        }
        for outside in Priorities.Scale.Outside.allCases {
            AskedFormSent.comesBack(
                CriterionForm(branches: [Choice("health", "Health")]),
                .init(
                    Criterion(
                        id: Self.s("wait"), title: Self.hostile, meaning: Self.hostile, parent: Self.s("health"),
                        scale: Priorities.Scale(
                            unit: "weeks",
                            anchors: [
                                .init(at: -4.25, value: 100, meaning: Self.hostile),
                                .init(at: 12, value: 50, meaning: "b"),
                                .init(at: 52, value: 0, meaning: "c"),
                            ], outside: outside))))
        }
        AskedFormSent.comesBack(
            CriterionForm(isBranch: true), .init(Criterion(id: Self.s("branch"), title: "B", meaning: "M")))
        for use in PackUse.Use.allCases {
            AskedFormSent.comesBack(
                CriteriaPackForm(), PackUse(pack: CriteriaPack.shipped[0].id, use: use, reason: Self.hostile))
        }
    }

    @Test func `what is settled about a contract comes back`() {
        let doubts = ["unit-value-high", "two-commissioners"].map {
            AcceptRowsForm.Doubt(year: FinancialYear("2024/25")!, commissioner: OrganisationCode("QZW")!, code: $0)
        }
        AskedFormSent.comesBack(AcceptRowsForm(doubts: doubts), .init(doubts: doubts, reason: Self.hostile))
        let terms: [ContractRuling.Term] = [.notSaid, .openEnded, .ends(Self.day)]
        for term in terms {
            AskedFormSent.comesBack(
                RuleOnContractForm(),
                .init(
                    type: .pdsPlus, term: term, reason: Self.hostile,
                    evidence: EvidenceID(String(repeating: "0a", count: 32))))
        }
        for kind in Release.Kind.allCases {
            AskedFormSent.comesBack(
                ReleaseForm(lines: [.init(service: .general, value: Money(pence: 100_000))]),
                .init(
                    line: .general, kind: kind, amount: Money(pence: 41_666_72), units: Units(hundredths: 125_050),
                    noticeDay: Self.day, fromDay: Self.day, reason: Self.hostile))
        }
        for settlement in AgreedOverDelivery.Settlement.allCases {
            AskedFormSent.comesBack(
                AgreeForm(years: [FinancialYear("2024/25")!]),
                .init(year: FinancialYear("2024/25")!, percent: 110, settlement: settlement, reason: Self.hostile))
        }
    }

    @Test func `acts on accepted rows are one for each year and commissioner`() {
        func doubt(_ year: String, _ commissioner: String, _ code: String) -> AcceptRowsForm.Doubt {
            .init(year: FinancialYear(year)!, commissioner: OrganisationCode(commissioner)!, code: code)
        }
        let answer = AcceptRowsForm.Answer(
            doubts: [doubt("2024/25", "QZW", "a"), doubt("2023/24", "QZW", "a"), doubt("2024/25", "QZW", "b")],
            reason: "R")
        let acts = answer.acts(on: ContractNumber("5133220000")!)
        #expect(acts.map(\.codes) == [["a", "b"], ["a"]])
    }
}
