import Contracts
import Tabular
import TestSupport
import Testing
import Vocabulary

struct ClassifyMoneyTests {
    static let asked = Day("2025-07-01")!

    static func terms(
        _ place: Int = 1, recurring: Bool = true, end: String? = nil, uda: Int = 3_600_000, other: Int = 0,
        flags: [String] = []
    ) -> TermsHeld {
        var lines = [
            ContractTerms.Line(service: .general, value: Money(pence: uda), units: .uda(Units(1_200)))
        ]
        if other > 0 { lines.append(.init(service: .orthodontic, value: Money(pence: other), units: nil)) }
        return TermsHeld(
            terms: ContractTerms(
                asOf: Month("2025-06")!, commissioner: TestYears.code, commissionerName: "QXX ICB",
                contract: TestYears.number(place), providerName: "Bluebell Dental Practice Ltd", isPrison: false,
                start: Day("2016-04-01"), end: end.flatMap { Day($0) }, isRecurring: recurring, lines: lines,
                total: Money(pence: uda + other)), flags: flags)
    }

    static func position(_ place: Int = 1, delivered: Int, flags: [String] = []) -> Position {
        let held = TestYears.year(
            2025, contract: TestYears.number(place),
            months: Array(repeating: TestYears.row(delivered: delivered, flags: flags), count: 12))
        return DerivePosition.position(
            of: held, at: 12, carriedIn: .unknown(.firstYearHeld), by: TestYears.rules(2025))!
    }

