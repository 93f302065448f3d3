public import Governance
public import Markup
public import Vocabulary

/// Asks for a gift, hospitality or the like that was offered, accepted or declined.
public struct GiftForm: AskedForm {
    public var filled: SentValues
    public var errors: [String: String] = [:]
    public var failures: [String] = []
    /// The short name that the entry is to have: sent twice, it is entered once.
    public var entry: Slug
    /// The neutral name of a source that gave nothing before.
    public var newSource: Slug
    /// Earlier sources by their neutral names, with the words by which they are known.
    public var sources: [Choice]
    /// Who may have agreed beforehand.
    public var approvers: [Choice]

    public init(
        _ filled: SentValues = SentValues(), entry: Slug, newSource: Slug, sources: [Choice] = [],
        approvers: [Choice] = []
    ) {
        self.filled = filled
        self.entry = entry
        self.newSource = newSource
        self.sources = sources
        self.approvers = approvers
    }

    public var kept: [Form.Kept] {
        [.init("entry", entry.description), .init("newSource", newSource.description)]
    }

    public var parts: [Form.Part] {
        var parts: [Form.Part] = [
            menu("kind", "What was offered?", Gift.Kind.allCases.map { Choice($0.rawValue, $0.title) }),
            words("description", "Describe it", hint: "In a sentence. No details of patients.", rows: 2),
            line("source", "Who offered it?", hint: "A company, an organisation, or “a patient”"),
        ]
        if !sources.isEmpty {
            parts.append(
                menu(
                    "sameSourceAs", "Did they offer something before?",
                    hint: "Gifts of one source add up over twelve months.", sources, none: "No, a new source"))
        }
        parts += [
            boxes(
                "about", "Which of these are so?",
                [
                    Choice("supplier", "They supply the body, or wish to"),
                    Choice("private", "They are a patient, a relative or another private person"),
                    Choice("promotional", "It is a small article with the giver’s name on it"),
                    Choice("beyondModest", "Travel or hospitality beyond what is modest"),
                    Choice("forOrganisation", "It is for the organisation, not for you"),
                ]),
            money("value", "What is it worth?", hint: "An estimate will do."),
            day("offeredOn", "When was it offered?"),
            radios(
                "accepted", "What did you do?",
                [Choice("yes", "I accepted it"), Choice("no", "I declined it", hint: "Offers are declared too.")]),
        ]
        if !approvers.isEmpty {
            parts.append(menu("approvedBy", "Who agreed beforehand, if anybody did?", approvers, none: "Nobody"))
        }
        return parts
    }

    public func read(_ reader: inout FieldReader) -> GiftTold? {
        let kind: Gift.Kind? = reader.choice("kind", missing: "Choose what was offered.")
        let description = reader.words("description", missing: "Describe it in a sentence.", atMost: 1_000)
        let source = reader.line("source", missing: "Say who offered it.")
        let earlier = reader.name("sameSourceAs")
        let about = Set(filled.all("about"))
        let value = reader.amount("value", missing: "Enter what it is worth; an estimate will do.")
        let offered = reader.day("offeredOn", missing: "Enter the day on which it was offered.")
        let isAccepted = reader.yesOrNo("accepted", missing: "Say whether you accepted it.")
        let approver = reader.name("approvedBy")
        guard reader.errors.isEmpty, let kind, let description, let source, let value, let offered, let isAccepted
        else { return nil }
        return GiftTold(
            kind: kind, source: source, sameSourceAs: earlier, isSupplier: about.contains("supplier"),
            isSourcePrivate: about.contains("private"), description: description, value: value, offeredOn: offered,
            isAccepted: isAccepted, isForOrganisation: about.contains("forOrganisation"),
            isPromotional: about.contains("promotional"), isBeyondModest: about.contains("beyondModest"),
            approvedBy: approver)
    }

    public static func filled(with told: GiftTold) -> SentValues {
        var filled = SentValues()
        filled.fill("kind", told.kind.rawValue)
        filled.fill("description", told.description)
        filled.fill("source", told.source)
        filled.fill("sameSourceAs", told.sameSourceAs?.description)
        let about = [
            ("supplier", told.isSupplier), ("private", told.isSourcePrivate), ("promotional", told.isPromotional),
            ("beyondModest", told.isBeyondModest), ("forOrganisation", told.isForOrganisation),
        ]
        filled.fill("about", all: about.filter(\.1).map(\.0))
        filled.fill("value", told.value)
        filled.fill("offeredOn", told.offeredOn)
        filled.fill("accepted", told.isAccepted ? "yes" : "no")
        filled.fill("approvedBy", told.approvedBy?.description)
        return filled
    }

    public static func field(ofRefusal code: String) -> String? {
        switch code {
        case "no-value": "value"
        case "declared-before-offered": "offeredOn"
        case "own-approval", "approver-tied": "approvedBy"
        case "patient-identifying": "description"
        default: nil
        }
    }

    public func rows(_ told: GiftTold) -> [Html.SummaryRow] {
        var rows: [Html.SummaryRow] = [
            .init("What", .name("\(told.kind.title): \(told.description)")),
            .init("Who offered it", .name(told.source)),
            .init("Worth", .text(told.value.description)), .init("Offered", .text(told.offeredOn.inWords)),
            .init("What you did", .text(told.isAccepted ? "accepted it" : "declined it")),
        ]
        let flags = [
            (told.isSupplier, "a supplier, or would be"), (told.isSourcePrivate, "a private person"),
            (told.isPromotional, "a promotional article"), (told.isBeyondModest, "beyond what is modest"),
            (told.isForOrganisation, "for the organisation"),
        ].filter(\.0).map(\.1)
        if !flags.isEmpty { rows.append(.init("Also", .text(flags.joined(separator: "; ")))) }
        if let approver = told.approvedBy {
            let words = approvers.first { $0.value == approver.description }?.words ?? approver.description
            rows.append(.init("Agreed beforehand by", .name(words)))
        }
        return rows
    }

    /// What the rules of the day say of it, with where they say so.
    public static func judged(_ judgement: GiftJudgement, of gift: Gift, citations: [String]) -> Html {
        var sentences = judgement.reasons
        sentences += judgement.readings.enumerated().map { "Reading \($0.offset + 1): \($0.element)" }
        if judgement.isKept(by: gift) == false {
            sentences.append("It was accepted all the same. Declare it; the governance lead will look into it.")
        }
        let title: String =
            switch judgement.answer {
            case .accept, .acceptAndDeclare: "You may: it \(judgement.answer.inWords)."
            case .acceptForOrganisation, .declineUnlessApproved, .ask: "Ask first: it \(asked(judgement.answer))."
            case .decline: "You must not accept it."
            }
        return .notification(
            .important, title: title, id: "judged",
            sentences.map { .paragraph(.sentence($0)) }
                + (citations.isEmpty ? [] : [.paragraph(.text("By: " + citations.joined(separator: "; ") + "."))]))
    }

    private static func asked(_ answer: GiftJudgement.Answer) -> String {
        answer == .ask ? "is left open by the rules, and somebody is to say" : answer.inWords
    }
}
