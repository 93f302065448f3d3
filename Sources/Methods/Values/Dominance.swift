/// Which options can be set aside whatever the weights, or whatever weights agree with what was said.
///
/// Performances are values where more is better, `options × criteria`, row major.
public enum Dominance {
    /// For each option, the options that are at least as good on every criterion and better on one.
    public static func dominated(_ performances: [Double], options: Int, criteria: Int) -> [[Int]] {
        precondition(performances.count == options * criteria, "each option has a value on each criterion")
        return (0..<options).map { option in
            (0..<options).filter { other in
                var isBetter = false
                for place in 0..<criteria {
                    let difference =
                        performances[other * criteria + place] - performances[option * criteria + place]
                    if difference < 0 { return false }
                    if difference > 0 { isBetter = true }
                }
                return isBetter
            }
        }
    }

    /// Performances with the sign changed on the criteria where less is better.
    ///
    /// - Parameter lessIsBetter: one for each criterion.
    public static func turned(_ performances: [Double], lessIsBetter: [Bool]) -> [Double] {
        performances.enumerated().map { lessIsBetter[$0 % lessIsBetter.count] ? -$1 : $1 }
    }

    /// How many others each option dominates.
    public static func counts(_ dominated: [[Int]]) -> [Int] {
        var counts = [Int](repeating: 0, count: dominated.count)
        for better in dominated.flatMap({ $0 }) { counts[better] += 1 }
        return counts
    }

    /// For each option, the options that are at least as good under all weights of the polytope, and better
    /// under some; one pair of small linear programmes for each pair of options.
    ///
    /// - Parameter least: a difference of values that is smaller is none.
    public static func dominated(
        _ performances: [Double], options: Int, over polytope: WeightPolytope, least: Double = 1e-9
    ) -> [[Int]] {
        (0..<options).map { option in
            (0..<options).filter { other in
                guard other != option else { return false }
                let extent = polytope.extent(
                    of: difference(of: other, from: option, performances, polytope.criteria))
                return extent.least >= -least && extent.most > least
            }
        }
    }

    /// Weights of the polytope under which the option is best, or as good as the best.
    ///
    /// - Returns: nil where it never is.
    public static func weightsForFirst(
        _ option: Int, _ performances: [Double], options: Int, over polytope: WeightPolytope
    ) -> [Double]? {
        polytope.point(
            satisfying: (0..<options).filter { $0 != option }.map {
                difference(of: option, from: $0, performances, polytope.criteria)
            })
    }

    private static func difference(
        of first: Int, from second: Int, _ performances: [Double], _ criteria: Int
    ) -> [Double] {
        (0..<criteria).map { performances[first * criteria + $0] - performances[second * criteria + $0] }
    }
}
