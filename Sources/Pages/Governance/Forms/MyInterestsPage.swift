public import Governance
public import Markup
public import Vocabulary

/// One's own entries on the register of interests, whole, with what may be done about each.
public struct MyInterestsPage: Page {
    public var person: PersonFile
    public var day: Day
    public var token: FormToken
    /// When the next review is due, and whether it is late; nil before reviews were ruled.
    public var reminder: ReviewReminder?
    /// Personal texts that are still held.
    public var text: @Sendable (Personal) -> String?
    /// What an organisation is called, with its code.
    public var organisation: @Sendable (OrganisationCode) -> String
    public var failure: String?

    public init(
        _ person: PersonFile, on day: Day, token: FormToken, reminder: ReviewReminder?,
        organisation: @escaping @Sendable (OrganisationCode) -> String,
        text: @escaping @Sendable (Personal) -> String?, failure: String? = nil
    ) {
        self.person = person
        self.day = day
        self.token = token
        self.reminder = reminder
        self.organisation = organisation
        self.text = text
        self.failure = failure
    }

    public var heading: String { "Your interests" }
    public var route: Route? { .register(.mine) }
    public var trail: [(name: String, route: Route)] { [("Interests", .interests)] }
    public var isOfAPosition: Bool { false }
    public var origin: String { "for those who work with it" }
    public var errorSummary: Html { nothing.errorSummary }

    /// True where the form stands on the page: whoever has entries confirms them instead.
    private var mayDeclareNothing: Bool { reminder.map { $0.state != .reviewed && standing.isEmpty } ?? false }

    private var nothing: Form {
        Form(
            to: RegisterDeed.nothing.destination, token: token,
            // Where it does not stand, what is wrong leads to the entries.
            id: mayDeclareNothing ? "nothing" : "standing", label: "Nothing to declare",
            button: .init("I have nothing to declare", .second), errors: failure.map { [$0] } ?? [])
    }

    private var standing: [Declaration] { person.interests(on: day) }

    public func content(in shell: Shell) -> [Html] {
        [
            .paragraph(
                .text("You stand on the register as \(person.id). What you declare here counts at once."),
                class: "lede"),
            review,
            .list(
                [
                    .link("Declare an interest", to: RegisterDeed.declare.destination),
                    .link("Declare a gift or hospitality", to: RegisterDeed.gift.destination),
                ], class: "ways"),
            .section(heading: 2, "Interests that stand", id: "standing", standingParts),
            past,
            .section(heading: 2, "Gifts and hospitality", id: "gifts", gifts),
        ]
    }

    private var review: Html {
        guard let reminder else { return .none }
        let due = reminder.due.inWords
        let words: String =
            switch reminder.state {
            case .overdue: "Your entries were to be confirmed by \(due)."
            case .due: "Your entries are to be confirmed by \(due)."
            case .reviewed: "You confirmed your entries; the next time is due by \(due)."
            }
        let confirm: Html =
            standing.isEmpty
            ? nothing.html
            : .paragraph(.link("Confirm that your entries are right", to: RegisterDeed.confirm.destination))
        return .section(
            heading: 2, "The yearly review", id: "review",
            [.paragraph(.text(words)), reminder.state == .reviewed && standing.isEmpty ? .none : confirm])
    }

    private var standingParts: [Html] {
        guard !standing.isEmpty else {
            return [.paragraph("You have declared none that stands today.", class: "empty")]
        }
        return standing.map { declaration in
            .section(
                heading: 3, .name(EntryWords.title(of: declaration)), id: ElementID("entry-\(declaration.id)"),
                [.summaryList(EntryWords.rows(declaration, organisation: organisation, text: text)), ways(declaration)])
        }
    }

    private func ways(_ declaration: Declaration) -> Html {
        let title = EntryWords.title(of: declaration)
        func link(_ words: String, _ deed: RegisterDeed) -> Html {
            .link([.text(words), .unseen(": \(title), \(declaration.id)")], to: deed.destination)
        }
        var links = [
            link("Put it right", .amend(declaration.id)), link("It is over", .end(declaration.id)),
        ]
        if declaration.redaction.map({ $0.isGranted == false }) ?? true {
            links.append(link("Ask that it be withheld", .withhold(declaration.id)))
        }
        return .list(links, class: "ways")
    }

    private var past: Html {
        let names = Set(standing.map(\.id))
        let others = person.declarations.filter { !names.contains($0.id) }
        guard !others.isEmpty else { return .none }
        return .details(
            summary: .text("Earlier entries (\(others.count))"),
            others.map { declaration in
                .paragraph([
                    .strong(.name(EntryWords.title(of: declaration))), ". ",
                    .name(text(declaration.description) ?? "text removed"), ". ",
                    .text(EntryWords.state(of: declaration, on: day) + "."),
                ])
            })
    }

    private var gifts: [Html] {
        guard !person.gifts.isEmpty else { return [.paragraph("You have declared none.", class: "empty")] }
        return [
            .summaryList(
                person.gifts.reversed().map { gift in
                    let words =
                        "\(text(gift.description) ?? "text removed"), from \(text(gift.source) ?? "text removed")"
                    let isAsked = gift.redaction.map { $0.isGranted != false } ?? false
                    return .init(
                        "\(gift.kind.title), \(gift.offeredOn.inWords)",
                        [
                            .name(words), .text("; \(gift.value), \(gift.isAccepted ? "accepted" : "declined")"),
                            isAsked ? .text("; \(EntryWords.withheld(gift) ?? "")") : .none,
                        ],
                        links: isAsked
                            ? []
                            : [
                                (
                                    words: "Ask that it be withheld",
                                    destination: RegisterDeed.withholdGift(gift.id).destination
                                )
                            ])
                })
        ]
    }
}
