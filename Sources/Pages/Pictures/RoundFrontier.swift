public import Markup
public import Priorities
public import Tabular
public import Vocabulary

/// The best that can be had for every amount of money, with what the simple ranking would have given.
public struct RoundFrontier: PictureWithTable {
    public var points: [FrontierPoint]
    /// The recurrent money there is in the last year of the round; nil where it is not known.
    public var envelope: Money?
    let reading: RoundReading

    /// - Returns: nil without an answer, or without two points at least.
    public init?(_ reading: RoundReading) {
        guard let result = reading.result, result.frontier.count > 1 else { return nil }
        points = result.frontier.sorted { $0.budget < $1.budget }
        envelope = result.years.last?.recurrentSources
        self.reading = reading
    }

    public var title: String { "The most benefit for every amount of money" }

    public var howToRead: String? {
        """
        Each point is the most good that could be had for so much money. Where the line climbs steeply, more money would \
        do much; where it is flat, little.
        """
    }

    public var description: String {
        guard let first = points.first, let last = points.last else { return "" }
        let unproved = points.count { !$0.exact.isProved }
        let proof =
            unproved == 0 ? "Every point is proved." : "\(unproved) of \(points.count) points are not proved."
        let here = envelope.map { " The envelope is \($0.short) a year." } ?? ""
        return """
            Benefit rises from \(first.exact.benefit.forReading) at \(first.budget.short) to \
            \(last.exact.benefit.forReading) at \(last.budget.short) a year. \(proof)\(here)
            """
    }

    public func table() -> Table {
        // Without the names of all options at every point, which would fill pages.
        reading.result.map {
            reading.tables.frontier($0).selecting(["budgetPence", "benefit", "listBenefit", "isProved"])
        }
            ?? Table(key: "points", caption: title, columns: [])
    }

    public func drawing(in shell: Shell) -> Html {
        let (height, top, bottom) = (338.0, 26.0, 288.0)
        let across = Scale(top: Double(points.last?.budget.pence ?? 1), from: 9, to: 98)
        let up = Scale(top: max(points.map(\.exact.benefit).max() ?? 1, 0.001), from: bottom, to: top)
        func place(_ point: FrontierPoint, _ benefit: Double) -> Shape.Point {
            .init(across(Double(point.budget.pence)), up(benefit))
        }
        var shapes: [Shape] = []
        for tick in up.ticks {
            shapes.append(
                .line(x1: 0, y1: up(tick), x2: 100, y2: up(tick), class: tick == 0 ? "axis" : "gridline"))
            shapes.append(.text(tick.forReading, x: 0, y: up(tick) - 4, class: "tick"))
        }
        for tick in across.ticks where across(tick) <= 96 {
            shapes.append(
                .text(
                    Money(pence: Int(tick)).short, x: across(tick), y: bottom + 16,
                    anchor: tick == 0 ? .start : .middle, class: "tick"))
        }
        shapes.append(.polyline(points.compactMap { one in one.greedyBenefit.map { place(one, $0) } }, class: "second"))
        shapes.append(.polyline(points.map { place($0, $0.exact.benefit) }, class: "delivered"))
        for point in points {
            let at = place(point, point.exact.benefit)
            let words = "\(point.budget.short): \(point.exact.benefit.forReading)"
            shapes.append(
                .named(
                    words + (point.exact.isProved ? "" : ", not proved"),
                    [
                        point.exact.isProved
                            ? .circle(x: at.x, y: at.y, radius: 4, class: "delivered-dot")
                            : .text("×", x: at.x, y: at.y + 6, anchor: .middle, class: "unproved")
                    ]))
        }
        if let envelope {
            let at = across(Double(envelope.pence))
            shapes.append(.line(x1: at, y1: top - 8, x2: at, y2: bottom, class: "threshold"))
            shapes.append(
                .text(
                    "the envelope, \(envelope.short)", x: at, y: 12, anchor: at > 60 ? .end : .start,
                    class: "tick-strong", dx: at > 60 ? -5 : 5))
        }
        shapes.append(.text("Benefit", x: 0, y: 12, class: "tick-strong"))
        shapes.append(.text("Money for good, a year", x: 100, y: height - 8, anchor: .end, class: "tick-strong"))
        let picture = Picture(
            id: "frontier", title: title, description: description, height: height, shapes: shapes)
        return [KeyEntry.list(key), picture.html()]
    }

    private var key: [KeyEntry] {
        var key = [
            KeyEntry(
                name: "Most benefit, proved",
                sample: [
                    .line(x1: 0, y1: 6, x2: 100, y2: 6, class: "delivered"),
                    .circle(x: 50, y: 6, radius: 4, class: "delivered-dot"),
                ])
        ]
        if points.contains(where: { !$0.exact.isProved }) {
            key.append(
                KeyEntry(
                    name: "The best found, not proved",
                    sample: [.text("×", x: 50, y: 11, anchor: .middle, class: "unproved")]))
        }
        return key + [
            KeyEntry(
                name: "By the simple ranking", sample: [.line(x1: 0, y1: 6, x2: 100, y2: 6, class: "second")])
        ]
    }
}
