import Pages
@testable import Priorities
import Vocabulary

extension RoundSample {
    static let taken: Set<String> = [
        "urgent-care", "school-varnish", "care-homes", "helpline", "therapists", "pregnancy", "outreach",
    ]

    static func value(_ line: Line) -> Double {
        zip(criteria, line.scores).reduce(0) { $0 + $1.0.weight * $1.1 }
    }

    /// Benefit for a thousand pounds over the years.
    static func slope(_ line: Line) -> Double { value(line) / Double(abs(cost(line).pence)) * 100_000 }

    static func cost(_ line: Line) -> Money { pounds(line.thousands * 2_500 + line.once * 1_000) }

    static func rank(_ line: Line) -> Int {
        let group = lines.filter { ($0.thousands < 0) == (line.thousands < 0) }
        let better = group.filter { line.thousands < 0 ? slope($0) < slope(line) : slope($0) > slope(line) }
        return better.count + 1
    }

    static let standings: [RoundResult.OptionResult] = lines.map { line in
        let size = lines.count { ($0.thousands < 0) == (line.thousands < 0) }
        let place = rank(line)
        let near: [Double] = (1...size).map { max(0, 2.4 - abs(Double($0 - place))) }
        let sum: Double = near.reduce(0, +)
        let acceptability: [Double] = near.map { $0 / sum }
        let worth = value(line)
        let benefit: Double = line.thousands < 0 ? -worth : worth
        let span = RoundResult.Span(low: benefit - 8, high: benefit + 7)
        let isFirst = near[0] > 0
        let central: [Double]? = isFirst ? [0.4, 0.3, 0.2, 0.1] : nil
        let isTaken = taken.contains(line.id)
        return RoundResult.OptionResult(
            option: slug(line.id), scores: line.scores, value: worth, benefit: benefit, benefitSpan: span,
            fullYear: pounds(line.thousands * 1_000), cost: cost(line), benefitPerThousand: slope(line),
            rank: place, rankAcceptability: acceptability, centralWeights: central, confidence: isFirst ? 0.71 : nil,
            firstWithAnyWeights: 0.1, centralWithAnyWeights: central,
            dominatedBy: line.id == "sedation" ? [slug("pregnancy")] : [],
            coreIndex: line.core, isFunded: isTaken,
            isGreedyFunded: isTaken && line.id != "therapists")
    }

    static func set(_ ids: [String]) -> FundedSet {
        let chosen = lines.filter { ids.contains($0.id) }
        return FundedSet(
            options: chosen.map { slug($0.id) },
            benefit: chosen.reduce(0) { $0 + ($1.thousands < 0 ? -value($1) : value($1)) },
            fullYear: chosen.map { pounds($0.thousands * 1_000) }.total(), cost: chosen.map { cost($0) }.total(),
            isProved: true, bound: nil)
    }

    /// The best of all subsets of the investments for a budget.
    static func best(within budget: Int) -> FundedSet {
        let investments = lines.filter { $0.thousands > 0 }
        var best = set([])
        for mask in 0..<(1 << investments.count) {
            let chosen = investments.indices.filter { mask >> $0 & 1 == 1 }.map { investments[$0] }
            guard chosen.reduce(0, { $0 + $1.thousands }) <= budget else { continue }
            let found = set(chosen.map(\.id))
            if found.benefit > best.benefit { best = found }
        }
        return best
    }

    static func greedy(within budget: Int) -> Double {
        var (left, sum) = (budget, 0.0)
        for line in lines.filter({ $0.thousands > 0 }).sorted(by: { slope($0) > slope($1) })
        where line.thousands <= left {
            left -= line.thousands
            sum += value(line)
        }
        return sum
    }

    static let frontier: [FrontierPoint] = (0...14).map { place in
        var exact = best(within: place * 75)
        exact.isProved = place != 9
        return FrontierPoint(budget: pounds(place * 75_000), exact: exact, greedyBenefit: greedy(within: place * 75))
    }

    static let weights: [RoundResult.CriterionWeight] = criteria.enumerated().map { place, criterion in
        RoundResult.CriterionWeight(
            criterion: slug(criterion.id), weight: criterion.weight, low: criterion.low, high: criterion.high,
            members: members.enumerated().map { number, member in
                let share = criterion.low + (criterion.high - criterion.low) * Double(number) / 6
                return .init(member: member.id, weight: share, low: share, high: share)
            }, sameFirst: .init(low: max(0, criterion.weight - 0.3), high: min(1, criterion.weight + 0.32)),
            sameFunded: .init(
                low: max(0, criterion.weight - 0.12 - 0.05 * Double(place)), high: min(1, criterion.weight + 0.14)))
    }

