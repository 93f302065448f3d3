import Contracts
import Exemplar
import Vocabulary

/// Summary figures of an exemplar, worked out from its rows alone.
struct Tabulation {
    let exemplar: Exemplar
    /// Contracts with all twelve rows of the year, one commissioner a row, and an ordinary target of 500 or
    /// more.
    let year: FinancialYear
    var paths: [ContractNumber: [Double]] = [:]
    var targets: [ContractNumber: Double] = [:]
    /// Units delivered by month, April first.
    var byMonth = [Double](repeating: 0, count: 12)

    init(_ exemplar: Exemplar, _ year: FinancialYear) {
        self.exemplar = exemplar
        self.year = year
        let odd = Set(exemplar.planted.filter { $0.kind != .blankDelivered }.map(\.contract))
        var all: [ContractNumber: [Double]] = [:]
        for month in year.months {
            for row in exemplar.rows(of: month) ?? [] where !odd.contains(row.contract) {
                all[row.contract, default: []].append(row.activity?.delivered.approximate ?? 0)
                targets[row.contract] = row.target.approximate
            }
        }
        paths = all.filter { $0.value.count == 12 && targets[$0.key]! >= 500 }
        for path in paths.values {
            for (place, units) in path.enumerated() { byMonth[place] += units }
        }
    }

    var shares: [ContractNumber: Double] {
        Dictionary(uniqueKeysWithValues: paths.map { ($0.key, $0.value.reduce(0, +) / targets[$0.key]!) })
    }

    var season: [Double] {
        let sum = byMonth.reduce(0, +)
        return byMonth.map { $0 / sum }
    }

    /// Mean absolute error of twelve months' delivery as a straight line from the first months sees it.
    func straightLineError(after months: Int) -> Double {
        let errors = paths.map { contract, path in
            abs(path.prefix(months).reduce(0, +) * 12 / Double(months) - path.reduce(0, +)) / targets[
                contract]!
        }
        return errors.reduce(0, +) / Double(errors.count)
    }
}

func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

func correlation(_ left: [Double], _ right: [Double]) -> Double {
    let count = Double(left.count)
    let (meanLeft, meanRight) = (left.reduce(0, +) / count, right.reduce(0, +) / count)
    var (product, squareLeft, squareRight) = (0.0, 0.0, 0.0)
    for (a, b) in zip(left, right) {
        product += (a - meanLeft) * (b - meanRight)
        squareLeft += (a - meanLeft) * (a - meanLeft)
        squareRight += (b - meanRight) * (b - meanRight)
    }
    return product / (squareLeft * squareRight).squareRoot()
}

func ranks(_ values: [Double]) -> [Double] {
    var ranks = values
    for (rank, place) in values.indices.sorted(by: { values[$0] < values[$1] }).enumerated() {
        ranks[place] = Double(rank)
    }
    return ranks
}

/// One exemplar to the end of 2024/25 for all tests: the default one is its first 81 months.
let whole = Exemplar(dataTo: Month("202503")!)
