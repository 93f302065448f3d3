public import Access
public import Markup
public import Vocabulary

/// One's own access tokens, with which programs come in one's name.
public struct TokensPage: Page {
    public var token: FormToken
    public var held: [Held]
    /// What a token may be for, of what one's roles let one do.
    public var scopes: [Permission]
    public var longestDays: Int
    public var given: Given
    /// To be shown once: a token that was just made.
    public var made: Made?

    /// A token, without what it is.
    public struct Held: Sendable {
        public var name: Slug
        public var scopes: [Permission]
        /// In words: `until 3 March 2027, last used on 5 December 2026`.
        public var span: String

        public init(name: Slug, scopes: [Permission], span: String) {
            self.name = name
            self.scopes = scopes
            self.span = span
        }
    }

    /// What was filled in.
    public struct Given: Sendable {
        public var name: String
        public var scopes: Set<String>
        public var days: String
        /// By the field's name.
        public var errors: [String: String]
        public var failure: String?

        public init(
            name: String = "", scopes: Set<String> = [], days: String, errors: [String: String] = [:],
            failure: String? = nil
        ) {
            self.name = name
            self.scopes = scopes
            self.days = days
            self.errors = errors
            self.failure = failure
        }
    }

    public struct Made: Sendable {
        public var name: Slug
        public var text: String

        public init(name: Slug, text: String) {
            self.name = name
            self.text = text
        }
    }

    public init(
        token: FormToken, held: [Held], scopes: [Permission], longestDays: Int, given: Given, made: Made? = nil
    ) {
        self.token = token
        self.held = held
        self.scopes = scopes
        self.longestDays = longestDays
        self.given = given
        self.made = made
    }

    public var heading: String { "Access tokens" }
    public var route: Route? { .tokens }
    public var trail: [(name: String, route: Route)] { [("Your account", .account)] }
    public var isOfAPosition: Bool { false }
    public var origin: String { "for those who work with it" }
    public var errorSummary: Html { form.errorSummary }

    private var form: Form {
        Form(
            to: Route.tokens.destination(), token: token, id: "make-token", label: "Make a token",
            parts: [
                .field(
                    Field(
                        "name", label: "Name of the token",
                        hint: "By which you know it: monthly-report. Small letters, digits and hyphens.",
                        error: given.errors["name"], kind: .text(value: given.name))),
                .field(
                    Field(
                        "scopes", label: "What it may be used for",
                        hint: "Tick as little as the program needs. It never gets more than your roles let you do.",
                        error: given.errors["scopes"],
                        kind: .checkboxes(
                            scopes.map { Choice($0.rawValue, $0.titleForHolder.uppercasedFirst) },
                            selected: given.scopes))),
                .field(
                    Field(
                        "days", label: "How many days it lasts", hint: "1 to \(longestDays)",
                        error: given.errors["days"], kind: .number(value: given.days))),
            ], button: .init("Make the token"), errors: given.failure.map { [$0] } ?? [])
    }

    public func content(in shell: Shell) -> [Html] {
        [
            .paragraph(
                [
                    "A program that you write or run shows a token instead of signing in. What it can ask for stands in ",
                    .link("the manual of the interface for programs", to: Route.programs.destination()), ".",
                ], class: "lede"),
            madeNow,
            .section(heading: 2, "Your tokens", id: "tokens", [list]),
            scopes.isEmpty
                ? .paragraph("Your roles let you do nothing that a token could be for.", class: "empty")
                : .section(heading: 2, "Make a token", id: "make", [form.html]),
        ]
    }

    private var madeNow: Html {
        guard let made else { return .none }
        return .notification(
            .important, title: "Copy the token “\(made.name)” now", id: "made",
            [
                .paragraph(.code(made.text)),
                .paragraph(
                    """
                    It is not shown again. Keep it as you keep a password: whoever has it can do in your name what it \
                    is for.
                    """),
            ])
    }

    private var list: Html {
        guard !held.isEmpty else { return .paragraph("You have none.", class: "empty") }
        return .summaryList(
            held.map { one in
                let end = Form(
                    to: Deed.endToken.destination, token: token, id: ElementID("end-\(one.name)"),
                    label: "End the token \(one.name)", kept: [.init("name", one.name.description)],
                    button: .init("End", .second))
                let purposes = one.scopes.map(\.titleForHolder).joined(separator: "; ")
                return .init(
                    one.name.description,
                    [.paragraph(.text("To " + purposes + ".")), .paragraph(.text("It holds \(one.span).")), end.html])
            })
    }
}
