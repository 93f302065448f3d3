import Methods
public import Vocabulary

extension PortfolioRule {
    /// A row of the portfolio that the rule asks for.
    struct Row {
        let name: String
        let coefficients: [Int]
        var lower: Int?
        var upper: Int?
    }

    /// The places of the options that the rule speaks of: those named, or all; of these those with its tag and in
    /// its area.
    func places(in round: Round) throws(Refusal) -> [Int] {
        for id in options where round.option(id) == nil {
            throw Refusal(
                .rule, code: "rule-option-unknown",
                "The rule “\(title)” speaks of “\(id)”, and there is no such option.",
                remedy: "Put the option forward, or change the rule.")
        }
        return round.options.indices.filter { place in
            let option = round.options[place]
            return (options.isEmpty || options.contains(option.id)) && (tag.map { option.tags.contains($0) } ?? true)
                && (area.map { option.area == $0 } ?? true)
        }
    }

    /// - Throws: where the rule lacks what its kind needs.
    func rows(in round: Round) throws(Refusal) -> [Row] {
        let places = try places(in: round)
        func row(lower: Int? = nil, upper: Int? = nil, _ amount: (Option) -> Int) -> Row {
            var coefficients = [Int](repeating: 0, count: round.options.count)
            for place in places { coefficients[place] = amount(round.options[place]) }
            return Row(name: "“\(title)” (\(id))", coefficients: coefficients, lower: lower, upper: upper)
        }
        switch kind {
        case .ringFenceMost: return [row(upper: try money()) { $0.fullYear.pence }]
        case .ringFenceLeast: return [row(lower: try money()) { $0.fullYear.pence }]
        case .workforceMost: return [row(upper: try count()) { $0.workforceHundredths }]
        case .capitalMost: return [row(upper: try money()) { $0.capital.pence }]
        case .optionsLeast: return [row(lower: try count()) { _ in 1 }]
        case .optionsMost: return [row(upper: try count()) { _ in 1 }]
        case .exclusive: return [row(upper: 1) { _ in 1 }]
        case .prerequisite:
            guard let first = options.first, let place = round.options.firstIndex(where: { $0.id == first }) else {
                throw lacks("the option that needs others")
            }
            return options.dropFirst().compactMap { needed in
                guard let other = round.options.firstIndex(where: { $0.id == needed }), other != place else {
                    return nil
                }
                var coefficients = [Int](repeating: 0, count: round.options.count)
                coefficients[place] = 1
                coefficients[other] = -1
                return Row(
                    name: "“\(title)” (\(id)): “\(first)” only with “\(needed)”", coefficients: coefficients, upper: 0)
            }
        case .forcedIn, .forcedOut: return []
        }
    }

    private func money() throws(Refusal) -> Int {
        guard let limit else { throw lacks("an amount of money") }
        return limit.pence
    }

    private func count() throws(Refusal) -> Int {
        guard let number else { throw lacks("a number") }
        return number
    }

    private func lacks(_ what: String) -> Refusal {
        Refusal(
            .input, code: "rule-incomplete", "The rule “\(title)” lacks \(what).",
            remedy: "Set the envelope and the rules again with it.")
    }
}

extension RoundModel {
    /// The rows of money with other amounts: one bound for each.
    ///
    /// - Parameter recurrent: the recurrent money of a year.
    func bounds(recurrent: (FinancialYear) -> Money) -> [RoundQuestion.Bound] {
        meanings.enumerated().compactMap { place, meaning in
            switch meaning {
            case .recurrent(let year), .fullYear(let year):
                RoundQuestion.Bound(row: place, upper: recurrent(year).pence)
            case .all(let year):
                RoundQuestion.Bound(
                    row: place,
                    upper: (recurrent(year) + envelope.all(in: year) - envelope.recurrent(in: year)).pence)
            case .rule, .requirement: nil
            }
        }
    }

    /// The rows of a rule without bounds: as if it were not there.
    func bounds(without rule: Slug) -> [RoundQuestion.Bound] {
        meanings.enumerated().filter { $0.element == .rule(rule) }
            .map { RoundQuestion.Bound(row: $0.offset, upper: nil) }
    }
}

