import Methods
import Vocabulary

extension Assembly {
    /// What a set takes of each year's money.
    func years(_ chosen: [Bool]) -> [YearUse] {
        questions.model.envelope.years.map(\.year).map { year in
            let costs = zip(round.options, chosen).filter(\.1).map { $0.0.cost(in: year) }
            return YearUse(
                year: year, recurrent: costs.map(\.recurrent).total(), oneOff: costs.map(\.oneOff).total(),
                recurrentSources: questions.model.envelope.recurrent(in: year),
                allSources: questions.model.envelope.all(in: year))
        }
    }

    /// In rising order of money, the round's own money among them; never falling, for what can be had for less
    /// money can be had for more.
    func frontier(_ portfolio: FundedSet) -> [FrontierPoint] {
        var points: [FrontierPoint] = []
        for answer in answers {
            guard case .frontier(let budget) = answer.question.subject else { continue }
            let model = answer.question.applied(to: model)
            let greedy = questions.greedy(model)
            let solved = answer.solved.orBetter(greedy, in: model, gap: answer.question.relativeGap)
            guard solved.chosen != nil else { continue }
            points.append(
                FrontierPoint(
                    budget: budget, exact: funded(RoundAnswer(answer.question, solved)),
                    greedyBenefit: greedy.map { model.value(of: $0) }))
        }
        if let last = questions.model.envelope.years.last?.year, !points.isEmpty {
            let now = questions.model.envelope.recurrent(in: last)
            points.removeAll { $0.budget == now }
            points.append(
                FrontierPoint(
                    budget: now, exact: portfolio,
                    greedyBenefit: questions.greedy(model).map { model.value(of: $0) }))
        }
        points.sort { $0.budget < $1.budget }
        for place in points.indices.dropFirst() where points[place].exact.benefit < points[place - 1].exact.benefit {
            var set = points[place - 1].exact
            set.isProved = points[place].exact.isProved
            set.bound = points[place].exact.bound.map { max($0, set.benefit) }
            points[place].exact = set
        }
        return points
    }

    /// What each rule, the locks and the envelope cost.
    func prices(_ portfolio: FundedSet) -> [Price] {
        func price(
            _ kind: Price.Kind, _ rule: Slug?, _ title: String, _ subject: RoundQuestion.Subject
        ) -> Price? {
            guard let answer = first(subject) else { return nil }
            let without = funded(answer)
            return Price(
                kind: kind, rule: rule, title: title, benefitLost: without.benefit - portfolio.benefit,
                without: without, added: without.options.filter { !portfolio.options.contains($0) },
                dropped: portfolio.options.filter { !without.options.contains($0) })
        }
        return round.rules.compactMap { price(.rule, $0.id, $0.title, .withoutRule($0.id)) }
            + [
                price(.locks, nil, "All locks together", .withoutLocks),
                price(.envelope, nil, "\(RoundQuestions.moreMoney.inPounds) more a year", .moreMoney),
            ].compactMap { $0 }
    }

    // MARK: - Swaps

    /// The cheapest way to have each option that is not funded, then the best exchanges of one for one.
    func swaps(_ portfolio: FundedSet) -> [Swap] {
        var swaps: [Swap] = []
        for answer in answers {
            guard case .with(let wanted) = answer.question.subject, let other = answer.solved.chosen else { continue }
            swaps.append(swap(wanted, to: other, from: portfolio, isCheapest: answer.solved.isProved))
        }
        var exchanges: [Swap] = []
        let free = round.options.indices.filter { model.forced[$0] == nil }
        for out in free where chosen[out] {
            for into in free where !chosen[into] {
                var other = chosen
                other[out] = false
                other[into] = true
                guard model.allows(other) else { continue }
                let exchange = swap(nil, to: other, from: portfolio, isCheapest: false)
                if !swaps.contains(where: { $0.out == exchange.out && $0.into == exchange.into }) {
                    exchanges.append(exchange)
                }
            }
        }
        let best = exchanges.indices.sorted {
            exchanges[$0].benefitChange == exchanges[$1].benefitChange
                ? $0 < $1 : exchanges[$0].benefitChange > exchanges[$1].benefitChange
        }
        return swaps + best.prefix(Assembly.mostExchanges).map { exchanges[$0] }
    }

    /// Exchanges of one option for one that are listed, the best first.
    static let mostExchanges = 10

    private func swap(
        _ wanted: Slug?, to other: [Bool], from portfolio: FundedSet, isCheapest: Bool
    ) -> Swap {
        let set = funded(other, isProved: isCheapest, bound: nil)
        return Swap(
            wanted: wanted, out: portfolio.options.filter { !set.options.contains($0) },
            into: set.options.filter { !portfolio.options.contains($0) },
            benefitChange: set.benefit - portfolio.benefit, fullYearChange: set.fullYear - portfolio.fullYear,
            isCheapest: isCheapest)
    }

    // MARK: - Exclusions

    func exclusionEffects() -> [ExclusionEffect] {
        questions.exclusions.enumerated().map { place, turned in
            let other = first(.otherwise(place))?.solved.chosen
            let places = turned.options.compactMap { id in round.options.firstIndex { $0.id == id } }
            return ExclusionEffect(
                member: turned.member, options: turned.options, isExcluded: turned.isExcluded, basis: turned.basis,
                values: turned.values.map { values in
                    places.map {
                        ExclusionEffect.Pair(
                            option: round.options[$0].id, asIs: questions.values[$0], otherwise: values[$0])
                    }
                } ?? [],
                added: other.map { other in slugs(zip(other, chosen).map { $0 && !$1 }) },
                dropped: other.map { other in slugs(zip(other, chosen).map { !$0 && $1 }) })
        }
    }
}
