import Methods
public import Vocabulary

/// Measures how far the value of each contract is last year's, by commissioner and for all together.
///
/// A contract is within the band where this year's value differs from last year's times the median uplift by at most
/// the band. The uplift is that of all contracts, because it is set nationally, so that commissioners compare.
public enum MeasureInertia {
    /// - Parameters:
    ///   - month: the value of each year is that of its last row up to this month, 1 to 12.
    ///   - band: of last year's value times the median uplift, up or down.
    ///   - population: by the organisation that `place` gives.
    ///   - place: the organisation that a code stands for on the day asked about.
    /// - Returns: all together first, then by name; empty where either year holds no contract.
    public static func measure(
        _ book: DentalBook, year: FinancialYear, at month: Int = 12, band: Share,
        population: [OrganisationCode: Int] = [:], place: (OrganisationCode) -> OrganisationCode = { $0 },
        name: (OrganisationCode) -> String? = { _ in nil }
    ) -> [Inertia] {
        let before = values(in: book, year: year.previous, month: month)
        let now = values(in: book, year: year, month: month)
        guard !before.isEmpty, !now.isEmpty else { return [] }
        var whole = Group(name: "All")
        var groups: [OrganisationCode: Group] = [:]
        for (contract, held) in now {
            let code = place(held.commissioner)
            let last = before[contract]?.value
            whole.add(held.value, last: last)
            groups[code, default: Group(name: name(code) ?? held.name)].add(held.value, last: last)
        }
        let uplift = Quantiles.median(zip(whole.now, whole.before).map { $0 / $1 })
        let everyone = population.isEmpty ? nil : population.values.reduce(0, +)
        let lines = groups.map { code, group in
            group.inertia(of: code, year: year, uplift: uplift, band: band, population: population[code])
        }
        return [whole.inertia(of: nil, year: year, uplift: uplift, band: band, population: everyone)]
            + lines.sorted { $0.name == $1.name ? $0.commissioner! < $1.commissioner! : $0.name < $1.name }
    }

    /// Each year of a book that has a year before it, in order.
    public static func overYears(_ book: DentalBook, band: Share) -> [Inertia] {
        book.years.compactMap { measure(book, year: $0, band: band).first }
    }

    private struct Held {
        var value: Money
        var commissioner: OrganisationCode
        var name: String
    }

    private static func values(
        in book: DentalBook, year: FinancialYear, month: Int
    ) -> [ContractNumber: Held] {
        var values: [ContractNumber: Held] = [:]
        for held in book.contractYears(in: year) {
            let rows = held.months.prefix(month)
            guard let last = held.lastHeld(through: month), last.value > .zero,
                rows.allSatisfy({ $0?.flags.isEmpty ?? true })
            else { continue }
            let holder = held.holder(at: month)
            values[held.contract] = Held(
                value: last.value, commissioner: holder.commissioner, name: holder.commissionerName)
        }
        return values
    }

    private struct Group {
        var name: String
        var before: [Double] = []
        var now: [Double] = []
        var value = Money.zero

        init(name: String) { self.name = name }

        mutating func add(_ value: Money, last: Money?) {
            self.value += value
            guard let last else { return }
            before.append(Double(last.pence))
            now.append(Double(value.pence))
        }

        func inertia(
            of commissioner: OrganisationCode?, year: FinancialYear, uplift: Double?, band: Share, population: Int?
        ) -> Inertia {
            let within = uplift.map { uplift in
                zip(now, before).count { abs($0 - $1 * uplift) <= band.approximate * $1 * uplift }
            }
            return Inertia(
                year: year, commissioner: commissioner, name: name, contracts: now.count,
                rankCorrelation: Correlation.spearman(before, now), medianUplift: uplift,
                withinBand: within.flatMap { Share($0, of: now.count) }, value: value, population: population)
        }
    }
}
