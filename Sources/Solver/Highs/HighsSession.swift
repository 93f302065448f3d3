package import Methods
import Vocabulary

/// The working of one answer after another on models with the same rows and terms.
///
/// An answer is sought in four steps, each only where the one before leaves a gap: prices from the relaxed
/// programme bound the value; a rounded and improved choice is set against that bound; items that the bound
/// decides are held; the library closes what is left, first at the root of its search with a good choice in
/// hand, then with all its means. Every choice is checked in whole numbers before it counts.
final class HighsSession {
    private let library: HighsLibrary
    private var whole: HighsProgramme?
    private var relaxed: HighsProgramme?
    private var held: PortfolioModel?
    /// The answer before, with its model.
    private var last: (model: PortfolioModel, answer: SolvedPortfolio)?

    init(_ library: HighsLibrary) {
        self.library = library
    }

    /// Forgets the answers so far; what is loaded stays.
    func forget() { last = nil }

    /// - Parameter isFresh: true where the answer must not depend on the runs before.
    func solve(
        _ model: PortfolioModel, limits: SolveLimits, from start: [Bool]?, isFresh: Bool
    ) throws(Refusal) -> SolvedPortfolio {
        if isFresh { forget() }
        if let plain = plainAnswer(model, limits) { return plain }
        let (whole, relaxed) = try loaded(model)
        var search = HighsSearch(model: model, limits: limits, whole: whole, relaxed: relaxed, isFresh: isFresh)
        search.bound = boundFromLast(model)
        search.consider(start)
        search.consider(last?.answer.chosen)
        search.before = last?.answer.chosen
        let answer = try search.answer()
        last = (model, answer)
        return answer
    }

    /// The answer where nothing is left to decide, or a row cannot hold whatever is chosen.
    private func plainAnswer(_ model: PortfolioModel, _ limits: SolveLimits) -> SolvedPortfolio? {
        for row in model.rows where !row.hasMultipleInside { return .infeasible }
        guard model.forced.allSatisfy({ $0 != nil }) else { return nil }
        let chosen = model.forced.map { $0 == true }
        guard model.allows(chosen) else { return .infeasible }
        let value = model.value(of: chosen)
        return SolvedPortfolio(chosen: chosen, value: value, bound: value, relativeGap: limits.relativeGap)
    }

    private func loaded(_ model: PortfolioModel) throws(Refusal) -> (HighsProgramme, HighsProgramme) {
        if let whole, let relaxed, let held, held.hasSameTerms(as: model) {
            if held != model {
                try whole.change(to: model)
                try relaxed.change(to: model)
                self.held = model
            }
            return (whole, relaxed)
        }
        let whole = try HighsProgramme(library, model, isWhole: true)
        let relaxed = try HighsProgramme(library, model, isWhole: false)
        (self.whole, self.relaxed, self.held) = (whole, relaxed, model)
        return (whole, relaxed)
    }

    /// What held for a model that allows more holds for this one.
    private func boundFromLast(_ model: PortfolioModel) -> Double {
        guard let last, let bound = last.answer.bound, model.isWithin(last.model) else { return .infinity }
        return bound
    }
}

extension PortfolioModel.Row {
    /// False where no multiple of what the amounts have in common lies between the bounds.
    fileprivate var hasMultipleInside: Bool {
        var common = 0
        for term in terms {
            var rest = Int(term.coefficient.magnitude)
            while rest != 0 { (common, rest) = (rest, common % rest) }
        }
        guard common > 0 else { return (lower ?? 0) <= 0 && (upper ?? 0) >= 0 }
        guard let lower, let upper else { return true }
        let least = lower > 0 ? (lower + common - 1) / common : lower / common
        return least * common <= upper
    }
}

extension PortfolioModel {
    /// True where only values, bounds and forced items may differ.
    func hasSameTerms(as other: PortfolioModel) -> Bool {
        names.count == other.names.count && rows.count == other.rows.count
            && zip(rows, other.rows).allSatisfy { $0.terms == $1.terms }
    }

    /// True where the values are the same and every choice that this model allows, the other allows too.
    ///
    /// Looks at rows one by one; false does not mean that it is not so.
    package func isWithin(_ other: PortfolioModel) -> Bool {
        guard values == other.values, hasSameTerms(as: other) else { return false }
        for (mark, others) in zip(forced, other.forced) {
            if let others, mark != others { return false }
        }
        return zip(rows, other.rows).allSatisfy { row, others in
            let isAbove = others.lower.map { least in (row.lower ?? Int.min) >= least } ?? true
            let isBelow = others.upper.map { greatest in (row.upper ?? Int.max) <= greatest } ?? true
            return isAbove && isBelow
        }
    }
}
