public import Vocabulary

/// Where so many further sites would do most for the people of a map, as a portfolio to be solved.
///
/// Both aims come to one model. A *wish* is a number of people (or of people times distance) that is gained as soon as
/// one of certain candidates is opened; what is asked for is the choice that gains most. To bring people within reach,
/// each area that nothing reaches is a wish of its people. To shorten ways, each area has a wish for every distance at
/// which a candidate is nearer than what is there: the people times the way to the next further one. Wishes of the same
/// candidates are one.
///
/// The model has an item for each candidate and each wish; with long reaches there are nearly as many wishes as pairs.
/// - Reference: Church and ReVelle, Papers of the Regional Science Association 32 (1974) 101 (maximal covering);
///   ReVelle and Swain, Geographical Analysis 2 (1970) 30 (p-median); Cornuejols, Nemhauser and Wolsey, Operations
///   Research 28 (1980) 847 (its form by distances).
public struct SitingQuestion: Sendable {
    public enum Aim: String, Sendable, CaseIterable {
        /// As many people as can be within reach of a site.
        case covering
        /// The ways of all people to their nearest site as short as they can be together: the p-median.
        case distance
    }

    /// Candidates first, in the order of sites; then the wishes.
    public let model: PortfolioModel
    public let aim: Aim
    /// Of each area, without a further site, to what is nearest of those that are there; nil where it reaches none.
    let nearest: [Double?]
    let candidates: [Int]
    private let table: ReachTable
    private let population: [Double]

    /// - Parameters:
    ///   - table: areas, and sites that are there or might be; pairs beyond reach do not count.
    ///   - population: one for each area.
    ///   - isCandidate: of each site, true where it might be opened, false where it is there.
    ///   - further: how many may be opened at most.
    /// - Throws: `Refusal`: `no-areas`, `negative-count`, `no-candidates`, `bad-number`; `no-way` where ways are to be
    ///   shortened and an area would be without any.
    public init(
        _ table: ReachTable, population: [Double], isCandidate: [Bool], further: Int, aim: Aim
    ) throws(Refusal) {
        guard population.count == table.areas, isCandidate.count == table.sites, table.areas > 0 else {
            throw Refusal(
                .input, code: "no-areas",
                "There are \(population.count) areas with people and \(isCandidate.count) sites, and the table has "
                    + "\(table.areas) and \(table.sites).")
        }
        guard population.allSatisfy({ $0 >= 0 && $0.isFinite }) else {
            throw Refusal(.input, code: "negative-count", "An area's people are negative.")
        }
        let candidates = isCandidate.indices.filter { isCandidate[$0] }
        guard !candidates.isEmpty else {
            throw Refusal(
                .input, code: "no-candidates", "No site is a candidate, so there is nothing to choose from.",
                remedy: "Name the places where a site might be opened.")
        }
        guard (1...candidates.count).contains(further) else {
            throw Refusal(
                .input, code: "bad-number",
                "\(further) further sites cannot be chosen from \(candidates.count) candidates.",
                remedy: "Choose from 1 to \(candidates.count).")
        }
        let ways = SitingQuestion.ways(table)
        nearest = ways.map { ways in ways.lazy.filter { !isCandidate[$0.site] }.map(\.cost).min() }
        self.candidates = candidates
        (self.table, self.population, self.aim) = (table, population, aim)

        let places = Dictionary(uniqueKeysWithValues: zip(candidates, 0...))
        var wishes = Wishes()
        for (area, ways) in ways.enumerated() where population[area] > 0 {
            let usual = nearest[area]
            let nearer = ways.filter { isCandidate[$0.site] && $0.cost < usual ?? .infinity }
                .sorted { ($0.cost, $0.site) < ($1.cost, $1.site) }
            switch aim {
            case .covering:
                guard usual == nil, !nearer.isEmpty else { continue }
                wishes.add(population[area], of: nearer.map { places[$0.site]! })
            case .distance:
                guard usual != nil || nearer.count == candidates.count else {
                    throw Refusal(
                        .input, code: "no-way",
                        "Area \(area + 1) has no site that is there within reach, and a candidate that is not: without "
                            + "any way to a site, ways cannot be shortened.",
                        remedy: "Give a longer reach, or ask for the most people within reach.")
                }
                for (rank, way) in nearer.enumerated() {
                    let next = rank + 1 < nearer.count ? nearer[rank + 1].cost : usual ?? way.cost
                    guard next > way.cost else { continue }
                    wishes.add(population[area] * (next - way.cost), of: nearer[...rank].map { places[$0.site]! })
                }
            }
        }
        // Where nothing is there, something must be opened.
        let least = aim == .distance && nearest.contains { $0 == nil } ? 1 : nil
        model = try wishes.model(candidates: candidates, least: least, further: further)
    }

    /// Gains by the candidates of which one suffices.
    private struct Wishes {
        private var places: [[Int]: Int] = [:]
        private var sets: [[Int]] = []
        private var gains: [Double] = []

        mutating func add(_ gain: Double, of set: [Int]) {
            let set = set.sorted()
            if let place = places[set] {
                gains[place] += gain
            } else {
                places[set] = sets.count
                sets.append(set)
                gains.append(gain)
            }
        }

