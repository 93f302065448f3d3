/// The total of what is known and what is still to come, where values grow with a size that is known for both.
///
/// The model: a value has mean β × size and variance σ² × size, independently of the others, so that a month of more
/// working days has more of both. The total is what is known and the rate so far times the size still to come; its
/// deviation holds both how values scatter and how little is known of the rate. Under normal errors the interval from
/// Student's t has exactly its level. It does not where the rate drifts or moves with the season.
///
/// - Reference: R. M. Royall, "On finite population sampling theory under certain linear regression models", Biometrika
///   57 (1970) 377: the ratio estimator and its prediction variance.
public struct RatioPrediction: Hashable, Sendable {
    /// Value of one unit of size.
    public let rate: Double
    public let total: Double
    /// Of the total, about what it will turn out to be.
    public let deviation: Double
    /// Degrees of freedom: one fewer than values known.
    public let freedom: Int

    /// - Parameters:
    ///   - known: sizes above 0, each with its value.
    ///   - sizeToCome: 0 or more.
    /// - Returns: nil with fewer than two known values, a size of 0 or less, or a number that is not finite.
    public init?(known: [(size: Double, value: Double)], sizeToCome: Double) {
        guard known.count >= 2, sizeToCome >= 0, sizeToCome.isFinite,
            known.allSatisfy({ $0.size > 0 && $0.size.isFinite && $0.value.isFinite })
        else { return nil }
        let size = known.reduce(0) { $0 + $1.size }
        let sum = known.reduce(0) { $0 + $1.value }
        let rate = sum / size
        let scatter = known.reduce(0) { total, one in
            let miss = one.value - rate * one.size
            return total + miss * miss / one.size
        }
        let variance = scatter / Double(known.count - 1)
        self.rate = rate
        total = sum + rate * sizeToCome
        deviation = (variance * (sizeToCome + sizeToCome * sizeToCome / size)).squareRoot()
        freedom = known.count - 1
    }

    /// Half the width of the central interval of `level` per cent.
    ///
    /// - Precondition: the level is 1 to 99.
    public func halfWidth(level: Int) -> Double {
        precondition((1...99).contains(level), "a level is 1 to 99 per cent")
        return deviation * StudentT.quantile(above: 0.5 - Double(level) / 200, freedom: Double(freedom))
    }
}
