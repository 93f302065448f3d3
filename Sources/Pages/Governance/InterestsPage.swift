import Governance
public import Markup
public import Tabular
import Vocabulary

/// The published register of interests on a day: entries, gifts, breaches, and how open the register is.
public struct InterestsPage: Page {
    public var reading: GovernanceReading
    public var query: ListQuery
    /// What is wrong with the day that was asked for, in one sentence.
    public var dayError: String?
    private let listed: (table: Table, people: [Slug])?

    public init(_ reading: GovernanceReading, query: ListQuery = .all, dayError: String? = nil) {
        self.reading = reading
        self.query = query
        self.dayError = dayError
        listed = try? reading.register.published(on: reading.day, matching: query.search)
    }

    public var heading: String { "Register of interests" }
    public var route: Route? { .interests }
    public var isOfAPosition: Bool { false }
    public var origin: String { "the register of interests of decision-makers" }
    public var subtitle: Html { .paragraph(.text("As it stands on \(reading.day.inWords)"), class: "subtitle") }

    /// The entries as they are taken away; nil on a day before publication was ruled.
    public var table: Table? { listed?.table }

    private static let lede = Html.paragraph(
        """
        The interests of those who make decisions, as they declared them. Where publication would harm somebody, the \
        details are withheld and the entry says so.
        """, class: "lede")

    /// Of a page that stands alone: the whole register, without searches and links.
    func alone(in shell: Shell) -> [Html] {
        guard let listed else { return [InterestsPage.lede, unruled] }
        return [
            InterestsPage.lede, headline,
            TableView(InterestsPage.readable(listed.table), empty: InterestsPage.nobody).html(in: shell),
            gifts(in: shell, isAlone: true), breaches(in: shell, isAlone: true), openness(in: shell),
        ]
    }

    /// What is withheld is said once in a row, at the interest.
    private static func readable(_ table: Table) -> Table {
        let interest = table.columns.firstIndex { $0.key == "interest" } ?? 0
        return ["type", "directness", "from", "to", "action"].reduce(table) { changed, key in
            changed.changing(key) { place, cell in
                table.rows[place][interest] == .text("details withheld") ? .absent("withheld") : cell
            }
        }
    }

    private static let nobody = "Nobody’s interests are published on this day."

    private var unruled: Html {
        .paragraph(
            .text("No rule on what is published is held for \(reading.day.inWords), so nothing is shown."),
            class: "empty")
    }

    public func content(in shell: Shell) -> [Html] {
        let form = Html.asking(
            for: Route.interests.destination(), id: "find", label: "Search the register",
            fields: [
                Field(
                    "q", label: "Person or organisation", hint: "Part of a name, or an organisation’s code",
                    kind: .text(value: query.search ?? "")),
                Field("on", label: "As it stood on", error: dayError, kind: .day(value: query.on ?? "")),
            ], button: "Search the register")
        let menu = GovernanceMenu.html(here: route, in: shell)
        guard let listed else { return [menu, InterestsPage.lede, form, unruled] }
        let isAll = query.search == nil
        let linked = InterestsPage.readable(listed.table).changing("name") { place, cell in
            .link(cell.shown, path: Route.interestsOf(listed.people[place]).path)
        }
        return [
            menu, InterestsPage.lede, isAll ? headline : .none, form,
            isAll ? .none : found(listed.table.rows.count, in: shell),
            TableView(
                linked, listing: Listing(.interests, query: query),
                empty: isAll
                    ? "\(InterestsPage.nobody) Enter people and what they declare with: remit interest enter"
                    : "Nothing published has these words."
            ).html(in: shell),
            gifts(in: shell), breaches(in: shell), openness(in: shell),
        ]
    }

    private func found(_ count: Int, in shell: Shell) -> Html {
        .paragraph(
            [
                .text("\(counted(count, "entry", "entries")) found. "),
                .link("Show the whole register", to: shell.destination(.interests)),
            ], class: "found")
    }

    /// Who is in it, how much is withheld, who has said nothing.
    private var headline: Html {
        guard let listed, !listed.people.isEmpty else { return .none }
        let column = { (key: String) in listed.table.columns.firstIndex { $0.key == key } ?? 0 }
        let texts = listed.table.rows.map { $0[column("interest")].shown }
        let withheld = texts.count { $0 == "details withheld" }
        let silent = texts.count { $0 == "No return made" }
        let none = texts.count { $0.hasPrefix("Nil declaration") }
        let interests = texts.count - silent - none
        var words =
            "\(counted(Set(listed.people).count, "decision-maker")) declare\(Set(listed.people).count == 1 ? "s" : "") "
            + "\(counted(interests, "interest"))."
        if withheld > 0 { words += " Of \(counted(withheld, "interest")) the details are withheld." }
        if none > 0 { words += " \(counted(none, "person says", "people say")) that there is nothing to declare." }
        if silent > 0 { words += " \(counted(silent, "person has", "people have")) made no return." }
        return .block([.paragraph(.sentence(words), class: "headline")], class: "headlines")
    }

    private func gifts(in shell: Shell, isAlone: Bool = false) -> Html {
        .section(
            heading: 2, "Gifts and hospitality", id: "gifts",
            [
                RegisterListPage(reading, kind: .gifts).html(in: shell, isAlone: isAlone),
                isAlone
                    ? .none
                    : .paragraph(.link("Gifts on a page of their own, to take away", to: shell.destination(.gifts))),
            ])
    }

    private func breaches(in shell: Shell, isAlone: Bool = false) -> Html {
        .section(
            heading: 2, "Breaches", id: "breaches",
            [
                RegisterListPage(reading, kind: .breaches).html(in: shell, isAlone: isAlone),
                isAlone
                    ? .none
                    : .paragraph(
                        .link("Breaches on a page of their own, to take away", to: shell.destination(.breaches))),
            ])
    }

    private func openness(in shell: Shell) -> Html {
        let score = reading.openness
        var table = Table(
            key: "transparency", caption: "What makes a register open",
            columns: [.init("criterion", "Criterion"), .init("isMet", "Met"), .init("reason", "Why")],
            notes: ["Five criteria, a point each: Feldman and others, BMJ Open 2018;8:e019952."])
        for finding in score.findings {
            table.append([.text(finding.criterion.title), .flag(finding.isMet), .text(finding.reason)])
        }
        return .section(
            heading: 2, "How open this register is", id: "openness",
            [
                .paragraph(.text("This register meets \(score.total) of the 5 criteria of a published study.")),
                TableView(table).html(in: shell),
            ])
    }
}

extension GovernanceReading {
    /// The register as it is here: on a page that anybody reads, and in files that programs read. How requests were
    /// answered is not known here.
    var openness: RegisterTransparency {
        ScoreRegister.score(register.publishedAnswer(on: day))
    }
}