        func model(candidates: [Int], least: Int?, further: Int) throws(Refusal) -> PortfolioModel {
            var rows = [
                PortfolioModel.Row(
                    name: "further sites", terms: candidates.indices.map { .init(item: $0, coefficient: 1) },
                    lower: least, upper: further)
            ]
            for (wish, set) in sets.enumerated() {
                rows.append(
                    PortfolioModel.Row(
                        name: "wish \(wish + 1)",
                        terms: set.map { .init(item: $0, coefficient: 1) }
                            + [.init(item: candidates.count + wish, coefficient: -1)], lower: 0))
            }
            return try PortfolioModel(
                names: candidates.map { "site \($0 + 1)" } + sets.indices.map { "wish \($0 + 1)" },
                values: candidates.map { _ in 0 } + gains, rows: rows,
                forced: [Bool?](repeating: nil, count: candidates.count + sets.count))
        }
    }

    /// A choice found one site after the other, each the one that gains most then: good, and to begin from.
    ///
    /// One for each item of the model. It gains at least 1 − 1/e of what the best does.
    /// - Reference: Cornuejols, Fisher and Nemhauser, Management Science 23 (1977) 789.
    public var greedy: [Bool] {
        var chosen = [Bool](repeating: false, count: model.names.count)
        // Of each candidate the wishes that it grants, and what it would still gain.
        var grants = [[Int]](repeating: [], count: candidates.count)
        var gains = [Double](repeating: 0, count: candidates.count)
        let wishes = model.rows.dropFirst()
        for row in wishes {
            guard let wish = row.terms.last?.item else { continue }
            for term in row.terms.dropLast() {
                grants[term.item].append(wish)
                gains[term.item] += model.values[wish]
            }
        }
        var asking: [Int: [Int]] = [:]
        for row in wishes {
            if let wish = row.terms.last?.item { asking[wish] = row.terms.dropLast().map(\.item) }
        }
        for _ in 0..<(model.rows.first?.upper ?? 0) {
            let free = gains.indices.filter { !chosen[$0] }
            guard let next = free.max(by: { (gains[$0], $1) < (gains[$1], $0) }) else { break }
            // The first is opened in any case: there may be nothing else.
            guard gains[next] > 0 || !chosen.contains(true) else { break }
            chosen[next] = true
            for wish in grants[next] where !chosen[wish] {
                chosen[wish] = true
                for candidate in asking[wish] ?? [] { gains[candidate] -= model.values[wish] }
            }
        }
        return chosen
    }

    /// What a choice comes to.
    ///
    /// - Parameter opened: sites by their place.
    public func effect(of opened: [Int]) -> Siting.Effect {
        let isOpened = Set(opened)
        var (within, people, travelled) = (0.0, 0.0, 0.0)
        for (area, ways) in SitingQuestion.ways(table).enumerated() {
            let new = ways.lazy.filter { isOpened.contains($0.site) }.map(\.cost).min()
            people += population[area]
            guard let way = [nearest[area], new].compactMap({ $0 }).min() else { continue }
            within += population[area]
            travelled += population[area] * way
        }
        return Siting.Effect(within: within, people: people, travelled: travelled)
    }

    /// What was found, in sites; nil where no choice was.
    public func siting(_ solved: SolvedPortfolio) -> Siting? {
        guard let chosen = solved.chosen else { return nil }
        let opened = candidates.indices.filter { chosen[$0] }.map { candidates[$0] }
        return Siting(
            opened: opened, before: effect(of: []), after: effect(of: opened), isProved: solved.isProved,
            gap: solved.gap, method: aim.method)
    }

    /// Of each area the sites within reach.
    private static func ways(_ table: ReachTable) -> [[(site: Int, cost: Double)]] {
        var ways = [[(site: Int, cost: Double)]](repeating: [], count: table.areas)
        for row in 0..<table.areas {
            let area = Int(table.areaOf[row])
            for pair in table.starts[row]..<table.starts[row + 1] where table.within?[pair] ?? true {
                ways[area].append((Int(table.siteOf[Int(table.columns[pair])]), table.costs[pair]))
            }
        }
        return ways
    }
}

extension SitingQuestion.Aim {
    public var method: MethodCitation {
        switch self {
        case .covering:
            MethodCitation(
                "Maximal covering",
                citation: "Church and ReVelle, Papers of the Regional Science Association 32 (1974) 101")
        case .distance:
            MethodCitation("p-median", citation: "ReVelle and Swain, Geographical Analysis 2 (1970) 30")
        }
    }
}

/// Which further sites to open, with what they come to.
public struct Siting: Hashable, Sendable {
    public struct Effect: Hashable, Sendable {
        /// People within reach of a site.
        public let within: Double
        public let people: Double
        /// The way of all people within reach to their nearest site, together.
        public let travelled: Double

        /// Of one of those within reach; nil where nobody is.
        public var way: Double? { within > 0 ? travelled / within : nil }
    }

    /// By their place among all sites, in their order.
    public let opened: [Int]
    public let before: Effect
    public let after: Effect
    /// True where no other choice gains more.
    public let isProved: Bool
    /// How much more another choice may gain at most, as a share of what this one gains; nil where nothing is known.
    public let gap: Double?
    public let method: MethodCitation
}
