public import Challenges
public import Markup
public import Tabular
import Vocabulary

/// One bundle of challenges: how it stands, what is next, its rows, its letter, and what happened to it.
public struct BundlePage: Page {
    public let bundle: ChallengeBundle
    /// Nil where it is closed.
    public let task: BundleTask?
    public let letter: ChallengeLetter
    /// The challenges of this page only.
    public let rows: Table
    public let query: ListQuery
    public let paging: Paging
    public let sortable: Set<String>
    /// Lines of the journal.
    public let lines: Table
    /// True for whoever works on it.
    public let isKeeper: Bool

    public init(
        _ bundle: ChallengeBundle, task: BundleTask?, letter: ChallengeLetter, rows: Table, query: ListQuery,
        paging: Paging, sortable: Set<String>, lines: Table, isKeeper: Bool
    ) {
        (self.bundle, self.task, self.letter, self.rows) = (bundle, task, letter, rows)
        (self.query, self.paging, self.sortable) = (query, paging, sortable)
        (self.lines, self.isKeeper) = (lines, isKeeper)
    }

    private var id: Slug { bundle.id }
    private var sums: ChallengeSums { ChallengeSums(of: bundle) }

    public var heading: String { "Challenges to \(bundle.provider): \(id)" }
    public var route: Route? { .challenges(.bundle(id)) }
    public var trail: [(name: String, route: Route)] {
        [("Activity", .activity), ("Bundles of challenges", .challenges(.bundles))]
    }
    public var isOfAPosition: Bool { false }
    public var origin: String { "challenges to what a provider billed" }

    public func content(in shell: Shell) -> [Html] {
        let sums = sums
        return [
            standing, .ways(isKeeper ? ways : [], label: "What can be done", in: shell),
            .summaryList(facts(sums.total)),
            files,
            .section(
                heading: 2, "What it comes to", id: "sums",
                [
                    TableView(BundleTables.byRule(sums, words: bundle.words)).toThePenny().html(in: shell),
                    .details(
                        summary: "The same by month",
                        [TableView(BundleTables.byMonth(sums)).toThePenny().html(in: shell)]),
                ]),
            challenges(shell),
            .section(
                heading: 2, "The letter", id: "letter",
                [unread, .details(summary: "Read what the letter says", blocks(shell))]),
            .section(
                heading: 2, "Until now", id: "past",
                [
                    TableView(BundleTables.steps(of: bundle)).html(in: shell),
                    .details(summary: "Its lines of the journal", [TableView(lines).html(in: shell)]),
                ]),
        ]
    }

    private var standing: Html {
        let state = "It is \(bundle.state.inWords)."
        let next = task.map { " \($0.sentence)" } ?? " Nothing more is to be done."
        return .paragraph(.text(state + next), class: task?.isLate == true ? "warning" : "lede")
    }

    private func facts(_ total: ChallengeSums.Sum) -> [Html.SummaryRow] {
        var rows: [Html.SummaryRow] = [
            .init("Provider", .name(bundle.provider)), .init("Commissioner", .text(bundle.commissioner.description)),
            .init("Months", .text(bundle.months.map(\.inWords).joined(separator: ", "))),
            .init(
                "Challenges",
                .text(
                    "\(grouped(total.raised)) raised = \(grouped(total.open)) open + \(grouped(total.upheld)) upheld + "
                        + "\(grouped(total.partUpheld)) in part + \(grouped(total.withdrawn)) withdrawn")),
            .init(
                "Money, counted once",
                .text(
                    "\(total.claimed) claimed = \(total.openMoney) open + \(total.agreed) agreed + \(total.givenUp) given up"
                )),
            .init("Credited", .text("\(bundle.credited)")),
        ]
        if let sending = bundle.sending {
            rows += [
                .init(
                    "Sent on", .text(sending.on.inWords + (sending.isLate ? ", later than the contract allows" : ""))),
                .init("Answer by", .text(sending.deadline.inWords)),
                .init("Answer to", .name(sending.contact)),
            ]
        }
        return rows
    }

    private var files: Html {
        func link(_ words: String, _ deed: ChallengeDeed) -> Html { .link(.text(words), to: deed.destination) }
        let what = bundle.sending == nil ? "Draft, not sent yet" : "As it was sent"
        return .block(
            [
                .paragraph(.text(what)),
                .list([
                    link("Letter (Word)", .letter(id)), link("Rows to answer (Excel)", .rows(id)),
                    link("Digests (JSON)", .digests(id)),
                ]),
            ], class: "downloads")
    }

