public import Governance
public import Markup
public import Vocabulary

/// Asks who answers to whom, for what, and how: each element that makes it accountability may be left empty.
public struct EdgeForm: AskedForm {
    public var filled: SentValues
    public var errors: [String: String] = [:]
    public var failures: [String] = []
    /// The edge that is amended; nil where one is drawn.
    public var amended: Slug?
    /// The short name that a new edge has.
    public var entry: Slug
    public var parties: [ChoiceGroup]
    public var matters: [Choice]

    /// What was told: the edge, and why it is amended.
    public struct Answer: Hashable, Sendable {
        public var edge: AccountabilityEdge
        public var reason: String?

        public init(edge: AccountabilityEdge, reason: String? = nil) {
            self.edge = edge
            self.reason = reason
        }

        public var act: any GovernanceAct {
            if let reason { return AmendEdge(edge: edge, reason: reason) }
            return DrawEdge(edge: edge)
        }
    }

    public init(
        _ filled: SentValues = SentValues(), amended: Slug? = nil, entry: Slug, parties: [ChoiceGroup],
        matters: [Choice]
    ) {
        self.filled = filled
        self.amended = amended
        self.entry = entry
        self.parties = parties
        self.matters = matters
    }

    public var kept: [Form.Kept] { [.init("entry", entry.description)] }

    private static let elements: [(field: String, label: String, hint: String)] = [
        ("explains", "How does the one that answers explain itself?", "A report every quarter"),
        ("questions", "How are questions put?", "A meeting every quarter"),
        ("judges", "How is it judged?", "An assessment every year"),
        ("consequences", "What may follow?", "The delegation may be taken back"),
    ]

    private func party(_ name: String, _ label: String) -> [Form.Part] {
        [
            field(
                name, label,
                .choice(
                    [ChoiceGroup(nil, [Choice("", "Choose, or write below")])] + parties, selected: filled.text(name))),
            line("\(name)-other", "Or a body by its code, or a partnership by its name"),
        ]
    }

    public var parts: [Form.Part] {
        let why = amended == nil ? [] : [words("reason", "Why does it change?", rows: 2)]
        return [
            .fieldset(legend: "Who answers?", party("actor", "The one that answers")),
            .fieldset(legend: "To whom?", party("forum", "The forum")),
            line("about", "For what?", hint: "Use of the delegated dental budget"),
            menu("matter", "Under which matter?", matters, none: "None: its conduct at large"),
            line("standard", "By which standard is it judged?", hint: "Delegation agreement, schedule 3"),
            .fieldset(
                legend: "What makes it accountability?",
                hint: "Leave empty what there is not: the map then shows that it is missing.",
                EdgeForm.elements.map { line($0.field, $0.label, hint: $0.hint) }),
            radios(
                "direction", "In which direction?",
                [
                    Choice("vertical", "Up", hint: "To a superior"),
                    Choice("diagonal", "Across", hint: "To a body that is neither above nor a peer"),
                    Choice("horizontal", "Among peers"),
                ]),
            radios(
                "nature", "Of which nature?",
                AccountabilityEdge.Nature.allCases.map { Choice($0.rawValue, $0.rawValue.firstUpper) }),
            line("legalBasis", "On which law does it rest, if on any?"),
            day("from", amended == nil ? "From which day does it hold?" : "From which day does it hold in this form?"),
            day("until", "What is its last day, if it is known?"),
            line("citation", "Which document says so?", hint: "Delegation agreement of 1 April 2023"),
        ] + why
    }

