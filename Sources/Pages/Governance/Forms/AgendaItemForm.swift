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
    /// Classes of people whose common interest items touch, as other items and people have them.
    public var classes: [Choice]
    /// Decisions outside a meeting that are owed to this one.
    public var owed: [Choice]
    /// Those who may bring an item before the meeting.
    public var people: [Choice]

    public init(
        _ filled: SentValues = SentValues(), meeting: Slug, entry: Slug, matters: [Choice], minutes: [Choice],
        classes: [Choice] = [], owed: [Choice] = [], people: [Choice] = []
    ) {
        self.filled = filled
        self.meeting = meeting
        self.entry = entry
        self.matters = matters
        self.minutes = minutes
        self.classes = classes
        self.owed = owed
        self.people = people
    }

    static let touchHint =
        "A code or a contract’s number to a line, and how: Y02494 holds the contract. Interests are found by it."

    public var kept: [Form.Kept] { [.init("entry", entry.description)] }

    public var parts: [Form.Part] {
        partsOfItem + [
            field(
                "paper", "Papers, if there are any",
                hint: "One or several, at most 128 MB together. Choose them again where the form is shown again.",
                .file(accepting: [], several: true)),
            line(
                "paperTitle", "The paper’s title",
                hint: "Of several, each has the name of its file as its title; you can change it afterwards."),
            line("reason", "Why late, where the papers are out already?"),
        ]
    }

    /// What is asked of an item however it comes onto the agenda.
    var partsOfItem: [Form.Part] {
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
        if !owed.isEmpty {
            parts.append(
                boxes(
                    "decisions", "To report decisions made outside a meeting: which?",
                    hint: "They are owed to this meeting until an item has taken them.", owed))
        }
        parts.append(words("touches", "Which organisations does it touch?", hint: AgendaItemForm.touchHint, rows: 3))
        if !classes.isEmpty {
            parts.append(
                boxes(
                    "classes", "Does it touch everybody of a kind?",
                    hint: "Then each of them has an interest in it that the others share.", classes))
        }
        return parts + [
            line(
                "otherClass", classes.isEmpty ? "Does it touch everybody of a kind?" : "Another kind, if none of these",
                hint: "In a word or two: dentists")
        ] + (people.isEmpty ? [] : [menu("reporter", "Who brings it before the meeting?", people, none: "Not told")])
            + [
                field(
                    "minutes-given", "How many minutes is it given?", hint: "Leave it empty where that is left open.",
                    .number(value: filled.text("minutes-given")))
            ]
    }

    public func read(_ reader: inout FieldReader) -> PutOnAgenda? {
        let reason = reader.line("reason")
        let paper = reader.line("paperTitle")
        guard var item = item(&reader), reader.errors.isEmpty else { return nil }
        item.papers = paper.map { [.init(title: $0)] } ?? []
        return PutOnAgenda(meeting: meeting, item: item, reasonForLate: reason)
    }

    /// The item that was told, without papers; nil where something is wrong.
    func item(_ reader: inout FieldReader) -> AgendaItem? {
        let title = reader.line("title", missing: "Say what the item is called.")
        let purpose: AgendaItem.Purpose? = reader.choice("purpose", missing: "Choose what the meeting is to do.")
        let matter = reader.name("matter")
        let amount = reader.amount("amount")
        let minutes = reader.name("minutes")
        let reporter = reader.name("reporter")
        let given = reader.count("minutes-given")
        if let given, !AgendaItem.likelyMinutes.contains(given) {
            reader.refuse("minutes-given", "Enter whole minutes, such as 20.")
        }
        let touches = AgendaItemForm.touches(&reader)
        var kinds = reader.ticked("classes", among: classes.compactMap { Slug($0.value) })
        if let other = reader.nameOfWords("otherClass"), !kinds.contains(other) { kinds.append(other) }
        let reported = reader.ticked("decisions", among: owed.compactMap { Slug($0.value) })
        if purpose == .decide, matter == nil { reader.refuse("matter", "Choose the matter that is decided.") }
        if purpose == .approveMinutes, minutes == nil { reader.refuse("minutes", "Choose the meeting.") }
        if purpose == .approveMinutes, !reported.isEmpty {
            reader.refuse("decisions", "Give minutes and decisions an item each.")
        }
        guard reader.errors.isEmpty, let title, let purpose else { return nil }
        return AgendaItem(
            id: entry, title: title, purpose: purpose,
            subject: purpose == .approveMinutes
                ? minutes.map { .minutes(of: $0) } ?? .other : reported.isEmpty ? .other : .decisions(reported),
            touches: touches, classes: kinds, matter: matter, amount: amount, reporter: reporter, minutes: given)
    }

    public static func filled(with act: PutOnAgenda) -> SentValues {
        var filled = SentValues()
        filled.fill("title", act.item.title)
        filled.fill("purpose", act.item.purpose.rawValue)
        filled.fill("matter", act.item.matter?.description)
        filled.fill("amount", act.item.amount)
        if case .minutes(let earlier) = act.item.subject { filled.fill("minutes", earlier.description) }
        if case .decisions(let reported) = act.item.subject {
            filled.fill("decisions", all: reported.map(\.description))
        }
        filled.fill("touches", written(act.item.touches.filter { $0.part == nil }))
        filled.fill("classes", all: act.item.classes.map(\.description))
        filled.fill("reporter", act.item.reporter?.description)
        filled.fill("minutes-given", act.item.minutes.map { "\($0)" })
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
        case "minutes-unlikely": "minutes-given"
        case "no-such-person": "reporter"
        default: nil
        }
    }

    public static func subject(of act: PutOnAgenda) -> String? { act.item.id.description }

    public func renamed(_ entry: Slug) -> Self {
        var form = self
        form.entry = entry
        return form
    }

    /// Organisations one to a line, each with how it is touched.
    static func touches(_ reader: inout FieldReader) -> [AgendaItem.Touch] {
        var touches: [AgendaItem.Touch] = []
        for line in reader.text("touches").split(separator: "\n").map(\.trimmed) where !line.isEmpty {
            let words = line.split(separator: " ", maxSplits: 1)
            guard let code = OrganisationCode(words[0]) else {
                reader.refuse("touches", "“\(words[0])” is no code; begin each line with one.")
                continue
            }
            touches.append(.init(organisation: code, how: words.count > 1 ? String(words[1].trimmed) : "is concerned"))
        }
        return touches
    }

    /// As `touches` reads them; nil for none.
    static func written(_ touches: [AgendaItem.Touch]) -> String? {
        touches.isEmpty ? nil : touches.map { "\($0.organisation) \($0.how)" }.joined(separator: "\n")
    }
}
