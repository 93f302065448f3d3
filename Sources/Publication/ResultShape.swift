import Priorities
import Vocabulary

/// Whether a published answer has the shape that one of the round must have, before anything is worked out from it.
enum ResultShape {
    /// More than anybody asks for; a record that says more would keep its reader waiting for ever.
    private static let most = (draws: 20_000_000, coreDraws: 200_000, points: 10_000)

    /// - Returns: one sentence; nil where the shape is right. The figures are another matter.
    static func fault(of result: RoundResult, in round: Round) -> String? {
        let settings = result.settings
        guard (1...most.draws).contains(settings.draws), (0...most.coreDraws).contains(settings.coreDraws),
            (0...most.points).contains(settings.frontierPoints), settings.gap >= 0, settings.gap < 1
        else { return "the answer’s settings are beyond what Remit works with." }
        guard result.options.map(\.option) == round.options.map(\.id) else {
            return "the answer is not on the options of the round, in their order."
        }
        guard result.weights.map(\.criterion) == round.leaves.map(\.id) else {
            return "the answer is not on the criteria of the round, in their order."
        }
        let (options, criteria) = (result.options.count, result.weights.count)
        guard result.pairwise.count == options, result.pairwise.allSatisfy({ $0.count == options }),
            result.agreement.spread.count == options
        else { return "the answer’s tables do not have a row for each option." }
        for option in result.options {
            let isWhole =
                option.scores.count == criteria && option.rankAcceptability.count <= options
                && (option.centralWeights?.count ?? criteria) == criteria
                && (option.centralWithAnyWeights?.count ?? criteria) == criteria
                && (0...1).contains(option.coreIndex ?? 0)
            guard isWhole else { return "the answer on “\(option.option)” lacks figures or has too many." }
        }
        let sets = [result.portfolio] + result.frontier.map(\.exact) + result.prices.map(\.without)
        guard sets.allSatisfy({ ($0.bound ?? 0).magnitude < 1e15 }) else {
            return "the answer names a bound that no benefit can have."
        }
        return nil
    }
}