extension Round {
    /// Each rule, year's money or requirement that funding just these options would break, as a sentence with its
    /// figures; empty where all hold.
    ///
    /// An option that is not in the round is a broken rule too.
    public func brokenRules(by funded: [Slug]) -> [String] {
        let unknown = funded.filter { option($0) == nil }.map { "There is no option “\($0)” in the round." }
        do {
            let model = try RoundModel(self, benefits: options.map { _ in 0 })
            let chosen = options.map { funded.contains($0.id) }
            return unknown + model.broken(by: chosen, in: self)
        } catch {
            return unknown + [error.sentence]
        }
    }
}

extension RoundModel {
    /// What a choice breaks, in sentences for people.
    func broken(by chosen: [Bool], in round: Round) -> [String] {
        var sentences: [String] = []
        for (row, meaning) in zip(model.rows, meanings) {
            let sum = row.sum(of: chosen)
            if let upper = row.upper, sum > upper {
                sentences.append(sentence(meaning, sum: sum, bound: upper, isOver: true, in: round))
            } else if let lower = row.lower, sum < lower {
                sentences.append(sentence(meaning, sum: sum, bound: lower, isOver: false, in: round))
            }
        }
        for rule in round.rules where rule.kind == .forcedIn || rule.kind == .forcedOut {
            let isIn = rule.kind == .forcedIn
            for place in (try? rule.places(in: round)) ?? [] where chosen[place] != isIn {
                sentences.append(
                    "“\(round.options[place].title)” \(isIn ? "does not go ahead" : "goes ahead"), and the "
                        + "rule “\(rule.title)” asks that it \(isIn ? "does" : "does not").")
            }
        }
        return sentences
    }

    private func sentence(_ meaning: Meaning, sum: Int, bound: Int, isOver: Bool, in round: Round) -> String {
        func money(_ pence: Int) -> Money { Money(pence: pence) }
        switch meaning {
        case .recurrent(let year):
            return "Recurrent costs of \(money(sum)) in \(year) are \(money(sum - bound)) more than the recurrent "
                + "money of that year, \(money(bound))."
        case .all(let year):
            return "Costs of \(money(sum)) in \(year) are \(money(sum - bound)) more than all the money of that "
                + "year, \(money(bound))."
        case .fullYear(let year):
            return "A full year costs \(money(sum)), \(money(sum - bound)) more than the recurrent money of \(year), "
                + "\(money(bound))."
        case .requirement(let option, let needed):
            return "“\(title(option, round))” goes ahead without “\(title(needed, round))”, which it requires."
        case .rule(let id):
            guard let rule = round.rules.first(where: { $0.id == id }) else { return "The rule “\(id)” is broken." }
            let most = isOver ? "at most" : "at least"
            let what: String =
                switch rule.kind {
                case .ringFenceMost, .ringFenceLeast:
                    "a full year’s spend is \(money(sum)), and \(most) \(money(bound)) is allowed"
                case .capitalMost: "capital is \(money(sum)), and \(most) \(money(bound)) is allowed"
                case .workforceMost:
                    "\(Units(hundredths: sum)) whole-time equivalents are needed, and \(most) "
                        + "\(Units(hundredths: bound)) are allowed"
                case .optionsLeast, .optionsMost, .exclusive:
                    "\(sum) of its options \(sum == 1 ? "goes" : "go") ahead, and \(most) \(bound) may"
                case .prerequisite: "“\(title(rule.options[0], round))” goes ahead without what it needs"
                case .forcedIn, .forcedOut: "it is broken"
                }
            let allowed =
                isOver
                ? what
                : what.replacing(" is allowed", with: " is asked for")
                    .replacing(" may", with: " must")
            return "The rule “\(rule.title)” is broken: \(allowed)."
        }
    }

    private func title(_ id: Slug, _ round: Round) -> String { round.option(id)?.title ?? id.description }
}
