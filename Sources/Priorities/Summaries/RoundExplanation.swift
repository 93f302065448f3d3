import Rulebook
public import Vocabulary

/// The answer of a round in sentences that a lay member can read.
///
/// It names no method, rounds every figure, and says of each option how far the answer can be trusted and what
/// would have to change.
public struct RoundExplanation: Hashable, Sendable, Codable {
    /// What is recommended, and how sure that is.
    public var recommendation: [String]
    /// In the order of the round's options.
    public var options: [OptionExplanation]
    /// What each rule, the locks and the envelope cost.
    public var prices: [String]
    /// What the simple list by value for money would have given.
    public var list: [String]
    /// What leaving members out did.
    public var exclusions: [String]
    /// How far the panel agrees, and whose judgements need another look.
    public var panel: [String]
    /// Where the decision departs from the calculation; empty before there is one.
    public var decision: [String]

    /// One option in sentences.
    public struct OptionExplanation: Hashable, Sendable, Codable {
        public var option: Slug
        public var stance: Stance
        public var sentences: [String]

        public init(option: Slug, stance: Stance, sentences: [String]) {
            self.option = option
            self.stance = stance
            self.sentences = sentences
        }
    }

    public init(_ round: Round, _ result: RoundResult, limits: TrustLimits) {
        let words = ExplanationWords(round: round, result: result, limits: limits)
        recommendation = words.recommendation
        options = result.options.map { option in
            OptionExplanation(
                option: option.option, stance: limits.stance(of: option, in: round),
                sentences: words.sentences(of: option))
        }
        prices = result.prices.map { words.sentence(of: $0) }
        list = words.list
        exclusions = result.exclusions.map { words.sentence(of: $0) }
        panel = words.panel
        decision = words.decision
    }

    /// All sentences in the order of reading.
    public var sentences: [String] {
        recommendation + options.flatMap(\.sentences) + prices + list + exclusions + panel + decision
    }
}

/// What the sentences of an explanation are made from.
struct ExplanationWords {
    let round: Round
    let result: RoundResult
    let limits: TrustLimits

    func title(_ option: Slug) -> String { "“\(round.option(option)?.title ?? option.description)”" }
    func titles(_ options: [Slug]) -> String { Said.list(options.map { title($0) }) }
    func criterion(_ place: Int) -> String {
        round.criterion(result.weights[place].criterion)?.title ?? result.weights[place].criterion.description
    }

    /// `12 points`, or `the full benefit of 1,250 people`.
    func benefit(_ good: Double) -> String {
        guard round.benefit == .perPerson else { return Said.points(good) }
        let number = Said.number(good)
        return "the full benefit of \(number) \(number == "1" ? "person" : "people")"
    }

    // MARK: - The recommendation

    var recommendation: [String] {
        let set = result.portfolio
        let investments = set.options.filter { round.option($0)?.kind.isDisinvestment == false }
        let others = set.options.filter { round.option($0)?.kind.isDisinvestment == true }
        var sentences: [String] = []
        if set.options.isEmpty {
            sentences.append("The calculation recommends funding none of the options.")
        } else {
            var first = "The calculation recommends funding \(titles(investments))"
            if !others.isEmpty {
                first +=
                    investments.isEmpty
                    ? "; it would go ahead with \(titles(others))" : ", paid for in part by \(titles(others))"
            }
            let cost = set.fullYear < .zero ? "frees \((-set.fullYear).inPounds)" : "costs \(set.fullYear.inPounds)"
            sentences.append("\(first). Together this \(cost) in a full year and brings \(benefit(set.benefit)).")
        }
        sentences.append(
            set.isProved
                ? "No other set of options that keeps the money and the rules brings more."
                : "It has not been shown that no other set brings more.")
        if let left { sentences.append(left) }
        let stances = result.options.map { limits.stance(of: $0, in: round) }
        let fragile = zip(result.options, stances).filter { $0.1 == .fragile }.map(\.0)
        if stances.contains(.notKnown) {
            sentences.append("How far this can be trusted was not tested, because no solver was installed.")
        } else if fragile.isEmpty {
            sentences.append(
                "This can be trusted: whichever member’s weights are used, and however the scores fall within what "
                    + "members thought possible, nearly every trial gives the same answer.")
        } else {
            sentences.append(
                "\(fragile.count == 1 ? "One option is" : "\(fragile.count) options are") fragile: whether "
                    + "\(titles(fragile.map(\.option))) \(fragile.count == 1 ? "goes" : "go") ahead depends on whose "
                    + "weights are used and on scores about which members are unsure. Talk about "
                    + "\(fragile.count == 1 ? "it" : "them") first; the rest is safe.")
        }
        return sentences
    }

