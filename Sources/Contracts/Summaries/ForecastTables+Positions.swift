public import Rulebook
public import Tabular
import Vocabulary

extension ForecastTables {
    /// One row for each position that has a projection: the forecast, and what it means in money.
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
            let probability = Share(Int((projection.probabilityBelow * 1_000).rounded()), of: 1_000)
            table.append([
                position.contract.cell, context.provider(position.providerName),
                position.commissioner.commissionerCell, .units(position.contracted), .units(position.delivered),
                .units(estimate.value.nearestWhole), .optional(half?.low.nearestWhole, else: "none"),
                .optional(half?.high.nearestWhole, else: "none"),
                .optional(most?.low.nearestWhole, else: "none"), .optional(most?.high.nearestWhole, else: "none"),
                .optional(projection.atEstimate.achieved, else: "no target"),
                .optional(probability, else: "not known"), .money(projection.expectedRecovery),
                .text(projection.forecast.standing.rawValue), .text(estimate.method),
            ])
        }
        return table
    }

    /// Whether the forecast met what the Rulebook asks of it: the answer first.
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
}
