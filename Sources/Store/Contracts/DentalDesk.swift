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
    /// The journal's last line when it was read.
    package let head: Int
    private let memo = Mutex(Memo())

    private struct Memo {
        var history: ForecastYearEnd.History?
        var forecasts: [AskedMonth: [ContractNumber: YearEndForecast]] = [:]
        var positions: [AskedMonth: [Position]] = [:]
        var backtest: ForecastBacktest?
    }

    /// Reads everything once.
    package init(_ store: Store, rulebook: Rulebook = .shipped, calendar: WorkingDays = .shipped) throws {
        (book, installation, head) = try store.connection.read { db in
            (
                try DentalBook(reading: db, rulebook: rulebook, calendar: calendar),
                try Installation.current(db), try Journal.head(db).sequence
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
            .input, code: "month-not-held", "No file of \(what) is held; the data go from \(first.inWords) to "
                + "\(last.inWords).", remedy: "Import it, or ask for a month that is held.")
    }

    /// Forecasts of every contract of the month, by number; none before June or where the year is not judged.
    package func forecasts(at asked: AskedMonth) -> [ContractNumber: YearEndForecast] {
        if let known = memo.withLock({ $0.forecasts[asked] }) { return known }
        let made = (try? ForecastYearEnd.forecasts(in: asked.year, at: asked.number, from: history)) ?? []
        let forecasts = Dictionary(made.map { ($0.contract, $0) }, uniquingKeysWith: { first, _ in first })
        memo.withLock { $0.forecasts[asked] = forecasts }
        return forecasts
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
        _ = positions(at: try month())
    }
}
