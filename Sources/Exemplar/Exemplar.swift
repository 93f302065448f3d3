public import Contracts
import Methods
public import Vocabulary

/// "Wexbourne ICB" and two neighbours: invented contracts, months and oddities of the shape of England's.
///
/// Everything is a function of the seed, the numbers and the months: the same arguments give the same bytes,
/// and an archive to an earlier month of the same financial year is the start of one to a later month. Shapes
/// come from `NationalYear` and `NationalShape`; nothing here is a real contract, practice, place or
/// commissioner.
public struct Exemplar: Sendable {
    /// The three invented commissioners, of an invented region.
    public static let commissioners: [(code: OrganisationCode, name: String)] = [
        (OrganisationCode("QZW")!, "Wexbourne ICB"), (OrganisationCode("QZH")!, "Harrowmere ICB"),
        (OrganisationCode("QZS")!, "Saltby and the Fens ICB"),
    ]

    /// What every page and export of invented figures must say.
    public static let disclaimer =
        "Invented figures: Wexbourne, Harrowmere and Saltby do not exist; the shape is England's."

    public static let defaultSeed: UInt64 = 20_241_231

    /// December 2024: nine months of 2024/25, so that a forecast means something.
    public static let defaultDataTo = Month("202412")!

    public let seed: UInt64
    /// Of Wexbourne, at the end.
    public let contracts: Int
    public let dataTo: Month
    /// One list of rows for each month from the first April to `dataTo`, in order of contract number.
    public let months: [[DentalMonth]]
    /// The annual contract file of `dataTo`, in order of contract number.
    public let terms: [ContractTerms]
    /// Every oddity in `months`, in order of month and contract.
    public let planted: [PlantedOddity]
    /// The month that `correctedMonthFile()` publishes again: three before the last.
    public let correctedMonth: Month
    /// What the publication again changes.
    public let corrections: [Correction]

    let pool: [InventedContract]

    /// - Parameters:
    ///   - contracts: of Wexbourne at the end; 12 or more. Harrowmere has 70 for each 96, Saltby 54.
    ///   - firstYear: the calendar year in which the first financial year starts; shapes are known from 2016.
    ///   - dataTo: the last month, in a financial year not before the first.
    public init(
        seed: UInt64 = Exemplar.defaultSeed, contracts: Int = 96, firstYear: Int = 2018,
        dataTo: Month = Exemplar.defaultDataTo
    ) {
        precondition(contracts >= 12, "an exemplar has twelve contracts or more")
        let lastYear = dataTo.financialYear
        precondition(firstYear <= lastYear.start, "an exemplar's data end after they begin")
        let years = (firstYear...lastYear.start).map { FinancialYear(startingIn: $0) }
        let random = RandomStream(seed: seed)
        let continuing = [contracts, contracts * 70 / 96, contracts * 54 / 96]
        let pool = InventedPool.draw(random, continuing: continuing, years: years)

        var rows: [[DentalMonth]] = years.flatMap { $0.months }.map { _ in [] }
        for contract in pool.sorted(by: { $0.number < $1.number }) {
            for (place, year) in years.enumerated() {
                let made = InventedYear(
                    contract: contract, commissioner: Exemplar.commissioners[contract.board], year: year,
                    place: place)
                for row in made.rows(random) { rows[row.month.index - years[0].month(1).index].append(row) }
            }
        }
        let kept = dataTo.index - years[0].month(1).index + 1
        var planting = Planting(months: rows, pool: pool, years: years)
        planting.plant()
        self.seed = seed
        self.contracts = contracts
        self.dataTo = dataTo
        self.pool = pool
        self.months = Array(planting.months.prefix(kept))
        self.planted = planting.oddities(to: dataTo)
        self.correctedMonth = max(years[0].month(1), dataTo.adding(months: -3))
        self.corrections = Correction.draw(
            random, rows: planting.months[correctedMonth.index - years[0].month(1).index],
            sparing: Set(planted.filter { $0.kind != .blankDelivered }.map(\.contract)))
        self.terms = InventedTerms(random: random, pool: pool, month: dataTo, year: years.count - 1)
            .terms(of: self.months[kept - 1])
    }

    /// The rows of a month; nil where the exemplar has none of it.
    public func rows(of month: Month) -> [DentalMonth]? {
        let place = month.index - firstMonth.index
        return months.indices.contains(place) ? months[place] : nil
    }

    public var firstMonth: Month { dataTo.adding(months: 1 - months.count) }
}
