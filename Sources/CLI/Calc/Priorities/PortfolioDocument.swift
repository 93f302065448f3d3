import Methods
import Solver
import Vocabulary

/// Items, rules and marks of in and out, as a document has them.
enum PortfolioDocument {
    /// What every method on portfolios reads, and what one reads besides.
    static func fields(_ besides: Shape.Field...) -> [Shape.Field] { shared + besides }

    private static let shared: [Shape.Field] = [
        .init("items", .list(.text), "the names of what may be taken, all or nothing"),
        .init("values", .list(.number), "what each is worth; negative where taking it costs value"),
        .init(
            "rules",
            .list(
                .object([
                    .init("name", .text, "of the rule"),
                    .init("amounts", .list(.whole), "what each item adds: pence, people, or 1 to count it"),
                    .init("atLeast", .whole, "the least sum over what is taken", isOptional: true),
                    .init("atMost", .whole, "the largest sum over what is taken", isOptional: true),
                ])), "sums that must stay within bounds; a budget is one of them"),
        .init("in", .list(.text), "items that must be taken", isOptional: true),
        .init("out", .list(.text), "items that must not be taken", isOptional: true),
    ]

    static func model(_ input: ShapedValue, items: NamedList) throws(Refusal) -> PortfolioModel {
        var rows: [PortfolioModel.Row] = []
        for rule in input["rules"].list {
            let amounts = rule["amounts"].list.map(\.whole)
            guard amounts.count == items.count else {
                throw Refusal(
                    .input, code: "uneven-rows",
                    "The rule “\(rule["name"].text)” has \(amounts.count) amounts, and there are \(items.count) items."
                )
            }
            rows.append(
                PortfolioModel.Row(
                    name: rule["name"].text,
                    terms: amounts.enumerated().map {
                        PortfolioModel.Term(item: $0.offset, coefficient: $0.element)
                    },
                    lower: rule["atLeast"].present?.whole, upper: rule["atMost"].present?.whole))
        }
        let (inside, outside) = (try items.marks(input["in"]), try items.marks(input["out"]))
        if let both = items.names.indices.first(where: { inside[$0] && outside[$0] }) {
            throw Refusal(
                .input, code: "in-and-out", "“\(items.names[both])” is to be both taken and not taken.")
        }
        return try PortfolioModel(
            names: items.names, values: items.numbers(input["values"], called: "The list of values"),
            rows: rows,
            forced: items.names.indices.map { inside[$0] ? true : outside[$0] ? false : nil })
    }

    /// - Parameters:
    ///   - seconds: after which the best so far is taken.
    ///   - start: a choice to begin from; nil for none.
    static func solve(
        _ model: PortfolioModel, by solver: HighsSolver, seconds: Double, from start: [Bool]? = nil
    ) throws(Refusal) -> SolvedPortfolio {
        do {
            return try solver.solve(model, limits: SolveLimits(relativeGap: 0, seconds: seconds), from: start)
        } catch let refusal as Refusal {
            throw refusal
        } catch {
            throw Refusal(.engine, code: "solver-failed", "The solver failed: \(error)")
        }
    }

    /// The names of what is chosen, in the items' order.
    static func names(_ chosen: [Bool], of items: NamedList) -> JSONValue {
        items.json(chosen.indices.filter { chosen[$0] })
    }
}
