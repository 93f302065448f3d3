public import Governance
public import Markup
public import Vocabulary

/// Asks for the last day of a committee, and which committees take its place.
public struct DissolveForm: AskedForm {
    public var filled: SentValues
    public var errors: [String: String] = [:]
    public var failures: [String] = []
    public var committee: Slug
    /// Committees that may take its place.
    public var others: [Choice]

    public init(_ filled: SentValues = SentValues(), committee: Slug, others: [Choice]) {
        self.filled = filled
        self.committee = committee
        self.others = others
    }

    public var parts: [Form.Part] {
        [day("lastDay", "What is its last day?")]
            + (others.isEmpty
                ? []
                : [
                    boxes(
                        "successors", "Which committees take its place?",
                        hint: "What it decided is found under them. Leave them empty where none does.", others)
                ])
    }

    public func read(_ reader: inout FieldReader) -> DissolveCommittee? {
        let day = reader.day("lastDay", missing: "Enter its last day.")
        let successors = reader.ticked("successors", among: others.compactMap { Slug($0.value) })
        guard reader.errors.isEmpty, let day else { return nil }
        return DissolveCommittee(committee: committee, lastDay: day, successors: successors)
    }

    public static func filled(with act: DissolveCommittee) -> SentValues {
        var filled = SentValues()
        filled.fill("lastDay", act.lastDay)
        filled.fill("successors", all: act.successors.map(\.description))
        return filled
    }

    public static func field(ofRefusal code: String) -> String? {
        switch code {
        case "successor-circle", "successor-missing": "successors"
        case "meetings-to-come", "before-committee": "lastDay"
        default: nil
        }
    }

    public static func subject(of act: DissolveCommittee) -> String? { act.committee.description }
}
