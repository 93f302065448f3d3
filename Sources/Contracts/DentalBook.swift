public import Vocabulary

/// Everything held about dental contracts that a question needs, indexed once.
///
/// Carry-forward is worked out when the book is made: each contract's years in order, last year's outcome becoming
/// this year's carried-in units. A year that was not judged, not held to its March, or held out breaks the chain.
/// Making it costs one sort of the contract-years; after that a year's positions cost one pass over the year.
public struct DentalBook: Sendable {
    /// By contract, then year, then commissioner.
    public let contractYears: [ContractYear]
    public let terms: [TermsHeld]
    public let rules: [FinancialYear: DentalYearRules]
    /// Months whose files are held.
    public let monthsHeld: Set<Month>
    public let rulings: [ContractRuling]
    public let releases: [Release]
    private let carriedIn: [CarriedIn]
    private let placesByYear: [FinancialYear: [Int]]
    private let placesByContract: [ContractNumber: Range<Int>]
    private let agreements: [AgreementKey: AgreedOverDelivery]

    private struct AgreementKey: Hashable {
        var contract: ContractNumber
        var year: FinancialYear
    }

    /// - Parameters:
    ///   - contractYears: in any order; a contract that two commissioners report in one month comes twice.
    ///   - rules: one for each year to be asked about; a year without rules has no positions.
    ///   - monthsHeld: months whose files are held; nil takes every month in which any contract has a row.
    public init(
        contractYears: [ContractYear], terms: [TermsHeld] = [], rules: [FinancialYear: DentalYearRules],
        monthsHeld: Set<Month>? = nil, rulings: [ContractRuling] = [], releases: [Release] = [],
        agreements: [AgreedOverDelivery] = []
    ) {
        let sorted = contractYears.sorted {
            if $0.contract != $1.contract { return $0.contract < $1.contract }
            return $0.year == $1.year ? $0.commissioner < $1.commissioner : $0.year < $1.year
        }
        let agreed = Dictionary(
            agreements.map { (AgreementKey(contract: $0.contract, year: $0.year), $0) },
            uniquingKeysWith: { $1 })
        let held = monthsHeld ?? DentalBook.months(in: sorted)
        let yearsHeld = Set(sorted.map(\.year))
        let firstYear = yearsHeld.min()

        var carriedIn: [CarriedIn] = []
        carriedIn.reserveCapacity(sorted.count)
        var byYear: [FinancialYear: [Int]] = [:]
        var byContract: [ContractNumber: Range<Int>] = [:]
        var start = 0
        while start < sorted.count {
            var end = start
            var before: (year: FinancialYear, next: CarriedIn)?
            while end < sorted.count, sorted[end].contract == sorted[start].contract {
                let year = sorted[end].year
                let brought: CarriedIn =
                    if let before, before.year == year.previous {
                        before.next
                    } else {
                        .unknown(
                            year == firstYear
                                ? .firstYearHeld
                                : yearsHeld.contains(year.previous) ? .newContract : .lastYearIncomplete)
                    }
                var twins = end
                while twins < sorted.count, sorted[twins].contract == sorted[start].contract,
                    sorted[twins].year == year
                {
                    carriedIn.append(brought)
                    byYear[year, default: []].append(twins)
                    twins += 1
                }
                let outcomes = (end..<twins).map { place in
                    DentalBook.carriedOut(
                        of: sorted[place], carriedIn: brought, by: rules[year], monthsHeld: held,
                        agreement: agreed[AgreementKey(contract: sorted[place].contract, year: year)])
                }
                let known = outcomes.filter(\.isDerived)
                let isOne = known.count == 1 || outcomes.count == 1
                before = (year, isOne ? known.first ?? outcomes[0] : .unknown(.lastYearHeldOut))
                end = twins
            }
            byContract[sorted[start].contract] = start..<end
            start = end
        }
        self.contractYears = sorted
        self.terms = terms
        self.rules = rules
        self.monthsHeld = held
        self.rulings = rulings
        self.releases = releases
        self.carriedIn = carriedIn
        self.placesByYear = byYear
        self.placesByContract = byContract
        self.agreements = agreed
    }

    public var years: [FinancialYear] { placesByYear.keys.sorted() }

