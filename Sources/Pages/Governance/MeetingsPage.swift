import Governance
public import Markup
public import Tabular
import Vocabulary

/// Meetings to come and those that were held, and what is planned for them.
public struct MeetingsPage: Page {
    public var reading: GovernanceReading
    public var query: ListQuery

    public init(_ reading: GovernanceReading, query: ListQuery = .all) {
        self.reading = reading
        self.query = query
    }

    public var heading: String { "Meetings" }
    public var route: Route? { .meetings }
    public var isOfAPosition: Bool { false }
    public var origin: String { "the meetings of its committees" }

    /// Every meeting, the latest first, as they are taken away.
    public var table: Table {
        MeetingsPage.table(
            reading.coming.reversed() + reading.past, reading, key: "meetings", caption: "Meetings, the latest first")
    }

    public func content(in shell: Shell) -> [Html] {
        let past = reading.past
        let paging = Paging(page: query.page, total: past.count)
        let calendar = Html.paragraph([
            .link("Take the meetings into a calendar (.ics)", to: shell.destination(.meetingCalendar))
        ])
        return [
            GovernanceMenu.html(here: route, in: shell),
            .section(
                heading: 2, "To come", id: "coming",
                [
                    TableView(
                        shown(MeetingsPage.table(reading.coming, reading, key: "coming", caption: "Meetings to come")),
                        empty: "No meeting is planned."
                    ).html(in: shell), reading.coming.isEmpty ? .none : calendar,
                    .way("Plan a meeting", to: .planMeeting, in: shell),
                ]),
            .section(
                heading: 2, "Forward plan", id: "plan",
                [TableView(plan, empty: "Nothing stands on an agenda yet.").html(in: shell)]),
            .section(
                heading: 2, "Held", id: "past",
                [
                    TableView(
                        shown(
                            MeetingsPage.table(
                                Array(past[paging.slice]), reading, key: "past",
                                caption: "Meetings held, the latest first")),
                        listing: Listing(.meetings, query: query, paging: paging), empty: "No meeting has been held."
                    ).html(in: shell)
                ]),
        ]
    }

    /// The link begins with the day.
    private func shown(_ table: Table) -> Table {
        table.showing(["meeting", "committees", "time", "place", "inPublic", "state"])
    }

    /// What meetings to come will take: those in private say nothing.
    private var plan: Table {
        let whole = ForwardPlan(reading.book).table(on: reading.day)
        let meetings = whole.rows.map { Slug($0[1].shown).flatMap { reading.book.meetings[$0] } }
        return whole.changing("committees") { place, cell in
            meetings[place].map { .text(reading.title(of: $0.committees)) } ?? cell
        }.changing("meeting") { place, cell in
            meetings[place].map { .link($0.called, path: Route.meeting($0.id).path) } ?? cell
        }.calling("matter") { $0.description.replacing("-", with: " ") }
            .showing(["title", "meeting", "committees", "purpose", "matter", "amountPence"])
    }

    static func table(_ meetings: [Meeting], _ reading: GovernanceReading, key: String, caption: String) -> Table {
        var table = Table(
            key: key, caption: caption,
            columns: [
                .init("meeting", "Meeting"), .init("committees", "Committee"), .init("day", "Day"),
                .init("time", "Begins"), .init("place", "Place"), .init("inPublic", "Held"), .init("state", "State"),
            ], notes: meetings.isEmpty ? [] : ["Times are those of London."])
        for meeting in meetings {
            table.append([
                .link(meeting.called, path: Route.meeting(meeting.id).path),
                .text(reading.title(of: meeting.committees)),
                .day(meeting.startsAt.inLondon.day), .text(meeting.startsAt.inLondon.clock),
                meeting.place.isEmpty ? .absent("not published") : .text(meeting.place),
                .text(meeting.isPublic ? "in public" : "in private"), .text(reading.state(of: meeting)),
            ])
        }
        return table
    }
}

extension Meeting {
    /// `12 May 2026, pccc-2026-05`: told apart from every other.
    var called: String { "\(startsAt.inLondon.day.inWords), \(id)" }
}

extension GovernanceReading {
    /// `closed, minutes in draft`.
    func state(of meeting: Meeting) -> String {
        guard meeting.state == .closed, meeting.isPublic else {
            let isOver = [.planned, .papersOut].contains(meeting.state) && meeting.day < day
            return meeting.state.inWords + (isOver ? ", and not opened on its day" : "")
        }
        return meeting.approval == nil ? "held; minutes in draft" : "held; minutes approved"
    }
}
