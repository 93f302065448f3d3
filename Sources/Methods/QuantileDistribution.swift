/// A distribution known by some of its quantiles: linear between neighbours, flat beyond the first and the last.
///
/// Made for averaging something that is not a straight line (a payment below a threshold) over what may happen.
public struct QuantileDistribution: Hashable, Sendable {
    public struct Point: Hashable, Sendable {
        public let probability: Double
        public let value: Double

        public init(probability: Double, value: Double) {
            self.probability = probability
            self.value = value
        }
    }

    public let points: [Point]

    /// - Returns: nil with no point, or where probabilities (0 to 1) do not ascend or values descend.
    public init?(_ points: [Point]) {
        guard !points.isEmpty, points.allSatisfy({ (0...1).contains($0.probability) && $0.value.isFinite }),
            zip(points, points.dropFirst()).allSatisfy({
                $0.probability < $1.probability && $0.value <= $1.value
            })
        else { return nil }
        self.points = points
    }

    /// The probability of a value below the threshold.
    public func probability(below threshold: Double) -> Double {
        mean(of: { $0 < threshold ? 1 : 0 }, breaks: [threshold])
    }

    /// The mean, and the mean of the square, of a function of the value.
    ///
    /// Exact where `function` is a straight line between neighbouring `breaks` (it may jump at them): each piece is
    /// integrated by Gauss's two inner points, which is exact up to cubics and never looks at a break itself.
    public func moments(
        of function: (Double) -> Double, breaks: [Double]
    ) -> (mean: Double, meanSquare: Double) {
        var (mean, meanSquare) = (0.0, 0.0)
        func add(_ value: Double, weight: Double) {
            let result = function(value)
            mean += weight * result
            meanSquare += weight * result * result
        }
        add(points[0].value, weight: points[0].probability)
        add(points[points.count - 1].value, weight: 1 - points[points.count - 1].probability)
        for (low, high) in zip(points, points.dropFirst()) {
            let weight = high.probability - low.probability
            let width = high.value - low.value
            guard width > 0 else {
                add(low.value, weight: weight)
                continue
            }
            var start = low.value
            for end in breaks.filter({ $0 > low.value && $0 < high.value }).sorted() + [high.value] {
                let half = (end - start) / 2
                let offset = half * QuantileDistribution.gaussNode
                let part = weight * (end - start) / width / 2
                add(start + half - offset, weight: part)
                add(start + half + offset, weight: part)
                start = end
            }
        }
        return (mean, meanSquare)
    }

    public func mean(of function: (Double) -> Double, breaks: [Double]) -> Double {
        moments(of: function, breaks: breaks).mean
    }

    /// 1 ÷ √3.
    private static let gaussNode = 0.577_350_269_189_625_8
}
