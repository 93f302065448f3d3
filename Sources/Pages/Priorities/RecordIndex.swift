import Markup
import Priorities
import Tabular
import Vocabulary

/// The decision record: question, money, panel, criteria, options with reasons, how sure, and how to check it.
enum RecordIndex {
    static func heading(_ view: RecordView) -> String { view.round.title }

    static func parts(_ view: RecordView) -> [Html] {
        let (reading, shell) = (view.reading, view.shell)
        let prices = reading.priceSentences()
        func section(_ title: Html, _ id: ElementID, _ parts: [Html]) -> Html {
            .section(heading: 2, title, id: id, parts)
        }
        func table(_ table: Table?, empty: String = "None.") -> Html {
            table.map { TableView($0, empty: empty).html(in: shell) }.orNone
        }
        return [
            RoundHeadline(reading).html(),
            section("The question", "question", question(view)),
            section("What was decided, and why", "decided", decided(view)),
            section(
                "The money", "money",
                [
                    table(reading.spendTable(), empty: "No line of today’s spend was given."),
                    table(reading.sourcesTable()), (RoundYears(reading)?.figure(in: shell)).orNone,
                ]),
            section(
                "Who was on the panel", "panel",
                [
                    table(reading.tables.members), table(reading.interestsTable(), empty: "No interest was declared."),
                    table(reading.exclusionsTable(), empty: "Nobody was left out of anything."),
                ]),
            section(
                "By which criteria and weights", "criteria-part",
                [
                    table(reading.stagesTable()), table(reading.criteriaTable()), table(reading.weightsTable()),
                    reading.round.setAside.isEmpty ? .none : table(reading.tables.setAside),
                ]),
            section("How sure it is", "sure", sureness(view)),
            section("Who benefits", "who-benefits", [table(reading.beneficiariesTable())]),
            section(
                "What the rules cost", "rules-part",
                [
                    prices.isEmpty ? .none : .list(prices.map { .sentence($0) }),
                    (reading.result.map {
                        .details(
                            summary: "The figures of these sentences",
                            [TableView(reading.tables.prices($0), empty: "None.").html(in: shell)])
                    }).orNone,
                    table(reading.rulesTable(), empty: "There were no rules besides the money."),
                ]),
            section(
                "Advice and pressure", "advice-part",
                [table(reading.adviceTable(), empty: "None is on the record.")]),
            section(
                "Papers that the law asks for", "papers",
                [table(reading.assessmentsTable(), empty: "No service is stopped or changed.")]),
            section(
                "How to appeal", "appeal",
                [
                    .paragraph(.sentence(DecisionPage.appealsSentence(view.round))),
                    view.round.lodged.isEmpty ? .none : table(reading.appealsTable()),
                ]),
            section("How to check it", "check", check(view)),
        ]
    }

    private static func question(_ view: RecordView) -> [Html] {
        let round = view.round
        let (give, free) = (
            round.options.count { !$0.kind.isDisinvestment }, round.options.count(where: \.kind.isDisinvestment)
        )
        let stop = free == 0 ? "" : ", and which of \(counted(free, "service")) to stop or change for it"
        return [
            .paragraph(
                .text(
                    """
                    Which of \(counted(give, "proposal")) should \(round.programme.title) fund\(stop)? Benefit was \
                    declared before anything was scored: \(round.benefit.words).
                    """))
        ]
    }

    private static func decided(_ view: RecordView) -> [Html] {
        let (reading, shell) = (view.reading, view.shell)
        guard let decision = view.round.decision, let table = reading.decisionTable() else {
            return [
                .paragraph("Nothing has been decided yet.", class: "empty"),
                TableView(reading.optionsTable(), empty: "No option was put forward.").html(in: shell),
            ]
        }
        return [
            .paragraph(.text("By \(decision.body), on \(decision.decidedOn.inWords).")),
            DecisionPage.departures(reading), TableView(table).html(in: shell),
            view.changes.map { TableView($0).html(in: shell) }.orNone,
            .group(DecisionPage.sitting(reading, in: shell)),
            reading.ballotTable().map { TableView($0).html(in: shell) }.orNone,
        ]
    }

    private static func sureness(_ view: RecordView) -> [Html] {
        let (reading, shell) = (view.reading, view.shell)
        guard reading.result != nil else { return [.paragraph("No answer was worked out.", class: "empty")] }
        return [
            TableView(reading.optionsTable()).html(in: shell), (RoundCostValue(reading)?.figure(in: shell)).orNone,
            (RoundSureness(reading)?.figure(in: shell)).orNone,
        ]
    }

    private static func check(_ view: RecordView) -> [Html] {
        let files = view.files.compactMap { file -> Html? in
            LocalFile(file.path).map { [.link(.text(file.words), toFile: $0), " ", .code(file.path)] }
        }
        return [
            .paragraph(
                """
                Anybody can work the answer out again from this folder alone. The command compares every file with \
                its digest, decides every act again, and works out ranking and set anew:
                """),
            .command("remit verify DIR"),
            .paragraph(
                [
                    .text(
                        """
                        The journal’s head is printed here and published apart, so that a record which was changed \
                        and sealed anew does not pass: line\u{20}
                        """), .strong(.text("\(view.journal.sequence)")), ", ",
                    .code(view.journal.digest.description), ".",
                ], id: "journal-head"),
            files.isEmpty ? .none : .list(files),
            TableView(view.inputsTable(), empty: "No file was cited.").html(in: view.shell),
        ]
    }
}
