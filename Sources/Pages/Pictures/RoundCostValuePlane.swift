import Markup
import Vocabulary

/// The plane on which the triangles of `RoundCostValue` are drawn.
struct RoundCostValuePlane {
    var steps: [RoundCostValue.Step]
    var committed: [RoundCostValue.Step]

    init(steps: [RoundCostValue.Step], committed: [RoundCostValue.Step]) {
        self.steps = steps
        self.committed = committed
    }

    let height = 400.0

    private let left = 9.0
    private let right = 98.5
    private let top = 30.0
    private let bottom = 350.0

    var moneys: (low: Double, high: Double) {
        let all = steps.flatMap { [Double($0.from.cost.pence), Double($0.to.cost.pence)] }
        return (min(all.min() ?? 0, 0), max(all.max() ?? 1, 1))
    }

    private var benefits: (low: Double, high: Double) {
        let all = (steps + committed).flatMap { [$0.from.benefit, $0.to.benefit] }
        return (min(all.min() ?? 0, 0), max(all.max() ?? 1, 0.001))
    }

    private func x(_ cost: Double) -> Double {
        left + (right - left) * (cost - moneys.low) / (moneys.high - moneys.low)
    }

    private func y(_ benefit: Double) -> Double {
        bottom - (bottom - top) * (benefit - benefits.low) / (benefits.high - benefits.low)
    }

    private func point(_ place: RoundCostValue.Place) -> Shape.Point {
        .init(x(Double(place.cost.pence)), y(place.benefit))
    }

    var shapes: [Shape] { grid + steps.map(triangle) + path + numbers }

    private var grid: [Shape] {
        var shapes: [Shape] = []
        let across = Scale(top: moneys.high, from: 0, to: 1)
        for tick in across.ticks where x(tick) <= 96 {
            shapes.append(.line(x1: x(tick), y1: top, x2: x(tick), y2: bottom, class: "gridline"))
            shapes.append(
                .text(
                    Money(pence: Int(tick)).short, x: x(tick), y: bottom + 18, anchor: tick == 0 ? .start : .middle,
                    class: "tick"))
        }
        for tick in Scale(top: benefits.high, from: 0, to: 1).ticks {
            shapes.append(
                .line(x1: 0, y1: y(tick), x2: 100, y2: y(tick), class: tick == 0 ? "axis" : "gridline"))
            shapes.append(.text(tick.forReading, x: 0, y: y(tick) - 4, class: "tick"))
        }
        shapes.append(.text("Benefit", x: 0, y: 14, class: "tick-strong"))
        shapes.append(.text("Money over the round’s years", x: 100, y: height - 8, anchor: .end, class: "tick-strong"))
        return shapes
    }

    private func triangle(_ step: RoundCostValue.Step) -> Shape {
        let (from, to) = (point(step.from), point(step.to))
        let isBack = step.cost.pence < 0
        let corner = Shape.Point(to.x, from.y)
        let name = isBack ? "step-back" : step.isTaken ? "taken" : "not-taken"
        return .named(
            "\(step.title): \(step.cost.short), benefit \(step.benefit.forReading)",
            [.polygon([from, corner, to], class: name)])
    }

    private var path: [Shape] {
        guard let first = committed.first else { return [] }
        return [.polyline([point(first.from)] + committed.map { point($0.to) }, class: "second")]
    }

    /// Over the middle of each slope; one that would touch the number before it stands a line higher, and is left
    /// out (the list under the picture has it) where three lines do not do.
    private var numbers: [Shape] {
        var last: [Double] = [-100, -100, -100]
        return steps.enumerated().compactMap { place, step -> Shape? in
            let (from, to) = (point(step.from), point(step.to))
            let middle = (from.x + to.x) / 2
            // A step back lies at the foot, and has its number under it.
            let isBack = step.cost.pence < 0
            guard let line = isBack ? 0 : last.indices.first(where: { abs(middle - last[$0]) >= 5 }) else { return nil }
            if !isBack { last[line] = middle }
            return .text(
                "\(place + 1)", x: middle, y: (from.y + to.y) / 2 + (isBack ? 18 : -7 - Double(line) * 15),
                anchor: .middle,
                class: step.isTaken ? "tick-strong" : "tick", dx: isBack ? 0 : -6)
        }
    }
}
