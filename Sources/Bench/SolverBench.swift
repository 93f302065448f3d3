import Foundation
import Methods
import Solver

/// The exact frontier of two hundred options under their rules, and a core index on twenty-four.
///
/// The work is done by worker processes of this very program, as the product does it.
struct SolverBench {
    private let options: OptionTable
    private let rules: OptionRules
    private let part: String
    private let workers: Int

    /// - Parameter words: `frontier` or `core`, the options (CSV), their rules (JSON), the number of workers.
    init(_ words: [String]) throws {
        guard words.count == 4, ["frontier", "core"].contains(words[0]), let workers = Int(words[3]), workers > 0
        else { throw BenchFault("usage: bench solver frontier|core OPTIONS.csv RULES.json WORKERS") }
        self.part = words[0]
        self.options = try OptionTable(path: words[1])
        self.rules = try JSONDecoder().decode(OptionRules.self, from: Data(contentsOf: URL(fileURLWithPath: words[2])))
        self.workers = workers
    }

    func run() throws {
        let library = try HighsLibrary.installed()
        let pool = SolverPool(
            executable: try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"),
            workers: workers, library: library.path)
        try part == "frontier" ? frontier(pool, library) : core(pool, library)
    }

    private func frontier(_ pool: SolverPool, _ library: HighsLibrary) throws {
        let started = ContinuousClock.now
        let model = try rules.model(options)
        let budgets = rules.budgets.map { Int(($0 * 100).rounded()) }
        let sweep = FrontierSweep(base: model, row: 0, greatest: budgets)
        let limits = SolveLimits(relativeGap: 0.001, seconds: 60)
        let answers = try sweep.frontier(pool.solve(sweep.questions, limits: limits), relativeGap: 0.001)
        let seconds = SolverBench.seconds(since: started)
        for (budget, answer) in zip(budgets, answers) {
            try print(
                Report.line(
                    Point(
                        budgetPence: budget, value: answer.value, bound: answer.bound, isProved: answer.isProved,
                        broken: answer.chosen.map { sweep.base.value(of: $0) == answer.value } == true ? 0 : 1)))
        }
        try print(
            Report.line(
                Report(
                    part: "frontier", seconds: seconds, answers: answers.count,
                    proved: answers.count(where: \.isProved),
                    processes: workers + 1, threads: workers, solver: "HiGHS \(library.version)")))
    }

    /// A thousand draws of the values of the first twenty-four options, each about its own mean.
    private func core(_ pool: SolverPool, _ library: HighsLibrary) throws {
        let started = ContinuousClock.now
        let few = OptionTable(rows: Array(options.rows.prefix(24)))
        let costs = few.rows.map { Int(($0.cost * 100).rounded()) }
        let half = costs.reduce(0, +) / 2
        let model = try PortfolioModel(
            names: few.rows.map(\.id), values: few.rows.map(\.benefit),
            rows: [
                few.row("budget", upper: half) { Int(($0.cost * 100).rounded()) },
                few.row("whole-time equivalents", upper: 4_500) { Int(($0.wte * 100).rounded()) },
                few.row("capital", upper: 40_000_000) { Int(($0.capital * 100).rounded()) },
                few.row("programmes 0 to 2", upper: half / 2) {
                    $0.programme < 3 ? Int(($0.cost * 100).rounded()) : 0
                },
            ],
            forced: few.rows.map { _ in nil })
        var questions: [SolveQuestion] = []
        for draw in 0..<1_000 {
            var stream = RandomStream(seed: 1, stream: UInt64(draw))
            let values = model.values.map { $0 * Swift.max(0, 1 + 0.3 * stream.normal()) }
            questions.append(SolveQuestion(base: model, values: values))
        }
        let answers = try pool.solve(questions, limits: SolveLimits(relativeGap: 0, seconds: 10))
        let shares = model.names.indices.map { item in
            Double(answers.count { $0.chosen?[item] == true }) / Double(answers.count)
        }
        try print(
            Report.line(
                Report(
                    part: "core", seconds: SolverBench.seconds(since: started), answers: answers.count,
                    proved: answers.count(where: \.isProved), processes: workers + 1, threads: workers,
                    solver: "HiGHS \(library.version)", coreIndex: shares)))
    }

