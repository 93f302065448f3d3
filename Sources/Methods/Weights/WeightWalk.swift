/// A walk within a weight polytope: each step to a uniform place on the line of a random direction.
///
/// In the long run it is uniform over the polytope, whatever the distribution of directions, so long as that is
/// the same from everywhere, as likely one way as the other, and reaches every direction.
struct WeightWalk {
    /// What each row has of each criterion, zeros left out.
    private let rows: [[(criterion: Int, coefficient: Double)]]
    /// `directions × criteria`, row major.
    private let hull: [Double]
    private let directions: Int
    private var point: [Double]
    private var direction: [Double]
    private var stream: RandomStream

    init(rows: [WeightStatement.Row], hull: [[Double]], start: [Double], stream: RandomStream) {
        self.rows = rows.map { row in
            row.coefficients.enumerated().filter { $0.element != 0 }.map { ($0.offset, $0.element) }
        }
        self.hull = hull.flatMap { $0 }
        self.directions = hull.count
        self.point = start
        self.direction = start
        self.stream = stream
    }

    mutating func go(_ steps: Int) {
        for _ in 0..<steps { step() }
    }

    /// Scaled to sum to one, so that rounding on the way does not gather; no row minds.
    mutating func scaledPoint() -> [Double] {
        let sum = point.reduce(0, +)
        for place in point.indices { point[place] /= sum }
        return point
    }

    private mutating func step() {
        let criteria = point.count
        for place in 0..<criteria { direction[place] = 0 }
        for row in 0..<directions {
            let size = bell()
            let start = row * criteria
            for place in 0..<criteria { direction[place] += size * hull[start + place] }
        }
        var (low, high) = (-Double.infinity, Double.infinity)
        func bound(_ rate: Double, _ room: Double) {
            // `rate · t ≤ room`; a point that rounding has put outside stays where it is on that side.
            if rate > 1e-15 { high = min(high, max(0, room / rate)) }
            if rate < -1e-15 { low = max(low, min(0, room / rate)) }
        }
        for place in 0..<criteria { bound(-direction[place], point[place]) }
        for row in rows {
            var (rate, sum) = (0.0, 0.0)
            for (criterion, coefficient) in row {
                rate += coefficient * direction[criterion]
                sum += coefficient * point[criterion]
            }
            bound(rate, -sum)
        }
        let part = stream.uniform()
        guard low.isFinite, high.isFinite, low < high else { return }
        let length = low + part * (high - low)
        for place in 0..<criteria { point[place] = max(0, point[place] + length * direction[place]) }
    }

    /// Nearly normal, symmetric, and the same bits everywhere: the sum of four uniform numbers, centred.
    private mutating func bell() -> Double {
        let word = stream.next()
        let sum = (word & 0xFFFF) + (word >> 16 & 0xFFFF) + (word >> 32 & 0xFFFF) + (word >> 48)
        return (Double(sum) - 131_070) / 65_536
    }
}
