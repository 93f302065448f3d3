public import Markup
public import Priorities
import Vocabulary

/// The parts of a round that are set up one thing at a time, each as a list with ways to add and to change.
public struct SetUpPages: Sendable {
    public var work: RoundAtWork

    public init(_ work: RoundAtWork) {
        self.work = work
    }

    private var round: Round { work.round }

    private func linked(_ words: String, _ part: RoundWork) -> Html {
        .paragraph(.link(.text(words), to: part.destination(in: work.id)))
    }

    private func section(
        _ title: String, _ id: ElementID, _ about: String, _ rows: [Html.SummaryRow], empty: String, add: [Html]
    ) -> Html {
        .section(
            heading: 2, .text(title), id: id,
            [
                .paragraph(.text(about)),
                rows.isEmpty ? .paragraph(.text(empty), class: "empty") : .summaryList(rows),
            ] + add)
    }

    // MARK: - Money

    public func money() -> FormPage {
        let envelope = round.envelope
        let totals = (envelope?.years ?? []).map { year -> Html.SummaryRow in
            let (all, recurrent) = (envelope?.all(in: year.year) ?? .zero, envelope?.recurrent(in: year.year) ?? .zero)
            return .init("\(year.year)", .text("\(all.inPounds) in all, \(recurrent.inPounds) of it every year"))
        }
        return FormPage(
            work, "The money and its rules", above: .manager,
            lede: [
                .paragraph(
                    """
                    How much money may this round commit, year by year, and what must any choice keep to? It can be \
                    changed until the scores close.
                    """, class: "lede"), totals.isEmpty ? .none : .summaryList(totals),
            ],
            after: [
                section(
                    "Sources", "sources",
                    "Money of a year: what comes every year, what comes once, what would not be spent.",
                    sources, empty: "No money yet.",
                    add: [linked("Add a source of money", .newSource)]
                        + (envelope == nil
                            ? [linked("Begin with what the contract data have", .moneyFromContracts)] : [])),
                section(
                    "Money that is tied until a day", "locks",
                    "It comes every year, but not yet: for example, a contract that runs out. It joins when its day has come.",
                    locks, empty: "None.", add: envelope == nil ? [] : [linked("Add money that is tied", .newLock)]),
                section(
                    "Rules", "rules",
                    "What any choice keeps to besides the money: so much for prevention, one of two options, so many staff.",
                    rules, empty: "None.", add: envelope == nil ? [] : [linked("Add a rule", .newRule)]),
            ])
    }

    /// What the contract data have, to be taken as the beginning.
    ///
    /// - Parameter left: what is not in it, in a sentence.
    public func moneyFromContracts(_ envelope: Envelope, left: String, refusal: String? = nil) -> FormPage {
        let years = envelope.years.map { year -> Html.SummaryRow in
            let words = year.sources.map { "\($0.title): \($0.amount.inPounds), \($0.kind.inWords)" }
            return .init("\(year.year)", .text(inList(words) ?? "nothing"))
        }
        let locks = envelope.locks.map { lock in
            Html.SummaryRow(lock.title, .text("\(lock.amount.inPounds) a year, tied until \(lock.until.inWords)"))
        }
        return FormPage(
            work, "Money in the contract data", above: .manager,
            lede: [
                .paragraph(
                    "A start, not the answer: what can be moved, by the contract files. Correct it afterwards, source by source.",
                    class: "lede"), .summaryList(years + locks), .paragraph(.text(left)),
            ],
            form: Form(
                to: RoundWork.moneyFromContracts.destination(in: work.id), token: work.token, id: "take",
                label: "Take this as the beginning", kept: [work.keptRevision],
                button: .init("Take this as the beginning"), errors: refusal.map { [$0] } ?? []),
            after: [.paragraph(.link("Back to the list", to: RoundWork.money.destination(in: work.id)))])
    }

    private var sources: [Html.SummaryRow] {
        (round.envelope?.years ?? []).flatMap { year in
            year.sources.enumerated().map { place, source in
                Html.SummaryRow(
                    "\(year.year): \(source.title)", .text("\(source.amount.inPounds), \(source.kind.inWords)"),
                    links: [("Change", RoundWork.source(year.year, place).destination(in: work.id))])
            }
        }
    }

    private var locks: [Html.SummaryRow] {
        (round.envelope?.locks ?? []).map { lock in
            Html.SummaryRow(
                lock.title, .text("\(lock.amount.inPounds) a year, tied until \(lock.until.inWords)"),
                links: [("Change", RoundWork.lock(lock.id).destination(in: work.id))])
        }
    }

    private var rules: [Html.SummaryRow] {
        round.rules.map { rule in
            Html.SummaryRow(
                rule.title, .text(rule.kind.title),
                links: [("Change", RoundWork.rule(rule.id).destination(in: work.id))])
        }
    }

    // MARK: - Criteria

    public func criteria() -> FormPage {
        let rows = round.criteria.map { criterion -> Html.SummaryRow in
            let parent = criterion.parent.flatMap { round.criterion($0)?.title }.map { ", under \($0)" } ?? ""
            let scale = criterion.scale.map { scale in
                "\(TypedNumber.written(scale.anchors.first?.at ?? 0)) to "
                    + "\(TypedNumber.written(scale.anchors.last?.at ?? 0)) \(scale.unit)"
            }
            return .init(
                criterion.title, .text("\(scale ?? "not scored itself")\(parent)"),
                links: [("Change", RoundWork.criterion(criterion.id).destination(in: work.id))])
        }
        let pack = round.pack.flatMap { use in CriteriaPack.shipped.first { $0.id == use.pack }.map { (use, $0) } }
        let said =
            pack.map { use, pack in
                "The list “\(pack.title)” was \(use.use.rawValue)" + (use.reason.map { ": \($0)" } ?? ".")
            } ?? "No list that others drew up is named."
        return FormPage(
            work, "The criteria", above: .manager,
            lede: [
                .paragraph(
                    """
                    What are options judged by? Three to seven criteria are enough for most rounds. They are settled before \
                    anybody gives weights, so that nobody can bend the yardstick once the answer shows.
                    """, class: "lede")
            ],
            after: [
                section(
                    "Criteria", "list", "Each has a scale, with words for what its figures mean.", rows,
                    empty: "None yet.",
                    add: [linked("Add a criterion", .newCriterion)]),
                .section(
                    heading: 2, "A list that others drew up", id: "pack",
                    [.paragraph(.text(said)), linked(pack == nil ? "Begin with such a list" : "Change that", .pack)]),
            ])
    }
}

extension FundingSource.Kind {
    /// To follow an amount: `£40,000, once`.
    var inWords: String {
        switch self {
        case .recurrent: "every year"
        case .nonRecurrent: "once, for what ends"
        case .slippage: "would otherwise not be spent, for what ends"
        }
    }
}

extension FormPage {
    /// A form by which one thing of a round is set up.
    ///
    /// - Parameter removing: words on a button that takes it out; nil for something new.
    public init(
        setting heading: String, in work: RoundAtWork, at place: RoundWork, back: RoundWork, form asked: some AskedForm,
        button: String, removing: String? = nil, before: [Html] = []
    ) {
        self.init(
            work, heading, above: .manager, lede: before,
            form: Form(
                to: place.destination(in: work.id), token: work.token, id: "asked", label: heading, parts: asked.parts,
                kept: asked.kept + [work.keptRevision], button: FormStep.send.button(button),
                others: removing.map { [FormStep.remove.button($0, .warning)] } ?? [], errors: asked.failures),
            after: [.paragraph(.link("Back to the list", to: back.destination(in: work.id)))])
    }
}
