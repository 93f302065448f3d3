public import Methods
import Vocabulary

/// From a round to its result: questions, a solver's answers, the drawn rankings, and their assembly.
///
/// Values are the weighted sums of the panel's mean values. Options are ranked by value for money over the
/// round's years, investments and disinvestments apart. The recommended set is the one with the greatest sum of
/// benefits among all that keep the money and the rules; the other questions change one thing each and say what
/// it costs. Robustness comes from draws of weights (a member, and one of that member's weights) and of scores
/// (between the lowest and the highest that anyone thought possible).
///
/// Single-threaded; a program with a pool asks `RoundQuestions` itself, answers in any order, and assembles.
public enum SolveRound {
    /// Raised when the same round would give another answer.
    public static let version = 1

    /// The most options that are searched through where no solver is installed.
    public static let mostSearched = 20

    /// The result of a round.
    ///
    /// - Parameters:
    ///   - solver: nil where none is installed: then up to `mostSearched` options are searched exhaustively, and
    ///     with more the set by value for money stands in, and nothing is proved.
    ///   - smaa: draws a model so many times.
    ///   - progress: the share of portfolio questions that is answered, 0 to 1.
    public static func run(
        _ round: Round, settings: RoundResult.Settings, solver: (any PortfolioSolver)?,
        smaa: (SmaaModel, Int) throws -> SmaaResult = { model, draws in model.run(draws: draws) },
        secondsForEach: Double = 60, progress: (Double) -> Void = { _ in }, isCancelled: () -> Bool = { false }
    ) throws -> RoundResult {
        let questions = try RoundQuestions(round, settings: settings)
        let used = solver ?? questions.searching
        return try run(
            questions, solver: used.map { RoundResult.Solver(name: $0.name, version: $0.version) }, smaa: smaa
        ) { model, asked in
            var answers: [SolvedPortfolio] = []
            for question in asked {
                if isCancelled() { throw SolveRound.cancelled }
                let limits = SolveLimits(relativeGap: question.relativeGap, seconds: secondsForEach)
                answers.append(
                    try (used ?? ByValueForMoney(costs: questions.costs)).solve(
                        question.applied(to: model), limits: limits, from: nil))
                progress(Double(answers.count) / Double(asked.count))
            }
            return answers
        }
    }

    /// As above, with the questions answered in whatever way: a pool of workers, say.
    ///
    /// - Parameters:
    ///   - solver: whose answers they are; nil where nothing was proved and nothing but the recommended set and
    ///     the frontier is worth asking.
    ///   - answer: one answer for each question, in order; called first for the recommended set alone,
    ///     then for all others; where nothing keeps the rules, for what clashes.
    /// - Throws: `Refusal` that names the rules and the money that clash; what `answer` throws.
    public static func run(
        _ questions: RoundQuestions, solver: RoundResult.Solver?,
        smaa: (SmaaModel, Int) throws -> SmaaResult,
        answer: (PortfolioModel, [RoundQuestion]) throws -> [SolvedPortfolio]
    ) throws -> RoundResult {
        let base = questions.model.model
        let first = try answer(base, [questions.recommended])
        guard let solved = first.first.map({ $0.orBetter(questions.greedy(base), in: base, gap: 0) }),
            let chosen = solved.chosen
        else {
            guard first.first?.status == .infeasible else { throw SolveRound.nothingFound }
            throw try withoutActuallyEscaping(answer) { answer in
                try RulesClash(questions: questions) { try answer(base, $0) }.refusal()
            }
        }
        let asked = solver == nil ? questions.frontier : questions.others(after: chosen)
        let answers = try answer(base, asked)
        precondition(answers.count == asked.count, "each question has its answer")
        var rankings: [SmaaResult] = []
        for ranking in try questions.rankings() { rankings.append(try smaa(ranking.model, questions.settings.draws)) }
        return RoundResult.assembled(
            questions, rankings: rankings, solver: solver,
            answers: zip([questions.recommended] + asked, [solved] + answers).map { RoundAnswer($0, $1) })
    }

    static let cancelled = Refusal(
        .wanting, code: "cancelled", "The calculation was stopped before it ended; nothing was recorded.")

    static let nothingFound = Refusal(
        .rule, code: "no-portfolio", "No set of options that keeps all the rules was found.",
        remedy: "Look at what is forced in, at what must be at least so much, and at the money of each year.")
}

/// A question and what was answered.
public struct RoundAnswer: Hashable, Sendable {
    public var question: RoundQuestion
    public var solved: SolvedPortfolio

    public init(_ question: RoundQuestion, _ solved: SolvedPortfolio) {
        self.question = question
        self.solved = solved
    }
}

extension SolvedPortfolio {
    /// The answer, or another choice that is worth more than one that was not proved.
    func orBetter(_ other: [Bool]?, in model: PortfolioModel, gap: Double) -> SolvedPortfolio {
        guard !isProved, let other else { return self }
        let worth = model.value(of: other)
        if let value, value >= worth { return self }
        return SolvedPortfolio(chosen: other, value: worth, bound: bound, relativeGap: gap)
    }
}

extension RoundQuestions {
    /// What taking options by value for money over the round's years gives.
    func greedy(_ model: PortfolioModel) -> [Bool]? { model.greedy(by: costs.map(\.pence)) }

    /// The search that stands in for a solver; nil with too many options for it.
    var searching: (any PortfolioSolver)? {
        round.options.count <= SolveRound.mostSearched ? ExhaustiveSearch() : nil
    }
}

/// Every set is looked at, or left out for a reason: for rounds of a few options where no solver is installed.
public struct ExhaustiveSearch: PortfolioSolver {
    public let name = "exhaustive search"
    public let version = "\(SolveRound.version)"

    public init() {}

    public func solve(
        _ model: PortfolioModel, limits: SolveLimits, from start: [Bool]?
    ) throws -> SolvedPortfolio {
        guard let chosen = model.exactBySearch() else { return .infeasible }
        let value = model.value(of: chosen)
        return SolvedPortfolio(chosen: chosen, value: value, bound: value, relativeGap: limits.relativeGap)
    }
}

/// Options taken by value for money, which proves nothing.
struct ByValueForMoney: PortfolioSolver {
    let name = "by value for money"
    let version = "\(SolveRound.version)"
    let costs: [Money]

    func solve(_ model: PortfolioModel, limits: SolveLimits, from start: [Bool]?) throws -> SolvedPortfolio {
        guard let chosen = model.greedy(by: costs.map(\.pence)) else { return .unknown(bound: nil) }
        return SolvedPortfolio(
            chosen: chosen, value: model.value(of: chosen), bound: nil, relativeGap: limits.relativeGap)
    }
}
