public import Governance
public import Markup
public import Vocabulary

/// Asks who proposes and supports that the minutes of an earlier meeting are right.
public struct ApproveMinutesForm: AskedForm {
    public var filled: SentValues
    public var errors: [String: String] = [:]
    public var failures: [String] = []
    public var meeting: Slug
    public var item: Slug
    public var people: [Choice]

    public init(_ filled: SentValues = SentValues(), meeting: Slug, item: Slug, people: [Choice]) {
        self.filled = filled
        self.meeting = meeting
        self.item = item
        self.people = people
    }

    public var kept: [Form.Kept] { [.init("item", item.description)] }

    public var parts: [Form.Part] {
        [
            boxes(
                "approvers", "Who proposes and supports it?", hint: "Two or more; one of them was at that meeting.",
                people)
        ]
    }

    public func read(_ reader: inout FieldReader) -> ApproveMinutes? {
        let approvers = reader.names("approvers", missing: "Tick who proposes and who supports it.")
        guard reader.errors.isEmpty else { return nil }
        return ApproveMinutes(meeting: meeting, item: item, approvers: approvers)
    }

    public static func filled(with act: ApproveMinutes) -> SentValues {
        var filled = SentValues()
        filled.fill("approvers", all: act.approvers.map(\.description))
        return filled
    }

    public static func field(ofRefusal code: String) -> String? {
        let codes = ["too-few-approvers", "not-present", "not-member", "not-there", "approver-twice", "approvers-tied"]
        return codes.contains(code) ? "approvers" : nil
    }

    public static func subject(of act: ApproveMinutes) -> String? { act.item.description }
}
