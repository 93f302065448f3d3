public import Methods
public import Vocabulary

/// Options of one kind beside one another by what they do for their money over the round's years.
///
/// An investment's value on a criterion is multiplied by its people and chance and divided by its cost; a
/// disinvestment's is what is lost for the money freed, turned round so that more is better. Both stay linear in
/// the weights. What costs or frees nothing counts as one penny.
public struct ValueForMoney: Hashable, Sendable {
    public let isDisinvestment: Bool
    /// The options' places in the round, in its order.
    public let places: [Int]
    /// Options × criteria, row major, 0 to 100.
    public let values: [Double]
    public let low: [Double]
    public let high: [Double]
    public let criteria: Int

    /// - Returns: nil where the round has no option of the kind.
    init?(_ scores: ScoreMatrix, kinds: [Bool], people: [Double], costs: [Money], isDisinvestment: Bool) {
        let places = kinds.indices.filter { kinds[$0] == isDisinvestment }
        guard !places.isEmpty else { return nil }
        let factors = places.map { place -> Double in
            let money = isDisinvestment ? -costs[place].pence : costs[place].pence
            return people[place] / Double(max(1, money))
        }
        let largest = factors.max() ?? 0
        let scale = largest > 0 ? 1 / largest : 1
        let width = scores.criteria.count
        func table(_ worth: [Double]) -> [Double] {
            places.enumerated().flatMap { row, place in
                (0..<width).map { column in
                    let value = factors[row] * scale * worth[place * width + column]
                    return isDisinvestment ? 100 - value : value
                }
            }
        }
        self.isDisinvestment = isDisinvestment
        self.places = places
        criteria = width
        values = table(scores.values)
        low = table(isDisinvestment ? scores.high : scores.low)
        high = table(isDisinvestment ? scores.low : scores.high)
    }

    /// For each option 1 and one more for each that is better with these weights.
    public func ranks(_ weights: [Double]) -> [Int] {
        AdditiveValue.ranks(AdditiveValue.values(of: values, weights: weights))
    }

    /// The model from which the ranking's robustness is drawn.
    public func model(weights: SmaaModel.Weights, seed: UInt64) throws(Refusal) -> SmaaModel {
        let hasSpread = zip(low, high).contains { $0 < $1 }
        return try SmaaModel(
            options: places.count, criteria: criteria, values: values,
            spread: hasSpread ? .triangular(low: low, high: high) : .none, weights: weights, seed: seed)
    }
}

extension Round {
    /// What 1 point of an option's value is worth in benefit, without its sign: 1, or people times chance where
    /// benefit is per person.
    func benefitPerPoint(_ option: Option) throws(Refusal) -> Double {
        guard benefit == .perPerson else { return 1 }
        guard let people = option.people, let success = option.successPercent else {
            throw Refusal(
                .rule, code: "people-missing",
                "Benefit is counted per person, and “\(option.title)” does not say how many people benefit and how "
                    + "likely it works.",
                remedy: "Amend the option with both.")
        }
        return Double(people) * Double(success) / 10_000
    }
}
