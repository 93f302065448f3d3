public import Markup
public import Tabular
import Vocabulary

/// Areas by size and figure, between the limits within which chance would have them.
public struct FunnelPicture: PictureWithTable, Codable {
    public struct Point: Hashable, Sendable, Codable {
        public var area: String
        public var name: String?
        public var size: Double
        public var value: Double
        /// Beyond the outer limits, and on which side; nil within.
        public var isHigh: Bool?
        /// How it stands, in words.
        public var words: String

        public init(area: String, name: String?, size: Double, value: Double, isHigh: Bool?, words: String) {
            self.area = area
            self.name = name
            self.size = size
            self.value = value
            self.isHigh = isHigh
            self.words = words
        }
    }

    /// Limits for areas of a size, the inner first.
    public struct Limit: Hashable, Sendable, Codable {
        public var size: Double
        public var bounds: [(low: Double, high: Double)] { zip(lows, highs).map { ($0, $1) } }
        private var lows: [Double]
        private var highs: [Double]

        public init(size: Double, bounds: [(low: Double, high: Double)]) {
            self.size = size
            lows = bounds.map(\.low)
            highs = bounds.map(\.high)
        }
    }

    /// The stem of its ids.
    var key = "funnel"
    public var title: String
    /// `per cent`.
    public var unit: String
    public var points: [Point]
    /// By size, the smallest first.
    public var limits: [Limit]
    public var average: Double
    /// Of the limits, the inner first: `95%`.
    public var levels: [String]

    public init(
        title: String, unit: String, points: [Point], limits: [Limit], average: Double, levels: [String]
    ) {
        self.title = title
        self.unit = unit
        self.points = points
        self.limits = limits
        self.average = average
        self.levels = levels
    }

    public var howToRead: String? {
        """
        Each dot is an area: further right with more people, higher up with a higher figure. Within the curves chance alone \
        could have put it there; a filled dot lies beyond the outer ones, which is a question to ask, no verdict
        """
    }

    public var description: String {
        let beyond = points.filter { $0.isHigh != nil }
        let high = beyond.count { $0.isHigh == true }
        return "\(points.count) areas about \(text(average)) \(unit). Beyond the outer limits: \(high) above, "
            + "\(beyond.count - high) below."
    }

    private static let height = 360.0
    private static let left = 7.0

    private var top: Double { points.map(\.value).max() ?? 1 }
    private var bottom: Double { points.map(\.value).min() ?? 0 }

    /// Room for the figures and for the limits of an area of middling size; those of small areas may lie outside and are cut.
    private var range: ClosedRange<Double> {
        let sizes = points.map(\.size).sorted()
        let middle = sizes.isEmpty ? 0 : sizes[sizes.count / 2]
        let outer = limits.first { $0.size >= middle }?.bounds.last
        let low = min(bottom, outer?.low ?? bottom)
        let high = max(top, outer?.high ?? top)
        let room = max((high - low) * 0.08, high * 0.01, 1e-9)
        return max(0, low - room)...(high + room)
    }

    /// So many decimals tell the marks of the axis apart.
    private var places: Int { range.upperBound - range.lowerBound < 2 ? 2 : 1 }

    private func y(_ value: Double) -> Double {
        let part = (value - range.lowerBound) / (range.upperBound - range.lowerBound)
        return 10 + (FunnelPicture.height - 40) * (1 - min(max(part, 0), 1))
    }

    private var widest: Double { (points.map(\.size).max() ?? 1) * 1.04 }

    private func x(_ size: Double) -> Double {
        FunnelPicture.left + (100 - FunnelPicture.left) * min(max(size / widest, 0), 1)
    }

    public func drawing(in shell: Shell) -> Html {
        let picture = Picture(
            id: ElementID(key), title: title, description: description, height: FunnelPicture.height,
            shapes: grid + curves + dots)
        return [KeyEntry.list(entries), picture.html()]
    }

    private var grid: [Shape] {
        let step = (range.upperBound - range.lowerBound) / 4
        var shapes: [Shape] = []
        for place in 0...4 {
            let value = range.lowerBound + Double(place) * step
            shapes.append(.line(x1: FunnelPicture.left, y1: y(value), x2: 100, y2: y(value), class: "gridline"))
            shapes.append(.text(text(value), x: 0, y: y(value) + 4, class: "tick"))
        }
        let scale = Scale(top: widest, from: FunnelPicture.left, to: 100)
        for tick in scale.ticks.dropFirst() where tick < widest * 0.97 {
            shapes.append(
                .text(
                    grouped(Int(tick)), x: scale(tick), y: FunnelPicture.height - 8, anchor: .middle, class: "tick"))
        }
        shapes.append(
            .line(x1: FunnelPicture.left, y1: y(average), x2: 100, y2: y(average), class: "axis"))
        return shapes
    }

    private var curves: [Shape] {
        var shapes: [Shape] = []
        for place in levels.indices {
            let name = place == levels.count - 1 ? "funnel-outer" : "funnel-inner"
            for isHigh in [false, true] {
                let points = limits.compactMap { limit -> Shape.Point? in
                    guard limit.bounds.indices.contains(place) else { return nil }
                    let bound = limit.bounds[place]
                    return .init(x(limit.size), y(isHigh ? bound.high : bound.low))
                }
                shapes.append(.polyline(points, class: name))
            }
        }
        return shapes
    }

    private var dots: [Shape] {
        points.map { point in
            let words = "\(point.name ?? point.area), \(text(point.value)) \(unit): \(point.words)"
            return .named(
                words,
                [
                    .circle(
                        x: x(point.size), y: y(point.value), radius: point.isHigh == nil ? 4 : 6,
                        class: point.isHigh == nil ? "funnel-dot" : "funnel-beyond")
                ])
        }
    }

    private var entries: [KeyEntry] {
        [
            KeyEntry(
                name: "Beyond the outer limits", sample: [.circle(x: 50, y: 6, radius: 6, class: "funnel-beyond")]),
            KeyEntry(name: "Within them", sample: [.circle(x: 50, y: 6, radius: 4, class: "funnel-dot")]),
            KeyEntry(
                name: "Limits at \(levels.last ?? "")",
                sample: [.line(x1: 10, y1: 6, x2: 90, y2: 6, class: "funnel-outer")]),
            KeyEntry(
                name: "All together, \(text(average))", sample: [.line(x1: 10, y1: 6, x2: 90, y2: 6, class: "axis")]),
        ]
    }

    private func text(_ value: Double) -> String {
        let whole = places == 2 ? 100 : 10
        let parts = Int((value * Double(whole)).rounded())
        let rest = String(parts % whole)
        return "\(parts / whole)." + String(repeating: "0", count: places - rest.count) + rest
    }

    public func table() -> Table {
        var table = Table(
            key: key, caption: title,
            columns: [
                .init("area", "Area"), .init("name", "Name"), .init("size", "People"), .init("value", unit),
                .init("standing", "How it stands"),
            ])
        for point in points.sorted(by: { ($0.value, $0.area) > ($1.value, $1.area) }) {
            table.append([
                .text(point.area), .optional(point.name, else: "–"), .number(point.size, places: 0),
                .number(point.value, places: 2), .text(point.words),
            ])
        }
        return table
    }
}