    /// How much of each year's money the set leaves; nil where it leaves none.
    private var left: String? {
        let over = result.years.map { ($0.year, $0.allSources - $0.recurrent - $0.oneOff) }.filter { $1 > .zero }
        guard !over.isEmpty else { return nil }
        return "It leaves \(Said.list(over.map { "\($1.inPounds) of \($0)" })) unspent."
    }

    // MARK: - Options

    func sentences(of option: RoundResult.OptionResult) -> [String] {
        let name = title(option.option)
        let isStop = round.option(option.option)?.kind.isDisinvestment == true
        let fund = isStop ? "go ahead with it" : "fund it"
        let stance = limits.stance(of: option, in: round)
        let share = option.coreIndex.map { trials($0, stance) } ?? ""
        var sentences: [String] = []
        switch stance {
        case .forcedIn: sentences.append("\(name) is in because a rule says so.")
        case .forcedOut: sentences.append("\(name) is out because a rule says so.")
        case .safeIn: sentences.append("\(name) is safe in: \(share) trials \(fund).")
        case .safeOut: sentences.append("\(name) is safe out: \(share) trials \(fund).")
        case .fragile:
            sentences.append(
                "\(name) is fragile: \(share) trials \(fund). It is \(option.isFunded ? "in" : "out") by the panel’s "
                    + "own weights and scores, and a small change could turn that round.")
        case .notKnown:
            sentences.append("\(name) is \(option.isFunded ? "in" : "out"); how sure that is was not tested.")
        }
        if let first = comingFirst(option) { sentences.append(first) }
        if let swap = result.swaps.first(where: { $0.wanted == option.option }) {
            sentences.append(way(in: swap))
        }
        if !option.dominatedBy.isEmpty {
            let does = option.dominatedBy.count == 1 ? "does" : "do"
            sentences.append(
                isStop
                    ? "\(titles(option.dominatedBy)) would lose no more on any criterion and free at least as much."
                    : "\(titles(option.dominatedBy)) \(does) at least as much on every criterion for no more money.")
        }
        return sentences
    }

    /// `97 of 100`; `946 of 1,000` where what is fragile would round to what is safe.
    private func trials(_ share: Double, _ stance: Stance) -> String {
        let rounded = (share * 100).rounded() / 100
        guard stance == .fragile else { return Said.ofHundred(share) }
        if rounded >= limits.safeIn.approximate { return Said.ofThousand((share * 1000).rounded(.down)) }
        if rounded <= limits.safeOut.approximate { return Said.ofThousand((share * 1000).rounded(.up)) }
        return Said.ofHundred(share)
    }

    /// Who would put it first for its money, among options of its kind.
    private func comingFirst(_ option: RoundResult.OptionResult) -> String? {
        let kind = round.option(option.option)?.kind.isDisinvestment == true ? "disinvestments" : "investments"
        guard option.rankAcceptability.count > 1 else { return nil }
        let isStop = kind == "disinvestments"
        if let first = option.rankAcceptability.first, first > 0 {
            let best = isStop ? "loses least for the money it frees" : "is the best value for money"
            return "Of the \(kind) it \(best) in \(Said.ofHundred(first)) trials."
        }
        guard option.firstWithAnyWeights > 0, let weights = option.centralWithAnyWeights else {
            return isStop
                ? "Another of the disinvestments loses less for the money it frees, whatever you care about."
                : "It is not the best value for money of the investments, whatever you care about."
        }
        let beyond = weights.indices.filter { weights[$0] > highest($0) }
        guard let place = beyond.max(by: { weights[$0] - highest($0) < weights[$1] - highest($1) }) else {
            return "Only with a mix of weights that nobody on the panel gave would it come first of the \(kind)."
        }
        return "You would have to care more about \(criterion(place).lowercasedFirst) than anyone on the panel did for "
            + "this to come first of the \(kind)."
    }

    private func highest(_ criterion: Int) -> Double {
        result.weights[criterion].members.map(\.weight).max() ?? result.weights[criterion].weight
    }

    private func way(in swap: Swap) -> String {
        let others = swap.into.filter { $0 != swap.wanted }
        let along = others.isEmpty ? "" : ", and going ahead with \(titles(others)) too,"
        let change =
            swap.benefitChange < 0
            ? "would lose \(benefit(-swap.benefitChange))" : "would lose nothing"
        let isStop = swap.wanted.flatMap { round.option($0) }?.kind.isDisinvestment == true
        let having = isStop ? "Going ahead with it" : "Having it"
        let out = swap.out.isEmpty ? having : "Giving up \(titles(swap.out)) for it"
        return "\(out)\(along) \(change)\(swap.isCheapest ? ", and there is no cheaper way to have it" : "")."
    }
}

extension String {
    /// For a title within a sentence: `Access` is `access`, `UDAs` stays.
    fileprivate var lowercasedFirst: String {
        guard let first, dropFirst().first?.isUppercase != true else { return self }
        return first.lowercased() + dropFirst()
    }
}