    private static func seconds(since start: ContinuousClock.Instant) -> Double {
        let spent = ContinuousClock.now - start
        return Double(spent.components.seconds) + Double(spent.components.attoseconds) * 1e-18
    }

    private struct Point: Encodable {
        let budgetPence: Int
        let value: Double?
        let bound: Double?
        let isProved: Bool
        let broken: Int
    }

    private struct Report: Encodable {
        let part: String
        let seconds: Double
        let answers: Int
        let proved: Int
        let processes: Int
        let threads: Int
        let solver: String
        var coreIndex: [Double]?

        static func line(_ value: some Encodable) throws -> String {
            let encoder = JSONEncoder()
            encoder.outputFormatting = .sortedKeys
            return String(decoding: try encoder.encode(value), as: UTF8.self)
        }
    }
}

/// Options to fund or stop, as the benchmark's file gives them.
struct OptionTable {
    struct Option {
        let id: String
        let isInvestment: Bool
        let cost: Double
        let benefit: Double
        let programme: Int
        let area: Int
        let wte: Double
        let capital: Double
    }

    let rows: [Option]

    init(rows: [Option]) {
        self.rows = rows
    }

    init(path: String) throws {
        let text = try String(contentsOfFile: path, encoding: .utf8)
        rows = try text.split(separator: "\n").dropFirst().map { line in
            let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            guard cells.count == 8, let cost = Double(cells[2]), let benefit = Double(cells[3]),
                let programme = Int(cells[4]), let area = Int(cells[5]), let wte = Double(cells[6]),
                let capital = Double(cells[7])
            else { throw BenchFault("\(path) has a row that is no option: \(line)") }
            return Option(
                id: cells[0], isInvestment: cells[1] == "invest", cost: cost, benefit: benefit,
                programme: programme, area: area, wte: wte, capital: capital)
        }
    }

    func row(
        _ name: String, lower: Int? = nil, upper: Int? = nil, _ amount: (Option) -> Int
    ) -> PortfolioModel.Row {
        let terms = rows.enumerated().map { PortfolioModel.Term(item: $0, coefficient: amount($1)) }
        return PortfolioModel.Row(name: name, terms: terms.filter { $0.coefficient != 0 }, lower: lower, upper: upper)
    }
}

/// The rules of the benchmark's options.
struct OptionRules: Decodable {
    let budgets: [Double]
    let ringfence_programme: [String: Double]
    let min_invest_per_area: Int
    let wte_max: Double
    let capital_max: Double
    let exclusive_groups: [[String]]
    let requires: [[String]]
    let locked_in: [String]
    let locked_out: [String]
    let disinvest_max: Int

    /// The model, whose first row is the budget, in pence; posts are in hundredths.
    func model(_ table: OptionTable) throws -> PortfolioModel {
        let hundredths = { (number: Double) in Int((number * 100).rounded()) }
        var rows = [table.row("budget", upper: hundredths(budgets[0])) { hundredths($0.cost) }]
        for (programme, limit) in ringfence_programme.sorted(by: { $0.key < $1.key }) {
            rows.append(
                table.row("ring-fence \(programme)", upper: hundredths(limit)) {
                    $0.isInvestment && String($0.programme) == programme ? hundredths($0.cost) : 0
                })
        }
        for area in Set(table.rows.map(\.area)).sorted() {
            rows.append(
                table.row("area \(area)", lower: min_invest_per_area) { $0.isInvestment && $0.area == area ? 1 : 0 })
        }
        rows.append(table.row("posts", upper: hundredths(wte_max)) { hundredths($0.wte) })
        rows.append(table.row("capital", upper: hundredths(capital_max)) { hundredths($0.capital) })
        for group in exclusive_groups {
            rows.append(
                table.row("one of \(group.joined(separator: ", "))", upper: 1) { group.contains($0.id) ? 1 : 0 })
        }
        for pair in requires {
            rows.append(
                table.row("\(pair[0]) needs \(pair[1])", upper: 0) {
                    $0.id == pair[0] ? 1 : $0.id == pair[1] ? -1 : 0
                })
        }
        rows.append(table.row("disinvestments", upper: disinvest_max) { $0.isInvestment ? 0 : 1 })
        return try PortfolioModel(
            names: table.rows.map(\.id), values: table.rows.map(\.benefit), rows: rows,
            forced: table.rows.map { locked_in.contains($0.id) ? true : locked_out.contains($0.id) ? false : nil })
    }
}
