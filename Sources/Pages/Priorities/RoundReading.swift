import Markup
public import Priorities
import Tabular
public import Vocabulary

/// A round as its pages, its pictures and its published record show it: as it stands, with its answer and what is
/// said of it in words.
public struct RoundReading: Sendable {
    public var round: Round
    /// Nil until an answer has been worked out.
    public var result: RoundResult?
    /// Nil without an answer.
    public var explanation: RoundExplanation?
    /// From which share of trials on an option is safe; nil where no rule says: then none is called so.
    public var limits: TrustLimits?
    /// False where the pages stand alone, outside the application: then no option's name leads to its page.
    public var isLinked: Bool

    public init(
        _ round: Round, result: RoundResult? = nil, limits: TrustLimits? = nil, isLinked: Bool = true
    ) {
        self.round = round
        self.result = result
        self.limits = limits
        explanation = result.flatMap { result in limits.map { RoundExplanation(round, result, limits: $0) } }
        self.isLinked = isLinked
    }

    /// What the answer says of an option; nil without an answer.
    public func standing(of option: Slug) -> RoundResult.OptionResult? {
        result?.options.first { $0.option == option }
    }

    /// What was decided on an option; nil before the decision.
    public func outcome(of option: Slug) -> Decision.Outcome? {
        round.decision?.outcomes.first { $0.option == option }
    }

    /// Nil without an answer or limits.
    public func stance(of option: Slug) -> Stance? {
        standing(of: option).flatMap { limits?.stance(of: $0, in: round) }
    }

    /// What is said of an option and what would have to change; nothing without an answer.
    func sentences(of option: Slug) -> [String] {
        explanation?.options.first { $0.option == option }?.sentences ?? []
    }

    var tables: RoundTables { RoundTables(round) }

    /// A table of the round as these pages show it: without links where they stand alone.
    func shown(_ table: Table) -> Table {
        guard !isLinked else { return table }
        var table = table
        table.rows = table.rows.map { row in
            row.map { cell in if case .link(let words, _) = cell { .text(words) } else { cell } }
        }
        return table
    }

    /// The rows of one option, without the column that names it.
    func shown(_ table: Table, of option: Slug) -> Table {
        var part = table.selecting(table.columns.map(\.key).filter { $0 != "option" })
        let column = table.columns.firstIndex { $0.key == "option" } ?? 0
        let path = Route.roundOption(round.id, option: option).path
        let kept = table.rows.indices.filter { row in
            if case .link(_, path) = table.rows[row][column] { true } else { false }
        }
        part.rows = kept.map { part.rows[$0] }
        return shown(part)
    }

    /// The short name itself where the round has no such option.
    public func title(of option: Slug) -> String { round.option(option)?.title ?? option.description }

    func titleOfCriterion(_ id: Slug) -> String { round.criterion(id)?.title ?? id.description }

    /// `A, B and C`; `nothing` of none.
    func titles(_ options: [Slug]) -> String { inList(options.map { title(of: $0) }) ?? "nothing" }

    /// `“A”, “B” and “C”`, for a sentence; `nothing` of none.
    func quoted(_ options: [Slug]) -> String { inList(options.map { "“\(title(of: $0))”" }) ?? "nothing" }

    /// `lay member (m3)`.
    func role(of member: Slug) -> String {
        round.member(member).map { "\($0.role) (\(member))" } ?? member.description
    }

    /// The option's title, leading to its page.
    func name(of option: Slug, in shell: Shell) -> Html {
        let title = Html.name(title(of: option))
        guard isLinked else { return title }
        return .link(title, to: shell.destination(.roundOption(round.id, option: option)))
    }

    func cell(for option: Slug) -> Cell {
        guard isLinked else { return .text(title(of: option)) }
        return .link(title(of: option), path: Route.roundOption(round.id, option: option).path)
    }

    /// Options in the order of the ranking: investments first, then disinvestments; as they stand without an answer.
    var ranked: [Priorities.Option] {
        let order = round.options.enumerated().map { place, option in
            (option, option.kind.isDisinvestment ? 1 : 0, standing(of: option.id)?.rank ?? Int.max, place)
        }
        return order.sorted { ($0.1, $0.2, $0.3) < ($1.1, $1.2, $1.3) }.map(\.0)
    }
}

/// `a`, `a and b`, `a, b and c`; nil of none.
func inList(_ words: [String]) -> String? {
    guard let last = words.last else { return nil }
    guard words.count > 1 else { return last }
    return words.dropLast().joined(separator: ", ") + " and " + last
}

/// `1 option`, `3 options`.
func counted(_ count: Int, _ noun: String, _ plural: String? = nil) -> String {
    "\(count) \(count == 1 ? noun : plural ?? noun + "s")"
}
