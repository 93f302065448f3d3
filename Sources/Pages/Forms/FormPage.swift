public import Markup

/// A page with one form, or with none where there is nothing to be asked.
public struct FormPage: Page {
    public var heading: String
    public var trail: [(name: String, route: Route)]
    public var subtitle: Html
    public var origin: String
    /// Between the heading and the form.
    public var before: [Html]
    public var form: Form?
    public var after: [Html]

    public init(
        _ heading: String, trail: [(name: String, route: Route)], subtitle: Html = .none,
        origin: String = "for those who work with it", before: [Html] = [], form: Form?, after: [Html] = []
    ) {
        self.heading = heading
        self.trail = trail
        self.subtitle = subtitle
        self.origin = origin
        self.before = before
        self.form = form
        self.after = after
    }

    /// A question, or a few that belong together.
    public init(
        _ heading: String, trail: [(name: String, route: Route)], form asked: some AskedForm, to deed: Destination,
        token: FormToken, button: Form.Button, others: [Form.Button] = [], keeping kept: [Form.Kept] = [],
        before: [Html] = [], after: [Html] = []
    ) {
        self.init(
            heading, trail: trail, before: before,
            form: Form(
                to: deed, token: token, id: "asked", label: heading, parts: asked.parts, kept: asked.kept + kept,
                button: button, others: others, errors: asked.failures),
            after: after)
    }

    /// Answers to be read once more before they are sent; nothing has been recorded yet.
    ///
    /// - Parameter notes: what the rules say of it, and what sending it means.
    public init(
        _ heading: String, trail: [(name: String, route: Route)], checking rows: [Html.SummaryRow], notes: [Html] = [],
        filled: SentValues, to deed: Destination, token: FormToken, button: String
    ) {
        self.init(
            heading, trail: trail,
            before: [.paragraph("Nothing is recorded until you send it.", class: "lede"), .summaryList(rows)] + notes,
            form: .check(heading, to: deed, token: token, keeping: filled, button: button))
    }

    public var route: Route? { nil }
    public var isOfAPosition: Bool { false }
    public var errorSummary: Html { (form?.errorSummary).orNone }

    public func content(in shell: Shell) -> [Html] { before + [(form?.html).orNone] + after }
}
