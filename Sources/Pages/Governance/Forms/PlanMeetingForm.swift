public import Governance
public import Markup
public import Vocabulary

/// Asks whose meeting is planned, when and where.
public struct PlanMeetingForm: AskedForm {
    public var filled: SentValues
    public var errors: [String: String] = [:]
    public var failures: [String] = []
    public var committees: [Choice]
    /// Short names that meetings have.
    public var taken: [Slug]

    public init(_ filled: SentValues = SentValues(), committees: [Choice], taken: [Slug]) {
        self.filled = filled
        self.committees = committees
        self.taken = taken
    }

    public var parts: [Form.Part] {
        [
            boxes("committees", "Which committee meets?", hint: "Several: committees in common.", committees),
            day("day", "On which day?"),
            line("time", "When does it begin?", hint: "For example, 10:00, as clocks in London show it"),
            line("place", "Where?"),
            radios(
                "public", "Is it in public?",
                [
                    Choice("", "As the terms of reference have it"), Choice("yes", "In public"),
                    Choice("no", "In private"),
                ]), line("reason", "Why in private, where the terms say public?"),
            line("meeting", "A short name for it", hint: "Leave it empty for one made of the committee and the day."),
        ]
    }

    public func read(_ reader: inout FieldReader) -> PlanMeeting? {
        let chosen = reader.names("committees", missing: "Tick the committee that meets.")
        let day = reader.day("day", missing: "Enter the day of the meeting.")
        let time = reader.line("time", missing: "Enter when it begins.")
        let place = reader.line("place", missing: "Say where it is.")
        let isPublic: Bool? = reader.sent.text("public").isEmpty ? nil : reader.sent.text("public") == "yes"
        let reason = reader.line("reason")
        var starts: Moment?
        if let day, let time {
            do { starts = try Moment(written: time, on: day, as: .input) } catch {
                reader.refuse("time", "Enter a time such as 10:00.")
            }
        }
        let typed = reader.sent.text("meeting")
        let made = chosen.first.flatMap { first in day.map { "\(first)-\($0)" } } ?? ""
        let name = Slug(typed.isEmpty ? made : typed)
        if !typed.isEmpty, name == nil {
            reader.refuse("meeting", "Use small letters, digits and single hyphens.")
        }
        guard reader.errors.isEmpty, let name, let starts, let place else { return nil }
        return PlanMeeting(
            meeting: name, committees: chosen, startsAt: starts, place: place, isPublic: isPublic,
            reasonForPrivate: reason)
    }

    public static func filled(with act: PlanMeeting) -> SentValues {
        var filled = SentValues()
        filled.fill("committees", all: act.committees.map(\.description))
        filled.fill("day", act.startsAt.inLondon.day)
        filled.fill("time", act.startsAt.inLondon.clock)
        filled.fill("place", act.place)
        filled.fill("public", act.isPublic.map { $0 ? "yes" : "no" })
        filled.fill("reason", act.reasonForPrivate)
        filled.fill("meeting", act.meeting.description)
        return filled
    }

    public static func field(ofRefusal code: String) -> String? {
        switch code {
        case "meeting-exists": "meeting"
        case "no-reason": "reason"
        case "no-terms", "committee-dissolved": "committees"
        default: nil
        }
    }
}
