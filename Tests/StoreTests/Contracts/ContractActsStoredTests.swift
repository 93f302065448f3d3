import Contracts
import Exemplar
import GRDB
import Rulebook
import Testing
import Vocabulary

@testable import Store

/// The acts on contracts as they are kept: what is allowed names its line, what is refused leaves nothing.
struct ContractActsStoredTests {
    let example: Example

    init() throws { example = try Example() }

    private func flagged() throws -> (contract: ContractNumber, code: String, month: Month) {
        let row = try example.store.read { db in
            try Row.fetchOne(
                db,
                sql: """
                    SELECT h.contract, f.code, d.month FROM dental_month_flag f
                    JOIN dental_month d ON d.id = f.rowId JOIN holder h ON h.id = d.holderId
                    WHERE f.code NOT LIKE '%commissioner%' ORDER BY f.rowId
                    """)
        }
        let found = try #require(row, "seed 7 plants a flag in the last months")
        return (ContractNumber(found["contract"] as String)!, found["code"], Month(index: found["month"]))
    }

    private func years() throws -> [ContractYear] {
        try example.store.read { db in try ContractYearRows.all(accepted: AcceptedFlags.all(db), db) }
    }

    private func terms() throws -> [TermsHeld] { try example.store.read { db in try TermsRows.newest(db) } }

    @Test func `an accepted flag no longer holds its row out`() throws {
        let (contract, code, month) = try flagged()
        func open() throws -> [String] {
            try years().filter { $0.contract == contract && $0.year == month.financialYear }
                .flatMap { $0.months[month.numberInFinancialYear - 1]?.flags ?? [] }
        }
        #expect(try open().contains(code))
        try example.expectRecorded(
            AcceptFlaggedRows(contract: contract, year: month.financialYear, codes: [code], reason: "Seen"),
            table: "flag_acceptance")
        #expect(try !open().contains(code))
        try example.expectRefused(
            AcceptFlaggedRows(contract: contract, year: month.financialYear, codes: [code], reason: "Again"),
            "nothing-flagged", table: "flag_acceptance")
    }

    @Test func `what no row flags cannot be accepted`() throws {
        let contract = try #require(terms().first).terms.contract
        try example.expectRefused(
            AcceptFlaggedRows(
                contract: contract, year: FinancialYear("2024-25")!, codes: ["no-such-flag"], reason: "Seen"),
            "nothing-flagged", table: "flag_acceptance")
    }

    @Test func `the last word on a contract holds, and earlier ones remain`() throws {
        let contract = try #require(terms().first).terms.contract
        try example.expectRecorded(
            RuleOnContract(
                ContractRuling(contract: contract, type: .pds, term: .ends(Day("2030-03-31")!), reason: "Read")),
            table: "contract_ruling")
        try example.expectRecorded(
            RuleOnContract(ContractRuling(contract: contract, type: nil, term: .openEnded, reason: "Corrected")),
            table: "contract_ruling")
        let rulings = try example.store.read { db in try RulingRows.all(db) }
        #expect(rulings.map(\.term) == [.openEnded])
        #expect(try example.count("contract_ruling") == 2)
    }

    @Test func `a contract that is not in the annual file is not ruled on`() throws {
        try example.expectRefused(
            RuleOnContract(
                ContractRuling(contract: ContractNumber("9999999999")!, type: .gds, term: .notSaid, reason: "Read")),
            "unknown-contract", table: "contract_ruling")
    }

    private func release(
        _ share: Int = 1, kind: Release.Kind = .handBack, from: String = "2025-04-01"
    ) throws -> RecordRelease {
        let held = try #require(
            terms().first { !$0.terms.lines.isEmpty && $0.terms.lines[0].value > Money(pence: 100) })
        let line = held.terms.lines[0]
        return RecordRelease(
            Release(
                contract: held.terms.contract, line: line.service, kind: kind,
                amount: Money(pence: line.value.pence * share), noticeDay: Day("2025-01-10")!, fromDay: Day(from)!,
                reason: "Agreed"))
    }

    @Test func `a line's money is released once`() throws {
        let act = try release()
        try example.expectRecorded(act, table: "money_release")
        #expect(try example.store.read { db in try ReleaseRows.all(db) } == [act.release])
        try example.expectRefused(act, "more-than-the-line", table: "money_release")
    }

    @Test func `more than the line carries is refused`() throws {
        try example.expectRefused(try release(2), "more-than-the-line", table: "money_release")
    }

    @Test func `rebasing holds from the day that the rulebook gives, and not earlier`() throws {
        let earliest = try #require(
            RecordRelease.earliestRebasing(afterNoticeOn: Day("2025-01-10")!, by: .shipped))
        #expect(earliest > Day("2025-01-10")!)
        try example.expectRefused(
            try release(kind: .rebasing, from: earliest.adding(days: -1).description), "rebasing-too-early",
            table: "money_release")
        try example.expectRecorded(
            try release(kind: .rebasing, from: earliest.description), table: "money_release")
    }

    @Test func `an agreement is refused where the year's rules know none, and else kept in lowest terms`() throws {
        let held = try years()
        for year in Set(held.map(\.year)) {
            guard let contract = held.first(where: { $0.year == year })?.contract,
                let limits = try YearEndRules(.shipped, year: year).limits
            else { continue }
            func act(_ percent: Int) -> AgreeOverDelivery {
                AgreeOverDelivery(
                    AgreedOverDelivery(
                        contract: contract, year: year, limit: Share(percent: percent), settlement: .paid),
                    reason: "Agreed in writing")
            }
            guard limits.agreedLimit != nil else {
                try example.expectRefused(act(105), "over-delivery-not-in-rules", table: "over_delivery_agreement")
                continue
            }
            try example.expectRefused(act(900), "over-delivery-out-of-range", table: "over_delivery_agreement")
            try example.expectRecorded(act(105), table: "over_delivery_agreement")
            let kept = try example.store.read { db in try AgreementRows.all(db) }
            #expect(kept.map(\.limit.part) == [21])
        }
    }

    @Test func `each act can be read back from its line of the journal`() throws {
        let acts: [any ReplayedAct] = [
            SetUpInstallation(holder: "Wexbourne", isInvented: true), try release(),
            RuleOnContract(
                ContractRuling(
                    contract: ContractNumber("1234567890")!, type: ContractType("local"),
                    term: .ends(Day("2030-03-31")!), reason: "Read")),
            AcceptFlaggedRows(
                contract: ContractNumber("1234567890")!, year: FinancialYear("2024-25")!, codes: ["a", "b"],
                commissioner: OrganisationCode("QWX"), reason: "Seen"),
            AgreeOverDelivery(
                AgreedOverDelivery(
                    contract: ContractNumber("1234567890")!, year: FinancialYear("2023-24")!,
                    limit: Share(1_055, of: 1_000)!, settlement: .carried), reason: "Agreed"),
        ]
        for act in acts {
            let again = type(of: act).init(journalled: act.journalled)
            #expect(again?.journalled.canonical == act.journalled.canonical)
            #expect(type(of: act).init(journalled: ["other": 1]) == nil)
        }
    }
}
