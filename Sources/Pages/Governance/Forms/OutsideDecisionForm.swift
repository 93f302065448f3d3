public import Governance
public import Markup
public import Vocabulary

/// Asks for a decision that was made outside a meeting: urgent, by two members, or by an officer alone.
public struct OutsideDecisionForm: AskedForm {
    public var filled: SentValues
    public var errors: [String: String] = [:]
    public var failures: [String] = []
    public var committee: Slug
    /// The short name that the decision is to have: sent twice, it is recorded once.
    public var entry: Slug
    public var manner: Manner
    public var matters: [Choice]
    /// Voting members, or officers to whom something is delegated.
    public var deciders: [Choice]
    /// Who may have been asked.
    public var people: [Choice]

    public enum Manner: Hashable, Sendable {
        case urgent, delegated
    }

    /// What was decided, by whom, and why it could not wait where it was urgent.
    public struct Answer: Hashable, Sendable {
        public var decision: OutsideDecision
        public var by: [Slug]
        public var urgency: String

        public init(decision: OutsideDecision, by: [Slug], urgency: String = "") {
            self.decision = decision
            self.by = by
            self.urgency = urgency
        }

        /// The act that records it.
        public func act(_ manner: Manner) -> any GovernanceAct {
            switch manner {
            case .urgent: TakeUrgentAction(decision: decision, takenBy: by, urgency: urgency)
            case .delegated: DecideByOfficer(decision: decision, officer: by[0])
            }
        }
    }

    public init(
        _ filled: SentValues = SentValues(), committee: Slug, entry: Slug, manner: Manner, matters: [Choice],
        deciders: [Choice], people: [Choice]
    ) {
        self.filled = filled
        self.committee = committee
        self.entry = entry
        self.manner = manner
        self.matters = matters
        self.deciders = deciders
        self.people = people
    }

    public var kept: [Form.Kept] { [.init("entry", entry.description)] }

    public var parts: [Form.Part] {
        let who =
            manner == .urgent
            ? [
                boxes(
                    "by", "Who decided?", hint: "The chair or the vice-chair, and another member with a vote", deciders),
                words("urgency", "Why could it not wait for a meeting?", rows: 2),
            ]
            : [
                menu(
                    "by", "Who decided?", hint: "An officer to whom the terms of reference delegate the matter",
                    deciders)
            ]
        return who + [
            line("title", "What is the decision called?"), words("text", "What was decided?", rows: 3),
            words("reasons", "Why?", rows: 3),
            words(
                "considered", "Which options were considered?",
                hint: "One to a line, the one chosen and no change among them", rows: 3),
            menu("matter", "Under which matter?", matters), money("amount", "What does it commit?"),
            words(
                "touches", "Which organisations does it touch?", hint: AgendaItemForm.touchHint, rows: 3),
            boxes("consulted", "Who was asked before?", people),
        ]
    }

    public func read(_ reader: inout FieldReader) -> Answer? {
        let by =
            manner == .urgent
            ? reader.ticked("by", among: deciders.compactMap { Slug($0.value) }, missing: "Tick who decided.")
            : reader.name("by", missing: "Choose who decided.").map { [$0] } ?? []
        let urgency =
            manner == .urgent ? reader.words("urgency", missing: "Say why it could not wait.", atMost: 1_000) : ""
        let title = reader.line("title", missing: "Say what the decision is called.")
        let text = reader.words("text", missing: "Write what was decided.")
        let reasons = reader.words("reasons", missing: "Say why.")
        let considered = reader.text("considered", missing: "Name the options that were considered.")
            .split(separator: "\n").map { String($0.trimmed) }.filter { !$0.isEmpty }
        let matter = reader.name("matter", missing: "Choose the matter.")
        let amount = reader.amount("amount")
        let touches = AgendaItemForm.touches(&reader)
        let consulted = reader.ticked("consulted", among: people.compactMap { Slug($0.value) })
        guard reader.errors.isEmpty, let urgency, let title, let text, let reasons, let matter else { return nil }
        return Answer(
            decision: OutsideDecision(
                id: entry, committee: committee, title: title, text: text, reasons: reasons, considered: considered,
                evidence: [], matter: matter, amount: amount, touches: touches, consulted: consulted),
            by: by, urgency: urgency)
    }

    public static func filled(with answer: Answer) -> SentValues {
        let decision = answer.decision
        var filled = SentValues()
        filled.fill("by", all: answer.by.map(\.description))
        filled.fill("urgency", answer.urgency.isEmpty ? nil : answer.urgency)
        filled.fill("title", decision.title)
        filled.fill("text", decision.text)
        filled.fill("reasons", decision.reasons)
        filled.fill("considered", decision.considered.joined(separator: "\n"))
        filled.fill("matter", decision.matter.description)
        filled.fill("amount", decision.amount)
        filled.fill("touches", AgendaItemForm.written(decision.touches))
        filled.fill("consulted", all: decision.consulted.map(\.description))
        return filled
    }

    public static func field(ofRefusal code: String) -> String? {
        switch code {
        case "too-few-approvers", "not-member", "not-chair", "approver-twice", "approvers-tied", "decider-conflicted":
            "by"
        case "no-mandate", "no-delegation": "matter"
        case "above-mandate", "amount-missing": "amount"
        default: nil
        }
    }

    public static func subject(of answer: Answer) -> String? { answer.decision.id.description }

    public func renamed(_ entry: Slug) -> Self {
        var form = self
        form.entry = entry
        return form
    }
}
