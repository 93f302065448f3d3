import Methods
import Vocabulary

extension WorkOutIndicator {
    /// What a publisher worked out, area by area, as it stands: with the publisher's own limits where the file has any.
    ///
    /// - Throws: `Refusal` of kind `usage`, code `not-added-up`, where larger areas are asked for.
    static func published(
        _ definition: IndicatorDefinition, _ values: [IndicatorValue], grouping: AreaGrouping?, terms: Terms
    ) throws(Refusal) -> [Figure] {
        if let grouping {
            throw Refusal(
                .usage, code: "not-added-up",
                "“\(definition.title)” is its publisher's own figure of each area: those of \(grouping.kind) do not follow "
                    + "from it.", remedy: "Leave out \(grouping.source), for figures by the areas of the file.")
        }
        var figures: [Figure] = []
        for value in values.sorted(by: { $0.area < $1.area }) {
            var withheld: Withheld?
            switch value.value {
            case .number: break
            case .suppressed:
                withheld = Withheld(code: "suppressed", "The publisher has suppressed the figure of \(value.area).")
            case .absent: withheld = Withheld(code: "not-given", "The file gives no figure of \(value.area).")
            }
            let intervals = terms.levels.compactMap { level in
                value.limits.first { $0.level == level.percent }.map {
                    LevelInterval(level: level, low: $0.low, high: $0.high)
                }
            }
            figures.append(
                Figure(
                    area: value.area, name: value.areaName, count: value.count.number,
                    denominator: value.denominator.number, value: value.value.number, intervals: intervals,
                    withheld: withheld))
        }
        return figures
    }
}
