public import Governance
public import Markup
public import Vocabulary

/// A committee as whoever keeps it sees it: what is to be done next, every seat, its terms, and what it is owed.
public struct CommitteeKeepingPage: Page {
    public var committee: Committee
    public var book: GovernanceBook
    public var day: Day
    /// Names of people, for whoever may see them all.
    public var name: @Sendable (Slug) -> String

    public init(
        _ committee: Committee, in book: GovernanceBook, on day: Day, name: @escaping @Sendable (Slug) -> String
    ) {
        self.committee = committee
        self.book = book
        self.day = day
        self.name = name
    }

    public var heading: String { "Keep the \(committee.title)" }
    public var route: Route? { .committeeWork(.keeping(committee.id)) }
    public var trail: [(name: String, route: Route)] {
        [("Committees", .committees), (committee.title, .committee(committee.id))]
    }
    public var isOfAPosition: Bool { false }
    public var origin: String { "for those who keep it" }

    private var isOver: Bool { committee.dissolvedOn.map { $0 < day } ?? false }
    private var seats: [Membership] { committee.memberships.filter { $0.until.map { $0 >= day } ?? true } }
    /// The terms that hold, else the first to come.
    private var terms: TermsOfReference? { committee.terms(on: day) ?? committee.terms.first { $0.from > day } }

    public func content(in shell: Shell) -> [Html] {
        [
            .paragraph(.sentence(next), class: "lede"), ways(in: shell),
            .section(heading: 2, "Seats", id: "seats", [seatList]),
            .section(heading: 2, "Terms of reference", id: "terms", [termsList]),
            .section(heading: 2, "Owed to its next meeting", id: "owed", [owed]),
        ]
    }

    private var next: String {
        if let last = committee.dissolvedOn { return "Its last day \(isOver ? "was" : "is") \(last.inWords)." }
        if seats.isEmpty { return "Begin with its members: the quorum is judged by who is there to make it." }
        guard let terms else {
            return "Next: set its terms of reference. It can meet once it has a quorum and matters that it may decide."
        }
        if let warning = CommitteeTables(committee, in: book, on: max(day, terms.from)).warnings.first {
            return book.naming(warning, name)
        }
        return terms.mandates.isEmpty
            ? "It may decide nothing yet: no matter is named in its terms." : "It can meet and decide."
    }

    private func ways(in shell: Shell) -> Html {
        let id = committee.id
        guard committee.dissolvedOn == nil else { return .none }
        func way(_ words: String, _ deed: CommitteeDeed) -> Html { .link(.text(words), to: deed.destination) }
        var ways = [way("Appoint somebody", .appoint(id))]
        if !seats.isEmpty {
            ways.append(way(terms == nil ? "Set the terms of reference" : "Set new terms of reference", .terms(id)))
        }
        if let terms {
            ways.append(.link("Plan a meeting", to: shell.destination(.planMeeting)))
            if terms.allowsUrgentAction { ways.append(way("Record an urgent decision", .urgent(id))) }
            if terms.mandates.contains(where: { $0.officer != nil }) {
                ways.append(way("Record a decision of an officer", .delegated(id)))
            }
        }
        return .list(ways + [way("Dissolve it", .dissolve(id))], class: "ways")
    }

    private var seatList: Html {
        guard !seats.isEmpty else { return .paragraph("Nobody sits on it yet.", class: "empty") }
        return .summaryList(
            seats.map { seat in
                let roles = seat.roles.map { $0.roleInWords() }.joined(separator: " and ")
                let words = [
                    seat.office.map { "\($0.inWords), " } ?? "", roles, seat.isVoting ? "" : ", without a vote",
                    seat.deputyFor.map { ", deputy for \(name($0))" } ?? "", "; from \(seat.from.inWords)",
                    seat.until.map { " to \($0.inWords)" } ?? "",
                ].joined()
                let links =
                    committee.dissolvedOn != nil
                    ? []
                    : [
                        (words: "Change", destination: CommitteeDeed.changeSeat(committee.id, seat.person).destination),
                        (words: "End", destination: CommitteeDeed.endSeat(committee.id, seat.person).destination),
                    ]
                return .init(name(seat.person), .name(words.firstUpper), links: links)
            })
    }

    private var termsList: Html {
        guard let terms else { return .paragraph("None have been set.", class: "empty") }
        let mandates = terms.mandates.map { mandate in
            let limit = mandate.upTo.map { "up to \($0)" } ?? "without a limit"
            let who = mandate.officer.map { ", \(name($0)) alone" } ?? ""
            return Html.name("\(ShortName.words(of: mandate.matter).firstUpper), \(limit)\(who)")
        }
        return .summaryList([
            .init("From", .text(terms.from.inWords)),
            .init("Quorum", .name(book.naming(terms.quorum.inWords, name).firstUpper)),
            .init("A motion is carried by", .text(terms.majority.inWords)),
            .init("May decide", mandates.isEmpty ? "nothing" : .list(mandates)),
            .init("Stands in", .name(terms.citation)),
        ])
    }

    private var owed: Html {
        let owed = ForwardPlan(book).owed().filter { $0.committee == committee.id }
        return owed.isEmpty
            ? .paragraph("Nothing.", class: "empty") : .list(owed.map { .name($0.sentence) }, class: "rows")
    }
}
