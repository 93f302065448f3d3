public import Methods
public import Vocabulary

/// The round's money and rules as rows of whole numbers that a set of funded options must keep.
///
/// For each year: recurrent costs within the recurrent money (locks count from the first year that starts when
/// they have ended), and all costs within all money; so a recurrent cost needs recurrent money in every year, and
/// money that ends pays only for costs that end. Then: the full-year effect within the last year's recurrent
/// money, each rule of the round, and each option that another requires.
public struct RoundModel: Hashable, Sendable {
    /// In the order of the round's options; values are the benefits.
    public let model: PortfolioModel
    /// What each row of the model stands for.
    public let meanings: [Meaning]
    public let envelope: Envelope

    /// What a row stands for.
    public enum Meaning: Hashable, Sendable {
        case recurrent(FinancialYear)
        case all(FinancialYear)
        /// The full-year effect against the recurrent money of the last year.
        case fullYear(FinancialYear)
        case rule(Slug)
        /// The first only with the second.
        case requirement(Slug, Slug)
    }

    /// - Parameter benefits: one for each option, in the round's order.
    /// - Throws: `Refusal` without an envelope, where amounts overflow or pass 2⁵³ pence, where a rule lacks what
    ///   its kind needs, an option is forced both in and out, or what is forced in costs more than there is.
    public init(_ round: Round, benefits: [Double]) throws(Refusal) {
        guard let envelope = round.envelope, let last = envelope.years.last?.year else {
            throw Refusal(
                .rule, code: "no-envelope", "The round has no envelope, so nothing can be afforded.",
                remedy: "Set the money of each year first.")
        }
        var rows: [PortfolioModel.Row] = []
        var meanings: [Meaning] = []
        func add(_ name: String, _ meaning: Meaning, _ coefficients: [Int], lower: Int? = nil, upper: Int? = nil) {
            let terms = coefficients.enumerated().filter { $0.element != 0 }
                .map { PortfolioModel.Term(item: $0.offset, coefficient: $0.element) }
            rows.append(PortfolioModel.Row(name: name, terms: terms, lower: lower, upper: upper))
            meanings.append(meaning)
        }
        for year in envelope.years.map(\.year) {
            let costs = round.options.map { $0.cost(in: year) }
            add(
                "recurrent costs of \(year) within its recurrent money", .recurrent(year),
                costs.map(\.recurrent.pence), upper: envelope.recurrent(in: year).pence)
            var all: [Int] = []
            for (option, cost) in zip(round.options, costs) {
                all.append(try option.sum([cost.recurrent, cost.oneOff]).pence)
            }
            add("all costs of \(year) within all its money", .all(year), all, upper: envelope.all(in: year).pence)
        }
        add(
            "costs of a full year within the recurrent money of \(last)", .fullYear(last),
            round.options.map(\.fullYear.pence), upper: envelope.recurrent(in: last).pence)
        var forced = [Bool?](repeating: nil, count: round.options.count)
        for rule in round.rules {
            if rule.kind == .forcedIn || rule.kind == .forcedOut {
                try RoundModel.force(rule, in: round, &forced)
            } else {
                for row in try rule.rows(in: round) {
                    add(row.name, .rule(rule.id), row.coefficients, lower: row.lower, upper: row.upper)
                }
            }
        }
        for (place, option) in round.options.enumerated() {
            for needed in option.requires {
                guard let other = round.options.firstIndex(where: { $0.id == needed }), other != place else {
                    throw Refusal(
                        .rule, code: "requirement-unknown",
                        "“\(option.title)” requires “\(needed)”, which is no other option of the round.",
                        remedy: "Amend the option, or put the other forward.")
                }
                var coefficients = [Int](repeating: 0, count: round.options.count)
                coefficients[place] = 1
                coefficients[other] = -1
                add(
                    "“\(option.id)” only with “\(needed)”", .requirement(option.id, needed), coefficients, upper: 0)
            }
        }
        self.model = try PortfolioModel(
            names: round.options.map(\.id.description), values: benefits, rows: rows, forced: forced)
        self.meanings = meanings
        self.envelope = envelope
        try refuseTooLittleMoney(round)
    }

