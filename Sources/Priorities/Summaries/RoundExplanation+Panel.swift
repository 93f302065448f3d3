import Vocabulary

extension ExplanationWords {
    // MARK: - What rules cost

    func sentence(of price: Price) -> String {
        let change = instead(added: price.added, dropped: price.dropped)
        let isNothing = price.benefitLost <= 1e-9 * max(1, result.portfolio.benefit.magnitude)
        switch price.kind {
        case .rule:
            if isNothing {
                return "The rule “\(price.title)” costs nothing: without it nothing better could be funded."
            }
            return "The rule “\(price.title)” costs \(benefit(price.benefitLost)): without it, \(change)."
        case .locks:
            if isNothing {
                return "The locks cost nothing: the same money, free from the first day, would buy no more."
            }
            return
                "The locks cost \(benefit(price.benefitLost)): with the same money free from the first day, \(change)."
        case .envelope:
            if isNothing { return "\(price.title) of recurrent money would buy nothing more." }
            return "\(price.title) of recurrent money would bring \(benefit(price.benefitLost)) more: \(change)."
        }
    }

    /// `A would go ahead instead of B`: said of services to stop too.
    private func instead(added: [Slug], dropped: [Slug]) -> String {
        if added.isEmpty, dropped.isEmpty { return "the same options would go ahead" }
        if added.isEmpty { return "\(titles(dropped)) would no longer go ahead" }
        if dropped.isEmpty { return "\(titles(added)) would go ahead as well" }
        return "\(titles(added)) would go ahead instead of \(titles(dropped))"
    }

    // MARK: - The list

    var list: [String] {
        guard let greedy = result.greedy else {
            return ["Going down the list by value for money finds no set that keeps every rule."]
        }
        let added = result.portfolio.options.filter { !greedy.options.contains($0) }
        let dropped = greedy.options.filter { !result.portfolio.options.contains($0) }
        if added.isEmpty, dropped.isEmpty {
            return ["Going down the list by value for money, and passing over what does not fit, gives the same set."]
        }
        let loss = result.portfolio.benefit - greedy.benefit
        var sentence = "Going down the list by value for money, and passing over what does not fit, "
        sentence += dropped.isEmpty ? "leaves out \(titles(added))" : "takes \(titles(dropped))"
        if !dropped.isEmpty, !added.isEmpty { sentence += " and leaves out \(titles(added))" }
        if loss <= 0 { return [sentence + ", for the same benefit."] }
        let share = result.greedyLoss.map { " (\(Said.percent($0)))" } ?? ""
        return [sentence + ": \(benefit(loss)) less\(share)."]
    }

    // MARK: - Exclusions

    func sentence(of effect: ExclusionEffect) -> String {
        let who =
            round.member(effect.member).map { "the \($0.role.lowercased()) (\(effect.member))" }
            ?? "Member \(effect.member)"
        let head = who.prefix(1).uppercased() + who.dropFirst()
        let start =
            effect.isExcluded
            ? "\(head) was left out of \(titles(effect.options)) because of an interest."
            : "\(head) has an interest that touches \(titles(effect.options)), and the chair let the scores stand."
        if effect.basis == .none {
            return "\(start) Nobody else scored all of it, so there is nothing to compare with."
        }
        let what: String =
            switch (effect.isExcluded, effect.basis) {
            case (true, .bestScores): "Had the member given the best score on every criterion"
            case (true, _): "Had the member’s scores counted"
            case (false, _): "Without the member’s scores"
            }
        let pair = effect.values.max { ($0.otherwise - $0.asIs).magnitude < ($1.otherwise - $1.asIs).magnitude }
        let value =
            pair.map { pair in
                " the value of \(title(pair.option)) would be \(Said.number(pair.otherwise)) in place of "
                    + "\(Said.number(pair.asIs))"
            } ?? " the values would be the same"
        guard let added = effect.added, let dropped = effect.dropped else { return "\(start) \(what),\(value)." }
        return "\(start) \(what),\(value), and \(instead(added: added, dropped: dropped))."
    }

    // MARK: - The panel

    var panel: [String] {
        var sentences: [String] = []
        if let concordance = result.agreement.concordance {
            let how =
                concordance >= limits.strongAgreement.approximate
                ? "agree strongly" : concordance < limits.weakAgreement.approximate ? "agree little" : "agree in part"
            sentences.append(
                "The members who scored everything \(how) on the order of the options: if all put them in one order "
                    + "this would be 100 %, if their orders cancelled out 0 %, and it is \(Said.percent(concordance)).")
        } else {
            sentences.append("Fewer than two members scored every option, so their orders cannot be compared.")
        }
        let spread = result.agreement.spread
        if let most = spread.indices.max(by: { spread[$0] < spread[$1] }), spread[most] > 0 {
            sentences.append("They differ most on \(title(result.options[most].option)).")
        }
        for entry in result.consistency where entry.method == .pairwise && entry.ratio > limits.consistency.approximate
        {
            let under = entry.within.flatMap { round.criterion($0) }.map { "under “\($0.title)”" } ?? "at the top"
            sentences.append(
                "Member \(entry.member)’s comparisons of criteria \(under) contradict one another more than is usual "
                    + "(\(Said.percent(entry.ratio)), where up to \(limits.consistency.percentText(decimals: 0)) is "
                    + "accepted): worth another look.")
        }
        for entry in result.consistency where entry.method != .pairwise && entry.ratio > 0 {
            let under = entry.within.flatMap { round.criterion($0) }.map { "under “\($0.title)”" } ?? "at the top"
            sentences.append(
                "Member \(entry.member)’s comparisons with the best and the worst criterion \(under) do not all fit "
                    + "together (\(Said.percent(entry.ratio)) off, where 0 % is a perfect fit).")
        }
        return sentences
    }

    // MARK: - The decision

    var decision: [String] {
        guard let decision = round.decision else { return [] }
        var sentences: [String] = []
        for outcome in decision.outcomes {
            let isRecommended = result.portfolio.options.contains(outcome.option)
            guard isRecommended != (outcome.outcome == .funded) else { continue }
            let reason = outcome.reason.hasSuffix(".") ? outcome.reason : outcome.reason + "."
            let isStop = round.option(outcome.option)?.kind.isDisinvestment == true
            let what: String =
                switch outcome.outcome {
                case .funded: isStop ? "goes ahead" : "is funded"
                case .notFunded: isStop ? "does not go ahead" : "is not funded"
                case .deferred: "is deferred"
                }
            sentences.append(
                "\(title(outcome.option)) \(what) although the calculation "
                    + "\(isRecommended ? "recommends it" : "does not recommend it"). The reason given: \(reason)")
        }
        return sentences.isEmpty ? ["The decision follows the recommendation."] : sentences
    }
}
