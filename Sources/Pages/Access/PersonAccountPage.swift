public import Access
public import Markup
public import Vocabulary

/// One account, its roles, and what an administrator may do with it.
public struct PersonAccountPage: Page {
    public var token: FormToken
    public var account: Account
    public var name: String
    public var email: String
    public var day: Day
    /// The commissioners at which a role can be given, by code, with their names.
    public var commissioners: [Choice]
    /// True where the reader may give a role at all of them.
    public var mayGrantEverywhere: Bool
    /// What was given in the form for a role, and what is wrong with it.
    public var given: Given
    /// True for the reader's own account, in which they change nothing here.
    public var isOwn: Bool
    /// A link by which the person sets a password, made a moment ago.
    public var passwordLink: String?
    /// Where else the person signs in, at an OpenID provider.
    public var signInLinks: [SignInLink] = []
    /// Seats, the register, and what the person can be invited to.
    public var ties = Ties()

    /// Who the person is at a provider.
    public struct SignInLink: Hashable, Sendable {
        /// The provider's name for itself.
        public var issuer: String
        /// The provider's name for them.
        public var subject: String
        public var linkedOn: Day

        public init(issuer: String, subject: String, linkedOn: Day) {
            (self.issuer, self.subject, self.linkedOn) = (issuer, subject, linkedOn)
        }
    }

    /// What was chosen in the form for a role.
    public struct Given: Sendable {
        public var role = ""
        public var commissioner = ""
        public var until = DayTyped()
        public var errors: [String: String] = [:]
        public var failure: String?

        public init() {}
    }

    public init(
        token: FormToken, account: Account, name: String, email: String, day: Day, commissioners: [Choice],
        mayGrantEverywhere: Bool, given: Given = Given(), isOwn: Bool = false
    ) {
        self.token = token
        self.account = account
        self.name = name
        self.email = email
        self.day = day
        self.commissioners = commissioners
        self.mayGrantEverywhere = mayGrantEverywhere
        self.given = given
        self.isOwn = isOwn
    }

    public var heading: String { name }
    public var route: Route? { .personAccount(account.id) }
    public var trail: [(name: String, route: Route)] { [("People", .people)] }
    public var isOfAPosition: Bool { false }
    public var origin: String { "for those who work with it" }
    public var errorSummary: Html {
        if ties.errors["seat"] != nil { return seatForm.errorSummary }
        if ties.errors["person"] != nil { return personForm.errorSummary }
        return granting.errorSummary
    }

    private var granting: Form {
        let everywhere =
            mayGrantEverywhere ? [Choice("all", "All commissioners")] : []
        return Form(
            to: Deed.grant(account.id).destination, token: token, id: "grant", label: "Give a role",
            parts: [
                .field(
                    Field(
                        "role", label: "Role", error: given.errors["role"],
                        kind: .radios(Role.allCases.map { Choice($0.rawValue, $0.title) }, selected: given.role))),
                .field(
                    Field(
                        "commissioner", label: "Commissioner",
                        hint: commissioners.isEmpty
                            ? "Commissioners are those of the files taken in: take some in first."
                            : mayGrantEverywhere ? "Administrators and observers may have all of them." : nil,
                        error: given.errors["commissioner"],
                        kind: .choice(
                            [ChoiceGroup(nil, [Choice("", "Choose one")] + commissioners + everywhere)],
                            selected: given.commissioner))),
                .field(
                    Field(
                        "until", label: "Last day, if it ends", hint: "For example, 31 3 2027",
                        error: given.errors["until"],
                        kind: .dayInThree(given.until))),
            ], button: .init("Give the role"), errors: given.failure.map { [$0] } ?? [])
    }

    public func content(in shell: Shell) -> [Html] {
        [
            .summaryList([
                .init("Short name", .text(account.id.description)), .init("E-mail address", .name(email)),
                .init("State", .text(account.state.inWords)),
                .init("Added", .text(account.addedOn.inWords)),
                .init("Active since", .text(account.activatedOn?.inWords ?? "not yet")),
            ]),
            password,
            signInLinks.isEmpty
                ? .none : .section(heading: 2, "Signs in elsewhere too", id: "elsewhere", elsewhere),
            .section(heading: 2, "Roles", id: "roles", [roles]),
            mayChange
                ? .section(heading: 2, "Give a role", id: "give", [granting.html])
                : .none,
            .section(heading: 2, "Seats in rounds", id: "seats", seats),
            .section(heading: 2, "In the register of interests", id: "register", register),
            mayChange ? .section(heading: 2, "Suspend or close", id: "state", states) : .none,
        ]
    }

