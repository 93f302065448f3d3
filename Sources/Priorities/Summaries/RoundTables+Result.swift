public import Tabular
import Vocabulary

extension RoundTables {
    // MARK: - Options

    /// Each option with what it is worth, what it costs and how far the answer can be trusted.
    public func options(_ result: RoundResult, _ limits: TrustLimits) -> Table {
        var table = Table(
            key: "options", caption: "The options: value, cost and how sure the answer is",
            columns: [
                .init("option", "Option"), .init("kind", "Kind"), .init("value", "Value (0 to 100)"),
                .init("benefit", "Benefit"), .init("benefitLow", "Benefit, low"), .init("benefitHigh", "Benefit, high"),
                .init("fullYearPence", "A full year costs"), .init("costPence", "All years cost"),
                .init("benefitPerThousand", "Benefit for £1,000"), .init("rank", "Place by value for money"),
                .init("isFunded", "In the best set"), .init("isGreedyFunded", "In the list’s set"),
                .init("core", "Trials that fund it"), .init("stance", "How sure"), .init("dominatedBy", "Beaten by"),
            ],
            notes: [
                benefitNote,
                "Benefit, low and high: nine trials of ten lie between. Places are among investments, and among "
                    + "disinvestments, apart; an investment that costs nothing comes before all that cost. Of a "
                    + "disinvestment, benefit for £1,000 is what is lost for £1,000 freed: less is better.",
                "Beaten by: options of the same kind that do at least as much on every criterion for no more money.",
            ])
        for option in result.options {
            table.append([
                optionCell(option.option), .text(round.option(option.option)?.kind.words ?? ""),
                .number(option.value, places: 1), .number(option.benefit, places: 1),
                .number(option.benefitSpan.low, places: 1), .number(option.benefitSpan.high, places: 1),
                .money(option.fullYear), .money(option.cost),
                option.benefitPerThousand.map { .number($0, places: 2) } ?? .absent("no cost"),
                .count(option.rank), .flag(option.isFunded), .flag(option.isGreedyFunded),
                RoundTables.share(option.coreIndex, else: "no solver"),
                .text(limits.stance(of: option, in: round).words),
                option.dominatedBy.isEmpty ? .absent("none") : .text(titles(option.dominatedBy)),
            ])
        }
        return table
    }

    var benefitNote: String {
        round.benefit == .perPerson
            ? "Benefit is value times people times the chance that it works, counted in people’s whole benefits; "
                + "negative where a service is lost."
            : "Benefit is the value of the whole option, in points; negative where a service is lost."
    }

    static func share(_ value: Double?, else why: String) -> Cell {
        guard let value, value.isFinite, let share = Share(Int((value * 1_000_000).rounded()), of: 1_000_000)
        else { return .absent(why) }
        return .share(share)
    }

    /// How often each option comes in each place by value for money.
    public func ranking(_ result: RoundResult) -> Table {
        let places = result.options.map(\.rankAcceptability.count).max() ?? 0
        var table = Table(
            key: "ranking", caption: "How often each option comes in each place",
            columns: [.init("option", "Option"), .init("kind", "Kind"), .init("rank", "Place")]
                + (0..<places).map { .init("place\($0 + 1)", "Place \($0 + 1)") }
                + [.init("firstWithAnyWeights", "First, with any weights at all")],
            notes: [
                "\(Said.number(Double(result.settings.draws))) trials of weights as the members gave them and of scores "
                    + "as they were spread. Investments and disinvestments are ranked apart."
            ])
        for option in result.options {
            let shares = (0..<places).map { place -> Cell in
                option.rankAcceptability.indices.contains(place)
                    ? RoundTables.share(option.rankAcceptability[place], else: "") : .absent("")
            }
            table.append(
                [
                    optionCell(option.option), .text(round.option(option.option)?.kind.words ?? ""),
                    .count(option.rank),
                ] + shares + [RoundTables.share(option.firstWithAnyWeights, else: "")])
        }
        return table
    }