    @Test func `what a row says of itself decides its share`() throws {
        let money = try ClassifyMoney.classify(
            terms: [
                Self.terms(1), Self.terms(2, end: "2029-03-31"), Self.terms(3, recurring: false),
                Self.terms(4, recurring: false, end: "2025-06-30"),
                Self.terms(5, recurring: false, end: "2026-03-31"), Self.terms(6, flags: ["total-not-sum"]),
            ], on: Self.asked)
        #expect(
            money.items.map(\.state) == [
                .locked, .unclear(.endDatedUnconfirmed), .unclear(.openNonRecurring), .unclear(.endPassed),
                .recurrent(from: Day("2026-04-01")!, by: .trueExpiry), .unclear(.flagged),
            ])
    }

    @Test func `a ruling settles what is unclear`() throws {
        func state(_ ruling: ContractRuling) throws -> MoneyState? {
            try ClassifyMoney.classify(terms: [Self.terms(end: "2029-03-31")], rulings: [ruling], on: Self.asked)
                .items.first?.state
        }
        func ruling(_ type: ContractType?, _ term: ContractRuling.Term) -> ContractRuling {
            ContractRuling(contract: TestYears.number, type: type, term: term, reason: "seen")
        }
        #expect(try state(ruling(.gds, .notSaid)) == .locked)
        #expect(try state(ruling(nil, .openEnded)) == .locked)
        #expect(try state(ruling(.pds, .notSaid)) == .unclear(.endDatedUnconfirmed))
        #expect(
            try state(ruling(.pds, .ends(Day("2029-03-31")!)))
                == .recurrent(from: Day("2029-04-01")!, by: .trueExpiry))
    }

    @Test func `recovery is on the UDA line and never more than it`() throws {
        // The year's target was worth £36,000 and nothing was delivered; the line now carries £10,000.
        let money = try ClassifyMoney.classify(
            terms: [Self.terms(uda: 1_000_000, other: 9_000_000)], positions: [Self.position(delivered: 0)],
            spendBy: Day("2026-03-31")!, on: Self.asked)
        #expect(money.shares.nonRecurrent == Money(pence: 1_000_000))
        #expect(money.shares.locked == Money(pence: 9_000_000))
        let freed = try #require(money.items.first { $0.state.kind == .nonRecurrent })
        #expect(freed.service == .general)
        #expect(freed.state.lastDay == Day("2026-03-31"))
        #expect(freed.state.rule == DentalRuleID.spendBy)
    }

    @Test func `after its last day under-delivery is not movable`() throws {
        let money = try ClassifyMoney.classify(
            terms: [Self.terms()], positions: [Self.position(delivered: 0)], spendBy: Day("2026-03-31")!,
            on: Day("2026-04-01")!)
        #expect(money.shares.nonRecurrent == .zero)
        #expect(money.lapsed == .init(contracts: 1, amount: Money(pence: 3_600_000)))
    }

    @Test func `a contract that the annual file lacks stands beside the programme`() throws {
        let money = try ClassifyMoney.classify(
            terms: [Self.terms(2)], positions: [Self.position(1, delivered: 0)], spendBy: Day("2026-03-31")!,
            on: Self.asked)
        #expect(money.outside.contracts == 1)
        #expect(money.shares.nonRecurrent == .zero)
    }

    @Test func `a position that is held out frees nothing`() throws {
        let money = try ClassifyMoney.classify(
            terms: [Self.terms()], positions: [Self.position(delivered: 0, flags: ["unit-value-high"])],
            spendBy: Day("2026-03-31")!, on: Self.asked)
        #expect(money.shares.nonRecurrent == .zero)
        #expect(money.outside.contracts == 0)
    }

    @Test func `under-delivery on money that ends for good is counted once`() throws {
        let money = try ClassifyMoney.classify(
            terms: [Self.terms(recurring: false, end: "2026-03-31")], positions: [Self.position(delivered: 0)],
            spendBy: Day("2026-03-31")!, on: Self.asked)
        #expect(money.shares.recurrent == Money(pence: 3_600_000))
        #expect(money.shares.nonRecurrent == .zero)
        #expect(money.onRecurrent.amount == Money(pence: 3_600_000))
    }

    @Test func `two years in one picture are pointed out`() throws {
        let money = try ClassifyMoney.classify(terms: [Self.terms()], on: Self.asked)
        #expect(money.notes == ["Gross only: no patient charges are given."])
        var last = Self.position(delivered: 0)
        last.year = FinancialYear(startingIn: 2024)
        let both = try ClassifyMoney.classify(
            terms: [Self.terms()], positions: [last], spendBy: Day("2025-03-31")!, on: Self.asked)
        #expect(both.notes.contains { $0.contains("2025/26") && $0.contains("2024/25") })
    }

    @Test func `charges are taken off the UDA lines to the penny`() throws {
        let money = try ClassifyMoney.classify(
            terms: [Self.terms(uda: 100, other: 900), Self.terms(uda: 200)],
            charges: [TestYears.number: Money(pence: 100)], on: Self.asked)
        #expect(money.items.map(\.net) == [Money(pence: 67), nil, Money(pence: 133)])
        #expect(money.items.map(\.amount.pence) == [100, 900, 200])
    }

    @Test func `no annual file is refused`() {
        #expect(throws: Refusal.self) { try ClassifyMoney.classify(terms: [], on: Self.asked) }
    }

    @Test(arguments: [1, 2, 3, 4]) func `the shares are the programme to the penny`(seed: UInt64) throws {
        var random = Lcg(seed: seed)
        let ends: [String?] = [nil, "2025-06-30", "2026-03-31", "2029-03-31", "2017-01-01"]
        for _ in 0..<60 {
            let terms = (0..<Int.random(in: 1...20, using: &random)).map { _ in
                Self.terms(
                    Int.random(in: 1...8, using: &random), recurring: Bool.random(using: &random),
                    end: ends.randomElement(using: &random)!, uda: Int.random(in: 0...9_999_999, using: &random),
                    other: Int.random(in: 0...9_999_999, using: &random),
                    flags: Int.random(in: 0...9, using: &random) == 0 ? ["odd"] : [])
            }
            let releases = (1...4).map { place in
                Release(
                    contract: TestYears.number(place), line: .general, kind: .rebasing,
                    amount: Money(pence: Int.random(in: 1...5_000_000, using: &random)),
                    noticeDay: Day("2025-05-01")!, fromDay: Day("2026-04-01")!, reason: "agreed")
            }
            let positions = (1...10).map { Self.position($0, delivered: Int.random(in: 0...110, using: &random)) }
            let money = try ClassifyMoney.classify(
                terms: terms, releases: releases, positions: positions, spendBy: Day("2026-03-31")!,
                on: Self.asked)
            let programme = terms.flatMap(\.terms.lines).map(\.value).total()
            #expect(money.shares.programme == programme, "seed \(seed)")
            #expect(money.shares().values.map(\.programme).total() == programme, "seed \(seed)")
            #expect(money.items.allSatisfy { $0.amount > .zero }, "seed \(seed)")
            let recovered = positions.compactMap(\.recovery).total()
            #expect(
                money.shares.nonRecurrent + money.outside.amount + money.onRecurrent.amount <= recovered,
                "seed \(seed)")
        }
    }

    static let annual = "data/nhsbsa_dental/contract_annual_202506.csv"

    @Test(.enabled(if: SharedData.has(annual), "the real data are not here"))
    func `the annual file of June 2025 falls into its shares to the penny`() throws {
        let reading = try DentalContractsFile.read(
            SharedData.bytes(Self.annual), named: "contract_annual_202506.csv",
            months: Month("2016-04")!...Month("2030-03")!)
        let rows = reading.values.map { TermsHeld(terms: $0.value) }
        #expect(rows.count == 8_588)
        #expect(rows.count { $0.terms.isRecurring && $0.terms.end != nil } == 1_455)
        #expect(rows.count { !$0.terms.isRecurring && $0.terms.end == nil } == 360)
        let money = try ClassifyMoney.classify(terms: rows, on: Self.asked)
        #expect(money.shares.programme == Money(pence: 351_890_541_730))
        #expect(money.shares.locked == Money(pence: 281_107_162_543))
        #expect(money.shares.recurrent == Money(pence: 6_211_293_357))
        #expect(money.shares.unclear == Money(pence: 64_572_085_830))
        #expect(money.shares.nonRecurrent == .zero)
    }
}
