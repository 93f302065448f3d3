public import Markup

/// One's own account: who one is here, how one signs in, and where one is signed in.
public struct AccountPage: Page {
    public var token: FormToken
    public var name: String
    public var email: String
    public var roles: [String]
    /// When the password was last changed, in words; nil where none is set.
    public var passwordChanged: String?
    public var hasSecondFactor: Bool
    public var sessions: [Session]
    /// Where else one signs in: `your Wexbourne account, since 3 March 2026`.
    public var elsewhere: [String] = []
    /// Whether one wants reminders and a weekly message; nil where no mail is set up.
    public var wantsReminders: Bool?
    /// False where one's roles do not let programs come in one's name.
    public var mayHoldTokens = false

    /// A place where one is signed in.
    public struct Session: Sendable {
        /// By which it is ended; never what its cookie holds.
        public var id: String
        public var started: String
        public var lastSeen: String
        public var how: String
        public var isThis: Bool

        public init(id: String, started: String, lastSeen: String, how: String, isThis: Bool) {
            self.id = id
            self.started = started
            self.lastSeen = lastSeen
            self.how = how
            self.isThis = isThis
        }
    }

    public init(
        token: FormToken, name: String, email: String, roles: [String], passwordChanged: String?,
        hasSecondFactor: Bool, sessions: [Session]
    ) {
        self.token = token
        self.name = name
        self.email = email
        self.roles = roles
        self.passwordChanged = passwordChanged
        self.hasSecondFactor = hasSecondFactor
        self.sessions = sessions
    }

    public var heading: String { "Your account" }
    public var route: Route? { .account }
    public var isOfAPosition: Bool { false }
    public var origin: String { "for those who work with it" }

    public func content(in shell: Shell) -> [Html] {
        [
            .summaryList(
                [
                    .init("Name", .name(name)), .init("E-mail address", .name(email)),
                    .init("Roles", roles.isEmpty ? "none" : .list(roles.map { .text($0) }, class: "plain")),
                    .init(
                        "Password", .text(passwordChanged.map { "Changed \($0)" } ?? "None set"),
                        links: [("Change", Route.password.destination())]),
                    .init(
                        "Second factor", hasSecondFactor ? "On" : "Off",
                        links: [(hasSecondFactor ? "Change" : "Set up", Route.secondFactor.destination())]),
                ]
                    + (elsewhere.isEmpty
                        ? [] : [.init("You also sign in with", .list(elsewhere.map { .text($0) }, class: "plain"))])
                    + tokens),
            wantsReminders.map { .section(heading: 2, "Mail", id: "mail", [mail($0)]) }.orNone,
            // The demonstration keeps no sessions.
            sessions.isEmpty ? .none : .section(heading: 2, "Where you are signed in", id: "sessions", signedIn),
        ]
    }

    private var tokens: [Html.SummaryRow] {
        guard mayHoldTokens else { return [] }
        return [
            .init(
                "Access tokens", "With which programs come in your name",
                links: [("See or make", Route.tokens.destination())])
        ]
    }

    private func mail(_ isOn: Bool) -> Html {
        let form = Form(
            to: Deed.chooseMail.destination, token: token, id: "choose-mail", label: "Reminders by e-mail",
            kept: [.init("reminders", isOn ? "off" : "on")],
            button: .init(isOn ? "Turn reminders off" : "Turn reminders on", .second))
        return [
            .paragraph(
                isOn
                    ? "You get one message a week while something waits for you, and a reminder when its day is near."
                    : "You get no reminders and no weekly message."),
            form.html,
        ]
    }

    private var signedIn: [Html] {
        let others = sessions.filter { !$0.isThis }
        let everywhere = Form(
            to: Deed.endOtherSessions.destination, token: token, id: "end-others", label: "Sign out everywhere else",
            button: .init("Sign out everywhere else", .warning))
        return [
            .paragraph("If you do not know one of these, end it and change your password."),
            .summaryList(
                sessions.map { session in
                    let said = "Signed in \(session.how) \(session.started), last used \(session.lastSeen)"
                    guard !session.isThis else { return .init("This one", .text(said)) }
                    let end = Form(
                        to: Deed.endSession.destination, token: token, id: ElementID("end-\(session.id)"),
                        label: "End the session begun \(session.started)", kept: [.init("session", session.id)],
                        button: .init("End", .second))
                    return .init("Another", [.text(said), end.html])
                }),
            others.isEmpty ? .none : everywhere.html,
        ]
    }
}
