public import Methods
public import Vocabulary

/// All that is asked about a round, worked out from its scores and weights: first the recommended set, then what
/// depends on it.
///
/// Everything here is exact arithmetic on the round, the settings and the seed; no solver has spoken yet.
public struct RoundQuestions: Sendable {
    public let round: Round
    public let settings: RoundResult.Settings
    public let scores: ScoreMatrix
    public let weights: PanelWeights
    public let model: RoundModel
    /// Each option's weighted sum of values, 0 to 100.
    public let values: [Double]
    /// What a point of an option's value is worth, with its sign: negative for a disinvestment.
    public let factors: [Double]
    /// Over the round's years.
    public let costs: [Money]
    /// Investments, then disinvestments; those that the round has.
    public let kinds: [ValueForMoney]
    public let exclusions: [TurnedExclusion]
    /// For each core draw, the benefit of every option.
    public let draws: [[Double]]

    /// The recurrent money a year by which the price of the envelope is told.
    public static let moreMoney = Money(pence: 1_000_000)
    /// Options for which the cheapest way in is sought, the best value for money first.
    static let mostForcedIn = 40

    /// What the streams of one seed are for.
    private enum Stream { static let core: UInt64 = 1, ranking: UInt64 = 16 }

    /// - Throws: `Refusal` for settings out of range and for whatever the scores, weights, money or rules lack.
    public init(
        _ round: Round, settings: RoundResult.Settings, tables: PreferenceTables = .shipped
    ) throws(Refusal) {
        try RoundQuestions.check(settings)
        guard !round.options.isEmpty, !round.leaves.isEmpty else {
            throw Refusal(
                .rule, code: "nothing-to-rank", "The round has no option or no criterion yet.",
                remedy: "Set criteria and put options forward first.")
        }
        let scores = try ScoreMatrix(round)
        let weights = try PanelWeights(round, tables: tables)
        let years = (round.envelope?.years ?? []).map(\.year)
        var factors: [Double] = []
        var costs: [Money] = []
        for option in round.options {
            let factor = try round.benefitPerPoint(option)
            factors.append(option.kind.isDisinvestment ? -factor : factor)
            costs.append(try option.cost(over: years))
        }
        let values = AdditiveValue.values(of: scores.values, weights: weights.panel)
        let isDisinvestment = round.options.map(\.kind.isDisinvestment)
        self.round = round
        self.settings = settings
        self.scores = scores
        self.weights = weights
        self.values = values
        self.factors = factors
        self.costs = costs
        model = try RoundModel(round, benefits: zip(factors, values).map { $0 * $1 })
        kinds = [false, true].compactMap { kind in
            ValueForMoney(
                scores, kinds: isDisinvestment, people: factors.map(\.magnitude), costs: costs, isDisinvestment: kind)
        }
        exclusions = TurnedExclusion.all(round, weights: weights.panel)
        draws = RoundQuestions.drawn(
            settings.coreDraws, scores, weights, factors,
            from: RandomStream(seed: RoundQuestions.seed(settings), stream: Stream.core))
    }

    private static func check(_ settings: RoundResult.Settings) throws(Refusal) {
        let limits: [(String, Int, ClosedRange<Int>)] = [
            ("draws for the ranking", settings.draws, 100...100_000_000),
            ("draws for the core index", settings.coreDraws, 10...100_000),
            ("points of the frontier", settings.frontierPoints, 2...1_000),
        ]
        for (what, figure, range) in limits where !range.contains(figure) {
            throw Refusal(
                .usage, code: "settings",
                "\(figure) \(what) are asked for; \(range.lowerBound) to "
                    + "\(range.upperBound) are possible.")
        }
        guard (0...0.1).contains(settings.gap) else {
            throw Refusal(.usage, code: "settings", "The gap is \(settings.gap); it is 0 to 0.1 (10 %).")
        }
    }

    private static func seed(_ settings: RoundResult.Settings) -> UInt64 {
        UInt64(bitPattern: Int64(settings.seed))
    }

    public var benefits: [Double] { model.model.values }

    // MARK: - Rankings

    /// A ranking to be drawn: of one kind of option, with the panel's weights or with any at all.
    public struct Ranking: Sendable {
        /// The kind's place in `kinds`.
        public let kind: Int
        public let hasAnyWeights: Bool
        public let model: SmaaModel
    }

    /// For each kind of option one with the panel's weights, then one with any weights.
    public func rankings() throws(Refusal) -> [Ranking] {
        var rankings: [Ranking] = []
        for (place, kind) in kinds.enumerated() {
            for hasAnyWeights in [false, true] {
                let stream = Stream.ranking + UInt64(kind.isDisinvestment ? 2 : 0) + (hasAnyWeights ? 1 : 0)
                var seeds = RandomStream(seed: RoundQuestions.seed(settings), stream: stream)
                let panel = weights
                let drawn: SmaaModel.Weights =
                    hasAnyWeights ? .uniform : .drawn { stream, count in panel.draws(count, from: stream) }
                rankings.append(
                    Ranking(
                        kind: place, hasAnyWeights: hasAnyWeights,
                        model: try kind.model(weights: drawn, seed: seeds.next())))
            }
        }
        return rankings
    }

    // MARK: - Portfolios

    public var recommended: RoundQuestion { RoundQuestion(.recommended) }