    private func challenges(_ shell: Shell) -> Html {
        let rules = Set(bundle.challenges.map(\.raised.rule)).sorted().map { rule -> Choice in
            let title = bundle.words(of: rule).title
            return Choice(rule, title == rule ? rule : "\(rule) \(title)")
        }
        let states = Challenge.State.allCases.map { Choice($0.rawValue, $0.inWords) }
        func menu(_ name: String, _ label: String, _ choices: [Choice], _ selected: String?) -> Field {
            Field(
                name, label: label,
                kind: .choice([ChoiceGroup(nil, [Choice("", "All")] + choices)], selected: selected ?? ""))
        }
        let here = Route.challenges(.bundle(id))
        let form = Html.asking(
            for: here.destination(), id: "find", label: "Find challenges",
            fields: [menu("rule", "Rule", rules, query.rule), menu("state", "State", states, query.state)],
            button: "Find challenges")
        let all = Html.paragraph(
            [
                .text("\(counted(paging.total, "challenge", "challenges")) of \(grouped(bundle.challenges.count)). "),
                .link("Show all challenges", to: here.destination()),
            ], class: "found")
        return .section(
            heading: 2, "Row by row", id: "rows",
            [
                form, query.isFiltered ? all : .none,
                TableView(
                    rows.showing([
                        "number", "rule", "month", "row", "amountPence", "countedPence", "state", "acceptedPence",
                        "answer",
                        "agreedPence", "reason",
                    ]), listing: Listing(here, query: query, paging: paging, sortable: sortable),
                    empty: "No challenge fits what was asked for."
                ).toThePenny().html(in: shell),
            ])
    }

    /// Which rules rest on what nobody here has read: the letter does not say it.
    private var unread: Html {
        let raised = Set(bundle.challenges.map(\.raised.rule))
        let rules = bundle.words.filter { !$0.isVerified && raised.contains($0.rule) }.map(\.rule).sorted()
        guard !rules.isEmpty else { return .none }
        return .paragraph(
            .text(
                "Nobody here has read at its source what \(rules.joined(separator: ", ")) \(rules.count == 1 ? "rests" : "rest") on. The "
                    + "letter says what that is, and not that it was read."))
    }

    private func blocks(_ shell: Shell) -> [Html] {
        [Html.paragraph(.strong(.name(letter.title)))]
            + letter.blocks.map { block in
                switch block {
                case .heading(let words): .heading(3, .name(words))
                case .subheading(let words): .heading(4, .name(words))
                case .paragraph(let words): .paragraph(.name(words))
                case .list(let items): .list(items.map { .name($0) })
                case .table(let caption, let header, let rows, _):
                    TableView(
                        Table(
                            key: "letter", caption: caption,
                            columns: header.enumerated().map { .init("column\($0)", $1) },
                            rows: rows.map { $0.map(Cell.text) })
                    ).html(in: shell)
                }
            }
    }

    /// What may be done as it stands, the next step first.
    private var ways: [(words: String, route: Route)] {
        func may(_ act: String) -> Bool {
            ChallengeBundle.transitions.contains { $0.from == bundle.state && $0.by == act }
        }
        let isSent = bundle.sending != nil
        var ways: [(words: String, deed: ChallengeDeed)] = []
        if may(SendChallenges.name), !isSent { ways.append(("Send it", .send(id))) }
        if may(AnswerChallenges.name) { ways.append(("Take answers in", .answers(id))) }
        if may(ConcludeChallenges.name) {
            ways.append((isSent ? "Conclude on challenges" : "Withdraw challenges", .conclude(id)))
            if isSent { ways.append(("Take a list of conclusions in", .conclusions(id))) }
        }
        if may(RecordCredit.name), bundle.agreed > .zero || !bundle.credits.isEmpty {
            ways.append(("Record a credit note", .credit(id)))
        }
        if may(CloseBundle.name) { ways.append(("Close it", .close(id))) }
        if may(SettleDispute.name) { ways.append(("Settle the dispute", .settle(id))) }
        if may(DisputeBundle.name), let next = DisputeForm.next(of: bundle) {
            ways.append((bundle.openDispute == nil ? "Begin a dispute" : "Go on to \(next.inWords)", .dispute(id)))
        }
        if may(SendChallenges.name), isSent { ways.append(("Send it again", .send(id))) }
        return ways.map { ($0.words, .challenges($0.deed)) }
    }
}
