import Foundation
import Methods
import Solver

/// SMAA-2 on a table of means and one of standard deviations: weights only, then with measurement draws.
struct SmaaBench {
    private let means: Table
    private let deviations: Table
    private let draws: Int
    private let threads: Int
    private let kernel: SmaaKernel

    /// - Parameter words: two CSV files, the number of draws, of threads, and `best` or `plain`.
    init(_ words: [String]) throws {
        guard words.count == 5, let draws = Int(words[2]), let threads = Int(words[3]), draws > 0,
            threads > 0,
            ["best", "plain"].contains(words[4])
        else { throw BenchFault("usage: bench smaa MEANS.csv DEVIATIONS.csv DRAWS THREADS best|plain") }
        self.means = try Table(path: words[0])
        self.deviations = try Table(path: words[1])
        self.draws = draws
        self.threads = threads
        self.kernel = words[4] == "plain" ? .plain : .best
    }

    func run() throws {
        try measure("weights only", spread: .none)
        try measure("weights and measurements", spread: .normal(deviations.numbers))
    }

    private func measure(_ name: String, spread: SmaaModel.Spread) throws {
        let model = try SmaaModel(
            options: means.rows, criteria: means.columns, values: means.numbers, spread: spread,
            weights: .uniform,
            seed: 1)
        let clock = ContinuousClock()
        var result: SmaaResult?
        let time = clock.measure {
            result = SmaaThreads.run(
                model, draws: draws, confidenceDraws: 10_000, threads: threads, kernel: kernel)
        }
        let firsts = result?.rankAcceptability.map { $0[0] } ?? []
        let report = Report(
            bench: name, draws: draws, options: means.rows, criteria: means.columns, kernel: "\(kernel)",
            threads: threads, seconds: time / .seconds(1), peakMegabytes: Report.peakMegabytes,
            firstRankAcceptabilities: firsts.sorted(by: >).prefix(4).map { ($0 * 10_000).rounded() / 10_000 })
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        print(String(decoding: try encoder.encode(report), as: UTF8.self))
    }

    private struct Report: Encodable {
        let bench: String
        let draws: Int
        let options: Int
        let criteria: Int
        let kernel: String
        let threads: Int
        let seconds: Double
        let peakMegabytes: Double
        let firstRankAcceptabilities: [Double]

        /// The most memory this process has held; 0 where the system does not say.
        static var peakMegabytes: Double {
            let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
            let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
            return Double(line?.split(whereSeparator: \.isWhitespace).dropFirst().first ?? "0").map {
                $0 / 1_024
            } ?? 0
        }
    }

    /// The columns of numbers of a CSV file with a header; a column of names is left out.
    private struct Table {
        let rows: Int
        let columns: Int
        let numbers: [Double]

        init(path: String) throws {
            let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").dropFirst()
            let cells = lines.map { $0.split(separator: ",").compactMap { Double($0) } }
            guard let columns = cells.first?.count, columns > 0, cells.allSatisfy({ $0.count == columns })
            else {
                throw BenchFault("\(path) is no table of numbers")
            }
            self.rows = cells.count
            self.columns = columns
            self.numbers = cells.flatMap { $0 }
        }
    }
}
