public import Tabular
public import Vocabulary

/// Inertia, concentration and the check of units as tables.
public enum PatternTables {
    public static func inertia(_ lines: [Inertia], band: Share, _ context: TableContext) -> Table {
        var table = Table(
            key: "comparisons", caption: "How much of the year is last year",
            columns: [
                .init("year", "Year"), .init("code", "Code"), .init("name", "Commissioner"),
                .init("contracts", "Contracts in both years"), .init("rankCorrelation", "Rank correlation"),
                .init("medianUplift", "Median uplift, England"), .init("withinBand", "Within \(band) of it"),
                .init("valuePence", "Value of UDA lines"), .init("valuePerHeadPence", "Value per head"),
            ],
            notes: context.notes([
                "Within the band: this year's value is last year's times the median uplift of all contracts, "
                    + "\(band) up or down."
            ]))
        for line in lines {
            table.append([
                .text(line.year.description), line.commissioner.map(\.commissionerCell) ?? .absent("all"),
                .text(line.name), .count(line.contracts), number(line.rankCorrelation, places: 4),
                number(line.medianUplift, places: 4), .optional(line.withinBand, else: "no contracts"),
                .money(line.value), .optional(line.valuePerHead, else: "no population given"),
            ])
        }
        return table
    }

    public static func concentration(
        _ lines: [ProviderConcentration], isByGroup: Bool = false, heldOutIncluded: Int = 0, _ context: TableContext
    ) -> Table {
        var own = [
            isByGroup
                ? "By parent group where one is known, else by provider's name in upper case."
                : "By provider's name in upper case: one owner behind several names is counted as several."
        ]
        if heldOutIncluded > 0 {
            own.append("\(heldOutIncluded) contracts that are held out of totals are included, as published.")
        }
        var table = Table(
            key: "concentrations", caption: "Concentration of UDA targets in providers",
            columns: [
                .init("code", "Code"), .init("name", "Commissioner"), .init("contracts", "Contracts"),
                .init("providers", "Providers"), .init("target", "Contracted UDAs"), .init("valuePence", "Value"),
                .init("averageUnitValue", "Pounds per UDA"), .init("index", "HHI"),
                .init("effectiveNumber", "Effective number"), .init("topFour", "Four largest"),
            ], notes: context.notes(own))
        for line in lines {
            let topFour = line.topFour.flatMap { Share(Int(($0 * 1_000_000).rounded()), of: 1_000_000) }
            table.append([
                line.commissioner.map(\.commissionerCell) ?? .absent("all"), .text(line.name),
                .count(line.contracts), .count(line.providers), .units(line.target), .money(line.value),
                number(line.averageValue, places: 4), number(line.index, places: 3),
                number(line.effectiveNumber, places: 2), .optional(topFour, else: "no target"),
            ])
        }
        return table
    }

    /// The sums of the check, one line for each kind of row.
    public static func unitCheck(_ check: UnitCheck, _ context: TableContext) -> Table {
        var table = Table(
            key: "unitChecks", caption: "Published UDAs against courses of treatment, \(check.month.inWords)",
            columns: [.init("what", "What"), .init("rows", "Contracts"), .init("units", "UDAs")],
            notes: context.notes(["Courses counted under other have no fixed UDAs and are not in the counted sum."]))
        let apart = check.differences.map(\.units).total()
        table.append([.text("Published"), .count(check.rows), .units(check.published)])
        table.append([.text("Counted from courses by band"), .count(check.rows), .units(check.counted)])
        table.append([.text("Equal"), .count(check.exact), .absent("no difference")])
        table.append([
            .text("Equal once other courses are allowed"), .count(check.exactWithOther), .absent("within range"),
        ])
        table.append([.text("Different: published less counted"), .count(check.differences.count), .units(apart)])
        table.append([.text("No claims"), .count(check.blank), .absent("blank")])
        return table
    }

    /// The contracts that differ, largest difference first.
    public static func unitDifferences(_ check: UnitCheck, _ context: TableContext) -> Table {
        var table = Table(
            key: "differences", caption: "Contracts whose UDAs differ from their courses, \(check.month.inWords)",
            columns: [
                .init("contract", "Contract"), context.providerColumn, .init("commissioner", "Commissioner"),
                .init("published", "Published UDAs"), .init("counted", "Counted"), .init("difference", "Difference"),
                .init("otherCourses", "Other courses"), .init("cause", "Likely cause"),
            ], notes: context.notes(["The cause is what the figures suggest; the files do not say it."]))
        for difference in check.differences {
            table.append([
                difference.contract.cell, context.provider(difference.providerName),
                difference.commissioner.commissionerCell, .units(difference.published), .units(difference.counted),
                .units(difference.units), .count(difference.otherCourses), .text(difference.cause.title),
            ])
        }
        return table
    }

    private static func number(_ value: Double?, places: Int) -> Cell {
        value.map { .number($0, places: places) } ?? .absent("not defined")
    }
}
