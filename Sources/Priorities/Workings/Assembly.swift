public import Methods
import Vocabulary

extension RoundResult {
    /// The result from what was worked out, drawn and answered.
    ///
    /// - Parameters:
    ///   - rankings: what was drawn of `questions.rankings()`, in that order.
    ///   - answers: of the recommended set first, then of the others in whatever order; an answer without a set
    ///     is left out.
    ///   - core: the core index of every option where it is known already; nil: counted from the answers to the
    ///     draws, and nil where there is none.
    /// - Precondition: the first answer has a set.
    public static func assembled(
        _ questions: RoundQuestions, rankings: [SmaaResult], solver: Solver?, answers: [RoundAnswer],
        core: [Double?]? = nil
    ) -> RoundResult {
        guard let base = answers.first, base.question.subject == .recommended, base.solved.chosen != nil else {
            preconditionFailure("the recommended set comes first")
        }
        let work = Assembly(questions: questions, rankings: rankings, answers: answers)
        let portfolio = work.funded(base)
        let greedy = questions.greedy(questions.model.model).map { chosen in
            work.funded(chosen, isProved: false, bound: nil)
        }
        return RoundResult(
            version: SolveRound.version, settings: questions.settings, solver: solver,
            weights: work.criterionWeights(greedy: greedy),
            options: work.optionResults(funded: portfolio, greedy: greedy, core: core ?? work.coreIndex),
            pairwise: work.pairwise, consistency: questions.weights.members.flatMap(\.consistency),
            agreement: work.agreement, portfolio: portfolio, greedy: greedy,
            greedyLoss: greedy.flatMap { portfolio.benefit > 0 ? 1 - $0.benefit / portfolio.benefit : nil },
            years: work.years(work.chosen), frontier: work.frontier(portfolio), prices: work.prices(portfolio),
            swaps: solver == nil ? [] : work.swaps(portfolio), exclusions: work.exclusionEffects())
    }
}

/// What the assembly of a result works from.
struct Assembly {
    let questions: RoundQuestions
    let rankings: [SmaaResult]
    let answers: [RoundAnswer]

    var round: Round { questions.round }
    var model: PortfolioModel { questions.model.model }
    /// The recommended set, one mark for each option.
    var chosen: [Bool] { answers[0].solved.chosen ?? [] }

    func slugs(_ chosen: [Bool]) -> [Slug] { zip(round.options, chosen).filter(\.1).map(\.0.id) }

    /// A set with its benefit as the round's scores have it, whatever the question's values were.
    func funded(_ chosen: [Bool], isProved: Bool, bound: Double?) -> FundedSet {
        var (fullYear, cost) = (Money.zero, Money.zero)
        for (place, isChosen) in chosen.enumerated() where isChosen {
            fullYear += round.options[place].fullYear
            cost += questions.costs[place]
        }
        return FundedSet(
            options: slugs(chosen), benefit: model.value(of: chosen), fullYear: fullYear, cost: cost,
            isProved: isProved, bound: bound.flatMap { $0.isFinite ? $0 : nil })
    }

    /// - Precondition: the answer has a set.
    func funded(_ answer: RoundAnswer) -> FundedSet {
        funded(answer.solved.chosen ?? [], isProved: answer.solved.isProved, bound: answer.solved.bound)
    }

    func first(_ subject: RoundQuestion.Subject) -> RoundAnswer? {
        answers.first { $0.question.subject == subject && $0.solved.chosen != nil }
    }

    // MARK: - Weights

    func criterionWeights(greedy: FundedSet?) -> [RoundResult.CriterionWeight] {
        let weights = questions.weights
        let kind = questions.kinds.first
        let top = kind.flatMap { topPlaces(of: $0, greedy) }
        return weights.criteria.enumerated().map { place, criterion in
            let members = weights.members.map { member in
                RoundResult.MemberWeight(
                    member: member.member, weight: member.weights[place], low: member.ranges[place].low,
                    high: member.ranges[place].high)
            }
            func span(_ top: Int) -> RoundResult.Span {
                guard let kind else { return RoundResult.Span(low: 0, high: 1) }
                let range = WeightSensitivity.setStability(
                    criterion: place, weights: weights.panel, performances: kind.values,
                    options: kind.places.count, top: top)
                return RoundResult.Span(low: range.lowerBound, high: range.upperBound)
            }
            let own = weights.panel[place]
            return RoundResult.CriterionWeight(
                criterion: criterion, weight: own,
                low: members.map(\.low).min() ?? own, high: members.map(\.high).max() ?? own, members: members,
                sameFirst: span(1), sameFunded: top.map(span))
        }
    }

