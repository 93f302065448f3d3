public import Tabular
public import Vocabulary

/// A meeting as tables: its agenda, who was there, what was agreed to be done; the rest stands in extensions.
public struct MeetingTables: Sendable {
    public let meeting: Meeting
    public let book: GovernanceBook
    let text: @Sendable (Personal) -> String?

    /// - Parameter text: resolves a personal text; nil where it was disposed of, or is not to be shown.
    public init(_ meeting: Meeting, in book: GovernanceBook, text: @escaping @Sendable (Personal) -> String?) {
        self.meeting = meeting
        self.book = book
        self.text = text
    }

    /// The name, or the short name where that is withheld.
    func who(_ person: Slug) -> String { book.people[person].flatMap { text($0.name) } ?? person.description }
    func names(_ people: [Slug]) -> String { people.map { who($0) }.joined(separator: ", ") }
    func committeeTitle(_ id: Slug) -> String { book.committees[id]?.title ?? id.description }
    func itemTitle(_ id: Slug?) -> String { id.flatMap { meeting.item($0)?.title } ?? "the meeting" }
    func parts(_ parts: [Slug]) -> String {
        parts.isEmpty ? "the whole item" : parts.map(\.description).joined(separator: ", ")
    }

    /// `lay member and chair; healthwatch, without a vote`.
    func standing(_ person: Slug) -> String {
        let seats = meeting.committees.compactMap { book.committees[$0]?.member(person, on: meeting.day) }
        let words = seats.map { seat in
            let roles = seat.roles.map { $0.roleInWords() }.joined(separator: ", ")
            let office = seat.office.map { $0 == .chair ? ", chair" : ", vice-chair" } ?? ""
            return roles + office + (seat.isVoting ? "" : ", without a vote")
                + (seat.deputyFor.map { ", deputy for \(who($0))" } ?? "")
        }
        return words.isEmpty ? "in attendance" : words.joined(separator: "; ")
    }

    /// Which time the tables are in: `Times are in British summer time (BST).`
    var timesAre: String { "Times are in \((meeting.openedAt ?? meeting.startsAt).inLondon.zone.inWords)." }

    // MARK: - Tables

    public var agenda: Table {
        var table = Table(
            key: "items", caption: "Agenda of \(meeting.id), \(meeting.startsAt.inLondon.inWords)",
            columns: [
                .init("item", "Item"), .init("title", "Title"), .init("purpose", "Purpose"), .init("subject", "About"),
                .init("matter", "Matter"), .init("amountPence", "Would commit"), .init("papers", "Papers"),
                .init("gates", "Asked for by law"), .init("state", "State"), .init("outcome", "Outcome"),
            ],
            notes: [
                meeting.papers.map { sent in
                    "Papers went out on \(sent.on.inWords), due by \(sent.due.inWords)"
                        + (sent.isLate ? ": late. \(sent.reasonForLate ?? "")" : ".")
                } ?? "The papers have not gone out."
            ])
        for item in meeting.agenda {
            let proceeding = meeting.proceeding(item.id)
            let outcomes = (proceeding?.outcomes ?? []).map { outcome in
                (meeting.committees.count > 1 ? "\(outcome.committee): " : "") + outcome.kind.inWords
            }
            table.append([
                .text(item.id.description), .text(item.title), .text(item.purpose.inWords),
                .optional(item.subject.inWords, else: "no other record"),
                .optional(item.matter?.description, else: "none"), .optional(item.amount, else: "not said"),
                item.papers.isEmpty ? .absent("none") : .text(item.papers.map(\.title).joined(separator: "; ")),
                item.gates.isEmpty ? .absent("none") : .text(item.gates.map(\.title).joined(separator: "; ")),
                .text(proceeding?.state.rawValue ?? ""),
                outcomes.isEmpty ? .absent("none yet") : .text(outcomes.joined(separator: "; ")),
            ])
        }
        return table
    }

    /// Each span of each person, with why it ended.
    public var attendance: Table {
        var table = Table(
            key: "presences", caption: "Who was there, and when",
            columns: [
                .init("person", "Person"), .init("name", "Name", isPersonal: true), .init("standing", "As"),
                .init("from", "From"), .init("until", "Until"), .init("leftFor", "Left for"),
            ], notes: [timesAre])
        for presence in meeting.presences {
            table.append([
                .text(presence.person.description), .text(who(presence.person)), .text(standing(presence.person)),
                .text(presence.from.clock), .optional(presence.until?.clock, else: "still there"),
                presence.leftFor.map {
                    .text(itemTitle($0) + (presence.isInGallery ? ", and sat with the public" : ""))
                } ?? .absent("no item"),
            ])
        }
        let seated = meeting.committees.flatMap { book.committees[$0]?.members(on: meeting.day) ?? [] }.map(\.person)
        var named: Set<Slug> = []
        for person in seated where !meeting.attended(person) && named.insert(person).inserted {
            table.append([
                .text(person.description), .text(who(person)), .text(standing(person)), .absent("absent"),
                .absent("absent"), .absent("no item"),
            ])
        }
        return table
    }

    /// - Parameter day: on which what is not done and due before counts as overdue.
    public func actions(on day: Day) -> Table {
        MeetingTables.actions([meeting], on: day) { who($0) }
    }

    /// The action log of several meetings, those not done first, by the day on which they are due.
    static func actions(_ meetings: [Meeting], on day: Day, who: (Slug) -> String) -> Table {
        var table = Table(
            key: "actions", caption: "Action log on \(day.inWords)",
            columns: [
                .init("meeting", "Meeting"), .init("action", "Action"), .init("text", "What"),
                .init("owner", "Owner"), .init("ownerName", "Name", isPersonal: true), .init("due", "Due"),
                .init("done", "Done"), .init("state", "State"), .init("note", "Note"),
            ])
        let all = meetings.flatMap { meeting in meeting.actions.map { (meeting, $0) } }
        let sorted = all.sorted { left, right in
            let (a, b) = (left.1, right.1)
            return (a.doneOn == nil ? 0 : 1, a.due, left.0.id, a.id) < (
                b.doneOn == nil ? 0 : 1, b.due, right.0.id, b.id
            )
        }
        for (meeting, action) in sorted {
            let state = action.doneOn != nil ? "done" : action.due < day ? "overdue" : "open"
            table.append([
                .text(meeting.id.description), .text(action.id.description), .text(action.text),
                .text(action.owner.description), .text(who(action.owner)), .day(action.due),
                .optional(action.doneOn, else: "not yet"), .text(state), .optional(action.note, else: "none"),
            ])
        }
        return table
    }
}

extension AgendaItem.Purpose {
    /// For reading: `to decide`.
    public var inWords: String {
        switch self {
        case .decide: "to decide"
        case .discuss: "to discuss"
        case .note: "to note"
        case .approveMinutes: "to approve minutes"
        }
    }
}

extension Moment {
    /// Hours and minutes as clocks in London show them: `10:15`.
    var clock: String { inLondon.clock }
}
