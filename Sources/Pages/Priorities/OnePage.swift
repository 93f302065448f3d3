import Markup
import Priorities
import Tabular
import Vocabulary

/// One page of A4: the recommendation, the picture, three numbers, and what would change it.
enum OnePage {
    static func document(_ view: RecordView) -> Html {
        RecordFrame.document(view.round.title, here: "one-page.html", view, [.block(parts(view), class: "one-page")])
    }

    private static func parts(_ view: RecordView) -> [Html] {
        let reading = view.reading
        guard reading.result != nil else {
            return [
                RoundHeadline(reading).html(),
                .paragraph("There is nothing to print before the answer.", class: "empty"),
            ]
        }
        return [
            RoundHeadline(reading).html(), meeting(reading), numbers(reading), chosen(reading),
            picture(view),
            .section(
                heading: 2, "What would change it", id: "would-change", [.list(changes(reading).map { .sentence($0) })]),
            .paragraph(
                .text(
                    """
                    \(DecisionPage.appealsSentence(view.round)) The whole record and how to check it: index.html, \
                    remit verify.
                    """), class: "notes"),
        ]
    }

    /// The meeting, its quorum and who stood back, in one line each.
    private static func meeting(_ reading: RoundReading) -> Html {
        let sentences = reading.sittingSentences
        return sentences.isEmpty ? .none : .paragraph(.sentence(sentences.joined(separator: " ")), class: "notes")
    }

    /// More bars than these leave no room on the page: then only the fragile options are drawn.
    private static let mostBars = 15

    private static func picture(_ view: RecordView) -> Html {
        guard var core = RoundSureness(view.reading) else {
            return (RoundCostValue(view.reading)?.figure(in: view.shell)).orNone
        }
        let fragile = core.rows.filter { view.reading.stance(of: $0.option) == .fragile }
        guard core.rows.count > mostBars, !fragile.isEmpty else { return core.figure(in: view.shell) }
        let others = core.rows.count - fragile.count
        core.rows = fragile
        return .group([
            core.figure(in: view.shell),
            .paragraph(
                .text("Only the fragile options are drawn; \(counted(others, "other")) stand in the record."),
                class: "notes"),
        ])
    }

    /// Money, benefit and sureness.
    private static func numbers(_ reading: RoundReading) -> Html {
        guard let result = reading.result else { return .none }
        let stances = reading.round.options.compactMap { reading.stance(of: $0.id) }
        let settled = stances.count { $0 != .fragile }
        let proof = result.portfolio.isProved ? "no other set does more good" : "not proved the best"
        var pairs: [(term: Html, description: Html)] = [
            ("A year, once all runs", [.strong(.text(result.portfolio.fullYear.short)), word("net of what is freed")]),
            ("Benefit", [.strong(.text(result.portfolio.benefit.forReading)), word(proof)]),
        ]
        if !stances.isEmpty {
            pairs.append(
                (
                    "Settled", [.strong(.text("\(settled) of \(stances.count)")), word("options safe in or safe out")]
                ))
        }
        return .descriptions(pairs, class: "three-numbers")
    }

    private static func word(_ text: String) -> Html { .span(.text(text), class: "meaning") }

    /// By what is done with each.
    private static func chosen(_ reading: RoundReading) -> Html {
        var groups: [(term: String, options: [Slug])] = []
        for option in reading.ranked {
            let term: String =
                if let outcome = reading.outcome(of: option.id) { option.kind.decided(outcome.outcome) } else {
                    option.kind.recommendation(isFunded: reading.standing(of: option.id)?.isFunded ?? false)
                }
            if let place = groups.firstIndex(where: { $0.term == term }) {
                groups[place].options.append(option.id)
            } else {
                groups.append((term, [option.id]))
            }
        }
        return .descriptions(
            groups.map { group in
                (.text(group.term), .name(group.options.map { reading.title(of: $0) }.joined(separator: "; ")))
            }, class: "chosen")
    }

    /// What people said, then fragile options, the nearest swap and the dearest rule; five at most.
    private static func changes(_ reading: RoundReading) -> [String] {
        guard let result = reading.result else { return [] }
        var changes: [String] = []
        for weight in result.weights {
            guard let span = weight.sameFunded, weight.low < span.low || weight.high > span.high else { continue }
            let ways = [
                weight.low < span.low ? "under \(span.low.percentWords)" : nil,
                weight.high > span.high ? "over \(span.high.percentWords)" : nil,
            ].compactMap(\.self)
            changes.append(
                "Giving \(reading.titleOfCriterion(weight.criterion)) \(ways.joined(separator: " or ")) of all weight, "
                    + "as at least one member does: now \(weight.weight.percentWords).")
        }
        let swap = result.swaps.max { $0.benefitChange < $1.benefitChange }
        if let swap {
            changes.append(
                "The nearest swap: \(reading.quoted(swap.into)) in place of \(reading.quoted(swap.out)), for "
                    + "\(abs(swap.benefitChange).forReading) less benefit.")
        }
        let price = result.prices.filter { $0.kind != .envelope }.max { $0.benefitLost < $1.benefitLost }
        if let price, price.benefitLost > 0 {
            let what =
                price.kind == .locks
                ? "If the locked money were free from the first day" : "Without the rule “\(price.title)”"
            changes.append(
                "\(what): \(reading.change(added: price.added, dropped: price.dropped)), for "
                    + "\(price.benefitLost.forReading) more benefit.")
        }
        return changes.isEmpty ? ["Nothing that the panel’s members said would change it."] : Array(changes.prefix(5))
    }
}
