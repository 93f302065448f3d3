package import Contracts
import Foundation
import GRDB
package import Organisations
package import Rulebook
import Synchronization
package import Vocabulary

/// What is held about dental contracts at one line of the journal, with what has been worked out from it so far.
///
/// Nothing in it changes: when the journal grows, another desk is made. Forecasts and positions are worked out when
/// first asked for and kept, so that a page costs what is new about it.
package final class DentalDesk: Sendable {
    package let book: DentalBook
    package let rulebook: Rulebook
    package let directory: Directory
    package let installation: Installation
    /// People by commissioner, where a population file is held.
    package let populations: [OrganisationCode: Int]
    private let groups: [String: String]
    private let charges: [ContractNumber: [FinancialYear: Money]]
    /// The journal's last line when it was read.
    package let head: Int
    private let memo = Mutex(Memo())
    /// Held while forecasts are worked out: however many ask at once, it is done once.
    private let forecasting = Mutex<Void>(())

    private struct Memo {
        var history: ForecastYearEnd.History?
        var forecasts: [AskedMonth: [ContractNumber: YearEndForecast]] = [:]
        var positions: [AskedMonth: [Position]] = [:]
        var backtest: ForecastBacktest?
        var common: [Int: Share] = [:]
        var movable: [AskedMonth: MovableMoney] = [:]
        var spendBy: [AskedMonth: SpendBy] = [:]
        var commissionerNames: [OrganisationCode: String]?
    }

    /// Reads everything once.
    package init(_ store: Store, rulebook: Rulebook = .shipped, calendar: WorkingDays = .shipped) throws {
        (book, installation, head, populations, groups, charges) = try store.read { db in
            (
                try DentalBook(reading: db, rulebook: rulebook, calendar: calendar),
                try Installation.current(db), try Journal.head(db).sequence, try LocalFacts.populations(db),
                try LocalFacts.providerGroups(db), try LocalFacts.patientCharges(db)
            )
        }
        self.rulebook = rulebook
        directory = try Directory.shipped.adding(ContractHandovers.derived(from: book, besides: .shipped))
    }

    /// The month asked for, or the last one held.
    ///
    /// - Throws: `Refusal` where nothing is held, or that month is not.
    package func month(year: FinancialYear? = nil, month: Month? = nil) throws(Refusal) -> AskedMonth {
        guard let last = book.dataTo else {
            throw Refusal(
                .input, code: "nothing-held", "No monthly contractor file is held yet.",
                remedy: "Import some: remit import nhsbsa-dental FILE…")
        }
        if let month {
            if let year, month.financialYear != year {
                throw Refusal(
                    .usage, code: "month-outside-year", "\(month.inWords) is not in the financial year \(year).")
            }
            guard book.monthsHeld.contains(month) else { throw notHeld(month.inWords, last) }
            return AskedMonth(year: month.financialYear, number: month.numberInFinancialYear)
        }
        let year = year ?? last.financialYear
        guard let number = book.lastMonth(of: year) else { throw notHeld("\(year)", last) }
        return AskedMonth(year: year, number: number)
    }

    private func notHeld(_ what: String, _ last: Month) -> Refusal {
        let first = book.monthsHeld.min() ?? last
        return Refusal(
            .input, code: "month-not-held",
            "No file of \(what) is held; the data go from \(first.inWords) to "
                + "\(last.inWords).", remedy: "Import it, or ask for a month that is held.")
    }

    /// Forecasts of every contract of the month, by number; none before June or where the year is not judged.
    package func forecasts(at asked: AskedMonth) -> [ContractNumber: YearEndForecast] {
        if let known = memo.withLock({ $0.forecasts[asked] }) { return known }
        return forecasting.withLock { _ in
            // Somebody else may have worked it out meanwhile.
            memo.withLock { $0.forecasts[asked] } ?? worked(out: asked)
        }
    }

    private func worked(out asked: AskedMonth) -> [ContractNumber: YearEndForecast] {
        let isWhole = monthsMissing(to: asked).isEmpty
        let made =
            isWhole ? (try? ForecastYearEnd.forecasts(in: asked.year, at: asked.number, from: history)) ?? [] : []
        let forecasts = Dictionary(made.map { ($0.contract, $0) }, uniquingKeysWith: { first, _ in first })
        memo.withLock { $0.forecasts[asked] = forecasts }
        return forecasts
    }

    /// What commissioners are called in the contract files; of two names the later, and it may be empty.
    package var commissionerNames: [OrganisationCode: String] {
        if let known = memo.withLock({ $0.commissionerNames }) { return known }
        var latest: [OrganisationCode: (year: FinancialYear, name: String)] = [:]
        for line in book.contractYears where latest[line.commissioner].map({ $0.year <= line.year }) ?? true {
            latest[line.commissioner] = (line.year, line.commissionerName)
        }
        let made = latest.mapValues(\.name)
        memo.withLock { $0.commissionerNames = made }
        return made
    }

    /// All years held, as the forecast reads them.
    package var history: ForecastYearEnd.History {
        if let known = memo.withLock({ $0.history }) { return known }
        let made = ForecastYearEnd.History(book.contractYears)
        memo.withLock { $0.history = made }
        return made
    }

    /// The forecast tried on every finished year, at months 3, 6, 9 and 11.
    package func backtest() throws(Refusal) -> ForecastBacktest {
        if let known = memo.withLock({ $0.backtest }) { return known }
        let made = try BacktestForecast.trials(from: history)
        memo.withLock { $0.backtest = made }
        return made
    }

    /// Every contract's position, with its projection where the year's end can be forecast; held-out ones among them.
    package func positions(at asked: AskedMonth) -> [Position] {
        if let known = memo.withLock({ $0.positions[asked] }) { return known }
        let made = book.positions(in: asked.year, at: asked.number, forecasts: forecasts(at: asked))
        memo.withLock { $0.positions[asked] = made }
        return made
    }
}