    private static func force(_ rule: PortfolioRule, in round: Round, _ forced: inout [Bool?]) throws(Refusal) {
        let isIn = rule.kind == .forcedIn
        for place in try rule.places(in: round) {
            guard forced[place] == nil || forced[place] == isIn else {
                throw Refusal(
                    .rule, code: "forced-both-ways",
                    "“\(round.options[place].title)” is forced in by one rule and out by another.",
                    remedy: "Take one of the two rules away; “\(rule.title)” is the later.")
            }
            forced[place] = isIn
        }
    }

    /// An envelope below what is locked in, with the names and by how much.
    private func refuseTooLittleMoney(_ round: Round) throws(Refusal) {
        var isIn = model.forced.map { $0 == true }
        guard isIn.contains(true) else { return }
        var grows = true
        while grows {
            grows = false
            for (row, meaning) in zip(model.rows, meanings) where row.isNeed(meaning) {
                let (needing, needed) = (row.terms.first { $0.coefficient > 0 }, row.terms.first { $0.coefficient < 0 })
                if let needing, let needed, isIn[needing.item], !isIn[needed.item] {
                    isIn[needed.item] = true
                    grows = true
                }
            }
        }
        for (row, meaning) in zip(model.rows, meanings) {
            guard let upper = row.upper, meaning.isMoney else { continue }
            var (cost, freed) = (0, 0)
            for term in row.terms {
                if isIn[term.item] {
                    cost += term.coefficient
                } else if term.coefficient < 0, model.forced[term.item] != false {
                    freed -= term.coefficient
                }
            }
            guard cost - freed > upper else { continue }
            let names = round.options.enumerated().filter { isIn[$0.offset] }.map { "“\($0.element.title)”" }
            let also = freed > 0 ? ", even with \(Money(pence: freed)) that disinvestments could free" : ""
            throw Refusal(
                .rule, code: "envelope-below-forced",
                "What is forced in (\(names.joined(separator: ", "))) takes \(Money(pence: cost)) of the "
                    + "\(meaning.moneyWords), which is \(Money(pence: upper)): \(Money(pence: cost - freed - upper)) "
                    + "too much\(also).",
                remedy: "Raise the envelope, or take a rule that forces an option in away.")
        }
    }
}

extension RoundModel.Meaning {
    var isMoney: Bool {
        switch self {
        case .recurrent, .all, .fullYear: true
        case .rule, .requirement: false
        }
    }

    /// `recurrent money of 2026/27`.
    var moneyWords: String {
        switch self {
        case .recurrent(let year): "recurrent money of \(year)"
        case .all(let year): "money of \(year)"
        case .fullYear(let year): "recurrent money of \(year), for a full year’s effect"
        case .rule, .requirement: ""
        }
    }
}

extension PortfolioModel.Row {
    /// True of a row by which one option needs another.
    fileprivate func isNeed(_ meaning: RoundModel.Meaning) -> Bool {
        guard terms.count == 2, upper == 0, lower == nil, !meaning.isMoney else { return false }
        return terms.contains { $0.coefficient == 1 } && terms.contains { $0.coefficient == -1 }
    }
}

extension Option {
    /// The sum, or a refusal where it passes what 64 bits hold.
    func sum(_ amounts: [Money]) throws(Refusal) -> Money {
        var total = 0
        for amount in amounts {
            let (sum, isTooLarge) = total.addingReportingOverflow(amount.pence)
            guard !isTooLarge else {
                throw Refusal(
                    .input, code: "cost-too-large",
                    "The costs of “\(title)” are too large to be added; one of them must be mistyped.",
                    remedy: "Put the option forward again with its costs in pounds, or in whole pence.")
            }
            total = sum
        }
        return Money(pence: total)
    }

    /// Recurrent and one-off, over all the years of the round.
    func cost(over years: [FinancialYear]) throws(Refusal) -> Money {
        try sum(years.flatMap { [cost(in: $0).recurrent, cost(in: $0).oneOff] })
    }
}
