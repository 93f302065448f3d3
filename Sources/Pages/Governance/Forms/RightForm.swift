public import Governance
public import Markup
public import Vocabulary

/// Asks who may decide a matter: from when, by what, up to how much; or who is to find out where that is not settled.
public struct RightForm: AskedForm {
    public var filled: SentValues
    public var errors: [String: String] = [:]
    public var failures: [String] = []
    /// The right that is amended; nil where one is recorded.
    public var amended: DecisionRight?
    /// The short name that a new right has, and the one of its question.
    public var entry: Slug
    public var question: Slug
    public var holders: [Choice]
    public var committees: [Choice]
    /// From which it may come.
    public var rights: [Choice]
    public var people: [Choice]

    /// What was told: the right, its question where it is not settled, and why it is amended.
    public struct Answer: Hashable, Sendable {
        public var right: DecisionRight
        public var question: RightsQuestion.Put?
        public var reason: String?

        public init(right: DecisionRight, question: RightsQuestion.Put? = nil, reason: String? = nil) {
            self.right = right
            self.question = question
            self.reason = reason
        }

        public var act: any GovernanceAct {
            if let reason { return AmendRight(right: right, reason: reason, question: question) }
            return RecordRight(right: right, question: question)
        }
    }

    public init(
        _ filled: SentValues = SentValues(), amended: DecisionRight? = nil, entry: Slug, question: Slug,
        holders: [Choice], committees: [Choice], rights: [Choice], people: [Choice]
    ) {
        self.filled = filled
        self.amended = amended
        self.entry = entry
        self.question = question
        self.holders = holders
        self.committees = committees
        self.rights = rights
        self.people = people
    }

    public var kept: [Form.Kept] {
        [.init("entry", entry.description), .init("questionEntry", question.description)]
    }

    public var parts: [Form.Part] {
        let why = amended == nil ? [] : [words("reason", "Why does it change?", rows: 2)]
        return [
            .fieldset(
                legend: "What is decided?",
                [
                    line(
                        "title", "The matter as people say it", hint: "Primary care dental contracts: award and closure"
                    ),
                    line(
                        "matter", "The matter it belongs to",
                        hint: "As agendas and terms of reference name it: primary dental services"),
                    line("also", "Other words by which it is looked for", hint: "Set apart by semicolons"),
                ]),
            radios(
                "standing", "Is it settled who decides?",
                [
                    Choice("settled", "Settled"), Choice("unclear", "Unclear", hint: "Nobody can say"),
                    Choice("contested", "Contested", hint: "Two say that it is theirs"),
                ]),
            .fieldset(
                legend: "Who decides?", hint: "Leave it empty where that is unclear.",
                [
                    menu("holder", "The body", holders, none: "Not known, or not in this list"),
                    line("otherHolder", "Another body, by its code", hint: "As it is published: X24"),
                    line("joint", "Bodies with which it decides jointly, by their codes", hint: "Set apart by blanks"),
                    menu("committee", "Its committee", committees, none: "None is named"),
                    radios(
                        "level", "At which level?",
                        DecisionRight.Level.allCases.map { Choice($0.rawValue, $0.rawValue.firstUpper) }),
                    radios("extent", "How far does it decide?", RightForm.extents),
                    line("approach", "Whom to approach", hint: "A post: Head of primary care, contracts desk"),
                    line("address", "Where to write", hint: "A published address of the body, not of a person"),
                ]),
            .fieldset(
                legend: "Where does it come from?",
                [
                    menu(
                        "from-right", "The right from which it is delegated", rights,
                        none: "None: it is the holder’s own"),
                    line("statutory", "The body that holds it by statute, by its code"),
                    line("instrument", "By which instrument?", hint: "statute, s65Z5, standing orders"),
                    day("instrumentDated", "The instrument’s day, if it has one"),
                ]),
            .fieldset(
                legend: "How far does it go?",
                [
                    money("upTo", "The most that one decision may commit", hint: "Leave it empty for no limit."),
                    words("retained", "What is kept by the body from which it comes", hint: "One to a line", rows: 2),
                    words("conditions", "Conditions", hint: "One to a line", rows: 2),
                    boxes("passOn", "May it be passed on?", [Choice("yes", "The holder may delegate it further")]),
                ]),
            day("from", amended == nil ? "From which day does it hold?" : "From which day does it hold in this form?"),
            day("until", "What is its last day, if it is known?"),
            line("citation", "Which document says so?", hint: "Delegation agreement of 1 April 2023, schedule 2"),
            .fieldset(
                legend: "Where it is not settled: who is to find out?",
                [
                    words("question", "The question", rows: 2),
                    menu("owner", "Who is to answer it", people),
                    day("due", "By when", hint: "Leave it empty for the time that the rules give."),
                ]),
        ] + why
    }

    private static let extents = [
        Choice("", "As it follows from where it comes from"), Choice("own", "In its own right"),
        Choice("delegated", "As it is delegated"), Choice("joint", "With other bodies, none of which decides alone"),
        Choice("greaterInvolvement", "It is asked and heard, and does not decide"),
    ]

