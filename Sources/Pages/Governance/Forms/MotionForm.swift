public import Governance
public import Markup
public import Vocabulary

/// Asks for a motion on the item that is before a meeting.
public struct MotionForm: AskedForm {
    public var filled: SentValues
    public var errors: [String: String] = [:]
    public var failures: [String] = []
    public var meeting: Slug
    public var item: Slug
    /// The short name that the motion is to have: sent twice, it is moved once.
    public var entry: Slug
    public var people: [Choice]
    /// Parts of the item on which it may decide alone.
    public var partsOfItem: [Choice]

    public init(
        _ filled: SentValues = SentValues(), meeting: Slug, item: Slug, entry: Slug, people: [Choice],
        partsOfItem: [Choice] = []
    ) {
        self.filled = filled
        self.meeting = meeting
        self.item = item
        self.entry = entry
        self.people = people
        self.partsOfItem = partsOfItem
    }

    public var kept: [Form.Kept] { [.init("item", item.description), .init("entry", entry.description)] }

    public var parts: [Form.Part] {
        proposed + [
            menu("mover", "Who proposes it?", people),
            menu("seconder", "Who supports it?", people, none: "Nobody is named"),
        ] + some
    }

    /// What is proposed, whoever does so.
    var proposed: [Form.Part] {
        [
            words("text", "What is proposed?", hint: "As the minutes are to have it", rows: 3),
            radios(
                "asks", "What does it ask?", Motion.Ask.allCases.map { Choice($0.rawValue, $0.inWords.firstUpper) }),
            words("reasons", "Why?", rows: 3),
            words(
                "considered", "Which options were considered?", hint: "One to a line, the one proposed among them",
                rows: 3),
            money("amount", "What would it commit?", hint: "Leave it empty where it is what the item says."),
        ]
    }

    /// On which options it decides; nothing where the item has none.
    var some: [Form.Part] {
        guard !partsOfItem.isEmpty else { return [] }
        return [
            boxes(
                "parts", "Does it decide on some options only?", hint: "None ticked: on the whole item.", partsOfItem)
        ]
    }

    public func read(_ reader: inout FieldReader) -> MoveMotion? {
        var motion = motion(&reader)
        let mover = reader.name("mover", missing: "Choose who proposes it.")
        motion?.mover = mover
        motion?.seconder = reader.name("seconder")
        guard reader.errors.isEmpty, let motion else { return nil }
        return MoveMotion(meeting: meeting, motion: motion)
    }

    /// The motion without who puts it; nil where something is wrong.
    func motion(_ reader: inout FieldReader) -> Motion? {
        let text = reader.words("text", missing: "Write what is proposed.")
        let asks: Motion.Ask? = reader.choice("asks", missing: "Choose what it asks.")
        let reasons = reader.words("reasons", missing: "Give the reasons.")
        let considered = reader.words("considered", missing: "Name the options that were considered.")
        let amount = reader.amount("amount")
        let chosen = reader.names("parts")
        guard reader.errors.isEmpty, let text, let asks, let reasons, let considered else { return nil }
        let lines = considered.split(separator: "\n").map { String($0.trimmed) }.filter { !$0.isEmpty }
        return Motion(
            id: entry, item: item, text: text, parts: chosen, asks: asks, amount: amount, reasons: reasons,
            considered: lines)
    }

    public static func filled(with act: MoveMotion) -> SentValues {
        var filled = filled(with: act.motion)
        filled.fill("mover", act.motion.mover?.description)
        filled.fill("seconder", act.motion.seconder?.description)
        return filled
    }

    static func filled(with motion: Motion) -> SentValues {
        var filled = SentValues()
        filled.fill("text", motion.text)
        filled.fill("asks", motion.asks.rawValue)
        filled.fill("reasons", motion.reasons)
        filled.fill("considered", motion.considered.joined(separator: "\n"))
        filled.fill("amount", motion.amount)
        filled.fill("parts", all: motion.parts.map(\.description))
        return filled
    }

    public static func field(ofRefusal code: String) -> String? {
        switch code {
        case "above-mandate", "amount-missing": "amount"
        case "nothing-considered": "considered"
        case "mover-missing", "not-voting-member": "mover"
        case "approvers-tied": "seconder"
        default: nil
        }
    }

    public static func subject(of act: MoveMotion) -> String? { act.motion.id.description }

    public func renamed(_ entry: Slug) -> Self {
        var form = self
        form.entry = entry
        return form
    }
}

extension String {
    /// With a capital at its beginning.
    public var firstUpper: String { prefix(1).uppercased() + dropFirst() }
}
