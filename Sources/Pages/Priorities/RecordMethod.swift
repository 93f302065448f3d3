import Markup
import Priorities

/// How the answer was worked out, for somebody who wants to do it again.
enum RecordMethod {
    static func parts(_ view: RecordView) -> [Html] {
        [
            .paragraph(
                "Nothing here is needed to read the record; it is for those who check it.", class: "lede"),
            .section(heading: 2, "From scores to benefit", id: "benefit", [benefit(view.round)]),
            .section(
                heading: 2, "From benefit to a set", id: "set",
                [
                    .paragraph(
                        """
                        The recommended set has the most benefit of all sets that keep to the money of every year and \
                        to every rule. What is paid for good needs money that comes every year; money that ends pays \
                        only for what ends. It is found by mixed-integer programming; beside it stands the simple \
                        ranking, which takes options in the order of benefit for money as long as they fit.
                        """)
                ]),
            .section(
                heading: 2, "How sure it is", id: "sure",
                [
                    .paragraph(
                        """
                        Each trial draws a member, that member’s weights within what was said, and for each option \
                        and criterion a value between the lowest and the highest that anybody on the panel gave, \
                        from a triangle whose peak is the panel’s mean. Runs are drawn from a stored seed by \
                        counter, so that anybody draws the same ones on any number of threads. From the trials come \
                        the share in which an option takes each place (rank acceptability), the mean weights with \
                        which it comes first (central weights), and the share in which the best set takes it (core \
                        index).
                        """),
                    .paragraph(
                        """
                        Where what a member said leaves a range of weights, values and the recommended set rest on its \
                        middle: the mean of the corners at which each criterion weighs most, which needs no seed. \
                        Trials draw evenly from the whole range, and the mean of the draws may lie a little to one \
                        side of that middle.
                        """),
                    .paragraph(
                        """
                        The share in which the best set takes an option is worked out again only where a solver is \
                        installed, for each trial has a best set of its own; elsewhere remit verify takes it as \
                        published, and says so.
                        """),
                    .paragraph("Reference: Lahdelma and Salminen 2001, SMAA-2; Airoldi, Morton and others 2014, STAR."),
                ]),
            .section(heading: 2, "This run", id: "run", [run(view)]),
        ]
    }

    private static func benefit(_ round: Round) -> Html {
        let kind: String =
            switch round.benefit {
            case .perPerson:
                "The value is multiplied by the people who benefit in a year and by the chance that it works."
            case .whole: "The value is of the whole option."
            }
        return .paragraph(
            .text(
                """
                Each score is brought to 0 to 100 through the fixed points of its scale, in straight lines between \
                them; the mean is taken over the members who may score the option; the means are weighted and \
                summed. \(kind) A service to stop or change counts negative: what is lost.
                """))
    }

    private static func run(_ view: RecordView) -> Html {
        guard let result = view.reading.result else { return .paragraph("No answer was worked out.", class: "empty") }
        let settings = result.settings
        return .descriptions(
            [
                ("Version of the method", .text("\(result.version)")), ("Seed", .text("\(settings.seed)")),
                ("Runs for the ranking", .written { $0.grouped(settings.draws) }),
                ("Runs for the best set", .written { $0.grouped(settings.coreDraws) }),
                ("Budgets on the frontier", .text("\(settings.frontierPoints)")),
                ("Solver", .text(result.solver.map { "\($0.name) \($0.version)" } ?? "none was installed")),
                ("Proved", .text(result.portfolio.isProved ? "yes: no other set does more good" : "no")),
            ], class: "facts")
    }
}