    public func scores(_ result: RoundResult) -> Table {
        var table = Table(
            key: "scores", caption: "What each option’s scores are worth, 0 to 100",
            columns: [.init("option", "Option")]
                + result.weights.map { .init($0.criterion.description, criterionTitle($0.criterion)) }
                + [.init("value", "Weighted"), .init("spread", "Members differ by")],
            notes: ["The mean over the members who may score the option; the last column is a standard deviation."])
        for (place, option) in result.options.enumerated() {
            table.append(
                [optionCell(option.option)] + option.scores.map { .number($0, places: 1) }
                    + [.number(option.value, places: 1), .number(result.agreement.spread[place], places: 1)])
        }
        return table
    }

    // MARK: - Weights

    public func weights(_ result: RoundResult) -> Table {
        let members = result.weights.first?.members.map(\.member) ?? []
        var table = Table(
            key: "weights", caption: "What each criterion weighs, and how far that may move",
            columns: [
                .init("criterion", "Criterion"), .init("weight", "Weight"), .init("low", "Lowest that anyone’s may be"),
                .init("high", "Highest that anyone’s may be"), .init("sameFirstLow", "Same option first, from"),
                .init("sameFirstHigh", "Same option first, to"), .init("sameFundedLow", "Same set by the list, from"),
                .init("sameFundedHigh", "Same set by the list, to"),
            ] + members.map { .init($0.description, "For \($0)") },
            notes: [
                "The weight is the mean of the members’. When one weight moves, the others keep their proportions."
            ] + middleNote)
        for weight in result.weights {
            func span(_ span: RoundResult.Span?) -> [Cell] {
                [
                    RoundTables.share(span?.low, else: "not by the list"),
                    RoundTables.share(span?.high, else: "not by the list"),
                ]
            }
            table.append(
                [
                    .text(criterionTitle(weight.criterion)), RoundTables.share(weight.weight, else: ""),
                    RoundTables.share(weight.low, else: ""), RoundTables.share(weight.high, else: ""),
                ] + span(weight.sameFirst) + span(weight.sameFunded)
                    + weight.members.map { RoundTables.share($0.weight, else: "") })
        }
        return table
    }

    /// Said where a member's statements leave a range of weights.
    private var middleNote: [String] {
        let ways: Set<WeightsGiven.Method> = [.partial, .tradeOff, .bestWorstNonlinear]
        guard round.weights.values.joined().contains(where: { ways.contains($0.method) }) else { return [] }
        return [
            "Where what a member said leaves a range, the weight is the middle of it: the mean of the corners at "
                + "which each criterion weighs most. Trials draw from the whole range."
        ]
    }

    // MARK: - Portfolio

    public func years(_ result: RoundResult) -> Table {
        var table = Table(
            key: "years", caption: "What the best set takes of each year’s money",
            columns: [
                .init("year", "Year"), .init("recurrentPence", "Recurrent cost"),
                .init("recurrentSourcesPence", "Recurrent money"), .init("oneOffPence", "One-off cost"),
                .init("allPence", "All costs"), .init("allSourcesPence", "All money"), .init("leftPence", "Left"),
            ],
            notes: [
                "Recurrent costs need recurrent money in every year; money that ends pays only for costs that end."
            ])
        for year in result.years {
            let all = year.recurrent + year.oneOff
            table.append([
                .text(year.year.description), .money(year.recurrent), .money(year.recurrentSources),
                .money(year.oneOff), .money(all), .money(year.allSources), .money(year.allSources - all),
            ])
        }
        return table
    }

