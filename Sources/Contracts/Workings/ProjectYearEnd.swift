import Methods
import Vocabulary

/// Turns a forecast of delivery into money: what is to be recovered, on average over all that may happen.
public enum ProjectYearEnd {
    /// - Parameter forecast: of the same contract and year.
    /// - Returns: nil for a contract that is closed, has no target, or whose year is not judged by one threshold.
    public static func projection(
        of position: Position, forecast: YearEndForecast, by rules: YearEndRules,
        agreement: AgreedOverDelivery? = nil
    ) -> Position.Projection? {
        precondition(
            forecast.contract == position.contract && forecast.year == position.year,
            "a forecast belongs to its contract and year")
        guard let limits = rules.limits, rules.unscheduledShare == nil, position.standing != .closed,
            forecast.standing != .closing, position.contracted > .zero,
            let atEstimate = try? JudgeYearEnd.judge(
                contracted: position.contracted, delivered: max(forecast.estimate.value, .zero),
                carriedIn: position.carriedIn.units, value: position.value, by: rules, agreement: agreement),
            let distribution = QuantileDistribution(
                forecast.quantiles.map { .init(probability: $0.probability, value: $0.units.approximate) })
        else { return nil }

        let target = position.contracted.approximate
        let carriedIn = position.carriedIn.units.approximate
        let value = Double(position.value.pence)
        let line = limits.threshold.approximate * target - carriedIn
        func recovery(_ delivered: Double) -> Double {
            guard delivered < line else { return 0 }
            return value * min(1, (target - delivered - carriedIn) / target)
        }
        let moments = distribution.moments(of: recovery, breaks: [line, -carriedIn])
        let variance = max(0, moments.meanSquare - moments.mean * moments.mean)
        return Position.Projection(
            forecast: forecast, atEstimate: atEstimate,
            expectedRecovery: Money(pence: Int(moments.mean.rounded())),
            recoveryDeviation: variance.squareRoot(),
            probabilityBelow: min(1, max(0, distribution.probability(below: line))))
    }
}
