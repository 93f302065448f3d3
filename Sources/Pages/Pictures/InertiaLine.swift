public import Markup
public import Tabular
public import Vocabulary

/// How far each year's contract values stand in the order of the year before.
public struct InertiaLine: PictureWithTable {
    public var years: [Year]

    public struct Year: Hashable, Sendable {
        public var year: FinancialYear
        /// Spearman's correlation with the year before, −1 to 1; nil where it cannot be said.
        public var rankCorrelation: Double?
        /// Contracts within 5 % of last year's value raised by the median.
        public var almostUnchanged: Share?

        public init(year: FinancialYear, rankCorrelation: Double?, almostUnchanged: Share?) {
            self.year = year
            self.rankCorrelation = rankCorrelation
            self.almostUnchanged = almostUnchanged
        }
    }

    /// - Parameter years: in any order.
    public init(years: [Year]) {
        self.years = years.sorted { $0.year < $1.year }
    }

    public let title = "How much of each year’s pattern is last year’s pattern"

    public var description: String {
        years.map { year in
            let rank = year.rankCorrelation.map { "rank correlation \($0.twoPlaces)" } ?? "not known"
            let same = year.almostUnchanged.map { ", \($0) of contracts almost unchanged" } ?? ""
            return "\(year.year): \(rank)\(same)"
        }.joined(separator: "; ") + "."
    }

    public func drawing(in shell: Shell) -> Html {
        let (height, left, right) = (300.0, 12.0, 95.0)
        let scale = Scale(top: 1.14, from: height - 28, to: 8)
        let step = years.count > 1 ? (right - left) / Double(years.count - 1) : 0
        var shapes: [Shape] = [0.0, 0.25, 0.5, 0.75, 1.0].flatMap { tick -> [Shape] in
            [
                .line(x1: 0, y1: scale(tick), x2: 100, y2: scale(tick), class: tick == 0 ? "axis" : "gridline"),
                .text(tick.twoPlaces, x: 0, y: scale(tick) - 4, class: "tick"),
            ]
        }
        for (place, year) in years.enumerated() {
            let words = "\(year.year.description.dropFirst(2))"
            shapes.append(
                .text(words, x: left + Double(place) * step, y: height - 8, anchor: .middle, class: "tick"))
        }
        func series(_ value: (Year) -> Double?, line: String, dot: String, below: Bool) {
            let points = years.enumerated().compactMap { item in
                value(item.element).map { (Shape.Point(left + Double(item.offset) * step, scale(max($0, 0))), $0) }
            }
            shapes.append(.polyline(points.map(\.0), class: line))
            for (point, value) in points {
                shapes.append(.circle(x: point.x, y: point.y, radius: 4, class: dot))
                shapes.append(
                    .text(
                        value.twoPlaces, x: point.x, y: point.y + (below ? 20 : -10), anchor: .middle,
                        class: "tick-strong"))
            }
        }
        series(\.rankCorrelation, line: "delivered", dot: "delivered-dot", below: false)
        series({ $0.almostUnchanged?.approximate }, line: "second", dot: "second-dot", below: true)
        let picture = Picture(
            id: "inertia", title: title, description: description, height: height, shapes: shapes)
        let key = [
            KeyEntry(
                name: "Rank correlation with the year before (1 is the same order)",
                sample: [.line(x1: 0, y1: 6, x2: 100, y2: 6, class: "delivered")]),
            KeyEntry(
                name: "Share of contracts within 5 % of last year’s value and the median uplift",
                sample: [.line(x1: 0, y1: 6, x2: 100, y2: 6, class: "second")]),
        ]
        return [KeyEntry.list(key), picture.html()]
    }

    public func table() -> Table {
        var table = Table(
            key: "inertiaByYear", caption: title,
            columns: [
                .init("year", "Year"), .init("rankCorrelation", "Rank correlation"),
                .init("almostUnchanged", "Contracts almost unchanged"),
            ])
        for year in years {
            table.append([
                .text(year.year.description),
                year.rankCorrelation.map { .number($0, places: 3) } ?? .absent("not known"),
                .optional(year.almostUnchanged, else: "not known"),
            ])
        }
        return table
    }
}

extension Double {
    /// `0.97`, `−0.05`.
    var twoPlaces: String {
        let hundredths = Int((self * 100).rounded())
        let rest = abs(hundredths) % 100
        return "\(hundredths < 0 ? "−" : "")\(abs(hundredths) / 100).\(rest < 10 ? "0" : "")\(rest)"
    }
}
