public import Tabular
import Vocabulary

/// The tables of a quality scheme.
public enum SchemeTables {
    /// Indicators with their money, then their sum.
    public static func indicators(_ result: SchemeResult) -> Table {
        var table = Table(
            key: "indicators", caption: "\(result.scheme.title), \(result.scheme.provider), \(result.scheme.year)",
            columns: [
                .init("indicator", "Indicator"), .init("title", "Title"), .init("minimum", "Earns nothing at"),
                .init("maximum", "Earns all at"), .init("result", "Measured"), .init("weight", "Weight"),
                .init("valuePence", "Money"), .init("earnedPence", "Earned"), .init("withheldPence", "Withheld"),
            ])
        func level(_ level: IndicatorLevel) -> Cell {
            .number(level.approximate, places: ActivityAmount(tenThousandths: level.tenThousandths).places)
        }
        for one in result.indicators {
            table.append([
                .text(one.indicator.id), .text(one.indicator.title), level(one.indicator.minimum),
                level(one.indicator.maximum), one.indicator.result.map(level) ?? .absent("not yet"),
                .count(one.indicator.weight), .money(one.value), .optional(one.earned, else: "not yet"),
                one.isOpen ? .absent("not yet") : .money(one.withheld),
            ])
        }
        table.append([
            .text("All"), .absent(""), .absent(""), .absent(""), .absent(""), .absent(""),
            .money(result.whole), .money(result.earned), .money(result.withheld),
        ])
        table.notes =
            result.steps.map(\.sentence) + [
                "Earned \(result.earned) + withheld \(result.withheld) + not yet known \(result.open) = \(result.whole)."
            ]
        return table
    }
}
