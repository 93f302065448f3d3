public import Governance
public import Markup
public import Vocabulary

/// Asks when the papers of a meeting went out.
public struct SendPapersForm: AskedForm {
    public var filled: SentValues
    public var errors: [String: String] = [:]
    public var failures: [String] = []
    public var meeting: Slug

    public init(_ filled: SentValues = SentValues(), meeting: Slug) {
        self.filled = filled
        self.meeting = meeting
    }

    public var parts: [Form.Part] {
        [day("on", "When did they go out?"), line("reason", "Why late, if they are?")]
    }

    public func read(_ reader: inout FieldReader) -> SendPapers? {
        let on = reader.day("on", missing: "Enter the day on which they went out.")
        let reason = reader.line("reason")
        guard reader.errors.isEmpty, let on else { return nil }
        return SendPapers(meeting: meeting, on: on, reasonForLate: reason)
    }

    public static func filled(with act: SendPapers) -> SentValues {
        var filled = SentValues()
        filled.fill("on", act.on)
        filled.fill("reason", act.reasonForLate)
        return filled
    }

    public static func field(ofRefusal code: String) -> String? {
        switch code {
        case "day-in-future", "after-meeting": "on"
        case "no-reason": "reason"
        default: nil
        }
    }

    public static func subject(of act: SendPapers) -> String? { act.meeting.description }
}
