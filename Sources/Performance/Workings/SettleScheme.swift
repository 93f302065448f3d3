public import Rulebook
public import Vocabulary

/// A quality scheme's money, earned, withheld and not yet known.
public enum SettleScheme {
    /// The money is shared by weight, to the penny; each share earns
    /// clamp((result − minimum) ÷ (maximum − minimum), 0, 1) of itself, to the nearest penny, halves away from zero. The
    /// national scheme is judged by the rules of its year; a local one by none.
    ///
    /// - Throws: `Refusal`: `no-indicators`, `indicator-twice`, `threshold-flat` where minimum and maximum are one,
    ///   `weight-not-positive`, `text-missing`, `scheme-value` where its money is not stated as its kind needs it; of the
    ///   national scheme `scheme-not-running`, `no-rule` for a year without rules, `too-many-indicators`,
    ///   `weights-not-equal`, `local-beside-national`, `contract-too-small`, `contract-value-missing`.
    /// - Reference: payment curve of the indicator annexes of CQUIN, recalled and not read.
    public static func result(
        of scheme: QualityScheme, under rules: Rulebook
    ) throws(Refusal) -> SchemeResult {
        try refuseMalformed(scheme)
        var steps: [Working.Step] = []
        let whole: Money
        switch scheme.kind {
        case .local:
            guard let value = scheme.value, value > .zero, scheme.fixedElement == nil else {
                throw .schemeValue("The money of the local scheme “\(scheme.title)” is not stated by itself.", "value")
            }
            whole = value
            steps.append(.init("The scheme is local: its money is \(value), as agreed."))
        case .national: whole = try national(scheme, rules, &steps)
        }
        let values: [Money]
        do {
            values = try whole.shared(by: scheme.indicators.map(\.weight))
        } catch {
            preconditionFailure("weights above nothing share money")
        }
        let earned = zip(scheme.indicators, values).map { indicator, value in
            SchemeResult.Earned(
                indicator: indicator, value: value,
                earned: indicator.result.map { Self.earned(value, by: $0, of: indicator) })
        }
        return SchemeResult(scheme: scheme, whole: whole, indicators: earned, steps: steps)
    }

    static func earned(_ value: Money, by result: IndicatorLevel, of indicator: QualityScheme.Indicator) -> Money {
        let width = indicator.maximum.tenThousandths - indicator.minimum.tenThousandths
        let reached = result.tenThousandths - indicator.minimum.tenThousandths
        let (part, whole) = width > 0 ? (reached, width) : (-reached, -width)
        return value.scaled(by: min(max(part, 0), whole), over: whole)
    }

    private static func refuseMalformed(_ scheme: QualityScheme) throws(Refusal) {
        try refuseBlank(scheme.title, "The title of the scheme")
        guard !scheme.indicators.isEmpty else {
            throw Refusal(
                .input, code: "no-indicators", "“\(scheme.title)” has no indicator.", remedy: "Give at least one.")
        }
        if let double = twice(scheme.indicators.map(\.id)) {
            throw Refusal(
                .input, code: "indicator-twice", "The indicator “\(double)” stands twice.",
                remedy: "Give each a name of its own.")
        }
        for indicator in scheme.indicators {
            try refuseBlank(indicator.title, "The title of the indicator “\(indicator.id)”")
            guard indicator.minimum != indicator.maximum else {
                throw Refusal(
                    .input, code: "threshold-flat",
                    "Minimum and maximum of “\(indicator.id)” are both \(indicator.minimum): nothing lies between them.",
                    remedy: "Give the level that earns nothing and the one that earns all.")
            }
            guard (1...1_000_000).contains(indicator.weight) else {
                throw Refusal(
                    .input, code: "weight-not-positive", "The weight of “\(indicator.id)” is \(indicator.weight).",
                    remedy: "Give a whole number from 1 to 1,000,000.")
            }
        }
    }

    private static func national(
        _ scheme: QualityScheme, _ rules: Rulebook, _ steps: inout [Working.Step]
    ) throws(Refusal) -> Money {
        let day = scheme.year.firstDay
        let state = try rules.text(PerformanceRuleID.schemeState, on: day)
        guard state == "running" else {
            throw Refusal(
                .rule, code: "scheme-not-running", "The national scheme was \(state) in \(scheme.year).",
                remedy: "A scheme that was agreed locally is of kind local, with its own money.")
        }
        try refuseUnruly(scheme, rules, day)
        guard let fixed = scheme.fixedElement, fixed > .zero, scheme.value == nil else {
            throw .schemeValue(
                "The national scheme’s money is a share of the contract’s fixed element, which is not stated by itself.",
                "fixedElement")
        }
        let share = try rules.share(PerformanceRuleID.schemeShare, on: day)
        let whole = fixed.scaled(by: share.part, over: share.whole)
        steps.append(
            .init(
                "\(share.percentText(decimals: 2)) of the fixed element of \(fixed) is \(whole).",
                rule: PerformanceRuleID.schemeShare))
        return whole
    }

    private static func refuseUnruly(_ scheme: QualityScheme, _ rules: Rulebook, _ day: Day) throws(Refusal) {
        let most = try rules.count(PerformanceRuleID.mostIndicators, on: day)
        guard scheme.indicators.count <= most else {
            throw Refusal(
                .rule, code: "too-many-indicators",
                "\(scheme.indicators.count) indicators are stated, and at most \(most) may be in \(scheme.year).",
                remedy: "See the rule \(PerformanceRuleID.mostIndicators).")
        }
        if try rules.flag(PerformanceRuleID.equalWeights, on: day),
            let other = scheme.indicators.first(where: { $0.weight != scheme.indicators[0].weight })
        {
            throw Refusal(
                .rule, code: "weights-not-equal",
                "“\(other.id)” weighs \(other.weight) and “\(scheme.indicators[0].id)” \(scheme.indicators[0].weight).",
                remedy: "In \(scheme.year) every indicator has the same part of the money.")
        }
        let national = scheme.indicators.count { $0.kind == .national }
        let enough = try rules.count(PerformanceRuleID.nationalBeforeLocal, on: day)
        if let local = scheme.indicators.first(where: { $0.kind == .local }), national >= enough {
            throw Refusal(
                .rule, code: "local-beside-national",
                "“\(local.id)” is local, beside \(national) national indicators.",
                remedy: "Local ones were taken only where fewer than \(enough) national ones applied.")
        }
        guard rules.all(on: day).contains(where: { $0.id == PerformanceRuleID.leastContract }) else { return }
        let least = try rules.money(PerformanceRuleID.leastContract, on: day)
        guard let value = scheme.contractValue else {
            throw Refusal(
                .input, code: "contract-value-missing",
                "In \(scheme.year) the scheme depends on the contract’s value in the year, which is not stated.",
                remedy: "Give it as contractValue.")
        }
        guard value >= least else {
            throw Refusal(
                .rule, code: "contract-too-small",
                "The contract’s value is \(value); the scheme begins at \(least) in \(scheme.year).",
                remedy: "A contract below it has no such scheme.")
        }
    }
}

extension Refusal {
    fileprivate static func schemeValue(_ sentence: String, _ key: String) -> Refusal {
        Refusal(
            .input, code: "scheme-value", sentence, remedy: "Give \(key), an amount such as “£1,250,000”, and no other."
        )
    }
}
