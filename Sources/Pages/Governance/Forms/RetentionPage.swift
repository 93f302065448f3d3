public import Governance
public import Markup
public import Vocabulary

/// Personal texts of the register whose time is over, and the one button that disposes of them for good.
public struct RetentionPage: Page {
    public var entries: [RetainedEntry]
    public var token: FormToken
    public var name: @Sendable (Slug) -> String
    /// What kept them from being disposed of.
    public var failure: String?

    public init(
        _ entries: [RetainedEntry], token: FormToken, name: @escaping @Sendable (Slug) -> String,
        failure: String? = nil
    ) {
        self.entries = entries
        self.token = token
        self.name = name
        self.failure = failure
    }

    public var heading: String { "Texts whose time is over" }
    public var route: Route? { .register(.retention) }
    public var trail: [(name: String, route: Route)] { [("Register", .register(.keeping))] }
    public var isOfAPosition: Bool { false }
    public var origin: String { "for those who keep it" }
    public var errorSummary: Html { (form?.errorSummary).orNone }

    private var form: Form? {
        guard !entries.isEmpty else { return nil }
        return Form(
            to: RegisterDeed.retention.destination, token: token, id: "dispose", label: heading,
            button: .init("Dispose of them for good", .warning), errors: failure.map { [$0] } ?? [])
    }

    public func content(in shell: Shell) -> [Html] {
        guard !entries.isEmpty else {
            return [.paragraph("No text’s time is over. They are kept for as long as the rules say.", class: "empty")]
        }
        let rows = entries.map { entry in
            Html.SummaryRow(
                "\(name(entry.person)): \(entry.inWords)",
                .text(entry.keepUntil.map { "Kept until \($0.inWords)" } ?? ""))
        }
        return [
            .paragraph(
                """
                These words are taken out of the record for good; that cannot be undone. The entries stay, and the record \
                still proves what was done. Copies in backups are not reached: see to them too.
                """, class: "lede"), .summaryList(rows), (form?.html).orNone,
        ]
    }
}
