/// Where a value stands along an axis of a drawing, from 0 to `top`.
struct Scale: Sendable {
    var top: Double
    /// Where 0 and `top` are drawn.
    var from: Double
    var to: Double

    func callAsFunction(_ value: Double) -> Double {
        guard top > 0 else { return from }
        return from + (to - from) * min(max(value / top, 0), 1)
    }

    /// Round values from 0 to `top`, 3 to 6 of them.
    var ticks: [Double] {
        guard top > 0 else { return [0] }
        var step = 1.0
        while top / step > 10 { step *= 10 }
        while top / step < 1 { step /= 10 }
        let count = top / step
        if count > 5 { step *= 2 } else if count < 2.5 { step /= 2 }
        if count < 1.5 { step /= 2.5 }
        var ticks: [Double] = []
        var place = 0.0
        while place * step <= top * 1.0001 {
            ticks.append(place * step)
            place += 1
        }
        return ticks
    }
}