    /// How many of the first places the greedy set has; nil where it has not just the first ones.
    private func topPlaces(of kind: ValueForMoney, _ greedy: FundedSet?) -> Int? {
        guard let greedy, !kind.isDisinvestment else { return nil }
        let ranks = kind.ranks(questions.weights.panel)
        let isIn = kind.places.map { greedy.options.contains(round.options[$0].id) }
        let count = isIn.count { $0 }
        let worstIn = zip(ranks, isIn).filter(\.1).map(\.0).max() ?? 0
        let bestOut = zip(ranks, isIn).filter { !$0.1 }.map(\.0).min() ?? Int.max
        return count > 0 && worstIn < bestOut ? count : nil
    }

    // MARK: - Options

    /// Share of the draws in which each option is funded; nil where none was solved.
    var coreIndex: [Double?] {
        let sets = answers.compactMap { answer -> [Bool]? in
            if case .draw = answer.question.subject { answer.solved.chosen } else { nil }
        }
        return round.options.indices.map { place in
            sets.isEmpty ? nil : Double(sets.count { $0[place] }) / Double(sets.count)
        }
    }

    func optionResults(funded: FundedSet, greedy: FundedSet?, core: [Double?]) -> [RoundResult.OptionResult] {
        let (ranks, dominated) = (questions.ranks, dominated)
        var drawn: [Int: (known: SmaaResult, any: SmaaResult, row: Int)] = [:]
        for (place, kind) in questions.kinds.enumerated() {
            for (row, option) in kind.places.enumerated() {
                drawn[option] = (rankings[2 * place], rankings[2 * place + 1], row)
            }
        }
        return round.options.enumerated().map { place, option in
            guard let (known, any, row) = drawn[place] else { preconditionFailure("each option is of one kind") }
            let benefits = questions.draws.map { $0[place] }.sorted()
            let benefit = questions.benefits[place]
            let cost = questions.costs[place]
            let spends = option.kind.isDisinvestment ? cost < .zero : cost > .zero
            return RoundResult.OptionResult(
                option: option.id, scores: questions.scores.row(place), value: questions.values[place],
                benefit: benefit,
                benefitSpan: RoundResult.Span(
                    low: Quantiles.quantile(0.05, ofSorted: benefits) ?? benefit,
                    high: Quantiles.quantile(0.95, ofSorted: benefits) ?? benefit),
                fullYear: option.fullYear, cost: cost,
                benefitPerThousand: spends ? benefit * 100_000 / Double(cost.pence) : nil, rank: ranks[place],
                rankAcceptability: known.rankAcceptability[row], centralWeights: known.centralWeights[row],
                confidence: known.confidence[row], firstWithAnyWeights: any.rankAcceptability[row][0],
                centralWithAnyWeights: any.centralWeights[row],
                dominatedBy: dominated[place], coreIndex: core[place],
                isFunded: funded.options.contains(option.id),
                isGreedyFunded: greedy?.options.contains(option.id) ?? false)
        }
    }

    /// For each option those of its kind that do at least as much good on every criterion, cost no more over the
    /// round's years, and are better in one of these.
    private var dominated: [[Slug]] {
        let width = questions.scores.criteria.count
        var all = [[Slug]](repeating: [], count: round.options.count)
        for kind in questions.kinds {
            let performances = kind.places.flatMap { place in
                (0..<width).map { questions.factors[place] * questions.scores.values[place * width + $0] }
                    + [-Double(questions.costs[place].pence)]
            }
            let found = Dominance.dominated(performances, options: kind.places.count, criteria: width + 1)
            for (row, place) in kind.places.enumerated() {
                all[place] = found[row].map { round.options[kind.places[$0]].id }
            }
        }
        return all
    }

    var pairwise: [[Double?]] {
        let count = round.options.count
        var table = [[Double?]](repeating: [Double?](repeating: nil, count: count), count: count)
        for (place, kind) in questions.kinds.enumerated() {
            for (row, one) in kind.places.enumerated() {
                for (column, other) in kind.places.enumerated() {
                    table[one][other] = rankings[2 * place].pairwise[row][column]
                }
            }
        }
        return table
    }

    // MARK: - The panel

    var agreement: RoundResult.Agreement {
        let width = questions.scores.criteria.count
        var orders: [[Double]] = []
        var byOption = [[Double]](repeating: [], count: round.options.count)
        for member in round.members {
            let own = questions.scores.values(of: member.id)
            let weights = questions.weights.members.first { $0.member == member.id }?.weights
            func worth(_ option: Int, _ weights: [Double]) -> Double? {
                var sum = 0.0
                for column in 0..<width {
                    guard let value = own[option * width + column] else { return nil }
                    sum += weights[column] * value
                }
                return sum
            }
            for option in round.options.indices {
                if let value = worth(option, questions.weights.panel) { byOption[option].append(value) }
            }
            let order = round.options.indices.compactMap { worth($0, weights ?? questions.weights.panel) }
            if order.count == round.options.count { orders.append(order) }
        }
        return RoundResult.Agreement(
            concordance: orders.count < 2 ? nil : PanelAgreement(scores: orders).concordance,
            spread: byOption.map { ScoreSpread($0)?.standardDeviation ?? 0 })
    }
}
