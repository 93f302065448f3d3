import Access
import Markup
import Pages
import Tabular
import Vocabulary

/// Pages on signing in and on accounts, as people and intruders fill them.
enum AccessSample {
    static let token = FormToken("t0ken")!
    static let day = Day("2026-11-22")!

    static func s(_ text: String) -> Slug { Slug(text)! }

    static func personal(_ byte: UInt8) -> Personal {
        Personal(digest: EvidenceID(bytes: [UInt8](repeating: byte, count: 32)))
    }

    static let book: AccessBook = {
        var book = AccessBook()
        var manager = Account(id: s("a014"), name: personal(1), email: personal(2), state: .active, addedOn: day)
        manager.activatedOn = day
        manager.person = s("p014")
        manager.grants = [
            Grant(role: .commissioningManager, commissioner: OrganisationCode("QWX"), since: day),
            Grant(
                role: .governanceLead, commissioner: OrganisationCode("QWX"), since: day, until: Day("2027-03-31")!),
        ]
        let invited = Account(id: s("a015"), name: personal(3), email: personal(4), addedOn: day)
        var suspended = Account(id: s("a016"), name: personal(5), email: personal(6), addedOn: day)
        suspended.state = .suspended
        for account in [manager, invited, suspended] { book.accounts[account.id] = account }
        return book
    }()

    static let names: [Personal: String] = [
        personal(1): "Ada Wellfield", personal(2): "ada@wexbourne.example", personal(3): Sample.hostile,
        personal(4): "\"><img src=x>@example.org", personal(5): "Bo Fisher", personal(6): "bo@wexbourne.example",
    ]

    static let shell: Shell = {
        var shell = Sample.shell
        shell.visit = Visit(
            .person(name: "Ada Wellfield \(Sample.hostile)", token: token), notice: "Bo Fisher was added.",
            others: [Choice("a015", "Governance lead"), Choice("a016", "Panel member")])
        return shell
    }()

    static let nobody: Shell = {
        var shell = Sample.shell
        shell.visit = Visit(.nobody) { [.interests, .meetings, .rules, .about].contains($0) }
        return shell
    }()

    private static let roles = ["commissioning manager at Wexbourne ICB", "governance lead at Wexbourne ICB"]

    static func account(_ id: String) -> PersonAccountPage {
        let account = book.accounts[s(id)]!
        return PersonAccountPage(
            token: token, account: account, name: names[account.name] ?? "", email: names[account.email] ?? "",
            day: day,
            commissioners: [Choice("QWX", "Wexbourne ICB"), Choice("QNM", "Northmoor ICB")], mayGrantEverywhere: true)
    }

    static let wrongGrant: PersonAccountPage = {
        var page = account("a015")
        page.given.until = DayTyped(day: "31", month: "2", year: "2027")
        page.given.errors = ["role": "Choose a role.", "until": "Enter a day that there is, such as 31 3 2027."]
        page.given.failure = "“a015” is observer at all commissioners already."
        return page
    }()

    static let linked: PersonAccountPage = {
        var page = account("a015")
        page.passwordLink = "https://remit.example/set-password?link=dGhpcy1pcy1hLWxpbms"
        return page
    }()

    static let tied: PersonAccountPage = {
        var page = account("a015")
        page.account.seats = [RoundSeat(round: s("dental-2026"), member: s("lay-chair"), takenOn: day)]
        page.ties.titles = [s("dental-2026"): "Dental access \(Sample.hostile)"]
        page.ties.seats = [
            ChoiceGroup("Diabetes in the community", [Choice("diabetes/clinician", "clinician")])
        ]
        page.ties.people = [Choice("p014", "Ada Vale, Chair (p014)"), Choice("p015", "\(Sample.hostile) (p015)")]
        page.ties.causes = [
            Choice("account", "Remit"), Choice("round/dental-2026", "The round “Dental access”"),
            Choice("meeting/pccc-4", "Primary care committee on 3 March 2026"),
        ]
        page.signInLinks = [.init(issuer: "https://id.example/tenant", subject: "s-1 \(Sample.hostile)", linkedOn: day)]
        return page
    }()

    static let wrongTies: PersonAccountPage = {
        var page = tied
        page.ties.errors = ["seat": "Choose a member of a round."]
        return page
    }()

    static let mail: MailPage = {
        var table = Table(
            key: "messages", caption: "Messages",
            columns: [
                .init("made", "Put in"), .init("kind", "What for"), .init("account", "To"), .init("state", "State"),
            ])
        table.append([.text("2 March 2026 at 09:00"), .text("a reminder"), .text("a014"), .text("failed")])
        return MailPage(
            token: token, sender: "remit@wexbourne.example", counts: ["3 sent", "1 failed"],
            stuck: [
                .init(
                    id: 7, words: "a reminder to Ada Wellfield \(Sample.hostile)",
                    state: "failed: refused by the mail server (550)")
            ], table: table)
    }()

    static let withoutMail = MailPage(
        token: token, sender: nil, counts: [], stuck: [],
        table: Table(key: "messages", caption: "Messages", columns: [.init("made", "Put in")]))

    static let withReminders: AccountPage = {
        var page = AccountPage(
            token: token, name: "Ada Wellfield", email: "ada@wexbourne.example", roles: roles,
            passwordChanged: nil, hasSecondFactor: true, sessions: [])
        page.wantsReminders = true
        page.elsewhere = ["your Wexbourne account, since 3 March 2026"]
        return page
    }()

