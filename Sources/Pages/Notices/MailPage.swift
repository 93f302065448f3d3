public import Markup
public import Tabular

/// Messages on their way out, for administrators: to whom, what for and what became of them, never what they say.
public struct MailPage: Page {
    public var token: FormToken
    /// Whose name stands on the messages; nil where no mail is set up.
    public var sender: String?
    /// How many there are in each state, as words: `2 waiting`.
    public var counts: [String]
    /// Those that a person may have sent again.
    public var stuck: [Stuck]
    /// As `MailAnswer` makes it, the newest first.
    public var table: Table
    public var listing: Listing
    public var failure: String?

    /// A message that failed, or of which nobody knows whether it arrived.
    public struct Stuck: Hashable, Sendable {
        public var id: Int
        /// `a reminder to Ada Vale`.
        public var words: String
        /// `failed: refused by the mail server (550)`.
        public var state: String

        public init(id: Int, words: String, state: String) {
            (self.id, self.words, self.state) = (id, words, state)
        }
    }

    public init(
        token: FormToken, sender: String?, counts: [String], stuck: [Stuck], table: Table,
        listing: Listing = Listing(.mail)
    ) {
        self.token = token
        self.sender = sender
        self.counts = counts
        self.stuck = stuck
        self.table = table
        self.listing = listing
    }

    public var heading: String { "Mail" }
    public var route: Route? { .mail }
    public var trail: [(name: String, route: Route)] { [("People", .people)] }
    public var isOfAPosition: Bool { false }
    public var origin: String { "for those who work with it" }
    public var errorSummary: Html {
        failure.map { .notification(.important, title: "There is a problem", [.paragraph(.text($0))]) }.orNone
    }

    public func content(in shell: Shell) -> [Html] {
        [
            .paragraph(
                .text(
                    sender.map { "Invitations, reminders and one message a week are sent from \($0)." }
                        ?? "No mail is set up, so nothing is sent."), class: "lede"),
            sender == nil
                ? .paragraph("Whoever runs the service sets it up with remit serve --mail; the manual says how.")
                : .none,
            .section(
                heading: 2, "What became of messages", id: "states",
                [
                    counts.isEmpty
                        ? .paragraph("No message has been written yet.", class: "empty")
                        : .list(counts.map { .text($0) }, class: "plain")
                ]),
            stuck.isEmpty ? .none : .section(heading: 2, "To be looked at", id: "stuck", again),
            table.rows.isEmpty
                ? .none
                : .section(
                    heading: 2, "Messages", id: "messages",
                    [TableView(table, listing: listing, empty: "There are none.").html(in: shell)]),
        ]
    }

    private var again: [Html] {
        [
            .paragraph(
                "These were not sent, or it is not known whether they arrived. Send one again where it is still needed."
            ),
            .summaryList(
                stuck.map { message in
                    let form = Form(
                        to: Deed.sendAgain.destination, token: token, id: ElementID("again-\(message.id)"),
                        label: "Send again: \(message.words)", kept: [.init("message", String(message.id))],
                        button: .init("Send again", .second))
                    return .init(message.words, [.text(message.state), form.html])
                }),
        ]
    }
}
