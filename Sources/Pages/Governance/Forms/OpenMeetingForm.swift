public import Governance
public import Markup
public import Vocabulary

/// Asks who is there when a meeting is opened, and who takes the chair of each committee.
public struct OpenMeetingForm: AskedForm {
    public var filled: SentValues
    public var errors: [String: String] = [:]
    public var failures: [String] = []
    public var meeting: Slug
    public var people: [Choice]
    /// Committees by short name, with their titles.
    public var committees: [Choice]

    public init(_ filled: SentValues = SentValues(), meeting: Slug, people: [Choice], committees: [Choice]) {
        self.filled = filled
        self.meeting = meeting
        self.people = people
        self.committees = committees
    }

    public var parts: [Form.Part] {
        [boxes("present", "Who is here?", people)]
            + committees.map { committee in
                let whose = committees.count > 1 ? " of \(committee.words)" : ""
                return menu("chair-\(committee.value)", "Who takes the chair\(whose)?", people)
            } + [
                boxes(
                    "chosenBy", "If that is neither chair nor vice-chair: who chose them?",
                    hint: "Members who are here. Leave it empty otherwise.", people)
            ]
    }

    public func read(_ reader: inout FieldReader) -> OpenMeeting? {
        let present = reader.names("present", missing: "Tick everybody who is here.")
        let chosen = reader.names("chosenBy")
        var chairs: [OpenMeeting.Chair] = []
        for committee in committees.compactMap({ Slug($0.value) }) {
            if let person = reader.name("chair-\(committee)", missing: "Choose who takes the chair.") {
                chairs.append(.init(committee: committee, person: person, chosenBy: chosen.isEmpty ? nil : chosen))
            }
        }
        guard reader.errors.isEmpty else { return nil }
        return OpenMeeting(meeting: meeting, present: present, chairs: chairs)
    }

    public static func filled(with act: OpenMeeting) -> SentValues {
        var filled = SentValues()
        filled.fill("present", all: act.present.map(\.description))
        for chair in act.chairs { filled.fill("chair-\(chair.committee)", chair.person.description) }
        filled.fill("chosenBy", all: (act.chairs.first?.chosenBy ?? []).map(\.description))
        return filled
    }

    public static func field(ofRefusal code: String) -> String? {
        ["person-twice", "not-present"].contains(code) ? "present" : code == "chair-not-chosen" ? "chosenBy" : nil
    }

    public static func subject(of act: OpenMeeting) -> String? { act.meeting.description }
}