/// A month of a financial year that is held: 1 for April to 12 for March.
package struct AskedMonth: Hashable, Sendable {
    package let year: FinancialYear
    package let number: Int

    package init(year: FinancialYear, number: Int) {
        self.year = year
        self.number = number
    }

    package var month: Month { year.month(number) }
}

extension DentalDesk {
    /// Works out what the first pages ask for.
    package func warm() throws {
        guard book.dataTo != nil else { return }
        let asked = try month()
        _ = positions(at: asked)
        _ = try? spendBy(at: asked)
    }
}

extension DentalDesk {
    /// Positions on the organisations of a stated day.
    ///
    /// A contract goes with its own later rows where it has some (area teams were divided among boards contract by
    /// contract); else by the directory, where all went to one successor. What cannot be placed keeps its own code.
    package func positions(at asked: AskedMonth, on day: Day?) -> [Position] {
        let positions = positions(at: asked)
        guard let day, day.month != asked.month else { return positions }
        let names = placements(from: asked.month.lastDay, on: day)
        return positions.map { position in
            var placed = position
            if let own = ownCommissioner(of: position.contract, on: day) {
                placed.commissioner = own.code
                placed.commissionerName = own.name
            } else if let moved = names[position.commissioner] {
                placed.commissioner = moved.code
                placed.commissionerName = moved.name
            }
            return placed
        }
    }

    /// The organisation that holds a contract on a day, by the contract's own rows; nil where none stands then.
    private func ownCommissioner(
        of contract: ContractNumber, on day: Day
    ) -> (code: OrganisationCode, name: String)? {
        let years = book.years(of: contract)
        guard let row = years.last(where: { $0.year <= day.financialYear }) ?? years.first,
            let organisation = directory.organisation(row.commissioner, on: day)
        else { return nil }
        return (organisation.code, organisation.name)
    }

    private func placements(
        from start: Day, on day: Day
    ) -> [OrganisationCode: (code: OrganisationCode, name: String)] {
        var placed: [OrganisationCode: (code: OrganisationCode, name: String)] = [:]
        for organisation in directory.organisations where organisation.period.contains(start) {
            if case .moved(let successor) = directory.place(organisation.code, from: start, on: day),
                let name = directory.name(of: successor, on: day)
            {
                placed[organisation.code] = (successor, name)
            }
        }
        return placed
    }

    /// The region of a commissioner on a day, as the directory has it; nil where it does not say.
    package func region(of code: OrganisationCode, on day: Day) -> Region? { directory.region(of: code, on: day) }

    /// The day on which the figures of a month are looked at where no other is asked for: the first on which the month
    /// is over.
    package func day(of asked: AskedMonth) -> Day { asked.month.lastDay.adding(days: 1) }

    /// The programme by what can be done with each pound.
    ///
    /// - Throws: `Refusal` where no annual contract file is held.
    package func movable(at asked: AskedMonth, on day: Day? = nil) throws(Refusal) -> MovableMoney {
        if day == nil, let known = memo.withLock({ $0.movable[asked] }) { return known }
        let made = try ClassifyMoney.classify(
            terms: book.terms, rulings: book.rulings, releases: book.releases, positions: positions(at: asked),
            spendBy: book.rules[asked.year]?.spendBy, charges: charges.compactMapValues { $0[asked.year] },
            on: day ?? self.day(of: asked))
        if day == nil { memo.withLock { $0.movable[asked] = made } }
        return made
    }

    /// What is expected to lapse unless committed in time.
    ///
    /// - Throws: `Refusal` where the year is not judged.
    package func spendBy(at asked: AskedMonth, on day: Day? = nil) throws(Refusal) -> SpendBy {
        guard let rules = book.rules[asked.year] else {
            throw Refusal(.rule, code: "no-rules", "There are no rules for \(asked.year).")
        }
        try refuseUnforecast(asked)
        if day == nil, let known = memo.withLock({ $0.spendBy[asked] }) { return known }
        let made = try SumSpendBy.sum(
            positions(at: asked), by: rules, common: commonError(at: asked), on: day ?? self.day(of: asked))
        if day == nil { memo.withLock { $0.spendBy[asked] = made } }
        return made
    }

