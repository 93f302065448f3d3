public import Vocabulary

/// How much of what sites supply the people of each area can reach, given who else reaches it.
///
/// - Reference: Luo and Wang, Environment and Planning B 30 (2003) 865 (two steps); Luo and Qi, Health and Place 15
///   (2009) 1100 (enhanced: with a decay); Wan, Zou and Sternberg, International Journal of Geographical Information
///   Science 26 (2012) 1073 (three steps).
public struct FloatingCatchment: Sendable {
    public enum Steps: String, Sendable, CaseIterable {
        /// What is supplied within reach, by decay; whoever else comes for it.
        case one
        /// What is supplied to each who comes for it; with a decay the enhanced method.
        case two
        /// The same where people divide themselves over the sites that they reach.
        case three
    }

    /// Among which sites people choose, in three steps.
    public enum Choice: String, Sendable, CaseIterable {
        case reached
        /// All that are in the table of costs, those beyond reach too.
        case given
    }

    /// What each area reaches, and where the supply went.
    public struct Result: Hashable, Sendable {
        /// Supply for each person, an area each; nil where no site is within reach.
        public let access: [Double?]
        /// Supply for each (weighted) person who reaches it, a site each; nil where nobody does; empty of one step.
        public let ratios: [Double?]
        /// What the sites that somebody reaches supply together.
        public let supplyReached: Double
        /// What all people of all areas have of it: access times people. The same, of two and three steps.
        public let supplyShared: Double
        /// Places of the sites that nobody reaches.
        public let unreached: [Int]
        public let method: MethodCitation
    }

    private let table: ReachTable
    private let population: [Double]
    private let supply: [Double]

    /// - Parameters:
    ///   - population: one for each area, none negative.
    ///   - supply: one for each site, none negative.
    /// - Throws: `Refusal`: `negative-count`, `no-areas`.
    public init(_ table: ReachTable, population: [Double], supply: [Double]) throws(Refusal) {
        guard population.count == table.areas, supply.count == table.sites, table.areas > 0, table.sites > 0 else {
            throw Refusal(
                .input, code: "no-areas",
                "There are \(population.count) areas with people and \(supply.count) sites with a supply, and the table "
                    + "has \(table.areas) and \(table.sites).")
        }
        guard population.allSatisfy({ $0 >= 0 && $0.isFinite }), supply.allSatisfy({ $0 >= 0 && $0.isFinite }) else {
            throw Refusal(.input, code: "negative-count", "An area's people or a site's supply is negative.")
        }
        self.table = table
        self.population = table.areaOf.map { population[Int($0)] }
        self.supply = table.siteOf.map { supply[Int($0)] }
    }

    /// - Throws: `Refusal`: `bad-decay`; `no-weight` where a falling gravity meets a distance of 0.
    public func access(steps: Steps, decay: Decay, choice: Choice = .reached) throws(Refusal) -> Result {
        try decay.check()
        let weights = try pairWeights(steps: steps, decay: decay, choice: choice)
        guard steps != .one else { return reached(weights) }
        let rows = table.areas
        var demand = [Double](repeating: 0, count: table.sites)
        FloatingCatchment.read(table, weights) { starts, columns, weights in
            demand.withUnsafeMutableBufferPointer { demand in
                for row in 0..<rows {
                    let people = population[row]
                    let pairs = starts[row]..<starts[row + 1]
                    if let weights {
                        for pair in pairs { demand[Int(columns[pair])] += people * weights[pair] }
                    } else {
                        for pair in pairs { demand[Int(columns[pair])] += people }
                    }
                }
            }
        }
        let ratios = demand.indices.map { demand[$0] > 0 ? supply[$0] / demand[$0] : 0 }
        var access = [Double?](repeating: nil, count: rows)
        var shared = 0.0
        sums(of: ratios, weights) { row, sum in
            access[Int(table.areaOf[row])] = sum
            shared += (sum ?? 0) * population[row]
        }
        var byCaller = [Double?](repeating: nil, count: table.sites)
        var (supplied, unreached) = (0.0, [Int]())
        for column in 0..<table.sites {
            let site = Int(table.siteOf[column])
            if demand[column] > 0 {
                byCaller[site] = ratios[column]
                supplied += supply[column]
            } else {
                unreached.append(site)
            }
        }
        return Result(
            access: access, ratios: byCaller, supplyReached: supplied, supplyShared: shared,
            unreached: unreached.sorted(), method: FloatingCatchment.method(steps, decay))
    }

