import Methods
import Vocabulary

/// One programme held by the library: a portfolio model, whole or relaxed, to be changed and run again.
///
/// The library minimises the values with their signs changed. Each row is divided by what its amounts have in
/// common and, where they are still large, by a power of two; values are brought near a thousand. Neither
/// changes which choices are allowed.
final class HighsProgramme {
    /// What the library says about a run.
    enum Outcome {
        case optimal
        case infeasible
        /// A limit was reached, or the library gave up.
        case stopped
    }

    private let library: HighsLibrary
    private let handle: HighsLibrary.Handle
    private let isWhole: Bool
    private let items: Int
    private var rows: Int
    /// For each row: what it is divided by, first exactly, then in binary.
    private let divisors: [(common: Int, scale: Double)]
    /// What values are multiplied by; a power of two.
    private(set) var valueScale = 1.0
    private var cuts = 0

    /// - Parameter isWhole: false for the relaxed programme, where an item may be chosen in part.
    init(_ library: HighsLibrary, _ model: PortfolioModel, isWhole: Bool) throws(Refusal) {
        guard let handle = library.create() else { throw HighsProgramme.failure("it gave no instance") }
        self.library = library
        self.handle = handle
        self.isWhole = isWhole
        self.items = model.names.count
        self.rows = model.rows.count
        self.divisors = model.rows.map(HighsProgramme.divisors)
        try set("output_flag", false)
        set("threads", number: 1)
        set("random_seed", number: 20_261_122)
        set("presolve", text: "off")
        if isWhole {
            set("mip_abs_gap", 1e-9)
            _ = library.setBool(handle, "mip_allow_restart", 0)
        } else {
            set("solver", text: "simplex")
        }
        try load(model)
    }

    deinit { library.destroy(handle) }

    // MARK: - The model

    private static func divisors(of row: PortfolioModel.Row) -> (common: Int, scale: Double) {
        var common = 0
        var greatest = 0
        for term in row.terms {
            common = greatestDivisor(common, Int(term.coefficient.magnitude))
            greatest = Swift.max(greatest, Int(term.coefficient.magnitude))
        }
        guard common > 0 else { return (1, 1) }
        var scale = 1.0
        // A violation within the library's tolerance must stay well under one unit.
        while Double(greatest / common) / scale > 0x1p20 { scale *= 2 }
        return (common, scale)
    }

    private static func greatestDivisor(_ first: Int, _ second: Int) -> Int {
        var (first, second) = (first, second)
        while second != 0 { (first, second) = (second, first % second) }
        return first
    }

    /// The row's bounds as the library has them: a sum of multiples may be held to a multiple.
    private func bounds(_ row: Int, _ lower: Int?, _ upper: Int?) -> (Double, Double) {
        let (common, scale) = divisors[row]
        let least = lower.map { Double(-HighsProgramme.floor(-$0, by: common)) / scale } ?? -.infinity
        let greatest = upper.map { Double(HighsProgramme.floor($0, by: common)) / scale } ?? .infinity
        return (least, greatest)
    }

    private static func floor(_ number: Int, by divisor: Int) -> Int {
        let quotient = number / divisor
        return number % divisor < 0 ? quotient - 1 : quotient
    }

    private func costs(_ values: [Double]) -> [Double] {
        let greatest = values.reduce(0) { Swift.max($0, $1.magnitude) }
        valueScale = 1
        if greatest > 0 {
            while greatest * valueScale > 1024 { valueScale /= 2 }
            while greatest * valueScale <= 512, valueScale < 0x1p900 { valueScale *= 2 }
        }
        return values.map { -$0 * valueScale }
    }

    private func load(_ model: PortfolioModel) throws(Refusal) {
        var starts: [Int32] = []
        var indices: [Int32] = []
        var amounts: [Double] = []
        var lower: [Double] = []
        var upper: [Double] = []
        for (row, content) in model.rows.enumerated() {
            starts.append(Int32(indices.count))
            let (common, scale) = divisors[row]
            for term in content.terms where term.coefficient != 0 {
                indices.append(Int32(term.item))
                amounts.append(Double(term.coefficient / common) / scale)
            }
            let (least, greatest) = bounds(row, content.lower, content.upper)
            lower.append(least)
            upper.append(greatest)
        }
        let costs = costs(model.values)
        let least = model.forced.map { $0 == true ? 1.0 : 0.0 }
        let greatest = model.forced.map { $0 == false ? 0.0 : 1.0 }
        let (columns, count) = (Int32(items), Int32(indices.count))
        // Rows one after another (2), to be minimised (1).
        let status =
            isWhole
            ? library.passMip(
                handle, columns, Int32(rows), count, 2, 1, 0, costs, least, greatest, lower, upper, starts, indices,
                amounts, [Int32](repeating: 1, count: items))
            : library.passLp(
                handle, columns, Int32(rows), count, 2, 1, 0, costs, least, greatest, lower, upper, starts, indices,
                amounts)
        guard status >= 0 else { throw HighsProgramme.failure("it did not take the model") }
    }

