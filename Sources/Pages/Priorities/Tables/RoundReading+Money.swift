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
