public import Markup
public import Vocabulary

/// The sentences that an overview begins with: who will miss the threshold, what that frees, and until when.
public struct YearEndHeadline: Sendable {
    public var year: FinancialYear
    /// Contracts that were forecast.
    public var contracts: Int
    /// Of these, expected to end the year below the threshold.
    public var expectedToMiss: Int
    /// Of the year's own rules.
    public var threshold: Share
    /// What would be recovered of them all, with an interval at 90 per cent.
    public var frees: Estimate<Money>
    /// The last day on which the money can be committed.
    public var commitBy: Day
    /// Contracts that were not forecast: held out by a flag, without a target, or too few months.
    public var notForecast: Int
    /// The programme's whole money.
    public var programme: Money

    public init(
        year: FinancialYear, contracts: Int, expectedToMiss: Int, threshold: Share, frees: Estimate<Money>,
        commitBy: Day, notForecast: Int = 0, programme: Money
    ) {
        self.year = year
        self.contracts = contracts
        self.expectedToMiss = expectedToMiss
        self.threshold = threshold
        self.frees = frees
        self.commitBy = commitBy
        self.notForecast = notForecast
        self.programme = programme
    }

    /// The first sentence: `Of 612 contracts, 143 are expected to miss 96 %.`
    public var missing: String {
        let bar = threshold.percentText(decimals: 0)
        switch expectedToMiss {
        case 0: return "None of \(Units(contracts).inWhole) contracts is expected to miss \(bar) of its target."
        case 1: return "Of \(Units(contracts).inWhole) contracts, 1 is expected to miss \(bar) of its target."
        default:
            let missing = Units(expectedToMiss).inWhole
            return "Of \(Units(contracts).inWhole) contracts, \(missing) are expected to miss \(bar) of their targets."
        }
    }

    /// The second: `That would free £12.3m (90 %: £9.0m to £15.0m), usable only if committed by 31 March 2025.`
    public var freeing: String {
        let interval = frees.interval(at: 90).map { " (90 %: \($0.low.short) to \($0.high.short))" } ?? ""
        return "That would free \(frees.value.short)\(interval), usable only if committed by \(commitBy.inWords)."
    }

    /// For the page on money that lapses: `£12.3m (90 %: £9.0m to £15.0m) is expected to lapse unless …`
    public var lapsing: String {
        let interval = frees.interval(at: 90).map { " (90 %: \($0.low.short) to \($0.high.short))" } ?? ""
        return "\(frees.value.short)\(interval) is expected to lapse unless committed by \(commitBy.inWords)."
    }

    public func html(in shell: Shell) -> Html {
        let held =
            notForecast == 0
            ? Html.none
            : .paragraph(
                .text(
                    "\(Units(notForecast).inWhole) more are not forecast: held out by a flag, without a target, "
                        + "or with too few months."))
        return .block(
            [
                .paragraph(.sentence(missing), class: "headline"),
                .paragraph(
                    [
                        .sentence(freeing), " ",
                        .link("See how much of it by commissioner", to: shell.destination(.spendBy)),
                        ".",
                    ], class: "headline-second"),
                held,
            ], class: "headlines")
    }
}
