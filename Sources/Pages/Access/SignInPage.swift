public import Markup

/// Where people sign in, and what is published without.
public struct SignInPage: Page {
    public var token: FormToken
    /// The e-mail address as it was given.
    public var email: String
    /// Where the reader wanted to go: a path of ours.
    public var then: Destination?
    /// Why signing in did not succeed: the same sentence whatever was wrong.
    public var failure: String?
    public var emailError: String?
    public var passwordError: String?
    /// Another way in, where one is set up: what it is called, and where it begins.
    public var elsewhere: (name: String, path: Destination)?

    /// True for who has just set a password.
    public var isPasswordSet = false
    /// In a demonstration: its people, each one press away; none anywhere else.
    public var people: [Choice] = []

    public init(
        token: FormToken, email: String = "", then: Destination? = nil, failure: String? = nil,
        emailError: String? = nil, passwordError: String? = nil
    ) {
        self.token = token
        self.email = email
        self.then = then
        self.failure = failure
        self.emailError = emailError
        self.passwordError = passwordError
    }

    public var heading: String { "Sign in" }
    public var route: Route? { .signIn }
    public var isOfAPosition: Bool { false }
    public var origin: String { "for those who work with it" }
    public var errorSummary: Html { form.errorSummary }

    var form: Form {
        Form(
            to: Route.signIn.destination(), token: token, id: "sign-in", label: "Sign in",
            parts: [
                .field(
                    Field(
                        "email", label: "E-mail address", error: emailError, kind: .email(value: email),
                        purpose: .username)),
                .field(
                    Field(
                        "password", label: "Password", error: passwordError, kind: .password, purpose: .currentPassword)
                ),
            ], kept: then.map { [.init("then", $0.description)] } ?? [], button: .init("Sign in"),
            errors: failure.map { [$0] } ?? [])
    }

    /// A button for each of the demonstration's people.
    private var demonstration: [Html] {
        guard let first = people.first else { return [] }
        func button(_ choice: Choice) -> Form.Button {
            Form.Button(choice.words, .second, sending: .init("account", choice.value))
        }
        return [
            Form(
                to: Deed.switchPerson.destination, token: token, id: "enter-demonstration",
                label: "Enter the demonstration",
                parts: [.words(.paragraph("This is a demonstration; no password is needed. Enter it as:"))],
                button: button(first), others: people.dropFirst().map(button)
            ).html
        ]
    }

    public func content(in shell: Shell) -> [Html] {
        let published: [Route] = [
            .published, .interests, .committees, .meetings, .decisions, .whoDecides, .accountability, .rules, .about,
        ]
        let otherWay: [Html] =
            elsewhere.map { [.paragraph(.link(.text("Sign in with \($0.name)"), to: $0.path))] } ?? []
        let isSet: Html =
            isPasswordSet
            ? .notification(.done, title: "Your password is set", [.paragraph("Sign in with it now.")]) : .none
        return [isSet] + demonstration + otherWay + [
            form.html,
            .paragraph(
                """
                If you have forgotten your password, or have no account, ask an administrator of this installation.
                """),
            .section(
                heading: 2, "Published for everybody", id: "published",
                [
                    .paragraph("These pages can be read without signing in."),
                    .list(published.map { .link(.text($0.name ?? ""), to: shell.destination($0)) }),
                ]),
        ]
    }
}

/// Asks for the six figures of a second factor, after the password.
public struct SignInCodePage: Page {
    public var token: FormToken
    public var then: Destination?
    public var error: String?
    /// What is wrong with the whole: it took too long.
    public var failure: String?

    public init(token: FormToken, then: Destination? = nil, error: String? = nil, failure: String? = nil) {
        self.token = token
        self.then = then
        self.error = error
        self.failure = failure
    }

    public var heading: String { "Enter the code" }
    public var route: Route? { .signInCode }
    public var isOfAPosition: Bool { false }
    public var origin: String { "for those who work with it" }
    public var errorSummary: Html { form.errorSummary }

    private var form: Form {
        Form(
            to: Route.signInCode.destination(), token: token, id: "code", label: "Enter the code",
            parts: [
                .field(
                    Field(
                        "code", label: "Code",
                        hint: "The six figures that your authenticator shows now, or one of your recovery codes.",
                        error: error, kind: .text(value: ""), purpose: .oneTimeCode))
            ], kept: then.map { [.init("then", $0.description)] } ?? [], button: .init("Continue"),
            errors: failure.map { [$0] } ?? [])
    }

    public func content(in shell: Shell) -> [Html] {
        [form.html, .paragraph(.link("Start again", to: Route.signIn.destination()))]
    }
}
