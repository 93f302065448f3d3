public import Markup
public import Tabular
public import Vocabulary

/// What a contract achieved in each year, beside the year's own threshold.
public struct YearHistory: PictureWithTable {
    public var years: [Year]

    public struct Year: Hashable, Sendable {
        public var year: FinancialYear
        /// Delivered as a share of target; nil where it cannot be said.
        public var achieved: Share?
        /// Below it money was clawed back; nil where the year had no such rule.
        public var threshold: Share?
        /// A word on the year: why nothing can be said, or that other rules held.
        public var note: String?

        public init(year: FinancialYear, achieved: Share?, threshold: Share?, note: String? = nil) {
            self.year = year
            self.achieved = achieved
            self.threshold = threshold
            self.note = note
        }
    }

    /// - Parameter years: in any order.
    public init(years: [Year]) {
        self.years = years.sorted { $0.year < $1.year }
    }

    public let title = "Share of target achieved, year by year"

    public var description: String {
        years.map { "\($0.year): \($0.achieved?.description ?? $0.note ?? "not known")" }.joined(separator: "; ") + "."
    }

    public func drawing(in shell: Shell) -> Html {
        let (row, bar, left, width) = (30.0, 18.0, 20.0, 54.0)
        let top = max(110, years.compactMap { $0.achieved.map { $0.approximate * 100 } }.max() ?? 0)
        let scale = Scale(top: top, from: left, to: left + width)
        var shapes: [Shape] = []
        for (place, year) in years.enumerated() {
            let y = Double(place) * row + 6
            shapes.append(.text(year.year.description, x: 0, y: y + 14, class: "tick-strong"))
            if let achieved = year.achieved {
                let isShort = year.threshold.map { achieved < $0 } ?? false
                let end = scale(achieved.approximate * 100)
                shapes.append(
                    .rectangle(
                        x: left, y: y, width: end - left, height: bar, class: isShort ? "bar-short" : "bar-met"))
                let words = achieved.description + (isShort ? " short" : "")
                let clear = max(end, year.threshold.map { scale($0.approximate * 100) } ?? 0)
                shapes.append(.text(words, x: clear, y: y + 14, class: "tick-strong", dx: 8))
            } else {
                shapes.append(.text(year.note ?? "not known", x: left, y: y + 14, class: "tick", dx: 4))
            }
            if let threshold = year.threshold {
                let x = scale(threshold.approximate * 100)
                shapes.append(.line(x1: x, y1: y - 5, x2: x, y2: y + bar + 5, class: "threshold"))
            }
        }
        let picture = Picture(
            id: "years", title: title, description: description, height: Double(years.count) * row + 6,
            shapes: shapes)
        let key = [
            KeyEntry(
                name: "Threshold of the year’s rules",
                sample: [.line(x1: 50, y1: 0, x2: 50, y2: 12, class: "threshold")])
        ]
        return [KeyEntry.list(key), picture.html(class: "picture narrow")]
    }

    public func table() -> Table {
        var table = Table(
            key: "achievedByYear", caption: title,
            columns: [
                .init("year", "Year"), .init("achieved", "Achieved"), .init("threshold", "Threshold"),
                .init("note", "Note"),
            ])
        for year in years {
            table.append([
                .text(year.year.description), .optional(year.achieved, else: year.note ?? "not known"),
                .optional(year.threshold, else: "no such rule"), .text(year.note ?? ""),
            ])
        }
        return table
    }
}
