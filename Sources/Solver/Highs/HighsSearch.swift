import Methods
import Vocabulary

/// The search for one answer; see `HighsSession` for its steps.
struct HighsSearch {
    /// How far the search without the library goes: some thousandths of a second.
    private static let steps = 20_000
    /// How many rounds of exchanges without a gain.
    private static let rounds = 30
    /// How many items nearest to indifferent stay free between two answers.
    private static let between = 25

    /// With a larger gap than this the root alone seldom closes it, and its work is done twice.
    private static let worthTheRoot = 0.0035

    let model: PortfolioModel
    let limits: SolveLimits
    let whole: HighsProgramme
    let relaxed: HighsProgramme
    let isFresh: Bool
    /// No choice is worth more.
    var bound = Double.infinity
    /// The choice of the question before, to be mended.
    var before: [Bool]?
    private var best: (chosen: [Bool], value: Double)?
    private let started = ContinuousClock.now

    init(
        model: PortfolioModel, limits: SolveLimits, whole: HighsProgramme, relaxed: HighsProgramme, isFresh: Bool
    ) {
        self.model = model
        self.limits = limits
        self.whole = whole
        self.relaxed = relaxed
        self.isFresh = isFresh
    }

    /// Keeps the choice where it keeps every row and is better than what is known.
    mutating func consider(_ chosen: [Bool]?) {
        guard let chosen, model.allows(chosen) else { return }
        let value = model.value(of: chosen)
        if best.map({ value > $0.value }) ?? true { best = (chosen, value) }
    }

    mutating func answer() throws(Refusal) -> SolvedPortfolio {
        if isClosed { return closed() }
        var reduced = [Double](repeating: 0, count: model.names.count)
        switch try relaxed.run(start: nil, seconds: secondsLeft, isFresh: isFresh) {
        case .infeasible where best == nil: return .infeasible
        case .optimal:
            let (shares, prices) = try relaxed.solution()
            let priced = PortfolioBound(model, prices: prices)
            bound = Swift.min(bound, priced.value)
            reduced = priced.reduced
            improve(shares, priced)
            if isClosed { return closed() }
        default: break
        }
        return try close(reduced)
    }

    /// Rounds the relaxed answer and the answer before, exchanges items, and goes through what is near.
    private mutating func improve(_ shares: [Double], _ priced: PortfolioBound) {
        if isClosed { return }
        for near in [shares, before?.map { $0 ? 1.0 : 0.0 }] {
            guard let near, let start = model.rounded(near, reduced: priced.reduced) else { continue }
            consider(model.improved(start, reduced: priced.reduced, rounds: 0))
            if isClosed || secondsLeft <= 0 { return }
        }
        guard let first = best?.chosen else { return }
        lookNear(first, priced)
        if isClosed || secondsLeft <= 0 { return }
        // A good choice in hand saves the library most of its work.
        consider(model.improved(best?.chosen ?? first, reduced: priced.reduced, rounds: HighsSearch.rounds))
        if let best, best.chosen != first { lookNear(best.chosen, priced) }
    }

    private mutating func lookNear(_ chosen: [Bool], _ priced: PortfolioBound) {
        let found = model.nearby(
            chosen, within: priced, relativeGap: limits.relativeGap, steps: HighsSearch.steps)
        consider(found.chosen)
        if let proved = found.bound { bound = Swift.min(bound, proved) }
    }

    /// Has the library choose among the items on which a known choice and the relaxed answer differ, and those
    /// nearest to indifferent.
    ///
    /// - Reference: E. Danna, E. Rothberg and C. Le Pape, "Exploring relaxation induced neighborhoods",
    ///   Mathematical Programming 102 (2005).
    private mutating func lookBetween(_ known: [Bool], _ reduced: [Double]) throws(Refusal) {
        var marks = model.forced
        let free = marks.indices.filter { marks[$0] == nil }
            .sorted { (reduced[$0].magnitude, $0) < (reduced[$1].magnitude, $1) }
        for item in free.dropFirst(HighsSearch.between) where known[item] == (reduced[item] > 0) {
            marks[item] = known[item]
        }
        try whole.fix(marks)
        try whole.allow(searching: false, nodes: 200, relativeGap: limits.relativeGap / 4)
        if try whole.run(start: nil, seconds: secondsLeft, isFresh: true) != .infeasible {
            consider(try whole.solution().shares.map { $0 > 0.5 })
        }
    }

