import Priorities
import Tabular
import Vocabulary

extension RoundReading {
    /// Today's spend, line by line, with where each figure comes from.
    func spendTable() -> Table {
        var table = Table(
            key: "spend", caption: "What is spent today",
            columns: [
                .init("line", "Line"), .init("amountPence", "A year"), .init("movablePence", "Can be moved"),
                .init("source", "Source"),
            ])
        for line in round.programme.spend {
            table.append([
                .text(line.title), .money(line.amount), .optional(line.movable, else: "nobody has said"),
                .text(line.source),
            ])
        }
        return table
    }

    /// Where the round's money comes from, year by year, with its locks.
    func sourcesTable() -> Table {
        var table = Table(
            key: "sources", caption: "The money, year by year",
            columns: [
                .init("source", "Source"), .init("year", "Year"), .init("kind", "Kind"),
                .init("amountPence", "Amount"), .init("note", "Note"),
            ],
            notes: [
                "Recurrent money comes every year and can pay for anything; the other kinds only for costs that end."
            ])
        for year in round.envelope?.years ?? [] {
            for source in year.sources {
                table.append([
                    .text(source.title), .text(year.year.description), .text(source.kind.words),
                    .money(source.amount), .optional(source.note ?? evidence(source.evidence), else: "none"),
                ])
            }
        }
        for lock in round.envelope?.locks ?? [] {
            table.append([
                .text(lock.title), .text("from \(lock.until.inWords)"), .text("locked until then"),
                .money(lock.amount), .optional(lock.contract.map { "contract \($0)" }, else: "no contract"),
            ])
        }
        return table
    }

    /// What the rules, the locks and the envelope cost, the dearest first; those that cost nothing in one sentence.
    func priceSentences() -> [String] {
        guard let result, let said = explanation?.prices, said.count == result.prices.count else { return [] }
        let prices = zip(result.prices, said).enumerated()
        let idle = prices.filter { $0.element.0.kind == .rule && $0.element.0.isIdle(in: result) }
        guard idle.count > 1 else { return said }
        let others = prices.filter { one in !idle.contains { $0.offset == one.offset } }
            .sorted { left, right in
                (left.element.0.kind.order, -left.element.0.benefitLost, left.offset)
                    < (right.element.0.kind.order, -right.element.0.benefitLost, right.offset)
            }
        let names = inList(idle.map { "“\($0.element.0.title)”" }) ?? ""
        return others.map(\.element.1) + [
            "\(idle.count) rules cost nothing, as without any one of them nothing better could be funded: \(names)."
        ]
    }

    private func evidence(_ digest: EvidenceID?) -> String? { digest.map { "digest \($0.description.prefix(12))…" } }

    /// The rules as they stand, for a round without an answer too.
    func rulesTable() -> Table {
        var table = Table(
            key: "rules", caption: "Rules on what may be chosen together",
            columns: [
                .init("rule", "Rule"), .init("kind", "Kind"), .init("options", "Speaks of"), .init("limit", "Limit"),
            ])
        for rule in round.rules {
            let spoken =
                rule.options.isEmpty
                ? rule.tag.map { "options marked “\($0)”" } ?? rule.area.map { "options of the area “\($0)”" }
                    ?? "all options"
                : titles(rule.options)
            let limit: String? =
                rule.limit?.inPounds
                ?? rule.number.map { number in
                    guard rule.kind == .workforceMost else { return "\(number)" }
                    return "\(Units(hundredths: number)) whole-time equivalents"
                }
            table.append([
                .text(rule.title), .text(rule.kind.words), .text(spoken), .optional(limit, else: "none"),
            ])
        }
        return table
    }
}

extension Price {
    /// True where the rule takes nothing from the answer, but for what rounding leaves.
    fileprivate func isIdle(in result: RoundResult) -> Bool {
        benefitLost <= 1e-9 * max(1, result.portfolio.benefit.magnitude)
    }
}

extension Price.Kind {
    /// Rules, then the locks, then the envelope.
    fileprivate var order: Int {
        switch self {
        case .rule: 0
        case .locks: 1
        case .envelope: 2
        }
    }
}