    static let result = RoundResult(
        version: 1, settings: .init(seed: 7), solver: .init(name: "HiGHS", version: "1.11.0"), weights: weights,
        options: standings, pairwise: [], consistency: [],
        agreement: .init(concordance: 0.71, spread: lines.indices.map { 4 + Double($0 * 7 % 10) }),
        portfolio: set(Array(taken)), greedy: set(taken.filter { $0 != "therapists" }), greedyLoss: 0.117,
        years: years.enumerated().map { place, year in
            YearUse(
                year: year, recurrent: pounds(place == 0 ? 277_500 : 465_000), oneOff: pounds(place == 0 ? 45_000 : 0),
                recurrentSources: pounds(place == 0 ? 420_000 : 500_000),
                allSources: pounds(place == 0 ? 580_000 : 500_000))
        }, frontier: frontier,
        prices: [
            Price(
                kind: .rule, rule: slug("staff"), title: "Staff that can be found", benefitLost: 12.4,
                without: set(Array(taken)), added: [slug("sedation")], dropped: [slug("therapists")]),
            Price(
                kind: .rule, rule: slug("east"), title: "At least one option for Easthollow", benefitLost: 0,
                without: set(Array(taken)), added: [], dropped: []),
            Price(
                kind: .locks, rule: nil, title: "", benefitLost: 30.2, without: set(Array(taken)),
                added: [slug("new-practice")], dropped: [slug("therapists"), slug("urgent-care")]),
            Price(
                kind: .envelope, rule: nil, title: "£10,000", benefitLost: 0, without: set(Array(taken)), added: [],
                dropped: []),
        ],
        swaps: [
            Swap(
                wanted: slug("sedation"), out: [slug("therapists")], into: [slug("sedation")], benefitChange: -4.6,
                fullYearChange: pounds(40_000), isCheapest: true),
            Swap(
                wanted: slug("new-practice"), out: [slug("urgent-care"), slug("therapists")],
                into: [slug("new-practice")], benefitChange: -48.8, fullYearChange: pounds(30_000), isCheapest: true),
            Swap(
                wanted: nil, out: [slug("outreach")], into: [slug("orthodontics")], benefitChange: -1.3,
                fullYearChange: pounds(-50_000), isCheapest: false),
        ],
        exclusions: [
            ExclusionEffect(
                member: slug("m5"), options: [slug("new-practice")], isExcluded: true, basis: .bestScores,
                values: [.init(option: slug("new-practice"), asIs: 77.1, otherwise: 80.4)], added: [], dropped: [])
        ])

    static let reading = RoundReading(round, result: result, limits: limits)
    static let bareReading = RoundReading(bare)
    /// Scored and worked out, but not decided, and without a solver.
    static let undecided: RoundReading = {
        var round = RoundSample.round
        round.decision = nil
        round.decidedAt = nil
        round.published = []
        round.lodged = []
        round.ballot?.choices = nil
        var result = RoundSample.result
        result.solver = nil
        result.options = result.options.map { standing in
            var standing = standing
            standing.coreIndex = nil
            return standing
        }
        return RoundReading(round, result: result, limits: limits)
    }()

    static let whatIf = WhatIf(criteria: leaves) {
        $0 == "weights" ? "access:10,oral-health:60,fairness:20,readiness:10" : nil
    }
    static let faulty = WhatIf(criteria: leaves) { ["weight-access": "lots", "weight-oral-health": "60"][$0] }

    static let pages: [(name: String, page: any Page)] = [
        ("rounds", RoundsPage(rounds: [round])), ("round", RoundPage(reading)),
        ("round-option", RoundOptionPage(reading, option: options[5])),
        ("round-option-stop", RoundOptionPage(reading, option: options[8])),
        ("round-robustness", RoundRobustnessPage(reading)),
        ("round-what-if", RoundRobustnessPage(reading, whatIf: whatIf)),
        ("round-what-if-faulty", RoundRobustnessPage(reading, whatIf: faulty)),
        ("round-scores", RoundScoresPage(reading)), ("round-process", RoundProcessPage(reading)),
        ("round-decision", DecisionPage(reading)), ("round-undecided", RoundPage(undecided)),
        ("round-robustness-undecided", RoundRobustnessPage(undecided)),
    ]

    static let emptyPages: [(name: String, page: any Page)] = [
        ("rounds", RoundsPage(rounds: [])), ("round", RoundPage(bareReading)),
        ("round-option", RoundOptionPage(bareReading, option: options[0])),
        ("round-robustness", RoundRobustnessPage(bareReading)), ("round-scores", RoundScoresPage(bareReading)),
        ("round-process", RoundProcessPage(bareReading)), ("round-decision", DecisionPage(bareReading)),
    ]

    static let view = RecordView(
        round, result: result, limits: limits, holder: "Wexbourne ICB",
        journal: .init(sequence: 214, digest: digest("f")),
        inputs: [.init(digest: digest("a"), title: "options.yaml", origin: "Wexbourne ICB")],
        files: [.init(path: "record.json", words: "The record as JSON")], isInvented: true, version: "0.1.0")
    static let bareView = RecordView(
        bare, result: nil, limits: limits, holder: "Wexbourne ICB", journal: .init(sequence: 1, digest: digest("f")),
        isInvented: true,
        version: "0.1.0")
}
