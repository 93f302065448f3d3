import Foundation
import Methods
import Tabular

/// Three floating catchments from two files, and directly standardised rates of a million rows from one.
struct NeedsBench {
    private let words: [String]

    /// - Parameter words: `catchment AREAS.csv SITES.csv REACH [ANSWERS.csv]`, or `rates ROWS.csv [ANSWERS.csv]`.
    init(_ words: [String]) {
        self.words = words
    }

    func run() throws {
        switch (words.first, words.count) {
        case ("catchment", 4...5): try catchment()
        case ("rates", 2...3): try rates()
        default: throw BenchFault("usage: bench needs catchment AREAS SITES REACH [ANSWERS] | rates ROWS [ANSWERS]")
        }
    }

    private func catchment() throws {
        guard let reach = Double(words[3]) else { throw BenchFault("“\(words[3])” is no reach") }
        let (areas, sites) = (try NumberTable(path: words[1]), try NumberTable(path: words[2]))
        let (froms, tos) = (areas.points, sites.points)
        let started = ContinuousClock.now
        let table = try ReachTable(areas: froms, sites: tos, system: .plane, reach: .same(reach))
        let searched = ContinuousClock.now
        let catchment = try FloatingCatchment(table, population: areas.column(3), supply: sites.column(3))
        let gaussian = Decay.gaussian(width: reach / 2)
        let two = try catchment.access(steps: .two, decay: .none)
        let twoDone = ContinuousClock.now
        let enhanced = try catchment.access(steps: .two, decay: gaussian)
        let enhancedDone = ContinuousClock.now
        let three = try catchment.access(steps: .three, decay: gaussian)
        let ended = ContinuousClock.now
        if words.count > 4 {
            var text = "2sfca,e2sfca_gauss,3sfca_gauss\n"
            for area in two.access.indices {
                let figures = [two, enhanced, three].map { "\($0.access[area] ?? 0)" }
                text += figures.joined(separator: ",") + "\n"
            }
            try text.write(toFile: words[4], atomically: true, encoding: .utf8)
        }
        let shares = [two, enhanced, three].map { $0.supplyShared / $0.supplyReached }
        try Report.line(
            Catchment(
                bench: "catchment", reach: reach, pairs: table.pairs, seconds: Report.seconds(started, ended),
                search: Report.seconds(started, searched), twoSteps: Report.seconds(searched, twoDone),
                enhanced: Report.seconds(twoDone, enhancedDone), threeSteps: Report.seconds(enhancedDone, ended),
                sharedOverReached: shares, peakMegabytes: Report.peakMegabytes, threads: 1))
    }

    private func rates() throws {
        // Everything that a command would do: the file, its rows, the rates and their limits.
        let started = ContinuousClock.now
        let bytes = try Data(contentsOf: URL(fileURLWithPath: words[1]), options: .alwaysMapped)
        let rows = try bytes.withUnsafeBytes { bytes in
            try LabelledNumbers(
                csv: bytes.bindMemory(to: UInt8.self), named: "rows", labels: ("area", "band"),
                numbers: ["count", "pop"])
        }
        let read = ContinuousClock.now
        let standard = try StandardPopulation(
            name: "European standard population 2013", bands: (0..<19).map { "\($0)" },
            people: [
                5_000, 5_500, 5_500, 5_500, 6_000, 6_000, 6_500, 7_000, 7_000, 7_000, 7_000, 6_500, 6_000, 5_500,
                5_000, 4_000, 2_500, 1_500, 1_000,
            ])
        let found = try DirectRate.estimates(
            of: BandedCounts(
                areas: rows.labels.first, bands: rows.labels.second, areaOf: rows.first, bandOf: rows.second,
                counts: rows.numbers[0], populations: rows.numbers[1]), standard: standard, per: 100_000,
            at: [ConfidenceLevel(percent: 95)], leastEvents: 10, exactBelow: 10)
        let ended = ContinuousClock.now
        if words.count > 2 {
            var text = "area,dsr,lower,upper\n"
            for one in found {
                let limits = one.rate.intervals.first
                let figures = [one.rate.value, limits?.low, limits?.high].map { $0.map { "\($0)" } ?? "nan" }
                text += "\(one.area),\(figures.joined(separator: ","))\n"
            }
            try text.write(toFile: words[2], atomically: true, encoding: .utf8)
        }
        try Report.line(
            Rates(
                bench: "rates", rows: rows.first.count, areas: found.count,
                seconds: Report.seconds(started, ended), reading: Report.seconds(started, read),
                rates: Report.seconds(read, ended), peakMegabytes: Report.peakMegabytes, threads: 1))
    }

    private struct Catchment: Encodable {
        let bench: String
        let reach: Double
        let pairs: Int
        let seconds: Double
        let search: Double
        let twoSteps: Double
        let enhanced: Double
        let threeSteps: Double
        let sharedOverReached: [Double]
        let peakMegabytes: Double
        let threads: Int
    }

    private struct Rates: Encodable {
        let bench: String
        let rows: Int
        let areas: Int
        let seconds: Double
        let reading: Double
        let rates: Double
        let peakMegabytes: Double
        let threads: Int
    }

    private enum Report {
        static func line(_ value: some Encodable) throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = .sortedKeys
            print(String(decoding: try encoder.encode(value), as: UTF8.self))
        }

        static func seconds(_ start: ContinuousClock.Instant, _ end: ContinuousClock.Instant) -> Double {
            (end - start) / .seconds(1)
        }

        /// The most memory this process has held; 0 where the system does not say.
        static var peakMegabytes: Double {
            let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
            let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
            return Double(line?.split(whereSeparator: \.isWhitespace).dropFirst().first ?? "0").map { $0 / 1_024 } ?? 0
        }
    }

    /// A CSV of numbers with a header.
    private struct NumberTable {
        let rows: [[Double]]

        init(path: String) throws {
            let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").dropFirst()
            rows = lines.map { $0.split(separator: ",").compactMap { Double($0) } }
            guard !rows.isEmpty, rows.allSatisfy({ $0.count == 4 }) else {
                throw BenchFault("\(path) is no table of four columns of numbers")
            }
        }

        var points: [MapPoint] { rows.map { MapPoint($0[1], $0[2]) } }
        func column(_ place: Int) -> [Double] { rows.map { $0[place] } }
    }
}