    private var elsewhere: [Html] {
        [
            .summaryList(
                signInLinks.enumerated().map { number, link in
                    let said: Html = .text(
                        "as “\(link.subject)”, linked on \(link.linkedOn.inWords)")
                    guard mayChange else { return .init(link.issuer, said) }
                    let remove = Form(
                        to: Deed.unlinkSignIn(account.id).destination, token: token,
                        id: ElementID("unlink-\(number + 1)"), label: "Take the link to \(link.issuer) away",
                        kept: [.init("issuer", link.issuer)], button: .init("Take the link away", .second))
                    return .init(link.issuer, [said, remove.html])
                }),
            mayChange
                ? .paragraph(
                    """
                    Without the link the sessions begun there end. Where the provider’s e-mail addresses are trusted, \
                    the person is linked again when they come back: to keep somebody out, suspend the account.
                    """) : .none,
        ]
    }

    /// Whether the person can be asked to come.
    public var mayBeInvited: Bool { mayChange && account.state != .suspended }
    /// Whether the reader may close the account.
    public var mayBeClosed: Bool { mayChange }

    var mayChange: Bool { account.state != .closed && !isOwn }

    private var password: Html {
        if let passwordLink {
            return .notification(
                .important, title: "Give this link to \(name), and to nobody else", id: "link",
                [
                    .paragraph(.code(passwordLink)),
                    .paragraph("Whoever has it can set the password, once, within a week. It is not shown again."),
                ])
        }
        guard mayChange, account.state != .suspended else { return .none }
        let make = Form(
            to: Deed.makeLink(account.id).destination, token: token, id: "make-link", label: "Make a password link",
            button: .init("Make a password link", .second))
        let isNew = account.state == .invited
        if let causes = ties.causes, !causes.isEmpty {
            return [
                .paragraph(
                    .text(
                        isNew
                            ? "This person cannot sign in yet. An invitation has a link by which they set a password."
                            : "An invitation says where to sign in, and leads to what they are invited to.")),
                invitation(to: causes),
                .paragraph(
                    .text(
                        "Or make a link by which \(isNew ? "a" : "a new") password is set, and hand it over yourself.")),
                make.html,
            ]
        }
        return [
            .paragraph(
                isNew
                    ? "This person cannot sign in yet. Make a link by which they set a password."
                    : "If the password is forgotten, make a link by which a new one is set."),
            make.html,
        ]
    }

    private var roles: Html {
        let standing = account.grants.filter { $0.stands(on: day) }
        guard !standing.isEmpty else { return .paragraph("None.", class: "empty") }
        return .summaryList(
            standing.map { grant in
                let span =
                    "from \(grant.since.inWords)" + (grant.until.map { " until \($0.inWords)" } ?? "")
                guard mayChange else { return .init(grant.role.title, .text("\(grant.inWords), \(span)")) }
                let place = grant.commissioner?.description ?? "all"
                let withdraw = Form(
                    to: Deed.withdraw(account.id).destination, token: token,
                    id: ElementID("withdraw-\(grant.role.rawValue)-\(place)-\(grant.since)"),
                    label: "Withdraw \(grant.inWords)",
                    kept: [.init("role", grant.role.rawValue), .init("commissioner", place)],
                    button: .init("Withdraw", .second))
                return .init(grant.role.title, [.text("\(grant.inWords), \(span)"), withdraw.html])
            })
    }

    private var states: [Html] {
        func form(_ deed: Deed, _ words: String, _ look: Form.Button.Look) -> Html {
            Form(
                to: deed.destination, token: token, id: ElementID(words), label: "\(words): \(account.id)",
                button: .init(words, look)
            ).html
        }
        let isSuspended = account.state == .suspended
        return [
            .paragraph(
                isSuspended
                    ? "A suspended account may do nothing until it is restored."
                    : "A suspended account may do nothing until it is restored; its sessions end at once."),
            isSuspended
                ? form(.restore(account.id), "Restore", .second) : form(.suspend(account.id), "Suspend", .second),
            .paragraph(
                [
                    "A closed account stays closed. ",
                    .link("Close the account for good", to: Route.closeAccount(account.id).destination()),
                ]),
        ]
    }
}
