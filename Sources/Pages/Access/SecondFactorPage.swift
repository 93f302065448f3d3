public import Markup

/// Sets up the codes of an authenticator as a second factor, shows recovery codes once, or turns it off.
public struct SecondFactorPage: Page {
    public var token: FormToken
    public var state: State
    public var error: String?

    public enum State: Sendable {
        /// Not on: the secret to be entered into an authenticator, and its address for programs.
        case setUp(secret: String, address: String)
        case on
        /// Just turned on: the recovery codes, which are never shown again.
        case codes([String])
    }

    public init(token: FormToken, state: State, error: String? = nil) {
        self.token = token
        self.state = state
        self.error = error
    }

    public var heading: String { "Second factor" }
    public var route: Route? { .secondFactor }
    public var trail: [(name: String, route: Route)] { [("Your account", .account)] }
    public var isOfAPosition: Bool { false }
    public var origin: String { "for those who work with it" }
    public var errorSummary: Html { form?.errorSummary ?? .none }

    private var form: Form? {
        switch state {
        case .setUp(let secret, _):
            Form(
                to: Route.secondFactor.destination(), token: token, id: "second-factor", label: "Turn it on",
                parts: [
                    .field(
                        Field(
                            "code", label: "Code", hint: "The six figures that the authenticator shows now.",
                            error: error, kind: .number(value: ""), purpose: .oneTimeCode))
                ], kept: [.init("secret", secret)], button: .init("Turn it on"))
        case .on:
            Form(
                to: Deed.turnOffSecondFactor.destination, token: token, id: "second-factor", label: "Turn it off",
                parts: [
                    .field(
                        Field("password", label: "Password", error: error, kind: .password, purpose: .currentPassword))
                ], button: .init("Turn it off", .warning))
        case .codes: nil
        }
    }

    public func content(in shell: Shell) -> [Html] {
        switch state {
        case .setUp(let secret, let address):
            [
                .paragraph("With a second factor, your password alone lets nobody in.", class: "lede"),
                .list(
                    [
                        "Open an authenticator on your telephone and add an account by typing a key.",
                        ["Type this key: ", .code(SecondFactorPage.inFours(secret))],
                        "Type below the six figures that it then shows.",
                    ], isOrdered: true),
                .details(summary: "The same for programs", [.command(address)]), (form?.html).orNone,
            ]
        case .on:
            [
                .paragraph("It is on: you are asked for a code each time you sign in.", class: "lede"),
                .section(heading: 2, "Turn it off", id: "off", [(form?.html).orNone]),
            ]
        case .codes(let codes):
            [
                .paragraph("It is on.", class: "lede"),
                .section(
                    heading: 2, "Recovery codes", id: "recovery",
                    [
                        .paragraph(
                            """
                            Each lets you in once, without the authenticator. Keep them where you keep your \
                            passwords: they are not shown again.
                            """),
                        .command(codes.joined(separator: "\n")),
                    ]),
                .paragraph(.link("Back to your account", to: Route.account.destination())),
            ]
        }
    }

    /// Easier to type: `ABCD EFGH`.
    private static func inFours(_ secret: String) -> String {
        stride(from: 0, to: secret.count, by: 4).map { String(secret.dropFirst($0).prefix(4)) }.joined(separator: " ")
    }
}
