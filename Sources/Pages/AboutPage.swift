public import Markup

/// What Remit is, how its figures come about, and how to check them.
public struct AboutPage: Page {
    public init() {}

    public var heading: String { "About Remit" }
    public var route: Route? { .about }
    public var isOfAPosition: Bool { false }

    public func content(in shell: Shell) -> [Html] {
        [
            .paragraph("Decisions about shared money, on the record.", class: "lede"),
            .paragraph(
                """
                Remit shows a dental commissioner what each contract is worth, what it has delivered, where it will \
                end the year, what money can be moved and from which day, and how much of today’s pattern is only \
                last year’s.
                """),
            .section(heading: 2, "Where the figures come from", id: "figures", [figures(in: shell)]),
            .section(heading: 2, "What it does not do", id: "limits", [limits]),
            .section(heading: 2, "How to check it", id: "checking", checking(in: shell)),
            .section(
                heading: 2, "Licence and data", id: "licence",
                [
                    .paragraph("Remit is free software under the Apache Licence, version 2.0."),
                    .list(
                        shell.sources.isEmpty
                            ? ["No data are held yet."] : shell.sources.map { .text($0) }),
                ]),
        ]
    }

    private func figures(in shell: Shell) -> Html {
        .list([
            [
                "The monthly and annual contract files of the NHS Business Services Authority, kept whole. ",
                .link("What was imported", to: shell.destination(.imports)), ".",
            ],
            [
                "Rules with the days on which they hold, each with its source. ",
                .link("The rules", to: shell.destination(.rules)), " say which are not yet verified.",
            ],
            [
                "Forecasts that were tested on years they had not seen. ",
                .link("The back-test", to: shell.destination(.backtest)), " says how far to trust them.",
            ],
            .sentence(
                "Money is whole pence throughout; shares are compared exactly: 95.99 % is never taken for 96 %."),
        ])
    }

    private var limits: Html {
        .list([
            "It decides nothing: it calculates and explains, and people decide.",
            "It does not guess: a row that cannot be right is flagged and stays out of totals until a person accepts it.",
            "It calls no contract movable that the published terms leave unclear.",
            "It loads nothing from elsewhere: no scripts, no fonts, no trackers.",
        ])
    }

    private func checking(in shell: Shell) -> [Html] {
        [
            .paragraph(
                """
                Every change is a line of a journal in which each line seals the one before. This walks it, and \
                calculates a working again from the files it rests on:
                """),
            .command("remit verify"),
            .paragraph("Any method on figures of your own, with its workings:"),
            .command("remit calc METHOD FILE\nremit methods check FOLDER"),
            .paragraph([
                .link("The UDA check", to: shell.destination(.unitCheck)),
                " compares courses of treatment by band with the units published.",
            ]),
        ]
    }
}
