public import Markup
public import Tabular
import Vocabulary

/// Who may sign in, with their roles; for administrators.
public struct PeoplePage: Page {
    /// As `AccessTables.accounts` makes it.
    public var table: Table
    /// True for who administers the whole installation.
    public var leadsToMail: Bool

    public init(table: Table, leadsToMail: Bool = false) {
        self.table = table
        self.leadsToMail = leadsToMail
    }

    public var heading: String { "People" }
    public var route: Route? { .people }
    public var isOfAPosition: Bool { false }
    public var origin: String { "for those who work with it" }

    public func content(in shell: Shell) -> [Html] {
        let ids = table.rows.map { Slug($0[0].shown) }
        let shown = table.changing("account") { place, cell in
            ids[place].map { .link(cell.shown, path: Route.personAccount($0).path) } ?? cell
        }.showing(["account", "name", "email", "roles", "state", "activated"])
        return [
            .paragraph(.link("Add a person", to: Route.addPerson.destination()), class: "lede"),
            leadsToMail ? .paragraph(.link("See what mail was sent", to: Route.mail.destination())) : .none,
            TableView(shown, listing: Listing(.people), empty: "Nobody has an account yet.").html(in: shell),
        ]
    }
}

/// Adds somebody who is to sign in.
public struct AddPersonPage: Page {
    public var token: FormToken
    public var account: String
    public var name: String
    public var email: String
    /// By the field's name.
    public var errors: [String: String]
    public var failure: String?

    public init(
        token: FormToken, account: String = "", name: String = "", email: String = "", errors: [String: String] = [:],
        failure: String? = nil
    ) {
        self.token = token
        self.account = account
        self.name = name
        self.email = email
        self.errors = errors
        self.failure = failure
    }

    public var heading: String { "Add a person" }
    public var route: Route? { .addPerson }
    public var trail: [(name: String, route: Route)] { [("People", .people)] }
    public var isOfAPosition: Bool { false }
    public var origin: String { "for those who work with it" }
    public var errorSummary: Html { form.errorSummary }

    private var form: Form {
        Form(
            to: Route.addPerson.destination(), token: token, id: "add-person", label: "Add a person",
            parts: [
                .field(Field("name", label: "Name", error: errors["name"], kind: .text(value: name))),
                .field(
                    Field(
                        "email", label: "E-mail address", hint: "With which the person signs in.",
                        error: errors["email"], kind: .email(value: email))),
                .field(
                    Field(
                        "account", label: "Short name",
                        hint: """
                            It stands in the journal for good, so choose one that tells nothing of the person: a014. \
                            Small letters, digits and hyphens.
                            """, error: errors["account"], kind: .text(value: account))),
            ], button: .init("Add"), errors: failure.map { [$0] } ?? [])
    }

    public func content(in shell: Shell) -> [Html] { [form.html] }
}