    public func read(_ reader: inout FieldReader) -> Answer? {
        let title = reader.line("title", missing: "Say what is decided.")
        let matter = reader.nameOfWords("matter", missing: "Name the matter.")
        let standing: DecisionRight.Standing? = reader.choice("standing", missing: "Say whether it is settled.")
        let other = reader.organisation("otherHolder")
        let holder = other ?? reader.organisation("holder")
        let level: DecisionRight.Level? = reader.choice("level", missing: "Choose the level.")
        let extent: DecisionRight.Extent? = reader.choice("extent")
        let joint = reader.codes("joint")
        let committee = reader.name("committee")
        let parent = reader.name("from-right")
        let statutory = reader.organisation("statutory")
        let instrument = reader.line("instrument")
        let dated = reader.day("instrumentDated")
        let upTo = reader.amount("upTo")
        let from = reader.day("from", missing: "Enter the first day.")
        let until = reader.day("until")
        let citation = reader.line("citation", missing: "Name the document that says so.")
        if standing == .settled, holder == nil {
            reader.refuse("holder", "Choose who decides, or say that it is unclear.")
        }
        let put = standing == .settled ? nil : readQuestion(&reader)
        let reason = amended == nil ? nil : reader.words("reason", missing: "Say why it changes.", atMost: 1_000)
        let (also, retained, conditions) = (
            reader.items("also", apart: ";"), reader.items("retained", apart: "\n"),
            reader.items("conditions", apart: "\n")
        )
        let approach = reader.line("approach")
        let address = reader.line("address")
        guard reader.errors.isEmpty, let title, let matter, let standing, let level, let from, let citation else {
            return nil
        }
        let right = DecisionRight(
            id: amended?.id ?? entry, matter: matter, title: title, alsoKnownAs: also, level: level, extent: extent,
            standing: standing, holder: holder, jointWith: joint, committee: committee, approach: approach,
            address: address, statutoryHolder: statutory, delegatedFrom: parent,
            instrument: instrument.map { .init(name: $0, dated: dated) }, upTo: upTo, retained: retained,
            conditions: conditions, allowsSubDelegation: reader.isTicked("passOn"), from: from, until: until,
            document: amended?.citation == citation ? amended?.document : nil, citation: citation)
        return Answer(right: right, question: put, reason: reason)
    }

    private func readQuestion(_ reader: inout FieldReader) -> RightsQuestion.Put? {
        // A right that stays unsettled keeps the question that it came with.
        if let amended, amended.standing != .settled, reader.sent.text("question").isEmpty { return nil }
        let text = reader.words("question", missing: "Write the question that is to be answered.", atMost: 1_000)
        let owner = reader.name("owner", missing: "Choose who is to answer it.")
        let due = reader.day("due")
        guard let text, let owner else { return nil }
        return .init(id: question, question: text, owner: owner, due: due)
    }

    public static func filled(with answer: Answer) -> SentValues {
        let right = answer.right
        var filled = SentValues()
        filled.fill("title", right.title)
        filled.fill("matter", ShortName.words(of: right.matter))
        filled.fill("also", right.alsoKnownAs.isEmpty ? nil : right.alsoKnownAs.joined(separator: "; "))
        filled.fill("standing", right.standing.rawValue)
        filled.fill("holder", right.holder?.description)
        filled.fill("joint", right.jointWith.isEmpty ? nil : right.jointWith.map(\.description).joined(separator: " "))
        filled.fill("committee", right.committee?.description)
        filled.fill("level", right.level.rawValue)
        let usual: DecisionRight.Extent = right.delegatedFrom == nil ? .own : .delegated
        filled.fill("extent", right.extent == usual ? "" : right.extent.rawValue)
        filled.fill("approach", right.approach)
        filled.fill("address", right.address)
        filled.fill("from-right", right.delegatedFrom?.description)
        filled.fill("statutory", right.statutoryHolder?.description)
        filled.fill("instrument", right.instrument?.name)
        filled.fill("instrumentDated", right.instrument?.dated)
        filled.fill("upTo", right.upTo)
        filled.fill("retained", right.retained.isEmpty ? nil : right.retained.joined(separator: "\n"))
        filled.fill("conditions", right.conditions.isEmpty ? nil : right.conditions.joined(separator: "\n"))
        if right.allowsSubDelegation { filled.fill("passOn", "yes") }
        filled.fill("from", right.from)
        filled.fill("until", right.until)
        filled.fill("citation", right.citation)
        filled.fill("question", answer.question?.question)
        filled.fill("owner", answer.question?.owner.description)
        filled.fill("due", answer.question?.due)
        filled.fill("reason", answer.reason)
        return filled
    }

    public static func field(ofRefusal code: String) -> String? {
        switch code {
        case "holder-missing", "holder-twice", "not-your-right": "holder"
        case "joint-with-nobody": "joint"
        case "limit-not-positive", "limit-above-parent": "upTo"
        case "ends-before-start": "until"
        case "before-parent", "parent-ended", "not-after", "right-ended": "from"
        case "sub-delegation", "no-such-right", "delegation-circle": "from-right"
        case "question-missing", "question-open": "question"
        case "no-such-owner": "owner"
        case "due-before-asked": "due"
        default: nil
        }
    }

    public static func subject(of answer: Answer) -> String? { answer.right.id.description }

    public func renamed(_ entry: Slug) -> Self {
        var form = self
        form.entry = entry
        return form
    }
}

extension FieldReader {
    /// Codes of organisations in one line.
    mutating func codes(_ field: String) -> [OrganisationCode] {
        text(field).split { $0.isWhitespace || $0 == "," || $0 == ";" }.compactMap { word in
            if let code = OrganisationCode(word) { return code }
            refuse(field, "“\(word)” is no code of an organisation.")
            return nil
        }
    }

    /// Texts set apart by a mark, empty ones left out.
    mutating func items(_ field: String, apart mark: Character) -> [String] {
        text(field).split(separator: mark).map { String($0.trimmed) }.filter { !$0.isEmpty }
    }
}
