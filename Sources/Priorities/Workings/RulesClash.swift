import Methods
import Vocabulary

/// Which rules, prerequisites and years' money no set of options can keep together: of those that clash the fewest
/// that were found.
///
/// Parts are left out one after another as long as the rest still clashes; what stays is needed to the last. Then
/// single parts, pairs and triples of all parts are tried, as far as they are few enough, since the order of leaving
/// out can end in a larger set than there need be.
///
/// - Reference: J. W. Chinneck and E. W. Dravnieks, "Locating minimal infeasible constraint sets in linear
///   programs", ORSA Journal on Computing 3 (1991): the deletion filter.
struct RulesClash {
    /// What can be left out by itself.
    enum Part: Hashable {
        /// A rule of the round, with all that it asks.
        case rule(Slug)
        /// The row of a year's money or of a prerequisite, by its place in the model.
        case row(Int)
    }

    let questions: RoundQuestions
    /// One answer for each question, in order.
    let answer: ([RoundQuestion]) throws -> [SolvedPortfolio]

    /// The most sets of one size that are tried.
    private static let mostTried = 1_500

    private var model: RoundModel { questions.model }

    /// Money and prerequisites first: they are left out before rules are, so that the rules that clash are told.
    private var parts: [Part] {
        let rows = model.meanings.enumerated().compactMap { place, meaning -> Part? in
            if case .rule = meaning { nil } else { .row(place) }
        }
        return rows + questions.round.rules.map { .rule($0.id) }
    }

    /// The refusal that names the clash.
    ///
    /// - Precondition: it is proved that no set of options keeps the whole model.
    func refusal() throws -> Refusal {
        let parts = parts
        let smallest = try smaller(than: filtered(parts), among: parts)
        let words = parts.filter { smallest.contains($0) }.map(words)
        guard words.count > 1 else {
            return Refusal(
                .rule, code: "rules-clash", "No set of options can keep this: \(words.first ?? "the rules").",
                remedy: "Change it, or put forward options that can keep it.")
        }
        return Refusal(
            .rule, code: "rules-clash",
            "No set of options keeps these together: \(words.joined(separator: "; ")).",
            remedy: "One of them must give way; without any one of them the others can be kept. To change money or a "
                + "rule, open the scores again with a reason and set the envelope anew.")
    }

    /// The question whether anything keeps these parts, whatever it is worth.
    func question(keeping kept: Set<Part>) -> RoundQuestion {
        let round = questions.round
        var bounds: [RoundQuestion.Bound] = []
        for (place, meaning) in model.meanings.enumerated() {
            let part: Part
            if case .rule(let rule) = meaning { part = .rule(rule) } else { part = .row(place) }
            if !kept.contains(part) { bounds.append(RoundQuestion.Bound(row: place, upper: nil)) }
        }
        var forced = [Bool?](repeating: nil, count: round.options.count)
        for rule in round.rules where kept.contains(.rule(rule.id)) {
            guard rule.kind == .forcedIn || rule.kind == .forcedOut else { continue }
            for place in (try? rule.places(in: round)) ?? [] { forced[place] = rule.kind == .forcedIn }
        }
        return RoundQuestion(
            .recommended, values: [Double](repeating: 0, count: round.options.count), bounds: bounds, forced: forced)
    }

    /// True where it is proved that nothing keeps the parts.
    private func clashes(_ parts: [Part]) throws -> Bool {
        try answer([question(keeping: Set(parts))]).first?.status == .infeasible
    }

    private func filtered(_ parts: [Part]) throws -> [Part] {
        var kept = parts
        // Large steps first, so that a long list takes few trials.
        var step = max(1, parts.count / 4)
        while true {
            var place = 0
            while place < kept.count {
                let rest = Array(kept[..<place] + kept[min(place + step, kept.count)...])
                if try clashes(rest) { kept = rest } else { place += step }
            }
            if step == 1 { return kept }
            step = max(1, step / 4)
        }
    }

    private func smaller(than found: [Part], among parts: [Part]) throws -> Set<Part> {
        for size in 1...3 where size < found.count {
            let tried = RulesClash.sets(of: size, among: parts.count)
            guard tried.count <= RulesClash.mostTried else { break }
            let answers = try answer(tried.map { set in question(keeping: Set(set.map { parts[$0] })) })
            if let first = answers.firstIndex(where: { $0.status == .infeasible }) {
                return Set(tried[first].map { parts[$0] })
            }
        }
        return Set(found)
    }

    /// All sets of so many places, in order; none where they would be far too many to try.
    static func sets(of size: Int, among count: Int) -> [[Int]] {
        guard size > 0 else { return [[]] }
        var sets: [[Int]] = [[]]
        for left in (0..<size).reversed() {
            sets = sets.flatMap { set in
                let next = (set.last ?? -1) + 1
                return next < count - left ? (next..<count - left).map { set + [$0] } : []
            }
            guard sets.count <= mostTried else { return sets }
        }
        return sets
    }

    private func words(_ part: Part) -> String {
        switch part {
        case .rule(let id):
            let title = questions.round.rules.first { $0.id == id }?.title ?? id.description
            return "the rule “\(title)” (\(id))"
        case .row(let place):
            let meaning = model.meanings[place]
            if case .requirement(let option, let needed) = meaning { return "“\(option)” requires “\(needed)”" }
            let amount = model.model.rows[place].upper.map { Money(pence: $0).description } ?? ""
            return "the \(meaning.moneyWords), \(amount)"
        }
    }
}
