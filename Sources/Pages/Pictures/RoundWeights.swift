public import Markup
public import Priorities
public import Tabular
import Vocabulary

/// How much each criterion weighs, how far members differ, and how far it may move before the answer changes.
public struct RoundWeights: PictureWithTable {
    public var weights: [RoundResult.CriterionWeight]
    let reading: RoundReading

    /// - Returns: nil without an answer.
    public init?(_ reading: RoundReading) {
        guard let result = reading.result, !result.weights.isEmpty else { return nil }
        weights = result.weights
        self.reading = reading
    }

    public var title: String { "How far each weight may move before the answer changes" }

    public var description: String {
        weights.map { weight in
            let span = weight.sameFunded ?? weight.sameFirst
            return """
                \(reading.titleOfCriterion(weight.criterion)) \(weight.weight.percentWords), members from \
                \(weight.low.percentWords) to \(weight.high.percentWords), the answer holds from \
                \(span.low.percentWords) to \(span.high.percentWords)
                """
        }.joined(separator: "; ") + "."
    }

    public func table() -> Table {
        var table =
            reading.weightsTable() ?? Table(key: "weights", caption: title, columns: [.init("none", "None")])
        table.key = "weightsDrawn"
        table.caption = title
        return table
    }

    public func drawing(in shell: Shell) -> Html {
        let isKnown = weights.contains { $0.sameFunded != nil }
        let chosen = KeyEntry(
            name: "Here the same options are chosen",
            sample: [.rectangle(x: 0, y: 1, width: 100, height: 10, class: "holds")])
        let key =
            [
                KeyEntry(name: "The panel’s weight", sample: [.circle(x: 50, y: 6, radius: 5, class: "delivered-dot")]),
                KeyEntry(
                    name: "From the lowest to the highest of a member",
                    sample: [.line(x1: 0, y1: 6, x2: 100, y2: 6, class: "members-line")]),
            ] + (isKnown ? [chosen] : []) + [
                KeyEntry(
                    name: "Here the same option comes first",
                    sample: [
                        .line(x1: 0, y1: 9, x2: 100, y2: 9, class: "threshold"),
                        .line(x1: 2, y1: 4, x2: 2, y2: 10, class: "threshold"),
                        .line(x1: 98, y1: 4, x2: 98, y2: 10, class: "threshold"),
                    ])
            ]
        let items = weights.map { weight -> Html in
            let title = reading.titleOfCriterion(weight.criterion)
            let picture = Picture(
                id: ElementID("weight-\(weight.criterion)"), title: title, description: verdict(weight), height: 50,
                shapes: RoundWeights.shapes(weight))
            return [
                .block(
                    [
                        .name(title), " ",
                        .span(
                            [
                                .strong(.sentence(weight.weight.percentWords)),
                                .sentence(
                                    ", members \(weight.low.percentWords) to \(weight.high.percentWords)"),
                            ], class: "row-figure"),
                    ], class: "row-words"),
                picture.html(),
                weight.sameFunded == nil ? .none : .paragraph(.sentence(verdict(weight)), class: "notes"),
            ]
        }
        let unknown = weights.contains { $0.sameFunded == nil } ? Html.paragraph(.text(RoundWeights.unknown)) : .none
        return [unknown, KeyEntry.list(key), .list(items, class: "rows")]
    }

    private static let unknown = """
        The lines below show for which weights the same option comes first. For which weights the same options would \
        be chosen cannot be drawn: the recommended set keeps all rules together, and the simple ranking from which \
        such limits follow chooses another. How often each option is chosen stands above.
        """

    private func verdict(_ weight: RoundResult.CriterionWeight) -> String {
        guard let span = weight.sameFunded else {
            return "How far it may move for the same options to be chosen is not known."
        }
        if span.low <= weight.low, span.high >= weight.high {
            return "By any member’s weight the same options would be chosen."
        }
        let below = weight.low < span.low ? "under \(span.low.percentWords)" : nil
        let above = weight.high > span.high ? "over \(span.high.percentWords)" : nil
        return "A member who gives it \(inOr([below, above].compactMap(\.self))) would choose other options."
    }

    private func inOr(_ words: [String]) -> String { words.joined(separator: " or ") }

    private static func shapes(_ weight: RoundResult.CriterionWeight) -> [Shape] {
        var shapes: [Shape] = [0.0, 25, 50, 75, 100].flatMap { tick -> [Shape] in
            [
                .line(x1: tick, y1: 4, x2: tick, y2: 34, class: "gridline"),
                .text(
                    "\(Int(tick)) %", x: tick, y: 48, anchor: tick == 0 ? .start : tick == 100 ? .end : .middle,
                    class: "tick"),
            ]
        }
        if let span = weight.sameFunded {
            shapes.append(
                .rectangle(
                    x: span.low * 100, y: 7, width: (span.high - span.low) * 100, height: 20, class: "holds"))
        }
        let first = weight.sameFirst
        shapes += [
            .line(x1: first.low * 100, y1: 31, x2: first.high * 100, y2: 31, class: "threshold"),
            .line(x1: first.low * 100, y1: 26, x2: first.low * 100, y2: 32, class: "threshold"),
            .line(x1: first.high * 100, y1: 26, x2: first.high * 100, y2: 32, class: "threshold"),
            .line(x1: weight.low * 100, y1: 17, x2: weight.high * 100, y2: 17, class: "members-line"),
            .circle(x: weight.weight * 100, y: 17, radius: 7, class: "delivered-dot"),
        ]
        return shapes
    }
}
