public import Vocabulary

/// `meeting.yaml`: a meeting from its agenda to its close, as a clerk writes it, in one file.
///
/// ```yaml
/// meeting: pccc-2026-05
/// committees: [pccc]
/// startsAt: 2026-05-12T10:00
/// place: Town hall
/// papers: {on: 2026-05-01}
/// agenda:
///   - id: dental
///     title: Dental round
///     purpose: decide
///     subject: {round: dental-2025}
///     matter: primary-dental-services
///     amount: £300,000
///     touches: [{organisation: Y02494, part: option-7, how: holds the contract that option 7 would end}]
///     papers: [{title: Committee paper, document: …64 digits…}]
/// events:
///   - {do: openMeeting, at: "10:00", present: [p001, p002], chairs: [{committee: pccc, person: p001}]}
///   - {do: handleInterest, item: dental, member: p003, chair: p001}
///   - {do: leaveMeeting, at: "10:04", person: p003, item: dental}
///   - {do: takeItem, at: "10:05", item: dental}
///   - do: moveMotion
///     motion: {id: m1, item: dental, text: …, reasons: …, considered: […], mover: p002}
///   - {do: castVotes, motion: m1, votes: [{voter: p001, choice: for}]}
///   - {do: closeVote, at: "10:20", motion: m1}
///   - {do: closeItem, item: dental}
///   - {do: closeMeeting, at: "11:00"}
/// ```
///
/// An event is an act by its name with its fields; `meeting` is left out. Its time is hours and minutes of the day of
/// the meeting; left out it is that of the event before. Times are those of clocks in London; an instant in UTC,
/// `2026-05-12T09:00:00Z`, may stand for one. Without `startsAt` the meeting is planned already, and the file goes on
/// with it.
public struct MeetingDocument: Sendable {
    public var header: Header
    /// In the order of the file.
    public var events: [any GovernanceAct]

    /// Everything but the events.
    public struct Header: Hashable, Sendable, Codable {
        public var meeting: Slug
        public var committees: [Slug]?
        public var startsAt: Moment?
        public var place: String?
        public var isPublic: Bool?
        public var reasonForPrivate: String?
        public var agenda: [AgendaItem]?
        public var papers: Papers?
        /// The day on which the events were, where the meeting is planned already; else that of `startsAt`.
        public var day: Day?
    }

    /// When the papers went out.
    public struct Papers: Hashable, Sendable, Codable {
        public var on: Day
        public var reasonForLate: String?
    }

    /// - Throws: a `Refusal` of kind `input` that names the key; `meeting-half-planned` where only some of committees,
    ///   start and place are given, `event-unknown` for an event that is no act on a meeting, `event-time` for a time
    ///   that is none, or hours and minutes without a day; what `Moment.init(written:on:as:)` refuses besides.
    public static func read(_ json: JSONValue, named name: String) throws(Refusal) -> MeetingDocument {
        let manual = "docs/governance.md"
        guard case .object(let members) = json else {
            let header: Header = try json.writtenDocument(named: name, manual: manual)
            return MeetingDocument(header: header, events: [])
        }
        let plain = try members.filter { $0.key != "events" }.map { member throws(Refusal) in
            guard member.key == "startsAt", case .text(let text) = member.value else { return member }
            return .init("startsAt", .text(try time(text, named: "\(name): startsAt").description))
        }
        let header: Header = try JSONValue.object(plain).writtenDocument(named: name, manual: manual)
        let given = [header.committees != nil, header.startsAt != nil, header.place != nil]
        guard Set(given).count == 1 else {
            throw Refusal(
                .input, code: "meeting-half-planned",
                "\(name): a meeting is planned by “committees”, “startsAt” and “place” together.",
                remedy: "Give all three, or none where it is planned already.")
        }
        var events: [any GovernanceAct] = []
        guard let listed = json["events"], listed != .null else {
            return MeetingDocument(header: header, events: events)
        }
        guard case .list(let items) = listed else {
            throw Refusal(
                .input, code: "value-kind", "\(name): events: a list is expected.",
                remedy: "Begin each event with a hyphen. The manual’s page \(manual) shows the form.")
        }
        var clock = header.startsAt
        for (number, item) in items.enumerated() {
            let place = "\(name): events[\(number)]"
            guard case .object(let fields) = item, case .text(let word)? = item["do"],
                let type = MeetingDocument.acts.first(where: { $0.name == word })
            else {
                throw Refusal(
                    .input, code: "event-unknown", "\(place): “do” names no act on a meeting.",
                    remedy: "The acts are \(named(MeetingDocument.acts.map { $0.name })).")
            }
            clock = try moment(item["at"], in: header, named: place) ?? clock
            var whole = fields.filter { $0.key != "do" && $0.key != "at" && $0.key != "meeting" }
            whole.append(.init("meeting", .text(header.meeting.description)))
            if type is any MeetingEvent.Type, let clock { whole.append(.init("at", .text(clock.description))) }
            func act<Act: GovernanceAct>(_ type: Act.Type) throws(Refusal) -> any GovernanceAct {
                try JSONValue.object(whole).writtenDocument(as: type, named: place, manual: manual)
            }
            events.append(try act(type))
        }
        return MeetingDocument(header: header, events: events)
    }

    /// The plan, the agenda, the papers, the events: in this order.
    public func acts() -> [any GovernanceAct] {
        var acts: [any GovernanceAct] = []
        if let committees = header.committees, let startsAt = header.startsAt, let place = header.place {
            acts.append(
                PlanMeeting(
                    meeting: header.meeting, committees: committees, startsAt: startsAt, place: place,
                    isPublic: header.isPublic, reasonForPrivate: header.reasonForPrivate))
        }
        for item in header.agenda ?? [] { acts.append(PutOnAgenda(meeting: header.meeting, item: item)) }
        if let papers = header.papers {
            acts.append(SendPapers(meeting: header.meeting, on: papers.on, reasonForLate: papers.reasonForLate))
        }
        return acts + events
    }

    /// The acts on a meeting that is planned.
    static var acts: [any GovernanceAct.Type] { GovernanceActs.meetingActs.filter { $0 is any MeetingAct.Type } }

    /// Nil where no time is given.
    private static func moment(
        _ json: JSONValue?, in header: Header, named place: String
    ) throws(Refusal) -> Moment? {
        guard let json, json != .null else { return nil }
        if case .text(let text) = json {
            return try time(text, on: header.day ?? header.startsAt?.inLondon.day, named: "\(place): at")
        }
        throw Refusal(
            .input, code: "event-time", "\(place): “at” is no time.",
            remedy: "Write it as \"10:05\" in quotation marks, or as 2026-05-12T10:05.")
    }

    /// A time in the file, with its place where it is none.
    private static func time(_ text: String, on day: Day? = nil, named place: String) throws(Refusal) -> Moment {
        do {
            return try Moment(written: text, on: day, as: .input)
        } catch {
            throw Refusal(
                .input, code: error.code == "time-unreadable" ? "event-time" : error.code,
                "\(place): \(error.sentence)",
                remedy: (error.remedy ?? "")
                    + (day == nil ? " Of a meeting that is planned already “day” says which day it is." : ""))
        }
    }
}
