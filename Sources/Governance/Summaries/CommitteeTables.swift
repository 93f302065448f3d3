public import Tabular
public import Vocabulary

/// The tables of one committee on a day: who is on it, how it may meet and decide, and how near its quorum is to breaking.
public struct CommitteeTables: Sendable {
    public let committee: Committee
    let book: GovernanceBook
    let day: Day
    /// A personal text by its digest; nil where it was removed or is withheld.
    let text: @Sendable (Personal) -> String?

    public init(
        _ committee: Committee, in book: GovernanceBook, on day: Day,
        text: @escaping @Sendable (Personal) -> String? = { _ in nil }
    ) {
        self.committee = committee
        self.book = book
        self.day = day
        self.text = text
    }

    var seats: [Seat] { committee.seats(on: day, present: Set(committee.members(on: day).map(\.person))) }

    /// The person's name, or that it was removed.
    func personName(_ person: Slug) -> Cell {
        guard let file = book.people[person] else { return .absent("not in the register") }
        return text(file.name).map(Cell.text) ?? .absent("name removed")
    }

    /// Who holds a seat.
    public var members: Table {
        var table = Table(
            key: "members", caption: "Members of \(committee.title) on \(day.inWords)",
            columns: [
                .init("person", "Member"), .init("name", "Name", isPersonal: true), .init("roles", "Sits as"),
                .init("office", "Office"), .init("isVoting", "Votes"), .init("deputyFor", "Deputy for"),
                .init("from", "From"), .init("until", "Until"),
            ], notes: warnings)
        for seat in committee.members(on: day) {
            table.append([
                .text(seat.person.description), personName(seat.person),
                .text(seat.roles.map { $0.roleInWords() }.joined(separator: "; ")),
                .optional(seat.office?.inWords, else: "none"), .flag(seat.isVoting),
                .optional(seat.deputyFor?.description, else: "nobody"), .day(seat.from),
                .optional(seat.until, else: "open"),
            ])
        }
        return table
    }

    /// The terms of reference in words, one line for each.
    public var terms: Table {
        var table = Table(
            key: "terms", caption: "Terms of reference of \(committee.title) on \(day.inWords)",
            columns: [.init("matter", "Matter"), .init("terms", "What the terms say")])
        guard let terms = committee.terms(on: day) else {
            table.notes = ["No terms of reference are in force on \(day.inWords): the committee cannot decide."]
            return table
        }
        func may(_ isAllowed: Bool) -> Cell { .text(isAllowed ? "allowed" : "not allowed") }
        table.append([.text("In force from"), .day(terms.from)])
        table.append([.text("Quorum"), .text(terms.quorum.inWords)])
        table.append([.text("A motion is carried by"), .text(terms.majority.inWords)])
        table.append([
            .text("On a tie"),
            .text(terms.hasCastingVote ? "whoever chairs has a casting vote" : "the motion is not carried"),
        ])
        table.append([.text("Proxies"), may(terms.allowsProxies)])
        table.append([.text("Deputies"), may(terms.allowsDeputies)])
        table.append([.text("Decision by consensus"), may(terms.allowsConsensus)])
        table.append([.text("Urgent action between meetings"), may(terms.allowsUrgentAction)])
        table.append([.text("Meetings"), .text(terms.isPublic ? "in public" : "in private")])
        table.append([
            .text("Papers are out"),
            terms.papersDays.map { .text("\(counted($0, "day", "days")) before") }
                ?? .absent("as the Rulebook has it"),
        ])
        table.append([.text("Document"), .text(terms.citation)])
        return table
    }

    /// What it may decide, and up to how much.
    public var mandates: Table {
        var table = Table(
            key: "mandates", caption: "What \(committee.title) may decide on \(day.inWords)",
            columns: [
                .init("matter", "Matter"), .init("upToPence", "One decision commits at most"),
                .init("decidedBy", "Decided by"),
            ], notes: ["A matter that is not named is not this committee’s to decide."])
        for mandate in committee.terms(on: day)?.mandates ?? [] {
            table.append([
                .text(mandate.matter.description), .optional(mandate.upTo, else: "no limit"),
                .text(mandate.officer.map { "“\($0)” alone" } ?? "the committee"),
            ])
        }
        return table
    }

    /// Those whose exclusion alone would leave an item without a quorum.
    public var indispensable: Table {
        var table = Table(
            key: "indispensable", caption: "Whose exclusion alone breaks the quorum of \(committee.title)",
            columns: [
                .init("person", "Member"), .init("name", "Name", isPersonal: true), .init("roles", "Sits as"),
                .init("missing", "What would then be missing"),
            ], notes: ["Everyone else is taken to be there, on \(day.inWords)."])
        guard let quorum = committee.terms(on: day)?.quorum else { return table }
        let seats = seats
        // Terms are checked when they are set; what cannot be judged is nobody's exclusion.
        let found = (try? QuorumCanBeMet.indispensable(quorum, seats: seats)) ?? []
        for member in found {
            let roles = seats.filter { $0.person == member.person }.flatMap(\.roles)
            table.append([
                .text(member.person.description), personName(member.person),
                .text(roles.map { $0.roleInWords() }.joined(separator: "; ")),
                .text(QuorumWords.listed(member.missing)),
            ])
        }
        if found.isEmpty { table.notes.append("No single exclusion breaks it.") }
        return table
    }
}
