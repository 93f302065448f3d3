public import Markup
public import Priorities
public import Tabular
import Vocabulary

/// What would have to be given up for what, and how much benefit that costs.
public struct RoundSwaps: PictureWithTable {
    public var swaps: [Swap]
    let reading: RoundReading

    /// - Returns: nil without an answer or a swap.
    public init?(_ reading: RoundReading) {
        guard let swaps = reading.result?.swaps, !swaps.isEmpty else { return nil }
        self.swaps = swaps.enumerated()
            .sorted { ($0.element.benefitChange, $1.offset) > ($1.element.benefitChange, $0.offset) }.map(\.element)
        self.reading = reading
    }

    public var title: String { "What would be given up for what" }

    public var howToRead: String? {
        """
        For something else to come in, something must go out. The shorter the bar, the less benefit is lost by it, and \
        the closer the call.
        """
    }

    public var description: String {
        guard let first = swaps.first else { return "" }
        return "\(counted(swaps.count, "swap")), the cheapest first: \(words(first))."
    }

    private func words(_ swap: Swap) -> String {
        "\(reading.titles(swap.into)) in place of \(reading.titles(swap.out)): \(change(swap))"
    }

    private func change(_ swap: Swap) -> String {
        let size = abs(swap.benefitChange)
        if size < 0.05 { return "no benefit lost" }
        return "\(size.forReading) of benefit \(swap.benefitChange < 0 ? "lost" : "gained")"
    }

    private func moneyChange(_ swap: Swap) -> String {
        switch swap.fullYearChange.pence {
        case 0: "for the same money"
        case ..<0: "\((-swap.fullYearChange).short) a year less"
        default: "\(swap.fullYearChange.short) a year more"
        }
    }

    public func table() -> Table {
        reading.result.map { reading.tables.swaps($0) } ?? Table(key: "swaps", caption: title, columns: [])
    }

    public func drawing(in shell: Shell) -> Html {
        let most = max(swaps.map { abs($0.benefitChange) }.max() ?? 1, 0.001)
        let key = [
            KeyEntry(
                name: "Benefit lost by the swap, all on one scale",
                sample: [.rectangle(x: 0, y: 1, width: 100, height: 10, class: "loss")])
        ]
        let items = swaps.enumerated().map { place, swap -> Html in
            let width = abs(swap.benefitChange) / most * 100
            let picture = Picture(
                id: ElementID("swap-\(place + 1)"), title: "Swap \(place + 1)", description: words(swap) + ".",
                height: 16,
                shapes: [
                    .line(x1: 0, y1: 15, x2: 100, y2: 15, class: "axis"),
                    .rectangle(
                        x: 0, y: 1, width: width, height: 13, class: swap.benefitChange > 0 ? "gain" : "loss"),
                ])
            return [
                .block(
                    [
                        .span(
                            [
                                "In: ", .strong(.name(reading.titles(swap.into))), " · out: ",
                                .name(reading.titles(swap.out)),
                            ], class: "row-name"),
                        .span([.strong(.text(change(swap))), .text(", \(moneyChange(swap))")], class: "row-figure"),
                    ], class: "row-words"),
                picture.html(),
            ]
        }
        return [KeyEntry.list(key), .list(items, class: "rows", isOrdered: true)]
    }
}
