public import Governance
public import Markup
public import Vocabulary

/// Asks how the chair decides to handle a member's interest in an item, where that is not what is proposed.
public struct HandlingForm: AskedForm {
    public var filled: SentValues
    public var errors: [String: String] = [:]
    public var failures: [String] = []
    public var meeting: Slug
    public var item: Slug
    public var member: Slug
    public var chairs: [Choice]
    /// Those in force on the day of the meeting.
    public var options: [HandlingOption]

    public init(
        _ filled: SentValues = SentValues(), meeting: Slug, item: Slug, member: Slug, chairs: [Choice],
        options: [HandlingOption]
    ) {
        self.filled = filled
        self.meeting = meeting
        self.item = item
        self.member = member
        self.chairs = chairs
        self.options = options
    }

    public var kept: [Form.Kept] { [.init("item", item.description), .init("member", member.description)] }

    public var parts: [Form.Part] {
        [
            radios("option", "What does the member do?", options.map { Choice($0.rawValue, $0.inWords.firstUpper) }),
            boxes("papers", "And the papers?", [Choice("yes", "The member gets no papers on it")]),
            menu("chair", "Who takes the chair and decides?", chairs),
            words("reason", "Why, where it is not what is proposed?", rows: 3),
        ]
    }

    public func read(_ reader: inout FieldReader) -> HandleInterest? {
        let option: HandlingOption? = reader.choice("option", missing: "Choose what the member does.")
        let chair = reader.name("chair", missing: "Choose who decides.")
        let reason = reader.words("reason", atMost: 1_000)
        guard reader.errors.isEmpty, let option, let chair else { return nil }
        return HandleInterest(
            meeting: meeting, item: item, member: member, chair: chair, option: option,
            withholdsPapers: reader.isTicked("papers") ? true : nil, reason: reason)
    }

    public static func filled(with act: HandleInterest) -> SentValues {
        var filled = SentValues()
        filled.fill("option", act.option?.rawValue)
        filled.fill("papers", act.withholdsPapers == true ? "yes" : nil)
        filled.fill("chair", act.chair.description)
        filled.fill("reason", act.reason)
        return filled
    }

    public static func field(ofRefusal code: String) -> String? {
        switch code {
        case "no-reason": "reason"
        case "own-interest", "not-chair", "chair-conflicted", "chair-absent": "chair"
        case "option-not-in-force", "handling-too-weak": "option"
        default: nil
        }
    }

    public static func subject(of act: HandleInterest) -> String? { "\(act.item)/\(act.member)" }
}
