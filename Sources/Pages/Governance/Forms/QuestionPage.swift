public import Markup

/// A page with one form: a question, or a few that belong together.
public struct QuestionPage<Asked: GovernanceForm>: Page {
    public var heading: String
    public var trail: [(name: String, route: Route)]
    public var form: Asked
    public var deed: Destination
    public var token: FormToken
    public var button: Form.Button
    public var others: [Form.Button]
    /// Between the heading and the form.
    public var before: [Html]
    public var after: [Html]

    public init(
        _ heading: String, trail: [(name: String, route: Route)], form: Asked, to deed: Destination, token: FormToken,
        button: Form.Button, others: [Form.Button] = [], before: [Html] = [], after: [Html] = []
    ) {
        self.heading = heading
        self.trail = trail
        self.form = form
        self.deed = deed
        self.token = token
        self.button = button
        self.others = others
        self.before = before
        self.after = after
    }

    public var route: Route? { nil }
    public var isOfAPosition: Bool { false }
    public var origin: String { "for those who work with it" }
    public var errorSummary: Html { posted.errorSummary }

    private var posted: Form {
        Form(
            to: deed, token: token, id: "asked", label: heading, parts: form.parts, kept: form.kept, button: button,
            others: others, errors: form.failures)
    }

    public func content(in shell: Shell) -> [Html] { before + [posted.html] + after }
}
