/// A small linear programme: a linear function of variables that are not negative, under rows.
///
/// Dense two-phase simplex with Bland's rule, which cannot cycle; every choice goes to the lowest index, so
/// that the same programme gives the same bits everywhere. Made for weights: up to about 40 variables and a
/// hundred rows, whose coefficients differ by less than a million. Rows are scaled by their largest
/// coefficient; what differs by less than a billionth is taken as equal. The first phase is done once, and
/// any number of functions may then be optimised over the same rows.
///
/// - Reference: Bland, Mathematics of Operations Research 2 (1977) 103.
struct LinearProgramme: Sendable {
    enum Relation: Sendable { case atMost, equal, atLeast }

    struct Row: Sendable {
        var coefficients: [Double]
        var relation: Relation
        var bound: Double
    }

    /// The least value and where it is taken.
    struct Optimum: Sendable {
        var value: Double
        var point: [Double]
    }

    private static let tiny = 1e-10
    private static let infeasible = 1e-9
    /// Far more than a programme of the stated size takes; a stop against rounding, not a limit to work by.
    private static let mostPivots = 100_000

    private let variables: Int
    /// Columns that may enter: the variables and the slacks.
    private let columns: Int
    private var width: Int { columns + 1 }
    /// Row major, `basis.count × (columns + 1)`, the bound last.
    private var tableau: [Double]
    private var basis: [Int]

    /// - Returns: nil where no point satisfies all rows.
    init?(variables: Int, rows: [Row]) {
        let slacks = rows.count { $0.relation != .equal }
        self.variables = variables
        self.columns = variables + slacks
        let artificials = rows.count
        let whole = columns + artificials + 1
        var table: [Double] = []
        table.reserveCapacity(rows.count * whole)
        var basis: [Int] = []
        var slack = variables
        for (place, row) in rows.enumerated() {
            precondition(row.coefficients.count == variables, "a row has a coefficient for each variable")
            let largest = row.coefficients.reduce(0) { max($0, $1.magnitude) }
            let scale = (largest > 0 ? 1 / largest : 1) * (row.bound < 0 ? -1 : 1)
            var line = row.coefficients.map { $0 * scale } + [Double](repeating: 0, count: whole - variables)
            line[whole - 1] = row.bound * scale
            var start = columns + place
            if row.relation != .equal {
                let isFilled = (row.relation == .atMost) == (scale > 0)
                line[slack] = isFilled ? 1 : -1
                if isFilled { start = slack }
                slack += 1
            }
            if start == columns + place { line[start] = 1 }
            basis.append(start)
            table += line
        }
        self.tableau = []
        self.basis = basis
        var cost = [Double](repeating: 0, count: whole)
        for (place, column) in basis.enumerated() where column >= columns {
            for across in 0..<whole where across < columns || across == whole - 1 {
                cost[across] -= table[place * whole + across]
            }
        }
        _ = LinearProgramme.optimise(&table, &self.basis, cost: &cost, entering: columns)
        guard -cost[whole - 1] <= LinearProgramme.infeasible else { return nil }
        dropArtificials(&table, whole: whole)
    }

    /// - Parameter cost: one for each variable.
    /// - Returns: nil where the function falls without end.
    func minimised(_ cost: [Double]) -> Optimum? {
        precondition(cost.count == variables, "the function has a coefficient for each variable")
        var (table, basis) = (tableau, basis)
        let largest = cost.reduce(0) { max($0, $1.magnitude) }
        let scale = largest > 0 ? 1 / largest : 1
        var reduced = cost.map { $0 * scale } + [Double](repeating: 0, count: width - variables)
        for (place, column) in basis.enumerated() where reduced[column] != 0 {
            let times = reduced[column]
            for across in 0..<width { reduced[across] -= times * table[place * width + across] }
        }
        guard LinearProgramme.optimise(&table, &basis, cost: &reduced, entering: columns) else { return nil }
        var point = [Double](repeating: 0, count: variables)
        for (place, column) in basis.enumerated() where column < variables {
            point[column] = max(0, table[place * width + width - 1])
        }
        return Optimum(value: zip(cost, point).reduce(0) { $0 + $1.0 * $1.1 }, point: point)
    }

    /// - Returns: nil where the function grows without end.
    func maximised(_ gain: [Double]) -> Optimum? {
        minimised(gain.map { -$0 }).map { Optimum(value: -$0.value, point: $0.point) }
    }

    /// Takes what is left of the artificial columns out of the basis, with rows that say nothing new.
    private mutating func dropArtificials(_ table: inout [Double], whole: Int) {
        var kept: [Int] = []
        for place in basis.indices {
            if basis[place] >= columns {
                let sizes = (0..<columns).map { table[place * whole + $0].magnitude }
                guard let largest = sizes.max(), largest > LinearProgramme.infeasible,
                    let column = sizes.firstIndex(of: largest)
                else { continue }
                var unused = [Double](repeating: 0, count: whole)
                LinearProgramme.pivot(&table, &basis, cost: &unused, row: place, column: column)
            }
            kept.append(place)
        }
        tableau = kept.flatMap { place in
            table[(place * whole)..<(place * whole + columns)] + [max(0, table[place * whole + whole - 1])]
        }
        basis = kept.map { basis[$0] }
    }

    /// - Returns: false where the function falls without end.
    private static func optimise(
        _ table: inout [Double], _ basis: inout [Int], cost: inout [Double], entering: Int
    ) -> Bool {
        let width = cost.count
        for _ in 0..<mostPivots {
            guard let column = (0..<entering).first(where: { cost[$0] < -tiny }) else { return true }
            var (leaving, least) = (-1, Double.infinity)
            for place in basis.indices {
                let coefficient = table[place * width + column]
                guard coefficient > tiny else { continue }
                let ratio = table[place * width + width - 1] / coefficient
                if ratio < least - 1e-14
                    || (ratio <= least + 1e-14 && leaving >= 0 && basis[place] < basis[leaving])
                {
                    (leaving, least) = (place, ratio)
                }
            }
            guard leaving >= 0 else { return false }
            pivot(&table, &basis, cost: &cost, row: leaving, column: column)
        }
        return true
    }

    private static func pivot(
        _ table: inout [Double], _ basis: inout [Int], cost: inout [Double], row: Int, column: Int
    ) {
        let width = cost.count
        let start = row * width
        let divisor = table[start + column]
        basis[row] = column
        table.withUnsafeMutableBufferPointer { table in
            for across in 0..<width { table[start + across] /= divisor }
            for other in 0..<(table.count / width) where other != row {
                let base = other * width
                let times = table[base + column]
                guard times != 0 else { continue }
                for across in 0..<width { table[base + across] -= times * table[start + across] }
                table[base + column] = 0
            }
            let times = cost[column]
            for across in 0..<width { cost[across] -= times * table[start + across] }
        }
        cost[column] = 0
    }
}
