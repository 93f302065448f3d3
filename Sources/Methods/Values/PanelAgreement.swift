/// How far the members of a panel put options in the same order.
public struct PanelAgreement: Hashable, Sendable {
    /// Each member's ranks, 1 for the best; equals share the mean of the ranks they fill.
    public let ranks: [[Double]]
    public var members: Int { ranks.count }
    public let options: Int

    /// - Parameter scores: `members × options`; more is better.
    public init(scores: [[Double]]) {
        self.init(places: scores.map { $0.map { -$0 } })
    }

    /// - Parameter places: `members × options`; the smallest is the best, as in a ranking from 1.
    /// - Precondition: every member places every option.
    public init(places: [[Double]]) {
        options = places.first?.count ?? 0
        precondition(
            places.allSatisfy { [options] in $0.count == options }, "every member places every option")
        ranks = places.map { Correlation.ranks(of: $0) }
    }

    /// The sum of the ranks that members gave each option; the smallest is the best.
    ///
    /// - Reference: Borda, Histoire de l'Académie Royale des Sciences (1781).
    public var rankSums: [Double] {
        (0..<options).map { option in ranks.reduce(0) { $0 + $1[option] } }
    }

    /// Borda's points: for each member, the options that stand below, half for those beside.
    public var bordaPoints: [Double] {
        rankSums.map { Double(members * options) - $0 }
    }

    /// Options from best to worst by rank sums; equals in the order of the list.
    public var bordaOrder: [Int] {
        let sums = rankSums
        return sums.indices.sorted { sums[$0] == sums[$1] ? $0 < $1 : sums[$0] < sums[$1] }
    }

    /// Kendall's coefficient of concordance: 0 where the ranks cancel out, 1 where all members agree.
    ///
    /// - Returns: nil with fewer than two members or two options, or where every member puts all options level.
    /// - Reference: Kendall and Babington Smith, Annals of Mathematical Statistics 10 (1939) 275; corrected for
    ///   ties after Kendall, Rank Correlation Methods (1948), section 6.6.
    public var concordance: Double? {
        guard members >= 2, options >= 2 else { return nil }
        let (m, n) = (Double(members), Double(options))
        let mean = m * (n + 1) / 2
        let squares = rankSums.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        let ties = ranks.reduce(0) { $0 + PanelAgreement.tieCorrection($1) }
        let most = m * m * (n * n * n - n) - m * ties
        guard most > 0 else { return nil }
        return max(0, min(1, 12 * squares / most))
    }

    /// The mean of Spearman's correlation over pairs of members: (m W − 1) ÷ (m − 1) where there are no ties.
    ///
    /// - Returns: nil where no pair has one; pairs in which a member puts all options level are left out.
    public var meanCorrelation: Double? {
        let found = ranks.indices.flatMap { first in
            ranks[(first + 1)...].compactMap { Correlation.pearson(ranks[first], $0) }
        }
        return found.isEmpty ? nil : found.reduce(0, +) / Double(found.count)
    }

    /// Each member's correlation with the rank sums of the others; nil where there is none.
    public var correlationWithOthers: [Double?] {
        let sums = rankSums
        return ranks.map { own in Correlation.spearman(own, zip(sums, own).map { $0 - $1 }) }
    }

    /// In a sentence that needs no statistics.
    public var meaning: String {
        guard let concordance else {
            return "There is no agreement to measure: it takes two members who each tell two options apart."
        }
        let percent = Int((concordance * 100).rounded())
        return
            "If all members put the options in one order this would be 100 %, and if their orders cancelled "
            + "out 0 %: it is \(percent) %."
    }

    /// Σ (t³ − t) over the groups of equal ranks.
    private static func tieCorrection(_ ranks: [Double]) -> Double {
        var sizes: [Double: Double] = [:]
        for rank in ranks { sizes[rank, default: 0] += 1 }
        return sizes.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value * $1.value * $1.value - $1.value }
    }
}
