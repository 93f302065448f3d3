import Markup

/// What a page says while nothing is held: how to begin.
enum NothingHeld {
    static func html(in shell: Shell) -> Html {
        .section(
            heading: 2, "No data are held yet", id: "nothing-held", class: "empty",
            [
                .paragraph(
                    """
                    Remit works from the monthly contractor files and the annual contract file that the NHS Business \
                    Services Authority publishes. Import them as they are, zipped or not:
                    """),
                shell.visit.mayEnter(.takeFilesIn)
                    ? .paragraph(.link("Take files in", to: Route.takeFilesIn.destination())) : .none,
                .command("remit import nhsbsa-dental FILE…\nremit import nhsbsa-contracts FILE"),
                .paragraph([
                    "Or see it with invented figures: ", .code("remit demo"), ". ",
                    .link("About Remit", to: shell.destination(.about)), " says what it does with them.",
                ]),
            ])
    }
}
