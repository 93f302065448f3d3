import Priorities
import Tabular
import Vocabulary

extension RoundReading {
    /// Every option in the order of the ranking, with what it costs, what it is worth and how sure that is.
    /// Without an answer, what was put forward, for whom and for how much.
    func optionsTable() -> Table {
        guard result != nil else { return putForwardTable() }
        var table = Table(
            key: "options", caption: "Options in the order of what they do for their money",
            columns: [
                .init("option", "Option"), .init("recommendation", "Recommended"), .init("stance", "How sure"),
                .init("rank", "Place"), .init("value", "Value, 0 to 100"), .init("benefit", "Benefit"),
                .init("fullYearPence", "Cost in a full year"), .init("benefitPerThousand", "Benefit for £1,000"),
            ])
        for option in ranked {
            let standing = standing(of: option.id)
            table.append([
                cell(for: option.id),
                .optional(standing.map { option.kind.recommendation(isFunded: $0.isFunded) }, else: "no answer yet"),
                .optional(stance(of: option.id)?.name, else: "not known"),
                standing.map { .count($0.rank) } ?? .absent("none yet"),
                standing.map { .number($0.value, places: 1) } ?? .absent("none yet"),
                standing.map { .number($0.benefit, places: 1) } ?? .absent("none yet"),
                .money(option.fullYear),
                standing?.benefitPerThousand.map { .number($0, places: 2) } ?? .absent("no cost"),
            ])
        }
        // Of whole options the benefit is the value, but for its sign: one column says both.
        if round.benefit == .whole { table = table.selecting(table.columns.map(\.key).filter { $0 != "value" }) }
        if round.options.contains(where: \.kind.isDisinvestment) {
            table.notes.append(
                """
                Services to stop or change have places of their own: the first loses least for the money it frees. \
                Their cost and benefit are negative: money freed and benefit lost.
                """)
        }
        table.notes.append(
            "Benefit: \(round.benefit.words). Benefit for £1,000 counts all cost over the round’s years.")
        return table
    }

    private func putForwardTable() -> Table {
        var table = Table(
            key: "options", caption: "The options that have been put forward",
            columns: [
                .init("option", "Option"), .init("whoBenefits", "Who would benefit"),
                .init("fullYearPence", "Cost in a full year"),
            ])
        for option in round.options {
            table.append([
                cell(for: option.id),
                option.whoBenefits.isEmpty ? .absent("not said") : .text(option.whoBenefits), .money(option.fullYear),
            ])
        }
        return table
    }

    /// What an option rests on; digests only where a document is held.
    func evidenceTable(of option: Priorities.Option) -> Table {
        var table = shown(tables.evidence, of: option.id)
        table.caption = "What is claimed, and on what it rests"
        guard option.evidence.allSatisfy({ $0.digest == nil }) else { return table }
        table = table.selecting(table.columns.map(\.key).filter { $0 != "digest" })
        return table
    }

    /// Advice and representations on one option or on all.
    func adviceTable(of option: Slug? = nil) -> Table {
        var table = tables.advice
        table.caption = "Who advised and who pressed for what, and what became of it"
        return option.map { shown(table, of: $0) } ?? shown(table)
    }

    /// Who gains and who loses by the recommended set, group by group; nil without an answer.
    func beneficiariesTable() -> Table? {
        guard let result else { return nil }
        let whole = tables.beneficiaries(result)
        var table = whole.selecting(whole.columns.map(\.key).filter { $0 != "by" })
        for (place, row) in whole.rows.enumerated() {
            let name =
                if case .text(let group) = row[1] { Slug(group)?.inWords ?? group } else {
                    row[0].shown == "Area" ? "No area named" : "No group named"
                }
            table.rows[place][0] = .text(row[0].shown == "Area" ? "Area: \(name)" : name)
        }
        return table
    }

    /// One option's costs by year, with its full-year effect.
    func costsTable(of option: Priorities.Option) -> Table {
        var table = Table(
            key: "costs", caption: "Cost by year",
            columns: [
                .init("year", "Year"), .init("recurrentPence", "For good, each year"), .init("oneOffPence", "Once"),
            ])
        for cost in option.costs {
            table.append([.text(cost.year.description), .money(cost.recurrent), .money(cost.oneOff)])
        }
        table.append([.text("A full year, once all runs"), .money(option.fullYear), .absent("none")])
        if option.kind.isDisinvestment { table.notes = ["Negative amounts are money freed."] }
        if option.capital != .zero {
            table.notes.append("\(option.capital.inPounds) of what it costs once is capital.")
        }
        return table
    }

    /// Papers that the law asks for, and who of those who decide has seen them; of one option or of all.
    func assessmentsTable(of option: Slug? = nil) -> Table {
        var table = Table(
            key: "assessments", caption: "Papers that must be seen before a service is stopped or changed",
            columns: [
                .init("option", "Option"), .init("kind", "Paper"), .init("title", "Title"), .init("dated", "Dated"),
                .init("document", "Document, by digest"), .init("seenBy", "Seen by"),
            ])
        for paper in round.assessments where option == nil || paper.option == option {
            let seen = round.seen.filter { $0.assessment == paper.id }.map(\.member.description)
            table.append([
                cell(for: paper.option), .text(paper.kind.words), .text(paper.title), .day(paper.dated),
                .optional(
                    paper.document.map { "\($0.description.prefix(12))…" },
                    else: paper.reasonForNone.map { "none, because: \($0)" } ?? "none"),
                seen.count > 1 && seen.count == round.members.count
                    ? .text("all \(seen.count) members") : .optional(inList(seen.sorted()), else: "nobody yet"),
            ])
        }
        return option == nil ? table : table.selecting(Array(table.columns.map(\.key).dropFirst()))
    }
}
