public import Methods
public import Vocabulary

extension WeightsGiven {
    /// The claims as statements about weights, by the criteria's places in the list.
    ///
    /// - Parameter names: the criteria of the branch, in the round's order.
    /// - Throws: `Refusal` that says which claim lacks what, or names a criterion of elsewhere.
    public func statements(among names: [Slug]) throws(Refusal) -> [WeightStatement] {
        var statements: [WeightStatement] = []
        for (index, claim) in (claims ?? []).enumerated() {
            statements.append(try WeightStatement(claim.kind(among: names, number: index + 1)))
        }
        return statements
    }
}

extension WeightsGiven.Claim {
    fileprivate func kind(among names: [Slug], number: Int) throws(Refusal) -> WeightStatement.Kind {
        func refused(_ words: String, _ remedy: String) -> Refusal {
            Refusal(.input, code: "claim-invalid", "Claim \(number) (\(kind.rawValue)) \(words).", remedy: remedy)
        }
        func place(_ criterion: Slug) throws(Refusal) -> Int {
            guard let place = names.firstIndex(of: criterion) else {
                throw refused("names “\(criterion)”", "The criteria there are \(named(names)).")
            }
            return place
        }
        func pair() throws(Refusal) -> (Int, Int) {
            guard let second else { throw refused("names one criterion", "Give `second` too.") }
            return (try place(first), try place(second))
        }
        switch kind {
        case .atLeast:
            guard low == nil, high == nil else {
                throw refused("has an end", "Take `low` and `high` away, or use the kind `between`.")
            }
            let (first, second) = try pair()
            return .atLeast(first, second)
        case .between:
            guard let low, let high else { throw refused("lacks an end", "Give `low` and `high`.") }
            let (first, second) = try pair()
            return .ratio(first, second, low: low, high: high)
        case .exactly:
            guard let low, high == nil || high == low else {
                throw refused("lacks how many times", "Give `low` alone.")
            }
            let (first, second) = try pair()
            return .exactRatio(first, second, low)
        case .share:
            guard second == nil, low != nil || high != nil else {
                throw refused("lacks an end, or names a second criterion", "Give `low`, `high` or both, 0 to 1.")
            }
            return .range(try place(first), low: low ?? 0, high: high ?? 1)
        }
    }
}
