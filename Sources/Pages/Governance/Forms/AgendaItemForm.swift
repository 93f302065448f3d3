public import Governance
public import Markup
public import Vocabulary

/// Asks for an item of an agenda: what is to be done with it, whom it touches, and its paper.
public struct AgendaItemForm: AskedForm {
    public var filled: SentValues
    public var errors: [String: String] = [:]
    public var failures: [String] = []
    public var meeting: Slug
    /// The short name that the item is to have: sent twice, it is put on the agenda once.
    public var entry: Slug
    /// Matters that the committees may decide.
    public var matters: [Choice]
    /// Earlier meetings whose minutes are to be approved.
    public var minutes: [Choice]

    public init(
        _ filled: SentValues = SentValues(), meeting: Slug, entry: Slug, matters: [Choice], minutes: [Choice]
    ) {
        self.filled = filled
        self.meeting = meeting
        self.entry = entry
        self.matters = matters
        self.minutes = minutes
    }

    public var kept: [Form.Kept] { [.init("entry", entry.description)] }

    public var parts: [Form.Part] {
        var parts: [Form.Part] = [
            line("title", "What is the item called?"),
            radios(
                "purpose", "What is the meeting to do?",
                AgendaItem.Purpose.allCases.map { Choice($0.rawValue, $0.inWords.firstUpper) }),
        ]
        if !matters.isEmpty { parts.append(menu("matter", "To decide: under which matter?", matters, none: "None")) }
        parts.append(
            money("amount", "What would the decision commit?", hint: "Leave it empty where nothing is decided."))
        if !minutes.isEmpty {
            parts.append(menu("minutes", "To approve minutes: of which meeting?", minutes, none: "None"))
        }
        return parts + [
            words(
                "touches", "Which organisations does it touch?",
                hint:
                    "A code or a contract’s number to a line, and how: Y02494 holds the contract. Interests are found by it.",
                rows: 3),
            field(
                "paper", "A paper, if there is one",
                hint: "At most 128 MB. Choose it again where the form is shown again.",
                .file(accepting: [])),
            line("paperTitle", "The paper’s title"),
            line("reason", "Why late, where the papers are out already?"),
        ]
    }

    public func read(_ reader: inout FieldReader) -> PutOnAgenda? {
        let title = reader.line("title", missing: "Say what the item is called.")
        let purpose: AgendaItem.Purpose? = reader.choice("purpose", missing: "Choose what the meeting is to do.")
        let matter = reader.name("matter")
        let amount = reader.amount("amount")
        let minutes = reader.name("minutes")
        let reason = reader.line("reason")
        let paper = reader.line("paperTitle")
        var touches: [AgendaItem.Touch] = []
        for line in reader.sent.text("touches").split(separator: "\n").map(\.trimmed) where !line.isEmpty {
            let words = line.split(separator: " ", maxSplits: 1)
            guard let code = OrganisationCode(words[0]) else {
                reader.refuse("touches", "“\(words[0])” is no code; begin each line with one.")
                continue
            }
            touches.append(.init(organisation: code, how: words.count > 1 ? String(words[1].trimmed) : "is concerned"))
        }
        if purpose == .decide, matter == nil { reader.refuse("matter", "Choose the matter that is decided.") }
        if purpose == .approveMinutes, minutes == nil { reader.refuse("minutes", "Choose the meeting.") }
        guard reader.errors.isEmpty, let title, let purpose else { return nil }
        return PutOnAgenda(
            meeting: meeting,
            item: AgendaItem(
                id: entry, title: title, purpose: purpose,
                subject: purpose == .approveMinutes ? minutes.map { .minutes(of: $0) } ?? .other : .other,
                touches: touches, matter: matter, amount: amount, papers: paper.map { [.init(title: $0)] } ?? []),
            reasonForLate: reason)
    }

    public static func filled(with act: PutOnAgenda) -> SentValues {
        var filled = SentValues()
        filled.fill("title", act.item.title)
        filled.fill("purpose", act.item.purpose.rawValue)
        filled.fill("matter", act.item.matter?.description)
        filled.fill("amount", act.item.amount)
        if case .minutes(let earlier) = act.item.subject { filled.fill("minutes", earlier.description) }
        let lines = act.item.touches.map { "\($0.organisation) \($0.how)" }
        filled.fill("touches", lines.isEmpty ? nil : lines.joined(separator: "\n"))
        filled.fill("paperTitle", act.item.papers.first?.title)
        filled.fill("reason", act.reasonForLate)
        return filled
    }

    public static func field(ofRefusal code: String) -> String? {
        switch code {
        case "no-reason": "reason"
        case "minutes-of": "minutes"
        case "no-matter": "matter"
        case "amount-negative": "amount"
        default: nil
        }
    }

    public static func subject(of act: PutOnAgenda) -> String? { act.item.id.description }

    public func renamed(_ entry: Slug) -> Self {
        var form = self
        form.entry = entry
        return form
    }
}
