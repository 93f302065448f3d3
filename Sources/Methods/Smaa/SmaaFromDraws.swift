public import Vocabulary

/// SMAA-2 on draws that were made elsewhere: published examples, or values of any distribution.
public enum SmaaFromDraws {
    /// What the draws say; confidence uses the draws of the values again, each with the option's central weights.
    ///
    /// - Parameters:
    ///   - values: draw × option × criterion, the criterion fastest; higher is better.
    ///   - weights: draw × criterion, the criterion fastest.
    /// - Throws: a refusal where there is no draw, the tables do not fit each other, or a number is not finite.
    public static func result(
        values: [Double], weights: [Double], options: Int, criteria: Int
    ) throws(Refusal) -> SmaaResult {
        let draws = try count(values: values, weights: weights, options: options, criteria: criteria)
        var tally = SmaaTally(options: options, criteria: criteria)
        tally.draws = draws
        for draw in 0..<draws {
            let own = weights[draw * criteria..<(draw + 1) * criteria]
            let scores = (0..<options).map { score(of: $0, in: draw, values, own, options) }
            var ranking: UInt64 = 0
            for option in 0..<options {
                var above = 0
                for rival in 0..<options where scores[rival] > scores[option] {
                    above += 1
                    tally.winCounts[rival * options + option] += 1
                }
                tally.rankCounts[option * options + above] += 1
                if tally.rankings != nil { ranking |= UInt64(above) << UInt64(4 * option) }
                guard above == 0 else { continue }
                for (criterion, weight) in own.enumerated() {
                    tally.firstWeightSums[option * criteria + criterion] += weight
                }
            }
            tally.rankings?[ranking, default: 0] += 1
        }
        let central = tally.centralWeights
        let confidence = central.enumerated().map { option, weights in
            weights.map { weights in
                let firsts = (0..<draws).count { draw in
                    let own = score(of: option, in: draw, values, weights[...], options)
                    return (0..<options).allSatisfy {
                        score(of: $0, in: draw, values, weights[...], options) <= own
                    }
                }
                return Double(firsts) / Double(draws)
            }
        }
        return SmaaResult(tally: tally, centralWeights: central, confidence: confidence)
    }

    private static func score(
        of option: Int, in draw: Int, _ values: [Double], _ weights: ArraySlice<Double>, _ options: Int
    ) -> Double {
        let start = (draw * options + option) * weights.count
        var sum = 0.0
        for (place, weight) in weights.enumerated() { sum += weight * values[start + place] }
        return sum
    }

    /// The number of draws.
    private static func count(
        values: [Double], weights: [Double], options: Int, criteria: Int
    ) throws(Refusal) -> Int {
        guard (1...SmaaModel.most).contains(options), (1...SmaaModel.most).contains(criteria) else {
            throw SmaaModel.refusal(
                "size",
                "\(options) options on \(criteria) criteria: 1 to \(SmaaModel.most) of each can be compared.")
        }
        let draws = weights.count / criteria
        guard draws > 0, weights.count == draws * criteria, values.count == draws * options * criteria else {
            throw SmaaModel.refusal(
                "shape",
                "\(weights.count) weights and \(values.count) values are not the same draws of \(options) options on "
                    + "\(criteria) criteria.")
        }
        guard (values + weights).allSatisfy(\.isFinite) else {
            throw SmaaModel.refusal("number", "A value or weight is not a number.")
        }
        return draws
    }
}
