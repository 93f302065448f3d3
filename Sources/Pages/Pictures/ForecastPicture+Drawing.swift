public import Markup
import Vocabulary

extension ForecastPicture {
    private static let height = 420.0
    /// Months take this part of the width; the rest is for words at the right.
    private static let monthsWidth = 82.0

    public func drawing(in shell: Shell) -> Html {
        let shapes = grid + bandShapes + paceShapes + fanShapes + deliveredShapes + endLabels
        let picture = Picture(
            id: "forecast", title: title, description: description, height: ForecastPicture.height, shapes: shapes)
        return [KeyEntry.list(key), picture.html()]
    }

    private var scale: Scale {
        let ends =
            [target.scaled(by: band.upperBound.part, over: band.upperBound.whole)] + delivered + lastYear
            + fan.flatMap { $0.estimate.intervals.map(\.high) }
        let top = ends.map(\.approximate).max() ?? 1
        return Scale(top: max(top, 1) * 1.06, from: ForecastPicture.height - 28, to: 8)
    }

    /// - Parameter month: 0 for the start of April to 12 for the end of March.
    private func x(_ month: Int) -> Double { Double(month) / 12 * ForecastPicture.monthsWidth }

    private func line(_ values: [Units], from start: Int = 0) -> [Shape.Point] {
        let first = start == 0 ? [Shape.Point(0, scale(0))] : []
        return first + values.enumerated().map { .init(x(start + $0.offset + 1), scale($0.element.approximate)) }
    }

    private var grid: [Shape] {
        let scale = scale
        var shapes: [Shape] = []
        for tick in scale.ticks {
            let y = scale(tick)
            shapes.append(.line(x1: 0, y1: y, x2: 100, y2: y, class: tick == 0 ? "axis" : "gridline"))
            let isInBand = abs(y - scale(target.approximate)) < 18
            if tick > 0, !isInBand {
                shapes.append(.text(Units(approximating: tick).inWhole, x: 0, y: y - 5, class: "tick"))
            }
        }
        for month in stride(from: 2, through: 12, by: 2) {
            let name = String(year.month(month).inWords.prefix(3))
            shapes.append(.text(name, x: x(month), y: scale.from + 20, anchor: .middle, class: "tick"))
        }
        return shapes
    }

    private var bandShapes: [Shape] {
        let low = scale(target.scaled(by: band.lowerBound.part, over: band.lowerBound.whole).approximate)
        let high = scale(target.scaled(by: band.upperBound.part, over: band.upperBound.whole).approximate)
        return [
            .rectangle(x: 0, y: high, width: 100, height: low - high, class: "target-band"),
            .line(x1: 0, y1: low, x2: 100, y2: low, class: "target-edge"),
            .line(x1: 0, y1: high, x2: 100, y2: high, class: "target-edge"),
            .text("Target band, \(bandWords)", x: 0, y: (low + high) / 2 + 4, class: "in-band", dx: 4),
        ]
    }

    private var paceShapes: [Shape] {
        [.polyline(line(scheduled), class: "pace")]
            + (lastYear.isEmpty ? [] : [.polyline(line(lastYear), class: "last-year")])
    }

    private var deliveredShapes: [Shape] {
        guard !delivered.isEmpty else { return [] }
        let points = line(delivered)
        return [.polyline(points, class: "delivered")]
            + points.dropFirst().map { .circle(x: $0.x, y: $0.y, radius: 3.5, class: "delivered-dot") }
    }

    private var fanShapes: [Shape] {
        guard !fan.isEmpty, let start = delivered.last else { return [] }
        let origin = Shape.Point(x(delivered.count), scale(start.approximate))
        func area(_ level: Int) -> [Shape.Point] {
            let bounds = fan.compactMap { month in month.estimate.interval(at: level).map { (month.number, $0) } }
            let upper = bounds.map { Shape.Point(x($0.0), scale($0.1.high.approximate)) }
            let lower = bounds.map { Shape.Point(x($0.0), scale($0.1.low.approximate)) }
            return [origin] + upper + lower.reversed()
        }
        let middle = [origin] + fan.map { .init(x($0.number), scale($0.estimate.value.approximate)) }
        return [
            .polygon(area(90), class: "fan-90"), .polygon(area(50), class: "fan-50"),
            .polyline(middle, class: "fan-middle"),
        ]
    }

    /// The year's end in per cent of target, kept 16 pixels apart.
    private var endLabels: [Shape] {
        guard let end = fan.last?.estimate else { return [] }
        let wide = end.interval(at: 90)
        let values: [(Units?, String)] = [(wide?.high, "tick"), (end.value, "end-value"), (wide?.low, "tick")]
        var shapes: [Shape] = []
        var lowest = -Double.infinity
        for (value, name) in values {
            guard let value, let share = Share(value, of: target) else { continue }
            let y = max(scale(value.approximate) + 5, lowest + 16)
            lowest = y
            shapes.append(
                .text(share.percentText(decimals: 0), x: ForecastPicture.monthsWidth, y: y, class: name, dx: 6))
        }
        return shapes
    }

    private var key: [KeyEntry] {
        func stroke(_ name: String) -> [Shape] { [.line(x1: 0, y1: 6, x2: 100, y2: 6, class: name)] }
        func area(_ name: String) -> [Shape] { [.rectangle(x: 0, y: 0, width: 100, height: 12, class: name)] }
        var entries: [KeyEntry] = []
        if !delivered.isEmpty { entries.append(KeyEntry(name: "Delivered", sample: stroke("delivered"))) }
        if !fan.isEmpty {
            entries += [
                KeyEntry(name: "Expected", sample: stroke("fan-middle")),
                KeyEntry(name: "50 % probable", sample: area("fan-50")),
                KeyEntry(name: "90 % probable", sample: area("fan-90")),
            ]
        }
        entries.append(KeyEntry(name: "Even pace over working days", sample: stroke("pace")))
        if !lastYear.isEmpty { entries.append(KeyEntry(name: "Last year", sample: stroke("last-year"))) }
        return entries
    }

    private var bandWords: String {
        "\(band.lowerBound.percentText(decimals: 0)) to \(band.upperBound.percentText(decimals: 0))"
    }
}