    /// The last month whose file is held; nil where none is.
    public var dataTo: Month? { monthsHeld.max() }

    /// The last month of a year whose file is held, 1 to 12.
    public func lastMonth(of year: FinancialYear) -> Int? {
        (1...12).last { monthsHeld.contains(year.month($0)) }
    }

    /// The years of one contract, in order; empty where it is not held.
    public func years(of contract: ContractNumber) -> ArraySlice<ContractYear> {
        placesByContract[contract].map { contractYears[$0] } ?? []
    }

    /// The contract-years of one year, by contract.
    public func contractYears(in year: FinancialYear) -> [ContractYear] {
        (placesByYear[year] ?? []).map { contractYears[$0] }
    }

    /// Every contract's position at the end of a month, by contract number; held-out ones among them.
    ///
    /// - Parameter forecasts: what the projections rest on; none makes positions without projections.
    public func positions(
        in year: FinancialYear, at month: Int, forecasts: [ContractNumber: YearEndForecast] = [:]
    ) -> [Position] {
        guard rules[year] != nil else { return [] }
        return (placesByYear[year] ?? []).compactMap { position(at: $0, month: month, forecasts: forecasts) }
    }

    /// One contract's position in each year held, at the month asked for or the last one held.
    public func history(
        of contract: ContractNumber, at month: Int = 12, forecasts: [ContractNumber: YearEndForecast] = [:]
    ) -> [Position] {
        (placesByContract[contract] ?? 0..<0).compactMap { place in
            let year = contractYears[place].year
            guard rules[year] != nil, let last = lastMonth(of: year) else { return nil }
            return position(at: place, month: min(month, last), forecasts: forecasts)
        }
    }

    private func position(
        at place: Int, month: Int, forecasts: [ContractNumber: YearEndForecast]
    ) -> Position? {
        let held = contractYears[place]
        guard let rules = rules[held.year] else { return nil }
        let agreement = agreements.isEmpty ? nil : agreements[AgreementKey(contract: held.contract, year: held.year)]
        guard
            var position = DerivePosition.position(
                of: held, at: month, carriedIn: carriedIn[place], by: rules,
                isMonthHeld: monthsHeld.contains(held.year.month(month)),
                isAprilHeld: monthsHeld.contains(held.year.month(1)), agreement: agreement)
        else { return nil }
        position.monthsMissing = (1...month).map { held.year.month($0) }.filter { !monthsHeld.contains($0) }
        guard position.monthsMissing.isEmpty else {
            position.midYear = nil
            position.yearEnd = nil
            return position
        }
        if month < 12, let forecast = forecasts[held.contract], forecast.year == held.year {
            position.projection = ProjectYearEnd.projection(
                of: position, forecast: forecast, by: rules.yearEnd, agreement: agreement)
        }
        return position
    }

    /// What a contract-year hands to the next.
    private static func carriedOut(
        of held: ContractYear, carriedIn: CarriedIn, by rules: DentalYearRules?, monthsHeld: Set<Month>,
        agreement: AgreedOverDelivery?
    ) -> CarriedIn {
        guard let rules, rules.yearEnd.isJudged else { return .unknown(.lastYearNotJudged) }
        guard held.months[11] != nil, held.year.months.allSatisfy(monthsHeld.contains) else {
            return .unknown(.lastYearIncomplete)
        }
        guard
            let position = DerivePosition.position(
                of: held, at: 12, carriedIn: carriedIn, by: rules, agreement: agreement)
        else { return .unknown(.lastYearIncomplete) }
        guard !position.isHeldOut else { return .unknown(.lastYearHeldOut) }
        guard let outcome = position.yearEnd else { return .unknown(.lastYearNotJudged) }
        return .derived(outcome.carriedForward, from: held.year)
    }

    private static func months(in contractYears: [ContractYear]) -> Set<Month> {
        var flags: [FinancialYear: [Bool]] = [:]
        for held in contractYears {
            for (place, row) in held.months.enumerated() where row != nil {
                flags[held.year, default: Array(repeating: false, count: 12)][place] = true
            }
        }
        return Set(
            flags.flatMap { year, held in
                held.indices.filter { held[$0] }.map { year.month($0 + 1) }
            })
    }
}
