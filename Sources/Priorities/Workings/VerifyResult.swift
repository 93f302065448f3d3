public import Methods
import Vocabulary

/// Whether a published result is what its round gives: everything is worked out again and compared.
///
/// Scores, weights, values, rankings and whatever follows from the sets published are recomputed exactly. A set
/// that was published is checked to keep the money and every rule, and to be worth what is said. That no set is
/// better can only be proved again by a solver; and so can the share of trials that fund an option, for each trial has
/// a best set of its own: without a solver these shares are taken as published, and the report says so.
public enum VerifyResult {
    /// Something published that is not so.
    public struct Finding: Hashable, Sendable, Codable {
        /// In a sentence.
        public var what: String
        /// The place in the result: `options[care-home-visits].value`.
        public var place: String
        public var published: String
        public var found: String

        public init(what: String, place: String, published: String, found: String) {
            self.what = what
            self.place = place
            self.published = published
            self.found = found
        }
    }

    /// What was found, and what could not be checked.
    public struct Report: Hashable, Sendable, Codable {
        public var findings: [Finding]
        public var notes: [String]

        public var isEqual: Bool { findings.isEmpty }

        public init(findings: [Finding], notes: [String]) {
            self.findings = findings
            self.notes = notes
        }
    }

    /// A report's note where there was no solver.
    public static let notProvedAgain = "Optimality not re-proved: no solver is installed."
    /// The same for the core index, where the result has one.
    public static let sharesAsPublished =
        "The shares of trials that fund an option are taken as published: no solver is installed to solve the trials."

    /// Differences of a core index that another version of a solver may make.
    static let coreTolerance = 0.005
    /// Relative differences of benefit that are rounding.
    static let rounding = 1e-9

    /// - Parameters:
    ///   - round: as its published acts make it again.
    ///   - solver: nil where none is installed; a small round is then searched through all the same.
    ///   - smaa: draws a model so many times.
    /// - Throws: what the solver or `smaa` throws; never because the result is wrong.
    public static func run(
        _ round: Round, published: RoundResult, solver: (any PortfolioSolver)?,
        smaa: (SmaaModel, Int) throws -> SmaaResult = { model, draws in model.run(draws: draws) },
        secondsForEach: Double = 60
    ) throws -> Report {
        let used = solver ?? (round.options.count <= SolveRound.mostSearched ? ExhaustiveSearch() : nil)
        return try run(
            round, published: published, solver: used.map { RoundResult.Solver(name: $0.name, version: $0.version) },
            smaa: smaa
        ) { model, asked in
            try asked.map { question in
                guard let used else { return .unknown(bound: nil) }
                return try used.solve(
                    question.applied(to: model),
                    limits: SolveLimits(relativeGap: question.relativeGap, seconds: secondsForEach), from: nil)
            }
        }
    }

    /// As above, with the questions answered in whatever way.
    ///
    /// - Parameters:
    ///   - solver: who answers; nil: `answer` is never called.
    ///   - answer: one answer for each question, in order.
    public static func run(
        _ round: Round, published: RoundResult, solver: RoundResult.Solver?,
        smaa: (SmaaModel, Int) throws -> SmaaResult,
        answer: (PortfolioModel, [RoundQuestion]) throws -> [SolvedPortfolio]
    ) throws -> Report {
        guard published.version == SolveRound.version else {
            return Report(
                findings: [
                    Finding(
                        what: "The result was worked out by another version of the method, and cannot be compared.",
                        place: "version", published: "\(published.version)", found: "\(SolveRound.version)")
                ], notes: [])
        }
        let questions: RoundQuestions
        do {
            questions = try RoundQuestions(round, settings: published.settings)
        } catch {
            return Report(
                findings: [
                    Finding(
                        what: "The published round gives no result: \(error.sentence)", place: "",
                        published: "a result",
                        found: error.code)
                ], notes: [])
        }
        var check = PublishedSets(questions, published)
        guard let base = check.answers.first else { return Report(findings: check.findings, notes: []) }
        var drawn: [SmaaResult] = []
        for ranking in try questions.rankings() {
            drawn.append(try smaa(ranking.model, published.settings.draws))
        }
        let again = RoundResult.assembled(
            questions, rankings: drawn, solver: published.solver, answers: check.answers,
            core: round.options.map { option in
                published.options.first { $0.option == option.id }.flatMap(\.coreIndex)
            })
        check.findings += ResultDifferences.between(
            JSONValue(encoding: published), JSONValue(encoding: again), at: "")
        guard let solver else {
            check.notes.append(notProvedAgain)
            if published.options.contains(where: { $0.coreIndex != nil }) { check.notes.append(sharesAsPublished) }
            return Report(findings: check.findings, notes: check.notes)
        }
        let asked =
            [questions.recommended]
            + (published.solver == nil ? [] : questions.others(after: base.solved.chosen ?? []))
        check.compare(
            zip(asked, try answer(questions.model.model, asked)).map { RoundAnswer($0, $1) }, by: solver)
        return Report(findings: check.findings, notes: check.notes)
    }
}

/// Where two JSON values differ.
enum ResultDifferences {
    static func between(_ published: JSONValue, _ found: JSONValue, at place: String) -> [VerifyResult.Finding] {
        switch (published, found) {
        case (.object(let left), .object(let right)):
            let keys = left.map(\.key) + right.map(\.key).filter { key in !left.contains { $0.key == key } }
            return keys.flatMap { key in
                between(published[key] ?? .null, found[key] ?? .null, at: place.isEmpty ? key : "\(place).\(key)")
            }
        case (.list(let left), .list(let right)) where left.count == right.count:
            return left.indices.flatMap { index in
                between(left[index], right[index], at: "\(place)[\(name(of: left[index]) ?? "\(index)")]")
            }
        default:
            guard published.canonical != found.canonical else { return [] }
            return [
                VerifyResult.Finding(
                    what: "“\(place)” is not what the round gives.", place: place, published: short(published),
                    found: short(found))
            ]
        }
    }

    /// What an element of a list is about, where it says so.
    private static func name(of element: JSONValue) -> String? {
        for key in ["option", "criterion", "member", "year", "rule"] {
            if case .text(let name)? = element[key] { return name }
        }
        return nil
    }

    private static func short(_ value: JSONValue) -> String {
        let text = value.canonical
        return text.count > 80 ? text.prefix(79) + "…" : text
    }
}