    /// The supply within reach, weighted.
    private func reached(_ weights: [Double]?) -> Result {
        var access = [Double?](repeating: nil, count: table.areas)
        var isReached = [Bool](repeating: false, count: table.sites)
        for pair in table.columns.indices where (weights?[pair] ?? 1) > 0 { isReached[Int(table.columns[pair])] = true }
        var shared = 0.0
        sums(of: supply, weights) { row, sum in
            access[Int(table.areaOf[row])] = sum
            shared += (sum ?? 0) * population[row]
        }
        return Result(
            access: access, ratios: [], supplyReached: zip(supply, isReached).reduce(0) { $0 + ($1.1 ? $1.0 : 0) },
            supplyShared: shared,
            unreached: isReached.indices.filter { !isReached[$0] }.map { Int(table.siteOf[$0]) }.sorted(),
            method: FloatingCatchment.method(.one, .none))
    }

    /// Adds up a figure of the sites that each row reaches; nil where it reaches none.
    private func sums(of figures: [Double], _ weights: [Double]?, _ take: (Int, Double?) -> Void) {
        let within = table.within
        FloatingCatchment.read(table, weights) { starts, columns, weights in
            figures.withUnsafeBufferPointer { figures in
                for row in 0..<table.areas {
                    let pairs = starts[row]..<starts[row + 1]
                    var sum = 0.0
                    if let weights {
                        for pair in pairs { sum += figures[Int(columns[pair])] * weights[pair] }
                    } else {
                        for pair in pairs { sum += figures[Int(columns[pair])] }
                    }
                    let reaches = within.map { within in pairs.contains { within[$0] } } ?? !pairs.isEmpty
                    take(row, reaches ? sum : nil)
                }
            }
        }
    }

    /// What each pair counts; nil where each counts 1.
    private func pairWeights(steps: Steps, decay: Decay, choice: Choice) throws(Refusal) -> [Double]? {
        var weights = decay.weights(of: table.costs)
        if case .gravity = decay, weights?.contains(where: { !$0.isFinite }) == true {
            throw Decay.noWeight
        }
        if weights == nil, table.within != nil || steps == .three {
            weights = [Double](repeating: 1, count: table.costs.count)
        }
        guard var weights else { return nil }
        let within = table.within
        if steps == .three {
            let counted = choice == .given ? nil : within
            let (rows, starts) = (table.areas, table.starts)
            weights.withUnsafeMutableBufferPointer { weights in
                for row in 0..<rows {
                    let pairs = starts[row]..<starts[row + 1]
                    var sum = 0.0
                    if let counted {
                        for pair in pairs where counted[pair] { sum += weights[pair] }
                    } else {
                        for pair in pairs { sum += weights[pair] }
                    }
                    guard sum > 0 else { continue }
                    let share = 1 / sum
                    for pair in pairs { weights[pair] *= weights[pair] * share }
                }
            }
        }
        if let within { for pair in weights.indices where !within[pair] { weights[pair] = 0 } }
        return weights
    }

    @inline(__always)
    private static func read(
        _ table: ReachTable, _ weights: [Double]?,
        _ body: (UnsafeBufferPointer<Int>, UnsafeBufferPointer<Int32>, UnsafeBufferPointer<Double>?) -> Void
    ) {
        table.starts.withUnsafeBufferPointer { starts in
            table.columns.withUnsafeBufferPointer { columns in
                if let weights {
                    weights.withUnsafeBufferPointer { body(starts, columns, $0) }
                } else {
                    body(starts, columns, nil)
                }
            }
        }
    }

    private static func method(_ steps: Steps, _ decay: Decay) -> MethodCitation {
        switch (steps, decay) {
        case (.one, _): MethodCitation("Supply within reach", citation: "Luo and Wang (2003), first step alone")
        case (.two, .none):
            MethodCitation(
                "Two-step floating catchment", citation: "Luo and Wang, Environment and Planning B 30 (2003) 865")
        case (.two, _):
            MethodCitation(
                "Enhanced two-step floating catchment", citation: "Luo and Qi, Health and Place 15 (2009) 1100")
        case (.three, _):
            MethodCitation(
                "Three-step floating catchment",
                citation:
                    "Wan, Zou and Sternberg, International Journal of Geographical Information Science 26 (2012) 1073")
        }
    }
}
