public import Markup

/// Changes one's own password.
public struct PasswordPage: Page {
    public var token: FormToken
    /// At least so many characters.
    public var shortest: Int
    public var currentError: String?
    public var newError: String?
    public var againError: String?

    public init(
        token: FormToken, shortest: Int, currentError: String? = nil, newError: String? = nil,
        againError: String? = nil
    ) {
        self.token = token
        self.shortest = shortest
        self.currentError = currentError
        self.newError = newError
        self.againError = againError
    }

    public var heading: String { "Change your password" }
    public var route: Route? { .password }
    public var trail: [(name: String, route: Route)] { [("Your account", .account)] }
    public var isOfAPosition: Bool { false }
    public var origin: String { "for those who work with it" }
    public var errorSummary: Html { form.errorSummary }

    static func hint(_ shortest: Int) -> String {
        "At least \(shortest) characters. Three or four words that do not belong together are good."
    }

    private var form: Form {
        func field(_ name: String, _ label: String, _ hint: String?, _ error: String?, _ purpose: Field.Purpose)
            -> Form.Part
        {
            .field(Field(name, label: label, hint: hint, error: error, kind: .password, purpose: purpose))
        }
        return Form(
            to: Route.password.destination(), token: token, id: "password", label: "Change your password",
            parts: [
                field("current", "Password now", nil, currentError, .currentPassword),
                field(
                    "new", "New password",
                    PasswordPage.hint(shortest), newError, .newPassword),
                field("again", "New password again", nil, againError, .newPassword),
            ], button: .init("Change password"))
    }

    public func content(in shell: Shell) -> [Html] {
        [.paragraph("Wherever else you are signed in, you will be signed out."), form.html]
    }
}

/// Sets a password by a link that an administrator made.
public struct SetPasswordPage: Page {
    public var token: FormToken
    /// What the link holds.
    public var link: String
    /// Where to go on to after signing in; nil where nothing was said.
    public var then: Destination?
    public var shortest: Int
    public var newError: String?
    public var againError: String?

    public init(
        token: FormToken, link: String, shortest: Int, newError: String? = nil, againError: String? = nil
    ) {
        self.token = token
        self.link = link
        self.shortest = shortest
        self.newError = newError
        self.againError = againError
    }

    public var heading: String { "Set your password" }
    public var route: Route? { .setPassword }
    public var isOfAPosition: Bool { false }
    public var origin: String { "for those who work with it" }
    public var errorSummary: Html { form.errorSummary }

    private var form: Form {
        Form(
            to: Route.setPassword.destination(), token: token, id: "set-password", label: "Set your password",
            parts: [
                .field(
                    Field(
                        "new", label: "Password", hint: PasswordPage.hint(shortest), error: newError, kind: .password,
                        purpose: .newPassword)),
                .field(
                    Field("again", label: "Password again", error: againError, kind: .password, purpose: .newPassword)),
            ], kept: [.init("link", link)] + (then.map { [.init("then", $0.description)] } ?? []),
            button: .init("Set password"))
    }

    public func content(in shell: Shell) -> [Html] {
        [.paragraph("Then sign in with your e-mail address and this password.", class: "lede"), form.html]
    }
}
