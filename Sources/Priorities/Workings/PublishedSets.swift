import Methods
import Vocabulary

/// The sets of a published result as answers to the questions that they were found for, each checked against the
/// money and the rules.
struct PublishedSets {
    let questions: RoundQuestions
    let published: RoundResult
    /// The recommended set first; questions without a published set are not among them.
    private(set) var answers: [RoundAnswer] = []
    var findings: [VerifyResult.Finding] = []
    var notes: [String] = []

    init(_ questions: RoundQuestions, _ published: RoundResult) {
        self.questions = questions
        self.published = published
        guard let base = marks(published.portfolio.options, at: "portfolio.options") else { return }
        add(questions.recommended, base, published.portfolio, at: "portfolio")
        let asked = published.solver == nil ? questions.frontier : questions.others(after: base)
        let points = published.frontier.filter { point in
            questions.frontier.contains { $0.subject == .frontier(point.budget) }
        }
        for question in asked {
            switch question.subject {
            case .frontier(let budget):
                if let point = points.first(where: { $0.budget == budget }) {
                    addSet(question, point.exact, at: "frontier[\(budget)]")
                }
            case .withoutRule(let rule): addPrice(question, at: "prices[\(rule)]") { $0.rule == rule }
            case .withoutLocks: addPrice(question, at: "prices[locks]") { $0.kind == .locks }
            case .moreMoney: addPrice(question, at: "prices[envelope]") { $0.kind == .envelope }
            case .with(let option):
                if let swap = published.swaps.first(where: { $0.wanted == option }) {
                    addChange(
                        question, from: base, out: swap.out, into: swap.into, isProved: swap.isCheapest,
                        at: "swaps[\(option)]")
                }
            case .otherwise(let place):
                if published.exclusions.indices.contains(place), let added = published.exclusions[place].added,
                    let dropped = published.exclusions[place].dropped
                {
                    addChange(
                        question, from: base, out: dropped, into: added, isProved: true, at: "exclusions[\(place)]")
                }
            case .recommended, .draw: break
            }
        }
    }

    private mutating func marks(_ options: [Slug], at place: String) -> [Bool]? {
        if let unknown = options.first(where: { questions.round.option($0) == nil }) {
            findings.append(
                VerifyResult.Finding(
                    what: "“\(unknown)” is in a set, and there is no such option in the round.", place: place,
                    published: unknown.description, found: "none"))
            return nil
        }
        return questions.round.options.map { options.contains($0.id) }
    }

    private mutating func addSet(_ question: RoundQuestion, _ set: FundedSet, at place: String) {
        if let chosen = marks(set.options, at: place) { add(question, chosen, set, at: place) }
    }

    private mutating func addPrice(_ question: RoundQuestion, at place: String, _ isIt: (Price) -> Bool) {
        if let price = published.prices.first(where: isIt) { addSet(question, price.without, at: place) }
    }

    private mutating func addChange(
        _ question: RoundQuestion, from base: [Bool], out: [Slug], into: [Slug], isProved: Bool, at place: String
    ) {
        guard let left = marks(out, at: place), let come = marks(into, at: place) else { return }
        let chosen = base.indices.map { (base[$0] && !left[$0]) || come[$0] }
        add(question, chosen, isProved: isProved, bound: nil, at: place)
    }

    private mutating func add(_ question: RoundQuestion, _ chosen: [Bool], _ set: FundedSet, at place: String) {
        add(question, chosen, isProved: set.isProved, bound: set.bound, at: place)
    }

    private mutating func add(
        _ question: RoundQuestion, _ chosen: [Bool], isProved: Bool, bound: Double?, at place: String
    ) {
        let model = question.applied(to: questions.model.model)
        if !model.allows(chosen) {
            let base = question.subject == .recommended ? questions.model.broken(by: chosen, in: questions.round) : []
            findings.append(
                VerifyResult.Finding(
                    what: (["The set published breaks the money or a rule."] + base).joined(separator: " "),
                    place: place, published: "kept", found: "broken"))
        }
        var solved = SolvedPortfolio(
            chosen: chosen, value: model.value(of: chosen), bound: bound, relativeGap: question.relativeGap)
        solved.bound = bound
        solved.isProved = isProved
        answers.append(RoundAnswer(question, solved))
    }

    /// Compares the published sets with what a solver answers now.
    mutating func compare(_ solved: [RoundAnswer], by solver: RoundResult.Solver) {
        var (counts, draws, isUndecided) = ([Int](repeating: 0, count: questions.round.options.count), 0, false)
        for answer in solved {
            if case .draw = answer.question.subject {
                guard let chosen = answer.solved.chosen else { continue }
                draws += 1
                for place in chosen.indices where chosen[place] { counts[place] += 1 }
                continue
            }
            let held = answers.first { $0.question.subject == answer.question.subject }
            guard let best = answer.solved.value else {
                if answer.solved.status != .infeasible { isUndecided = true }
                continue
            }
            if !answer.solved.isProved { isUndecided = true }
            compare(best, held, answer)
        }
        if draws > 0 { compareCore(counts.map { Double($0) / Double(draws) }) }
        if isUndecided { notes.append("\(solver.name) \(solver.version) did not prove every set again in its time.") }
        if let before = published.solver, before != solver {
            notes.append(
                "Proved again by \(solver.name) \(solver.version); published with \(before.name) \(before.version).")
        }
    }

    private mutating func compare(_ best: Double, _ held: RoundAnswer?, _ answer: RoundAnswer) {
        let what = answer.question.subject.words
        guard let held, let value = held.solved.value else {
            if published.solver != nil || answer.question.subject == .recommended {
                findings.append(
                    VerifyResult.Finding(
                        what: "A set exists (\(what)) where none was published.", place: what, published: "none",
                        found: "\(best)"))
            }
            return
        }
        let slack = (VerifyResult.rounding + answer.question.relativeGap) * max(1, best.magnitude)
        guard best > value + slack else { return }
        if held.solved.isProved {
            findings.append(
                VerifyResult.Finding(
                    what: "A better set exists (\(what)), and the one published is said to be the best.", place: what,
                    published: "\(value)", found: "\(best)"))
        } else {
            notes.append("A better set exists (\(what)); the one published was not said to be the best.")
        }
    }

    private mutating func compareCore(_ core: [Double]) {
        var isApart = false
        for (option, found) in zip(questions.round.options, core) {
            guard let said = published.options.first(where: { $0.option == option.id })?.coreIndex else { continue }
            guard said != found else { continue }
            isApart = true
            guard (said - found).magnitude > VerifyResult.coreTolerance else { continue }
            findings.append(
                VerifyResult.Finding(
                    what: "“\(option.title)” is in the best set in another share of the draws.",
                    place: "options[\(option.id)].coreIndex", published: "\(said)", found: "\(found)"))
        }
        if isApart { notes.append("Shares of draws differ where two sets are worth the same.") }
    }
}

extension RoundQuestion.Subject {
    /// For findings: `without the rule ring-fence`.
    var words: String {
        switch self {
        case .recommended: "the recommended set"
        case .frontier(let budget): "for \(budget.inPounds) of recurrent money"
        case .withoutRule(let rule): "without the rule \(rule)"
        case .withoutLocks: "without the locks"
        case .moreMoney: "with more money"
        case .with(let option): "with \(option)"
        case .otherwise(let place): "exclusion \(place + 1) the other way"
        case .draw(let place): "draw \(place + 1)"
        }
    }
}