    /// - Throws: `Refusal` where no year-end can be foretold from the month asked for.
    package func refuseUnforecast(_ asked: AskedMonth) throws(Refusal) {
        guard book.rules[asked.year]?.yearEnd.isJudged == true else {
            throw Refusal(
                .rule, code: "year-not-judged",
                "\(asked.year) had rules of its own and is not judged by the usual threshold, so it is not forecast.")
        }
        let missing = monthsMissing(to: asked)
        guard missing.isEmpty else {
            throw Refusal(
                .input, code: "months-missing",
                "\(missing.map(\.inWords).joined(separator: ", ")) \(missing.count == 1 ? "is" : "are") not held, so "
                    + "nothing can be forecast from \(asked.month.inWords).",
                remedy: "Import the missing files.")
        }
        guard asked.number >= 3 else {
            throw Refusal(
                .usage, code: "forecast-month",
                "A year-end can be forecast from June on, not from \(asked.month.inWords).",
                remedy: "Choose a later month.")
        }
    }

    /// The share of forecast error that contracts have in common: as the finished years held show it at that month,
    /// else, with fewer than two such years, the Rulebook's.
    private func commonError(at asked: AskedMonth) throws(Refusal) -> Share {
        if let known = memo.withLock({ $0.common[asked.number] }) { return known }
        let tried = try? BacktestForecast.trials(from: history, at: [asked.number])
        let measured = tried?.commonShare(at: asked.number)
        let share =
            if let measured { measured } else { try rulebook.share(DentalRuleID.commonError, on: asked.month.lastDay) }
        memo.withLock { $0.common[asked.number] = share }
        return share
    }

    /// How far each year's values are last year's, all commissioners first, then each.
    package func inertia(at asked: AskedMonth) throws(Refusal) -> [Inertia] {
        MeasureInertia.measure(
            book, year: asked.year, at: asked.number, band: try inertiaBand(asked), population: populations)
    }

    /// All together, year by year.
    package func inertiaOverYears(to asked: AskedMonth) throws(Refusal) -> [Inertia] {
        let band = try inertiaBand(asked)
        return MeasureInertia.overYears(book, band: band).filter { $0.year <= asked.year }
    }

    private func inertiaBand(_ asked: AskedMonth) throws(Refusal) -> Share {
        try rulebook.share(DentalRuleID.inertiaBand, on: asked.month.firstDay)
    }

    /// Who provides, by commissioner; held-out rows are left out.
    package func concentration(at asked: AskedMonth, includingHeldOut: Bool = false) -> [ProviderConcentration] {
        let positions = positions(at: asked).filter {
            $0.standing != .closed && (includingHeldOut || !$0.isHeldOut)
        }
        return MeasureConcentration.measure(
            positions.map { Holding($0) },
            group: { groups[$0.contract.description] ?? groups[MeasureConcentration.normalised($0.providerName)] })
    }

    /// True where a file says which providers belong to one owner.
    package var isByGroup: Bool { !groups.isEmpty }
}

extension DentalDesk {
    /// What every table says besides its figures.
    ///
    /// - Parameter showsPersonalNames: true shows sole traders' names, in a column marked as personal.
    package func context(_ asked: AskedMonth, showsPersonalNames: Bool = false) -> TableContext {
        TableContext(
            dataTo: asked.month,
            source: installation.isInvented
                ? "Invented figures: \(installation.holder) does not exist."
                : "Source: NHS Business Services Authority, open data on dental contracts; Open Government Licence v3.0.",
            showsPersonalNames: showsPersonalNames, monthsMissing: monthsMissing(to: asked))
    }

    /// Months of the year up to the one asked for whose files are not held.
    package func monthsMissing(to asked: AskedMonth) -> [Month] {
        (1...asked.number).map { asked.year.month($0) }.filter { !book.monthsHeld.contains($0) }
    }

    /// The band by which inertia is measured.
    package func inertiaBandShare(_ asked: AskedMonth) throws(Refusal) -> Share { try inertiaBand(asked) }

    /// A month's UDAs against its courses, row by row.
    package func unitCheck(of month: Month, store: Store) throws -> UnitCheck {
        let rows = try store.read { db in try DentalMonthRows.held(in: month, db) }
        return try CheckUnits.check(rows.map(\.value), by: BandValues(rulebook, on: month.lastDay))
    }
}

extension DentalDesk {
    /// One contract's years up to the month asked for: earlier years whole, this one with its projection.
    package func history(of contract: ContractNumber, to asked: AskedMonth) -> [Position] {
        book.history(of: contract).filter { $0.year < asked.year }
            + positions(at: asked).filter { $0.contract == contract }
    }

    /// Positions summed by region; commissioners whose region the directory does not know keep their own code.
    package func regions(of positions: [Position], on day: Day) -> [TotalPositions.Line] {
        let known = Set(positions.map(\.commissioner)).compactMap { code in
            region(of: code, on: day).map { (code, $0) }
        }
        let regions = Dictionary(uniqueKeysWithValues: known)
        let names = Dictionary(known.map { ($0.1.code, $0.1.name) }, uniquingKeysWith: { first, _ in first })
        return TotalPositions.lines(positions, by: { regions[$0]?.code ?? $0 }, name: { names[$0] })
    }
}