    private var isFar: Bool {
        best.map { SolvedPortfolio.gap(value: $0.value, bound: bound) >= HighsSearch.worthTheRoot } ?? true
    }

    /// Hands what the bound leaves open to the library.
    private mutating func close(_ reduced: [Double]) throws(Refusal) -> SolvedPortfolio {
        if let known = before ?? best?.chosen, isFar, known.count > 2 * HighsSearch.between {
            try lookBetween(known, reduced)
        }
        if isClosed {
            try whole.fix(model.forced)
            return closed()
        }
        var marks = model.forced
        // What choices on the other side of a held item can be worth at most.
        var elsewhere = -Double.infinity
        if let best, bound.isFinite {
            let enough = best.value + limits.relativeGap * best.value.magnitude
            for (item, gain) in reduced.enumerated() where marks[item] == nil {
                let other = bound - gain.magnitude
                if other <= enough, best.chosen[item] == (gain > 0) {
                    marks[item] = gain > 0
                    elsewhere = Swift.max(elsewhere, other)
                }
            }
        }
        try whole.fix(marks)
        defer { try? whole.fix(model.forced) }
        if !isFar {
            try run(searching: false, nodes: 1, elsewhere)
            if isClosed { return closed() }
        }
        try run(searching: true, nodes: nil, elsewhere)
        try whole.dropCuts()
        return closed()
    }

    /// One run of the library, again with a cut as long as its choice breaks a row in whole numbers.
    private mutating func run(searching: Bool, nodes: Int32?, _ elsewhere: Double) throws(Refusal) {
        try whole.allow(searching: searching, nodes: nodes, relativeGap: limits.relativeGap)
        while secondsLeft > 0 {
            let outcome = try whole.run(start: best?.chosen, seconds: secondsLeft, isFresh: true)
            if outcome == .infeasible {
                // Among the held items nothing is better than what is known.
                bound = Swift.min(bound, Swift.max(best?.value ?? -.infinity, elsewhere))
                return
            }
            let shares = try whole.solution().shares
            let chosen = shares.map { $0 > 0.5 }
            if outcome == .optimal, let broken = model.rows.first(where: { !$0.holds(chosen) }) {
                try whole.cut(broken.mustChange(chosen), in: chosen)
                continue
            }
            consider(chosen)
            if let proved = whole.provedBound() {
                bound = Swift.min(bound, Swift.max(proved, elsewhere, best?.value ?? -.infinity))
            }
            return
        }
    }

    private var secondsLeft: Double {
        let spent = ContinuousClock.now - started
        return limits.seconds - Double(spent.components.seconds) - Double(spent.components.attoseconds) * 1e-18
    }

    private var isClosed: Bool {
        guard let best else { return bound == -.infinity }
        return SolvedPortfolio.isProved(value: best.value, bound: bound, relativeGap: limits.relativeGap)
    }

    private func closed() -> SolvedPortfolio {
        guard let best else {
            return bound == -.infinity ? .infeasible : .unknown(bound: bound.isFinite ? bound : nil)
        }
        return SolvedPortfolio(
            chosen: best.chosen, value: best.value, bound: bound.isFinite ? bound : nil,
            relativeGap: limits.relativeGap)
    }
}

extension PortfolioModel.Row {
    fileprivate func holds(_ chosen: [Bool]) -> Bool {
        let sum = sum(of: chosen)
        return (lower.map { sum >= $0 } ?? true) && (upper.map { sum <= $0 } ?? true)
    }

    /// The items of which one must change side before a row that is broken can hold.
    fileprivate func mustChange(_ chosen: [Bool]) -> [Int] {
        let isOver = upper.map { sum(of: chosen) > $0 } ?? false
        return terms.filter { term in
            // Chosen items that raise the sum and items left that would lower it; or the other way round.
            term.coefficient != 0 && (chosen[term.item] == (term.coefficient > 0)) == isOver
        }.map(\.item)
    }
}
