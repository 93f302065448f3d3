public import Governance
public import Markup
public import Tabular
import Vocabulary

/// One committee: how it may meet and decide, who sits on it, and whose exclusion alone breaks its quorum.
public struct CommitteePage: Page {
    public var reading: GovernanceReading
    public var committee: Committee
    /// Where the reader works for it.
    public var work: [(words: String, route: Route)]

    public init(
        _ reading: GovernanceReading, committee: Committee, work: [(words: String, route: Route)] = []
    ) {
        self.reading = reading
        self.committee = committee
        self.work = work
    }

    public var heading: String { committee.title }
    public var route: Route? { .committee(committee.id) }
    public var trail: [(name: String, route: Route)] { [("Committees", .committees)] }
    public var isOfAPosition: Bool { false }
    public var origin: String { "a committee and its terms of reference" }
    public var subtitle: Html {
        .paragraph(.name("A committee of \(reading.names.name(committee.body))"), class: "subtitle")
    }

    /// The members, as they are taken away.
    public var table: Table { reading.tables(committee).members }

    public func content(in shell: Shell) -> [Html] {
        let tables = reading.tables(committee)
        return [
            GovernanceMenu.html(here: route, in: shell),
            .ways(work, label: "Your work for this committee", in: shell), headline, .cautions(tables.warnings),
            .section(heading: 2, "Terms of reference", id: "terms", terms(tables, in: shell)),
            .section(heading: 2, "Members", id: "members", [members(tables, in: shell)]),
            .section(
                heading: 2, "What breaks the quorum", id: "breaks",
                [breaks(tables, in: shell)]),
            .section(heading: 2, "Meetings", id: "meetings", [meetings(in: shell)]),
        ]
    }

    private var headline: Html {
        guard let terms = committee.terms(on: reading.day) else {
            return .block(
                [.paragraph(.text("No terms of reference are in force on \(reading.day.inWords)."), class: "headline")],
                class: "headlines")
        }
        let tie = terms.hasCastingVote ? " On a tie whoever chairs has a casting vote." : ""
        return .block(
            [
                .paragraph(.sentence("Quorate with \(terms.quorum.inWords)."), class: "headline"),
                .paragraph(
                    .sentence("A motion is carried by \(terms.majority.inWords).\(tie)"), class: "headline-second"),
            ], class: "headlines")
    }

    private func breaks(_ tables: CommitteeTables, in shell: Shell) -> Html {
        let found = tables.indispensable
        guard found.rows.isEmpty else { return TableView(found.showing(["name", "missing"])).html(in: shell) }
        return .paragraph(
            "No single exclusion breaks it, where everybody else is there.", class: "counted")
    }

    private func terms(_ tables: CommitteeTables, in shell: Shell) -> [Html] {
        let over = tables.termsOverTime
        let mandates = tables.mandates.calling("matter") { $0.description.replacing("-", with: " ") }
            .changing("decidedBy") { _, cell in
                guard case .text(let words) = cell, words != "the committee" else { return cell }
                let id = Slug(words.filter { $0 != "“" && $0 != "”" }.replacing(" alone", with: ""))
                return id.map { .text("\(reading.called($0, in: [committee.id], on: reading.day)), alone") } ?? cell
            }
        return [
            TableView(tables.terms).html(in: shell),
            TableView(mandates, empty: "It may decide nothing: no matter is named.").html(in: shell),
            over.rows.count < 2 ? .none : TableView(over).html(in: shell),
        ]
    }

    private func members(_ tables: CommitteeTables, in shell: Shell) -> Html {
        var members = tables.members
        let ids = members.rows.map { Slug($0[0].shown) }
        members.notes = []
        let shown = members.changing("name") { place, cell in
            guard let id = ids[place], reading.publishedNames[id] != nil else { return cell }
            return .link(cell.shown, path: Route.interestsOf(id).path)
        }.calling("deputyFor") { reading.called($0, in: [committee.id], on: reading.day) }
        return TableView(
            shown.showing(["name", "roles", "office", "isVoting", "deputyFor", "from", "until"]),
            listing: Listing(.committee(committee.id)), empty: "Nobody sits on it."
        ).html(in: shell)
    }

    private func meetings(in shell: Shell) -> Html {
        let held = (reading.coming.reversed() + reading.past).filter { $0.committees.contains(committee.id) }
        var table = MeetingsPage.table(
            held, reading, key: "committeeMeetings", caption: "Its meetings, the latest first")
        table = table.showing(["meeting", "time", "inPublic", "state"])
        return TableView(table, empty: "None is planned, and none was held.").html(in: shell)
    }
}