    public func frontier(_ result: RoundResult) -> Table {
        var table = Table(
            key: "points", caption: "What can be had for how much recurrent money",
            columns: [
                .init("budgetPence", "Recurrent money a year"), .init("benefit", "Benefit of the best set"),
                .init("listBenefit", "Benefit by the list"), .init("isProved", "Proved"),
                .init("options", "In the set"),
            ],
            notes: ["The money is the last year’s; the other years’ keep their proportion to it."])
        for point in result.frontier {
            table.append([
                .money(point.budget), .number(point.exact.benefit, places: 1),
                point.greedyBenefit.map { .number($0, places: 1) } ?? .absent("none found"),
                .flag(point.exact.isProved), .text(titles(point.exact.options)),
            ])
        }
        return table
    }

    public func prices(_ result: RoundResult) -> Table {
        var table = Table(
            key: "prices", caption: "What each rule, the locks and the envelope cost",
            columns: [
                .init("kind", "Kind"), .init("title", "Rule"), .init("benefitLost", "Benefit lost"),
                .init("added", "In the set without it"), .init("dropped", "Out of the set without it"),
                .init("isProved", "Proved"),
            ],
            notes: ["For the envelope: what more money would add."])
        for price in result.prices {
            table.append([
                .text(price.kind.rawValue), .text(price.title), .number(price.benefitLost, places: 1),
                price.added.isEmpty ? .absent("nothing else") : .text(titles(price.added)),
                price.dropped.isEmpty ? .absent("none") : .text(titles(price.dropped)),
                .flag(price.without.isProved),
            ])
        }
        return table
    }

    public func swaps(_ result: RoundResult) -> Table {
        var table = Table(
            key: "swaps", caption: "What would have to be given up for what",
            columns: [
                .init("wanted", "To have"), .init("out", "Give up"), .init("into", "Gain"),
                .init("benefitChange", "Benefit changes by"), .init("fullYearChangePence", "A full year costs more by"),
                .init("isCheapest", "No cheaper way"),
            ],
            notes: [
                "A disinvestment that is gained goes ahead, and one that is given up does not.",
                "The cheapest way in is looked for of up to \(RoundQuestions.mostForcedIn) options that are not in the "
                    + "best set, the best value for money first. Below these stand exchanges of one option for one "
                    + "other only: the \(Assembly.mostExchanges) that lose least, or gain at the same money. Where a row "
                    + "does not say that there is no cheaper way, there may be one, with more options in it.",
            ])
        for swap in result.swaps {
            table.append([
                swap.wanted.map { .text(title($0)) } ?? .absent("an exchange"),
                swap.out.isEmpty ? .absent("nothing") : .text(titles(swap.out)), .text(titles(swap.into)),
                .number(swap.benefitChange, places: 1), .money(swap.fullYearChange), .flag(swap.isCheapest),
            ])
        }
        return table
    }

    public func exclusions(_ result: RoundResult) -> Table {
        var table = Table(
            key: "exclusions", caption: "What leaving members out of options did",
            columns: [
                .init("member", "Member"), .init("isExcluded", "Left out"), .init("option", "Option"),
                .init("asIs", "Value as it is"), .init("otherwise", "Value the other way"),
                .init("basis", "The other way is"), .init("added", "In the set the other way"),
                .init("dropped", "Out of the set the other way"),
            ])
        for effect in result.exclusions {
            for option in effect.options {
                let pair = effect.values.first { $0.option == option }
                table.append([
                    .text(member(effect.member)), .flag(effect.isExcluded), optionCell(option),
                    pair.map { .number($0.asIs, places: 1) } ?? .absent("not known"),
                    pair.map { .number($0.otherwise, places: 1) } ?? .absent("not known"),
                    .text(effect.basis.words),
                    effect.added.map { $0.isEmpty ? .absent("nothing") : .text(titles($0)) } ?? .absent("not solved"),
                    effect.dropped.map { $0.isEmpty ? .absent("nothing") : .text(titles($0)) } ?? .absent("not solved"),
                ])
            }
        }
        return table
    }
}

extension ExclusionEffect.Basis {
    public var words: String {
        switch self {
        case .scoresGiven: "by the member’s own scores"
        case .bestScores: "the best score on every criterion, the most that could have been"
        case .none: "not possible: nobody else scored"
        }
    }
}