    public func read(_ reader: inout FieldReader) -> Answer? {
        let actor = reader.party("actor", missing: "Say who answers.")
        let forum = reader.party("forum", missing: "Say to whom.")
        let about = reader.line("about", missing: "Say for what.")
        let matter = reader.name("matter")
        let standard = reader.line("standard")
        let told = EdgeForm.elements.map { reader.line($0.field) }
        let direction: AccountabilityEdge.Direction? = reader.choice("direction", missing: "Choose the direction.")
        let nature: AccountabilityEdge.Nature? = reader.choice("nature", missing: "Choose its nature.")
        let basis = reader.line("legalBasis")
        let from = reader.day("from", missing: "Enter the first day.")
        let until = reader.day("until")
        let citation = reader.line("citation", missing: "Name the document that says so.")
        let reason = amended == nil ? nil : reader.words("reason", missing: "Say why it changes.", atMost: 1_000)
        guard reader.errors.isEmpty, let actor, let forum, let about, let direction, let nature, let from, let citation
        else { return nil }
        return Answer(
            edge: AccountabilityEdge(
                id: amended ?? entry, actor: actor, forum: forum, about: about, matter: matter, standard: standard,
                explains: told[0], questions: told[1], judges: told[2], consequences: told[3], direction: direction,
                nature: nature, legalBasis: basis, from: from, until: until, citation: citation), reason: reason)
    }

    public static func filled(with answer: Answer) -> SentValues {
        let edge = answer.edge
        var filled = SentValues()
        filled.fill("actor", edge.actor.chosen)
        filled.fill("forum", edge.forum.chosen)
        filled.fill("about", edge.about)
        filled.fill("matter", edge.matter?.description)
        filled.fill("standard", edge.standard)
        for (element, words) in zip(elements, [edge.explains, edge.questions, edge.judges, edge.consequences]) {
            filled.fill(element.field, words)
        }
        filled.fill("direction", edge.direction.rawValue)
        filled.fill("nature", edge.nature.rawValue)
        filled.fill("legalBasis", edge.legalBasis)
        filled.fill("from", edge.from)
        filled.fill("until", edge.until)
        filled.fill("citation", edge.citation)
        filled.fill("reason", answer.reason)
        return filled
    }

    public static func field(ofRefusal code: String) -> String? {
        switch code {
        case "actor-is-forum": "forum"
        case "public-is-actor", "not-your-right": "actor"
        case "ends-before-start": "until"
        case "not-after", "edge-ended": "from"
        default: nil
        }
    }

    public static func subject(of answer: Answer) -> String? { answer.edge.id.description }

    public func renamed(_ entry: Slug) -> Self {
        var form = self
        form.entry = entry
        return form
    }
}

extension AccountabilityEdge.Party {
    /// As a form sends it: `committee pccc`, `public`.
    public var chosen: String {
        switch self {
        case .organisation(let code): "organisation \(code)"
        case .committee(let id): "committee \(id)"
        case .person(let id): "person \(id)"
        case .partnership(let id): "partnership \(id)"
        case .thePublic: "public"
        }
    }

    /// - Returns: nil for what `chosen` does not write.
    init?(chosen: String) {
        if chosen == "public" {
            self = .thePublic
            return
        }
        let words = chosen.split(separator: " ")
        guard words.count == 2 else { return nil }
        let made: AccountabilityEdge.Party? =
            switch words[0] {
            case "organisation": OrganisationCode(words[1]).map { .organisation($0) }
            case "committee": Slug(words[1]).map { .committee($0) }
            case "person": Slug(words[1]).map { .person($0) }
            case "partnership": Slug(words[1]).map { .partnership($0) }
            default: nil
            }
        guard let made else { return nil }
        self = made
    }
}

extension FieldReader {
    /// A party that was chosen, or written: a code in capitals and digits, or the name of a partnership.
    fileprivate mutating func party(_ field: String, missing: String) -> AccountabilityEdge.Party? {
        let written = line("\(field)-other")
        if let written {
            if written == written.uppercased(), let code = OrganisationCode(written) { return .organisation(code) }
            if let name = ShortName.made(of: written) { return .partnership(name) }
            refuse("\(field)-other", "Write a code such as X24, or the name of a partnership.")
            return nil
        }
        guard let party = AccountabilityEdge.Party(chosen: sent.text(field)) else {
            refuse(field, missing)
            return nil
        }
        return party
    }
}
