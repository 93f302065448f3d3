public import Tabular
import Vocabulary

/// Positions as tables: by contract, by commissioner or region, and who will miss the threshold.
public enum PositionTables {
    /// One row for each contract, those held out among them and marked.
    public static func contracts(_ positions: [Position], _ context: TableContext) -> Table {
        var table = Table(
            key: "positions", caption: "Position of each contract",
            columns: [
                .init("contract", "Contract"), context.providerColumn, .init("commissioner", "Commissioner"),
                .init("commissionerName", "Commissioner's name"), .init("year", "Year"),
                .init("contracted", "Contracted UDAs"), .init("scheduled", "Due to date"),
                .init("delivered", "Delivered"), .init("carriedIn", "Carried in (derived)"),
                .init("adjusted", "Adjusted"), .init("achieved", "Achieved"), .init("expected", "Expected by March"),
                .init("expectedLow", "Low (90 %)"), .init("expectedHigh", "High (90 %)"),
                .init("valuePence", "Value of UDA line"), .init("valuePerUnitPence", "Value per UDA"),
                .init("midYear", "Mid-year"), .init("band", "Year end"), .init("recoveryPence", "Recovery"),
                .init("expectedRecoveryPence", "Expected recovery"),
                .init("carriedForward", "Carried forward"), .init("standing", "Standing"),
                .init("flags", "Held out for"),
            ],
            notes: context.notes(
                heldOut: PositionTotals(positions).heldOut,
                [
                    "Carried-in activity is not in the files: it is derived from last year's position.",
                    "The year end is that of the middle forecast; the expected recovery is the mean over all that may "
                        + "happen, so it may be above nothing where the middle forecast is above the threshold.",
                ]))
        for position in positions { table.append(cells(of: position, context)) }
        return table
    }

    /// One row for each commissioner, region or whatever the lines are of.
    ///
    /// - Parameter isRegion: what the lines are of, for the words and the key.
    public static func totals(
        _ lines: [TotalPositions.Line], isRegion: Bool = false, _ context: TableContext
    ) -> Table {
        var heldOut = PositionTotals.HeldOut()
        for line in lines {
            heldOut.contracts += line.totals.heldOut.contracts
            heldOut.contracted += line.totals.heldOut.contracted
            heldOut.delivered += line.totals.heldOut.delivered
            heldOut.value += line.totals.heldOut.value
        }
        var table = Table(
            key: isRegion ? "regions" : "commissioners",
            caption: isRegion ? "Position by region" : "Position by commissioner",
            columns: [
                .init("code", "Code"), .init("name", isRegion ? "Region" : "Commissioner"),
                .init("contracts", "Contracts"), .init("contracted", "Contracted UDAs"),
                .init("scheduled", "Due to date"), .init("delivered", "Delivered"),
                .init("deliveredShare", "Delivered of contracted"), .init("valuePence", "Value of UDA lines"),
                .init("belowThreshold", "Below threshold"), .init("recoveryPence", "Recovery (expected)"),
                .init("heldOutContracts", "Held out"), .init("heldOutValuePence", "Value held out"),
            ], notes: context.notes(heldOut: heldOut))
        for line in lines {
            let totals = line.totals
            table.append([
                isRegion ? .text(line.code.description) : line.code.commissionerCell, .text(line.name),
                .count(totals.contracts), .units(totals.contracted), .units(totals.scheduled),
                .units(totals.delivered), .optional(totals.deliveredShare, else: "no target"),
                .money(totals.value), .count(totals.belowThreshold),
                .optional(totals.recovery, else: "not known"), .count(totals.heldOut.contracts),
                .money(totals.heldOut.value),
            ])
        }
        return table
    }

    /// Contracts that more likely than not end below the threshold, by expected recovery, largest first.
    ///
    /// - Parameter limit: of rows; nil for all.
    public static func willMiss(_ positions: [Position], limit: Int? = nil, _ context: TableContext) -> Table {
        // Places are sorted and not positions, which are large.
        let missing = positions.indices.filter { !positions[$0].isHeldOut && positions[$0].isBelowThreshold }
            .map { (place: $0, recovery: positions[$0].recovery ?? .zero, contract: positions[$0].contract) }
            .sorted { $0.recovery == $1.recovery ? $0.contract < $1.contract : $0.recovery > $1.recovery }
        var table = Table(
            key: "contractsBelowThreshold", caption: "Contracts that will miss the threshold",
            columns: [
                .init("contract", "Contract"), context.providerColumn, .init("commissioner", "Commissioner"),
                .init("contracted", "Contracted UDAs"), .init("delivered", "Delivered"),
                .init("expected", "Expected by March"), .init("expectedShare", "Expected of contracted"),
                .init("probability", "Probability of missing"), .init("recoveryPence", "Expected recovery"),
                .init("valuePence", "Value of UDA line"),
            ],
            notes: context.notes(
                heldOut: PositionTotals(positions).heldOut,
                ["The expected recovery is the mean over the whole forecast, not the recovery at its middle."]))
        for position in missing.prefix(limit ?? missing.count).map({ positions[$0.place] }) {
            let expected = position.projection?.atEstimate.adjusted ?? position.adjusted
            table.append([
                position.contract.cell, context.provider(position.providerName),
                position.commissioner.commissionerCell, .units(position.contracted), .units(position.delivered),
                .units(position.projection?.forecast.estimate.value.nearestWhole ?? position.delivered),
                .optional(Share(expected, of: position.contracted), else: "no target"),
                .optional(
                    Share(Int(((position.projection?.probabilityBelow ?? 1) * 1_000).rounded()), of: 1_000),
                    else: "not known"),
                .optional(position.recovery, else: "not known"), .money(position.value),
            ])
        }
        return table
    }

    private static func cells(of position: Position, _ context: TableContext) -> [Cell] {
        let forecast = position.projection?.forecast.estimate
        let interval = forecast?.interval(at: 90)
        let outcome = position.yearEnd ?? position.projection?.atEstimate
        let carriedIn: Cell =
            switch position.carriedIn {
            case .derived(let units, _): .units(units)
            case .unknown(let reason): .absent(reason.sentence)
            }
        return [
            position.contract.cell, context.provider(position.providerName), position.commissioner.commissionerCell,
            .text(position.commissionerName), .text(position.year.description), .units(position.contracted),
            .units(position.scheduled), .units(position.delivered), carriedIn, .units(position.adjusted),
            .optional(position.achieved, else: "no target"),
            .optional(forecast?.value.nearestWhole, else: "no forecast"),
            .optional(interval?.low.nearestWhole, else: "no forecast"),
            .optional(interval?.high.nearestWhole, else: "no forecast"),
            .money(position.value), .optional(position.valuePerUnit, else: "no target"),
            .optional(position.midYear?.band.title, else: "not reviewed"),
            .optional(outcome?.band.title, else: "not judged"),
            .optional(position.yearEnd?.recovery, else: "year not over"),
            .optional(position.projection?.expectedRecovery, else: "no forecast"),
            .optional(outcome?.carriedForward, else: "not judged"), .text(standing(of: position)),
            position.flags.isEmpty ? .absent("none") : .text(position.flags.joined(separator: ", ")),
        ]
    }

    private static func standing(of position: Position) -> String {
        let standing =
            switch position.standing {
            case .whole: "Held since April"
            case .new: "New this year"
            case .closed: "No row in the month"
            }
        return position.isRebased ? "\(standing); target changed" : standing
    }
}
