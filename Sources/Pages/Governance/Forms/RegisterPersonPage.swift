public import Governance
public import Markup
public import Vocabulary

/// One person's entries as the keeper of the register sees them, with what may be ruled on each.
public struct RegisterPersonPage: Page {
    public var person: PersonFile
    public var day: Day
    public var text: @Sendable (Personal) -> String?
    /// What an organisation is called, with its code.
    public var organisation: @Sendable (OrganisationCode) -> String

    public init(
        _ person: PersonFile, on day: Day, organisation: @escaping @Sendable (OrganisationCode) -> String,
        text: @escaping @Sendable (Personal) -> String?
    ) {
        self.organisation = organisation
        self.person = person
        self.day = day
        self.text = text
    }

    public var heading: String { text(person.name) ?? "name removed" }
    public var tabTitle: String { "\(heading) – Keep the register" }
    public var route: Route? { .register(.person(person.id)) }
    public var trail: [(name: String, route: Route)] { [("Register", .register(.keeping))] }
    public var isOfAPosition: Bool { false }
    public var origin: String { "for those who keep it" }
    public var subtitle: Html { .paragraph(.name(person.position(on: day)), class: "subtitle") }

    public func content(in shell: Shell) -> [Html] {
        [
            .list(
                [
                    .link("Back to the register", to: RegisterDeed.keeping.destination),
                    .link("Record a breach", to: RegisterDeed.breach(person.id).destination),
                ]
                    + (person.left == nil
                        ? [.link("Record that they left", to: RegisterDeed.leave(person.id).destination)] : []),
                class: "ways"),
            .section(heading: 2, "Posts and ties", id: "holdings", holdings),
            .section(heading: 2, "Interests", id: "interests", interests),
            .section(heading: 2, "Gifts and hospitality", id: "gifts", [gifts]),
            .section(heading: 2, "Breaches", id: "breaches", [breaches]),
        ]
    }

    /// What is held on the day or from later on.
    private var holdings: [Html] {
        func span(_ from: Day, _ until: Day?) -> String {
            "from \(from.inWords)\(until.map { " to \($0.inWords)" } ?? "")"
        }
        let posts = person.posts.filter { $0.until.map { $0 >= day } ?? true }.map { post in
            let ends = [post.organisation.map(organisation), post.clinician.map { $0.roleInWords() }].compactMap(\.self)
            return Html.SummaryRow(
                post.title, .name((ends + [span(post.from, post.until)]).joined(separator: ", ").firstUpper))
        }
        let ties = person.ties.filter { $0.until.map { $0 >= day } ?? true }.map {
            Html.SummaryRow("Tie: \(ShortName.words(of: $0.name))", .text(span($0.from, $0.until).firstUpper))
        }
        let parts = person.decisionMaking.filter { $0.until.map { $0 >= day } ?? true }.map {
            Html.SummaryRow("Takes part in decisions: \($0.why)", .text(span($0.from, $0.until).firstUpper))
        }
        let rows = posts + ties + parts
        var ways: [Html] = [
            .link("Enter a post", to: RegisterDeed.post(person.id).destination),
            .link("Enter a tie to others", to: RegisterDeed.tie(person.id).destination),
            .link("Record that they take part in decisions", to: RegisterDeed.deciding(person.id).destination),
        ]
        if !EndHoldingForm(of: person).holdings.isEmpty {
            ways.append(.link("End one of these", to: RegisterDeed.endHolding(person.id).destination))
        }
        return [
            rows.isEmpty ? .paragraph("None stands.", class: "empty") : .summaryList(rows),
            person.left == nil ? .list(ways, class: "ways") : .none,
        ]
    }

    private var interests: [Html] {
        guard !person.declarations.isEmpty else { return [.paragraph("None has been declared.", class: "empty")] }
        return person.declarations.reversed().map { declaration in
            let title = EntryWords.title(of: declaration)
            var links: [Html] = []
            if declaration.supersededBy == nil, declaration.disposedOn == nil, declaration.approval == nil {
                links.append(
                    .link(
                        [.text("Agree how it is handled"), .unseen(": \(title), \(declaration.id)")],
                        to: RegisterDeed.approve(person.id, declaration.id).destination))
            }
            if let wish = declaration.redaction, wish.isGranted == nil {
                links.append(
                    .link(
                        [.text("Withhold or publish"), .unseen(": \(title), \(declaration.id)")],
                        to: RegisterDeed.decideWithholding(person.id, declaration.id).destination))
            }
            let state = Html.SummaryRow("State", .text(EntryWords.state(of: declaration, on: day)))
            return .section(
                heading: 3, .name(title), id: ElementID("entry-\(declaration.id)"),
                [
                    .summaryList(EntryWords.rows(declaration, organisation: organisation, text: text) + [state]),
                    links.isEmpty ? .none : .list(links, class: "ways"),
                ])
        }
    }

    private var gifts: Html {
        guard !person.gifts.isEmpty else { return .paragraph("None has been declared.", class: "empty") }
        return .summaryList(
            person.gifts.reversed().map { gift in
                let isOpen = gift.redaction.map { $0.isGranted == nil } ?? false
                let words =
                    "\(text(gift.description) ?? "text removed"), from \(text(gift.source) ?? "text removed"); "
                    + "\(gift.value), \(gift.isAccepted ? "accepted" : "declined")"
                return .init(
                    "\(gift.kind.title), \(gift.offeredOn.inWords)", .name(words),
                    links: isOpen
                        ? [
                            (
                                words: "Withhold or publish",
                                destination: RegisterDeed.decideWithholdingGift(person.id, gift.id).destination
                            )
                        ] : [])
            })
    }

    private var breaches: Html {
        guard !person.breaches.isEmpty else { return .paragraph("None is on the record.", class: "empty") }
        return .summaryList(
            person.breaches.reversed().map { breach in
                let words = [text(breach.account) ?? "text removed", breach.effect?.inWords].compactMap(\.self)
                return .init(
                    "\(breach.id), \(breach.foundOn.inWords)", .name(words.joined(separator: ". ")),
                    links: breach.settledOn == nil
                        ? [(words: "Settle it", destination: RegisterDeed.settle(person.id, breach.id).destination)]
                        : [])
            })
    }
}