    /// Puts the values, bounds and forced items of a model with the same rows and terms in place.
    func change(to model: PortfolioModel) throws(Refusal) {
        precondition(model.names.count == items && model.rows.count == rows, "another model altogether")
        var status = library.changeCosts(handle, 0, Int32(items - 1), costs(model.values))
        for (row, content) in model.rows.enumerated() {
            let (least, greatest) = bounds(row, content.lower, content.upper)
            status = Swift.min(status, library.changeRowBounds(handle, Int32(row), least, greatest))
        }
        try fix(model.forced)
        guard status >= 0 else { throw HighsProgramme.failure("it did not take a change of the model") }
    }

    /// Holds items in or out, and lets the others free.
    func fix(_ marks: [Bool?]) throws(Refusal) {
        let least = marks.map { $0 == true ? 1.0 : 0.0 }
        let greatest = marks.map { $0 == false ? 0.0 : 1.0 }
        guard library.changeColumnBounds(handle, 0, Int32(items - 1), least, greatest) >= 0 else {
            throw HighsProgramme.failure("it did not take a change of the model")
        }
    }

    /// Asks that of these items at least one is on the other side than in `chosen`.
    func cut(_ items: [Int], in chosen: [Bool]) throws(Refusal) {
        let amounts = items.map { chosen[$0] ? -1.0 : 1.0 }
        let least = 1 - Double(items.count { chosen[$0] })
        guard library.addRow(handle, least, .infinity, Int32(items.count), items.map(Int32.init), amounts) >= 0 else {
            throw HighsProgramme.failure("it did not take a cut")
        }
        cuts += 1
    }

    func dropCuts() throws(Refusal) {
        guard cuts > 0 else { return }
        guard library.deleteRowsByRange(handle, Int32(rows), Int32(rows + cuts - 1)) >= 0 else {
            throw HighsProgramme.failure("it did not drop a cut")
        }
        cuts = 0
    }

    // MARK: - A run

    private func set(_ option: String, _ isOn: Bool) throws(Refusal) {
        guard library.setBool(handle, option, isOn ? 1 : 0) >= 0 else {
            throw HighsProgramme.failure("it has no option \(option)")
        }
    }

    private func set(_ option: String, number: Int32) { _ = library.setNumber(handle, option, number) }
    private func set(_ option: String, text: String) { _ = library.setText(handle, option, text) }
    private func set(_ option: String, _ value: Double) { _ = library.setDouble(handle, option, value) }

    /// How much the library looks for answers by itself, and how far it goes.
    func allow(searching: Bool, nodes: Int32?, relativeGap: Double) throws(Refusal) {
        for option in [
            "mip_heuristic_run_rins", "mip_heuristic_run_rens", "mip_heuristic_run_root_reduced_cost",
        ] {
            _ = library.setBool(handle, option, searching ? 1 : 0)
        }
        // Looks for a first choice; there is one in hand as a rule, and the others find one too.
        _ = library.setBool(handle, "mip_heuristic_run_feasibility_jump", 0)
        set("mip_max_nodes", number: nodes ?? Int32.max)
        set("mip_rel_gap", relativeGap)
    }

    /// - Parameter isFresh: forgets what the runs before have left, so that the answer depends on the model only.
    func run(start: [Bool]?, seconds: Double, isFresh: Bool) throws(Refusal) -> Outcome {
        if isFresh { _ = library.clearSolver(handle) }
        _ = library.zeroAllClocks(handle)
        set("time_limit", Swift.max(seconds, 0.001))
        if let start { _ = library.setSolution(handle, start.map { $0 ? 1.0 : 0.0 }, nil, nil, nil) }
        let ended = library.run(handle)
        switch library.modelStatus(handle) {
        case 7: return .optimal
        case 8: return .infeasible
        // Without a row or a column the library calls a model empty.
        case 6: return .optimal
        case 9: return .infeasible
        case 11...17: return .stopped
        case let status:
            throw HighsProgramme.failure("it ended with \(ended) and says \(status) of the model")
        }
    }

    /// For each item its share, and for each row of the model its price for one unit of value.
    func solution() throws(Refusal) -> (shares: [Double], prices: [Double]) {
        var shares = [Double](repeating: 0, count: items)
        var duals = [Double](repeating: 0, count: rows + cuts)
        var reduced = [Double](repeating: 0, count: items)
        var sums = [Double](repeating: 0, count: rows + cuts)
        guard library.getSolution(handle, &shares, &reduced, &sums, &duals) >= 0 else {
            throw HighsProgramme.failure("it gave no answer")
        }
        let prices = (0..<rows).map { row in
            -duals[row] / (valueScale * divisors[row].scale * Double(divisors[row].common))
        }
        return (shares, prices)
    }

    /// The best value that the last run left possible; nil where it proved nothing.
    func provedBound() -> Double? {
        var bound = 0.0
        guard library.getDouble(handle, "mip_dual_bound", &bound) >= 0, bound.isFinite else { return nil }
        return -bound / valueScale
    }

    private static func failure(_ what: String) -> Refusal {
        Refusal(.engine, code: "solver-failed", "The solver HiGHS failed: \(what).")
    }
}