    /// All other questions, once the recommended set is known.
    ///
    /// - Parameter chosen: the recommended set, one mark for each option.
    public func others(after chosen: [Bool]) -> [RoundQuestion] {
        frontier
            + round.rules.map { rule in
                rule.kind == .forcedIn || rule.kind == .forcedOut
                    ? RoundQuestion(.withoutRule(rule.id), forced: forced(without: rule))
                    : RoundQuestion(.withoutRule(rule.id), bounds: model.bounds(without: rule.id))
            } + money + waysIn(chosen) + turned + drawQuestions
    }

    private func forced(without rule: PortfolioRule) -> [Bool?] {
        var forced = [Bool?](repeating: nil, count: round.options.count)
        for other in round.rules where other.id != rule.id && (other.kind == .forcedIn || other.kind == .forcedOut) {
            for place in (try? other.places(in: round)) ?? [] { forced[place] = other.kind == .forcedIn }
        }
        return forced
    }

    /// Recurrent money from nothing to what all investments need together, each year's in proportion to the last
    /// one's.
    public var frontier: [RoundQuestion] {
        let years = model.envelope.years.map(\.year)
        guard let last = years.last else { return [] }
        let investments = round.options.filter { !$0.kind.isDisinvestment }
        let needs =
            [investments.map(\.fullYear)] + years.map { year in investments.map { $0.cost(in: year).recurrent } }
        let most = needs.map { $0.map { max(.zero, $0) }.total() }.max() ?? .zero
        let now = model.envelope.recurrent(in: last)
        let end = max(most, now)
        let steps = settings.frontierPoints - 1
        return (0...steps).map { step in
            let budget = end.scaled(by: step, over: steps)
            let bounds = model.bounds { year in
                let own = model.envelope.recurrent(in: year)
                return now > .zero ? RoundQuestions.inProportion(own, budget, to: now) : budget
            }
            return RoundQuestion(.frontier(budget), bounds: bounds, relativeGap: settings.gap)
        }
    }

    /// `amount × budget ÷ now`, to the nearest penny, and no more than a row of money can hold.
    private static func inProportion(_ amount: Money, _ budget: Money, to now: Money) -> Money {
        let most = Int128(1) << 52
        let (quotient, rest) = (Int128(amount.pence) * Int128(budget.pence))
            .quotientAndRemainder(dividingBy: Int128(now.pence))
        return Money(pence: Int(min(most, quotient + (rest * 2 >= Int128(now.pence) ? 1 : 0))))
    }

    private var money: [RoundQuestion] {
        let envelope = model.envelope
        var questions: [RoundQuestion] = []
        if let first = envelope.years.first?.year.firstDay, envelope.locks.contains(where: { $0.until > first }) {
            let free = envelope.locks.map { lock in
                var lock = lock
                lock.until = min(lock.until, first)
                return lock
            }
            questions.append(
                RoundQuestion(
                    .withoutLocks, bounds: model.bounds { envelope.recurrent(in: $0, counting: free) }))
        }
        questions.append(
            RoundQuestion(
                .moreMoney, bounds: model.bounds { envelope.recurrent(in: $0) + RoundQuestions.moreMoney }))
        return questions
    }

    /// For each option that is not funded and may be, the best set that has it.
    private func waysIn(_ chosen: [Bool]) -> [RoundQuestion] {
        let ranks = ranks
        let near = round.options.indices.filter { !chosen[$0] && model.model.forced[$0] == nil }
            .sorted { ranks[$0] == ranks[$1] ? $0 < $1 : ranks[$0] < ranks[$1] }
        return near.prefix(RoundQuestions.mostForcedIn).map { place in
            var forced = model.model.forced
            forced[place] = true
            return RoundQuestion(.with(round.options[place].id), forced: forced)
        }
    }

    private var turned: [RoundQuestion] {
        exclusions.enumerated().compactMap { place, exclusion in
            exclusion.values.map { values in
                RoundQuestion(.otherwise(place), values: zip(factors, values).map { $0 * $1 })
            }
        }
    }

    public var drawQuestions: [RoundQuestion] {
        draws.enumerated().map { RoundQuestion(.draw($0.offset), values: $0.element) }
    }

    /// By value for money within each kind, in the round's order.
    public var ranks: [Int] {
        var ranks = [Int](repeating: 1, count: round.options.count)
        for kind in kinds {
            for (place, rank) in zip(kind.places, kind.ranks(weights.panel)) { ranks[place] = rank }
        }
        return ranks
    }

    // MARK: - Draws

    /// Benefits with weights and scores drawn: weights as the panel's members gave them, each score from the
    /// triangle between the lowest and the highest that anyone thought possible.
    private static func drawn(
        _ count: Int, _ scores: ScoreMatrix, _ weights: PanelWeights, _ factors: [Double], from stream: RandomStream
    ) -> [[Double]] {
        let width = scores.criteria.count
        let drawn = weights.draws(count, from: stream.substream(0))
        var chance = stream.substream(1)
        return (0..<count).map { draw in
            factors.indices.map { option in
                var value = 0.0
                for column in 0..<width {
                    let place = option * width + column
                    let score = triangular(
                        low: scores.low[place], mode: scores.values[place], high: scores.high[place], &chance)
                    value += drawn[draw * width + column] * score
                }
                return factors[option] * value
            }
        }
    }

    /// By the inverse of the triangle's distribution; a number is drawn only where there is a spread.
    private static func triangular(
        low: Double, mode: Double, high: Double, _ stream: inout RandomStream
    ) -> Double {
        guard low < high else { return mode }
        let part = stream.uniform()
        let width = high - low
        return part * width < mode - low
            ? low + (part * width * (mode - low)).squareRoot()
            : high - ((1 - part) * width * (high - mode)).squareRoot()
    }
}
