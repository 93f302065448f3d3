public import Rulebook
public import Tabular
import Vocabulary

/// Forecasts as tables: contract by contract, and how good they would have been.
public enum ForecastTables {
    /// One row for each contract that has a forecast, by contract.
    public static func forecasts(_ positions: [Position], _ context: TableContext) -> Table {
        var table = Table(
            key: "forecasts", caption: "Where each contract is expected to end the year",
            columns: [
                .init("contract", "Contract"), context.providerColumn, .init("commissioner", "Commissioner"),
                .init("contracted", "Contracted UDAs"), .init("delivered", "Delivered"),
                .init("expected", "Expected by March"), .init("low50", "Low (50 %)"), .init("high50", "High (50 %)"),
                .init("low90", "Low (90 %)"), .init("high90", "High (90 %)"),
                .init("expectedShare", "Expected of target, adjusted"),
                .init("probability", "Probability of missing"), .init("recoveryPence", "Expected recovery"),
                .init("standing", "Standing"), .init("method", "Method"),
            ],
            notes: context.notes(
                heldOut: PositionTotals(positions).heldOut,
                ["Contracts that have closed, have no target or are held out are not forecast."]))
        for position in positions where !position.isHeldOut {
            guard let projection = position.projection else { continue }
            let estimate = projection.forecast.estimate
            let (half, most) = (estimate.interval(at: 50), estimate.interval(at: 90))
            table.append([
                position.contract.cell, context.provider(position.providerName),
                position.commissioner.commissionerCell, .units(position.contracted), .units(position.delivered),
                .units(estimate.value), .optional(half?.low, else: "none"), .optional(half?.high, else: "none"),
                .optional(most?.low, else: "none"), .optional(most?.high, else: "none"),
                .optional(projection.atEstimate.achieved, else: "no target"),
                thousandths(projection.probabilityBelow), .money(projection.expectedRecovery),
                .text(projection.forecast.standing.rawValue), .text(estimate.method),
            ])
        }
        return table
    }

    /// One row for each tested year and month: errors beside the three simple rules, and coverage.
    public static func backtest(_ backtest: ForecastBacktest) -> Table {
        var table = Table(
            key: "trials", caption: "Every finished year, forecast as if it had not happened",
            columns: [
                .init("year", "Year"), .init("month", "At month"), .init("contracts", "Contracts"),
                .init("meanMiss", "Mean error"), .init("straightLineMiss", "Straight line"),
                .init("ownProfileMiss", "Own last year"), .init("nationalProfileMiss", "National profile"),
                .init("ratio", "Ratio to best"), .init("within50", "50 % covers"), .init("within90", "90 % covers"),
                .init("isJudged", "Judged"), .init("treatment", "How the year was treated"),
            ],
            notes: [
                "Errors are mean absolute errors as a share of target, over contracts with all twelve months.",
                "Everything fitted leaves the tested year out.",
            ])
        for trial in backtest.trials {
            table.append([
                .text(trial.year.description), .count(trial.month), .count(trial.contracts),
                thousandths(trial.meanMiss), thousandths(trial.straightLineMiss),
                trial.ownProfileMiss.map(thousandths) ?? .absent("no year before"),
                trial.nationalProfileMiss.map(thousandths) ?? .absent("no year before"),
                .number(trial.ratioToBest, places: 2), .share(trial.withinHalf), .share(trial.withinNineTenths),
                .flag(trial.isJudged), .text(trial.treatment),
            ])
        }
        return table
    }

    /// Whether the forecast met what is asked of it, by the Rulebook: the answer first.
    public static func sentences(of backtest: ForecastBacktest, by rulebook: Rulebook) -> [String] {
        let judged = backtest.trials.filter { $0.isJudged && !$0.isPandemic && ($0.month == 6 || $0.month == 9) }
        guard let day = judged.last?.year.lastDay,
            let ratio = try? rulebook.share(DentalRuleID.backtestRatio, on: day),
            let low50 = try? rulebook.share(DentalRuleID.coverage50Low, on: day),
            let high50 = try? rulebook.share(DentalRuleID.coverage50High, on: day),
            let low90 = try? rulebook.share(DentalRuleID.coverage90Low, on: day),
            let high90 = try? rulebook.share(DentalRuleID.coverage90High, on: day)
        else { return ["No finished year can be tested: a back-test needs whole years beside the one tested."] }
        let better = judged.count { $0.ratioToBest <= ratio.approximate }
        let half = judged.count { $0.withinHalf >= low50 && $0.withinHalf <= high50 }
        let most = judged.count { $0.withinNineTenths >= low90 && $0.withinNineTenths <= high90 }
        return [
            "In \(better) of \(judged.count) tests (ordinary years, at months 6 and 9) the error was at most "
                + "\(ratio.percentText(decimals: 0)) of that of the best simple rule.",
            "The 50 % interval covered \(low50.percentText(decimals: 0)) to \(high50.percentText(decimals: 0)) in "
                + "\(half) of them, the 90 % interval \(low90.percentText(decimals: 0)) to "
                + "\(high90.percentText(decimals: 0)) in \(most).",
        ]
    }

    private static func thousandths(_ value: Double) -> Cell {
        .optional(Share(Int((value * 1_000).rounded()), of: 1_000), else: "not known")
    }
}
