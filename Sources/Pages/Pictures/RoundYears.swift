public import Markup
public import Priorities
public import Tabular
import Vocabulary

/// What the recommended set takes of each year's money, for good and once, against what there is.
public struct RoundYears: PictureWithTable {
    public var years: [YearUse]
    let reading: RoundReading

    /// - Returns: nil without an answer.
    public init?(_ reading: RoundReading) {
        guard let years = reading.result?.years, !years.isEmpty else { return nil }
        self.years = years
        self.reading = reading
    }

    public var title: String { "What it takes of each year’s money" }

    public var howToRead: String? {
        """
        The outline is all the money of a year, the filled part what the recommended set takes of it. What is paid for \
        good must end before the upright line.
        """
    }

    public var description: String { years.map(words).joined(separator: "; ") + "." }

    private func words(_ year: YearUse) -> String {
        """
        \(year.year): \(year.recurrent.short) of \(year.recurrentSources.short) for good, \
        \(year.oneOff.short) once, of \(year.allSources.short) in all
        """
    }

    public func table() -> Table {
        reading.result.map { reading.tables.years($0) } ?? Table(key: "years", caption: title, columns: [])
    }

    private static let forGood = MoneyState.recurrent.filling
    private static let once = MoneyState.nonRecurrent.filling

    public func drawing(in shell: Shell) -> Html {
        func sample(_ filling: Filling) -> [Shape] {
            [.rectangle(x: 0, y: 0, width: 100, height: 12, class: "segment", filling: filling)]
        }
        let key = [
            KeyEntry(name: "Taken for good, every year", sample: sample(RoundYears.forGood)),
            KeyEntry(name: "Taken once", sample: sample(RoundYears.once)),
            KeyEntry(
                name: "There is for good", sample: [.line(x1: 50, y1: 0, x2: 50, y2: 12, class: "threshold")]),
            KeyEntry(
                name: "There is in all", sample: [.rectangle(x: 2, y: 1, width: 96, height: 10, class: "there-is")]),
        ]
        let most = years.map { max($0.allSources.pence, ($0.recurrent + $0.oneOff).pence) }.max() ?? 1
        let scale = Scale(top: Double(max(most, 1)), from: 0, to: 99)
        let items = years.map { year -> Html in
            let picture = Picture(
                id: ElementID("money-\(year.year.slug)"), title: "The money of \(year.year)",
                description: words(year) + ".", height: 34, shapes: shapes(year, scale))
            return [
                .block(
                    [
                        .text(year.year.description), " ",
                        .span(
                            [
                                .strong(.text("\(year.recurrent.short) for good")),
                                .text(" of \(year.recurrentSources.short), \(year.oneOff.short) once, of "),
                                .text("\(year.allSources.short) in all"),
                            ], class: "row-figure"),
                    ], class: "row-words"),
                picture.html(),
            ]
        }
        return [KeyEntry.list(key), .list(items, class: "rows")]
    }

    private func shapes(_ year: YearUse, _ scale: Scale) -> [Shape] {
        func x(_ money: Money) -> Double { scale(Double(money.pence)) }
        var shapes: [Shape] = [
            .rectangle(x: 0, y: 2, width: x(year.allSources), height: 28, class: "there-is")
        ]
        if year.recurrent.pence > 0 {
            shapes.append(
                .rectangle(
                    x: 0, y: 7, width: x(year.recurrent), height: 18, class: "segment", filling: RoundYears.forGood))
        }
        if year.oneOff.pence > 0 {
            let from = x(max(year.recurrent, .zero))
            shapes.append(
                .rectangle(
                    x: from, y: 7, width: x(year.recurrent + year.oneOff) - from, height: 18, class: "segment",
                    filling: RoundYears.once))
        }
        let edge = x(year.recurrentSources)
        shapes.append(.line(x1: edge, y1: 0, x2: edge, y2: 32, class: "threshold"))
        return shapes
    }
}