    private static func tokens(_ given: TokensPage.Given) -> TokensPage {
        TokensPage(
            token: token,
            held: [
                .init(
                    name: Slug("monthly-report")!, scopes: [.readContracts, .readRounds],
                    span: "until 3 March 2027, last used on 5 December 2026")
            ], scopes: [.readContracts, .readRounds, .runRounds], longestDays: 365, given: given)
    }

    static let pages: [(name: String, page: any Page)] = [
        ("account-elsewhere", withReminders), ("person-tied", tied), ("person-wrong-seat", wrongTies),
        ("mail", mail), ("mail-none", withoutMail),
        (
            "close-account",
            CloseAccountPage(token: token, account: tied.account, name: "Bo \(Sample.hostile)", day: day)
        ),
        (
            "home",
            HomePage(
                roles: roles,
                waiting: [
                    .init(.vote, "Vote now: Primary care committee", .meetings, note: "To fund it \(Sample.hostile)"),
                    .init(
                        .secondFactor, "Set up a second factor", .secondFactor,
                        note: "A password alone should not let you in."),
                    .init(.confirm, "Confirm your declared interests", .register(.confirm), due: day),
                    .init(.reply, "Find out who decides", .whoDecides, due: Day("2026-11-02")!),
                    .init(.action, "Do what the meeting asked of you", .meetings, due: Day("2026-12-24")!),
                    .init(.giveRoles, "Give 2 people a role", .people),
                ],
                changes: [
                    .init("Decided: Dental round", .decisions, at: Moment(text: "2026-11-20T10:00:00Z")!),
                    .init("Round begun: Dental", .rounds, at: Moment(text: "2026-10-01T10:00:00Z")!),
                ], lastHere: Moment(text: "2026-11-01T10:00:00Z")!, on: day)
        ),
        ("home-bare", HomePage(roles: [], on: day)),
        (
            "account",
            AccountPage(
                token: token, name: "Ada Wellfield", email: "ada@wexbourne.example", roles: roles,
                passwordChanged: "on 1 November 2026", hasSecondFactor: false,
                sessions: [
                    .init(
                        id: "s1", started: "on 22 November 2026 at 09:12", lastSeen: "on 22 November 2026 at 10:01",
                        how: "with a password", isThis: true),
                    .init(
                        id: "s2", started: "on 20 November 2026 at 17:40", lastSeen: "on 21 November 2026 at 08:02",
                        how: "with a password and a code", isThis: false),
                ])
        ),
        ("password", PasswordPage(token: token, shortest: 12)),
        (
            "password-wrong",
            PasswordPage(
                token: token, shortest: 12, currentError: "That is not your password.", newError: "It is too short.")
        ),
        (
            "second-factor",
            SecondFactorPage(
                token: token,
                state: .setUp(secret: "JBSWY3DPEHPK3PXP", address: "otpauth://totp/Remit:a014?secret=JBSWY3DPEHPK3PXP"))
        ),
        ("second-factor-on", SecondFactorPage(token: token, state: .on, error: "That is not your password.")),
        ("second-factor-codes", SecondFactorPage(token: token, state: .codes(["abcd-efgh", "ijkl-mnop"]))),
        ("tokens", tokens(TokensPage.Given(days: "90"))),
        (
            "tokens-made",
            {
                var page = tokens(TokensPage.Given(days: "90"))
                page.made = .init(name: Slug("report")!, text: "remit_dGhpcy1pcy1ub3QtYS10b2tlbg")
                return page
            }()
        ),
        (
            "tokens-wrong",
            tokens(
                TokensPage.Given(
                    days: "0", errors: ["name": "Enter a name.", "days": "Enter a number of days from 1 to 365."]))
        ),
        (
            "programs",
            ProgramsPage(
                groups: [
                    .init(
                        name: "rounds",
                        calls: [
                            .init(
                                method: "GET", path: "/api/v1/rounds", summary: "Priority rounds",
                                note: "Needs a token for readRounds.", query: [("page", "which part of the table")],
                                body: nil),
                            .init(
                                method: "POST", path: "/api/v1/rounds/{round}/acts/closeStage",
                                summary: "Close the anchors, the weights or the scores", note: "Needs a token.",
                                query: [], body: "{\n  \"stage\": \"scores\"\n}"),
                        ])
                ], root: "https://remit.example", document: "/api/v1/openapi.json")
        ),
        ("people", PeoplePage(table: AccessTables(book, text: { names[$0] }).accounts(on: day))),
        ("add-person", AddPersonPage(token: token)),
        (
            "add-person-wrong",
            AddPersonPage(
                token: token, account: Sample.hostile, name: Sample.hostile, email: "\"><script>",
                errors: ["account": "Enter a short name.", "email": "Enter an e-mail address."])
        ),
        ("person", account("a014")), ("person-invited", account("a015")), ("person-suspended", account("a016")),
        ("person-wrong", wrongGrant), ("person-link", linked),
        ("not-allowed", ErrorPage.notAllowed(["administrator"])), ("not-our-form", ErrorPage.notOurForm),
    ]

    static let pagesOfNobody: [(name: String, page: any Page)] = [
        ("sign-in", SignInPage(token: token, then: "/rounds")),
        (
            "sign-in-wrong",
            SignInPage(
                token: token, email: Sample.hostile, failure: "The address or the password is not right.",
                passwordError: "Enter your password.")
        ),
        ("set-password", SetPasswordPage(token: token, link: "a-link", shortest: 12)),
        ("code", SignInCodePage(token: token)), ("code-wrong", SignInCodePage(token: token, error: "Not right.")),
    ]
}
